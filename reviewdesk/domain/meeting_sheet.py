"""The sheet to write on by hand in a meeting: for our side, and fit to lie on the table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Final

from reviewdesk.domain.agenda import CONCERNS, LAST_PROMISES
from reviewdesk.domain.branding import Branding, branding_of
from reviewdesk.domain.clock import local_in
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.pre_read import timed
from reviewdesk.domain.summarising import in_the_room, sender_of
from reviewdesk.domain.summary import Attendee, Vendor
from reviewdesk.domain.summary_material import Material
from reviewdesk.domain.summary_words import words_in

# What stands in tables of its own on the sheet is not said again below the item.
_IN_TABLES: Final = frozenset({LAST_PROMISES, CONCERNS})


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One item of the agenda with its time box and what to bring up."""

    title: str
    minutes: int
    starts: time | None = None
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetPromise:
    """An open promise to tick."""

    what: str
    due: date | None = None
    is_ours: bool = True


@dataclass(frozen=True, slots=True)
class SheetConcern:
    """An open concern to ask about, in their words."""

    words: str
    raised_on: date | None = None
    stage: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSheet:
    """All that stands on the sheet; what is empty is left as room to write."""

    vendor: Vendor
    account: str
    written_on: date
    branding: Branding = field(default_factory=Branding)
    title: str = ""
    period: str = ""
    on: date | None = None
    at: time | None = None
    place: str = ""
    theirs: tuple[Attendee, ...] = ()
    ours: tuple[Attendee, ...] = ()
    agenda: tuple[SheetItem, ...] = ()
    promises: tuple[SheetPromise, ...] = ()
    concerns: tuple[SheetConcern, ...] = ()


def sheet_of(material: Material, today: date, hurts: Callable[[str], bool]) -> MeetingSheet:
    """Make the sheet of a review; what `hurts` if it is read across the table is left out."""
    review, book = material.review, material.book
    at = local_in(review.zone, review.starts_at) if review.starts_at else None
    return MeetingSheet(
        vendor=Vendor(sender_of(book, material.me), book.company_line),
        account=material.account.name,
        written_on=today,
        branding=branding_of(book, replace(material.pictures, theirs=None)),
        title=words_in("en").titles[review.kind],
        period=review.period,
        on=review.day,
        at=at.time() if at else None,
        place=review.place,
        theirs=in_the_room(material.people, review.people_ids),
        ours=in_the_room(material.colleagues, review.colleague_ids),
        agenda=tuple(
            SheetItem(item.title, item.minutes, starts, _points(item.title, item.points, hurts))
            for item, starts in timed(review.agenda, at)
            if not hurts(item.title)
        ),
        promises=tuple(_promises(material, hurts)),
        concerns=tuple(_concerns(material.concerns, hurts)),
    )


def _points(title: str, points: Sequence[str], hurts: Callable[[str], bool]) -> tuple[str, ...]:
    return () if title in _IN_TABLES else tuple(each for each in points if each.strip() and not hurts(each))


def _promises(material: Material, hurts: Callable[[str], bool]) -> Iterator[SheetPromise]:
    """Give what was promised before this review and is open, ours first, the earliest first."""
    still = (each for each in material.follow_ups if each.is_promise and each.is_open and not each.withdrawn)
    earlier = (each for each in still if each.review_id != material.review.id)
    for each in sorted(earlier, key=_ours_first):
        if not hurts(each.what):
            yield SheetPromise(each.what, each.due, each.side is Side.OURS)


def _ours_first(promise: FollowUp) -> tuple[bool, date, str]:
    return (promise.side is not Side.OURS, promise.due or date.max, promise.what)


def _concerns(concerns: Sequence[Concern], hurts: Callable[[str], bool]) -> Iterator[SheetConcern]:
    still = (each for each in concerns if each.is_open and not each.withdrawn)
    for each in sorted(still, key=lambda each: (-each.severity, each.raised_on)):
        if not hurts(each.words):
            yield SheetConcern(each.words, each.raised_on, each.stage.value)
