"""Reviews held against due: for each quarter what was due, and whether it was held on time, late, or not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from dateutil.relativedelta import relativedelta

from reviewdesk.domain.account import Tier
from reviewdesk.domain.capacity import Quarter
from reviewdesk.domain.intervals import late_from, next_due

QUARTERS: Final = 8


class Kept(StrEnum):
    """What became of a review that was due."""

    ON_TIME = "held on time"
    LATE = "held late"
    NOT_HELD = "not held"
    AHEAD = "still ahead"


@dataclass(frozen=True, slots=True)
class HeldReview:
    """One review that took place."""

    id: UUID
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewClock:
    """What the due dates of one account follow from; `ended_on` is the day it was lost, after which nothing is due."""

    account_id: UUID
    tier: Tier | None
    months: int
    added_on: date
    first_due: date | None = None
    last_before_book: date | None = None
    ended_on: date | None = None
    held: tuple[HeldReview, ...] = ()


@dataclass(frozen=True, slots=True)
class DueReview:
    """One review that was due on a day, what became of it, and the review that was held for it, if one was."""

    account_id: UUID
    due: date
    kept: Kept
    held: HeldReview | None = None


@dataclass(frozen=True, slots=True)
class DueQuarter:
    """One quarter of the business year with the reviews whose due date fell in it, by day."""

    quarter: Quarter
    reviews: tuple[DueReview, ...]

    def of(self, kept: Kept) -> tuple[DueReview, ...]:
        """Give those of which this became."""
        return tuple(each for each in self.reviews if each.kept is kept)


def due_reviews(clock: ReviewClock, today: date) -> Iterator[DueReview]:
    """Give every review that was due at one account, the oldest first, and the one that is due next.

    A due date stands until a review is held for it, as the clock of the account has it: each held review answers the
    date that stood then and starts the next interval. It is on time up to 13 days over, as nothing is called late
    before 14. A date that passed without a review is one review not held, however long ago it passed; from today on
    it is still ahead. A review held before the account was in the book starts the clock and answers nothing. The
    interval and tier are those of today: what they were then is not kept.
    """
    before: date | None = None
    for held in sorted(clock.held, key=_day):
        due = _due(clock, before)
        if (before is not None or held.on >= clock.added_on) and _counts(clock, due):
            yield DueReview(clock.account_id, due, Kept.ON_TIME if held.on < late_from(due) else Kept.LATE, held)
        before = held.on
    due = _due(clock, before)
    if _counts(clock, due):
        yield DueReview(clock.account_id, due, Kept.AHEAD if due >= today else Kept.NOT_HELD)


def quarters_up_to(today: date, *, year_starts_in: int = 1, count: int = QUARTERS) -> tuple[Quarter, ...]:
    """Give the present quarter of the business year and those before it, the oldest first."""
    days = [today.replace(day=1) - relativedelta(months=3 * back) for back in reversed(range(count + 1))]
    return tuple(Quarter.of(each, year_starts_in=year_starts_in) for each in days)


def held_against_due(clocks: Iterable[ReviewClock], today: date, quarters: Sequence[Quarter]) -> tuple[DueQuarter, ...]:
    """Put what was due at these accounts into the quarters in which it was due."""
    found: dict[date, list[DueReview]] = {each.start: [] for each in quarters}
    for each in (due for clock in clocks for due in due_reviews(clock, today)):
        quarter = next((one for one in quarters if one.start <= each.due <= one.end), None)
        if quarter is not None:
            found[quarter.start].append(each)
    return tuple(DueQuarter(each, tuple(sorted(found[each.start], key=_due_day))) for each in quarters)


def _due(clock: ReviewClock, before: date | None) -> date:
    return next_due(
        tier=clock.tier,
        months=clock.months,
        added_on=clock.added_on,
        last_held=before,
        last_before_book=clock.last_before_book,
        first_due=clock.first_due,
    )


def _counts(clock: ReviewClock, due: date) -> bool:
    return clock.ended_on is None or due < clock.ended_on


def _day(held: HeldReview) -> tuple[date, UUID]:
    return held.on, held.id


def _due_day(due: DueReview) -> tuple[date, UUID]:
    return due.due, due.account_id
