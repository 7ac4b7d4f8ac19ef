"""Where the files of an account can hang: on a review, a concern, a follow-up or a contact of it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.attachment import Attachment
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.attachment_values import Place
from reviewdesk.storage.lists.account_page import review_heads
from reviewdesk.storage.reading import Reading

FIELDS: Final[Mapping[Kind, str]] = {
    Kind.REVIEW: "review_id",
    Kind.CONCERN: "concern_id",
    Kind.FOLLOW_UP: "follow_up_id",
    Kind.CONTACT: "contact_id",
}
THE_ACCOUNT: Final = Place("The account")
_LONGEST: Final = 60


def places_of(reading: Reading, account_id: UUID) -> tuple[Place, ...]:
    """Give every place of an account, the account itself first."""
    return (THE_ACCOUNT, *_places(reading, account_id))


def place_of(file: Attachment, places: Mapping[UUID, Place]) -> Place:
    """Give the place that a file hangs on."""
    ids = (getattr(file, name) for name in FIELDS.values())
    return next((places[each] for each in ids if each in places), THE_ACCOUNT)


def put_on(file: Attachment, kind: Kind | None, id: UUID | None) -> Attachment:
    """Hang a file on one place and on no other."""
    ids: dict[str, Any] = {name: id if each is kind else None for each, name in FIELDS.items()}
    return replace(file, **ids)


def _places(reading: Reading, account_id: UUID) -> Iterator[Place]:
    today = reading.clock.today()
    for head in review_heads(reading.connection, account_id):
        when = head.period or (short_day(head.day, today) if head.day else "")
        yield Place(_short(f"Review {when}".strip()), Kind.REVIEW, head.id)
    for concern in reading.concerns.where(account_id=account_id, withdrawn=False):
        yield Place(_short(f"Concern: {concern.words}"), Kind.CONCERN, concern.id)
    for step in reading.follow_ups.where(account_id=account_id, withdrawn=False):
        yield Place(_short(f"Follow-up: {step.what}"), Kind.FOLLOW_UP, step.id)
    for made in reading.contacts.where(account_id=account_id):
        words = f"{made.channel.value.capitalize()}, {short_day(made.made_on, today)}"
        yield Place(_short(words), Kind.CONTACT, made.id)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
