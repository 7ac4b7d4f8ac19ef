"""Reads what changed with an account since its last review."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.contract import ContractEnd
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.people import Person
from reviewdesk.domain.since_review import Changed, Known, since_review
from reviewdesk.storage.lists.account_page import ReviewHead, joined_days
from reviewdesk.storage.lists.purchases import buying_of
from reviewdesk.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class SinceReview:
    """The last review that was held, and what changed since."""

    review_id: UUID
    day: date
    changes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of an account for its page already."""

    reviews: Sequence[ReviewHead]
    people: Sequence[Person]
    concerns: Sequence[Concern]
    follow_ups: Sequence[FollowUp]
    contract: ContractEnd | None


def since_last_review(reading: Reading, account_id: UUID, read: Read) -> SinceReview | None:
    """Say what changed since the last review that was held; nothing where none was."""
    today = reading.clock.today()
    held = [(each.day, each) for each in read.reviews if each.is_held and each.day is not None and each.day <= today]
    if not held:
        return None
    day, review = max(held, key=_day)
    known = Known(
        since=day,
        today=today,
        answers=reading.answers.where(account_id=account_id),
        people=read.people,
        joined_on=joined_days(reading.connection, account_id),
        concerns=read.concerns,
        follow_ups=read.follow_ups,
        contract=read.contract,
        bought=buying_of(reading.connection, account_id, until=day),
    )
    return SinceReview(review.id, day, since_review(known))


def _day(held: tuple[date, ReviewHead]) -> date:
    return held[0]
