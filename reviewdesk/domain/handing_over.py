"""What goes back to the company's CRM: what may leave, in which words, and what went already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Final
from uuid import UUID

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.follow_up import Ending, FollowUp, Side
from reviewdesk.domain.handed_over import HandedOver
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import parse_line
from reviewdesk.domain.notes.marks import find_mark
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.domain.said import Channel, Contact, Opportunity


class HandKind(StrEnum):
    """The kinds of record that go back."""

    CONTACT = "contact made"
    NOTE = "note"
    FOLLOW_UP = "follow-up"
    OPPORTUNITY = "opportunity"


FIRST_TIME: Final = timedelta(days=30)
# Marked lines that go as records of their own and not as notes.
_ON_THEIR_OWN: Final = frozenset({Marker.FOLLOW_UP, Marker.OUR_PROMISE, Marker.THEIR_PROMISE, Marker.OPPORTUNITY})


@dataclass(frozen=True, slots=True, kw_only=True)
class HandItem:
    """One thing that may go back, in the words it goes in.

    `state` reads open, done, dropped, won or lost; `day` is when it was, `due` when it is to be. `only_me` says why it
    stays here, and is empty where it may go.
    """

    kind: HandKind
    record_id: UUID
    account_id: UUID
    title: str
    day: date
    text: str = ""
    person_id: UUID | None = None
    due: date | None = None
    state: str = "open"
    channel: Channel | None = None
    amount: str = ""
    next_step: str = ""
    only_me: str = field(default="", compare=False)

    @property
    def digest(self) -> str:
        """Give the sign that tells whether it was changed since it went."""
        said = (
            self.kind,
            self.title,
            self.day,
            self.text,
            self.person_id,
            self.due,
            self.state,
            self.amount,
            self.next_step,
        )
        return sha256("\x1f".join(str(each) for each in said).encode()).hexdigest()


def contact_item(contact: Contact, review: Review | None = None) -> HandItem:
    """Give a contact made; that of a review bears the kind of the review."""
    first, _, rest = contact.words.strip().partition("\n")
    title = first.strip() or (f"{review.kind.capitalize()} review" if review else contact.channel.capitalize())
    return HandItem(
        kind=HandKind.CONTACT, record_id=contact.id, account_id=contact.account_id, title=title, day=contact.made_on,
        text=rest.strip(), person_id=contact.person_id, state="done", channel=contact.channel,
    )  # fmt: skip


def review_item(review: Review) -> HandItem | None:
    """Give the notes of a held review as far as our side may see them; nothing while it is not held."""
    if not review.is_held or review.held_on is None:
        return None
    shown = [words for each in review.lines if (words := _shared(each, review.held_on))]
    return HandItem(
        kind=HandKind.NOTE, record_id=review.id, account_id=review.account_id, day=review.held_on, state="done",
        title=f"{review.kind.capitalize()} review {review.period}", text="\n".join(shown),
        person_id=review.people_ids[0] if review.people_ids else None,
        only_me="" if shown else "Its notes are for you alone",
    )  # fmt: skip


def _shared(line: NoteLine, on: date) -> str:
    """Give the words of a line that our side may see and that does not go as a record of its own; else nothing."""
    marker = marker_of(line)
    audience = line.audience or marker.audience
    if audience is Audience.ONLY_ME or marker in _ON_THEIR_OWN:
        return ""
    words = parse_line(line.text, on).words.strip()
    return f"{marker.capitalize()}: {words}" if words and marker is not Marker.NOTE else words


def marker_of(line: NoteLine) -> Marker:
    """Give what a line is: by its mark, else as the person sorted it."""
    found = find_mark(line.text).marker
    return line.sorted_as or Marker.NOTE if found is Marker.NOTE else found


def follow_up_item(step: FollowUp, added_on: date, line: NoteLine | None = None) -> HandItem | None:
    """Give a follow-up of ours or theirs; nothing for one that was withdrawn."""
    if step.withdrawn:
        return None
    dropped = step.ending is Ending.DROPPED
    whose = (
        "their promise"
        if step.side is Side.THEIRS and step.is_promise
        else "theirs"
        if step.side is Side.THEIRS
        else ""
    )
    parts = (whose or ("our promise" if step.is_promise else ""), f"{step.ending}" if step.ending else "", step.reason)
    return HandItem(
        kind=HandKind.FOLLOW_UP, record_id=step.id, account_id=step.account_id, title=step.what,
        day=step.said_on or step.due or added_on, due=step.due, person_id=step.person_id,
        text=", ".join(each for each in parts if each).capitalize(),
        state="dropped" if dropped else "done" if step.ending else "open", only_me=_private(line),
    )  # fmt: skip


def opportunity_item(found: Opportunity, line: NoteLine | None = None) -> HandItem | None:
    """Give an opportunity; nothing for one that was withdrawn."""
    if found.withdrawn:
        return None
    state = "open" if found.won is None else "won" if found.won else "lost"
    return HandItem(
        kind=HandKind.OPPORTUNITY, record_id=found.id, account_id=found.account_id, title=found.what,
        day=found.noted_on, due=found.ended_on, amount=found.about, next_step=found.next_step, state=state,
        text=f"About {found.about}" if found.about else "", only_me=_private(line),
    )  # fmt: skip


def _private(line: NoteLine | None) -> str:
    """Say why what came from a line stays here, where somebody said that the line is for them alone."""
    return "Its note line is for you alone" if line and line.audience is Audience.ONLY_ME else ""


@dataclass(frozen=True, slots=True)
class Going:
    """One thing that goes; `again` says that it went before and was changed since."""

    item: HandItem
    again: bool = False


@dataclass(frozen=True, slots=True)
class Staying:
    """One thing that cannot go, and why."""

    item: HandItem
    why: str


@dataclass(frozen=True, slots=True)
class Handing:
    """What goes to a CRM, oldest first, and what stays; `earlier` counts what is over and lies before `since`."""

    going: tuple[Going, ...]
    staying: tuple[Staying, ...]
    since: date
    earlier: int


def first_day(handed: Iterable[HandedOver], today: date) -> date:
    """Give from which day on things go by themselves: 30 days before the first time, which may be today."""
    return min((each.handed_on for each in handed), default=today) - FIRST_TIME


def sorted_out(
    items: Iterable[HandItem],
    handed: Iterable[HandedOver],
    linked: Mapping[UUID, str],
    since: date,
    *,
    by_id: bool,
    crm: str,
) -> Handing:
    """Say what goes to a CRM since last time: what never went and what was changed since it went.

    What is still open goes whenever it was noted. `linked` holds the CRM's ids of the accounts; with `by_id` the CRM
    knows an account by nothing else.
    """
    went = {(each.kind, each.record_id): each.digest for each in handed}
    going, staying, earlier = [], [], 0
    for item in sorted(items, key=_in_order):
        before = went.get((item.kind, item.record_id))
        if before == item.digest:
            continue
        if before is None and item.day < since and item.state != "open":
            earlier += 1
        elif item.only_me:
            staying.append(Staying(item, item.only_me))
        elif by_id and not linked.get(item.account_id):
            staying.append(Staying(item, f"{crm} does not know this account: it did not come from there"))
        else:
            going.append(Going(item, again=before is not None))
    return Handing(tuple(going), tuple(staying), since, earlier)


def _in_order(item: HandItem) -> tuple[date, str, str]:
    return item.day, item.kind, item.title
