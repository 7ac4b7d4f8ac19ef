"""When the next review of an account is due, and how that date is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, time, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Final

from dateutil.relativedelta import relativedelta

from reviewdesk.domain.account import Tier
from reviewdesk.domain.review import Review

DEFAULT_MONTHS: Final[Mapping[Tier | None, int]] = {Tier.A: 3, Tier.B: 6, Tier.C: 12, None: 6}
DUE_SOON_DAYS: Final = 14
LATE_DAYS: Final = 14
FIRST_OF_A_DAYS: Final = 30
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def interval_months(
    tier: Tier | None, own: int | None = None, *, by_tier: Mapping[Tier | None, int] = DEFAULT_MONTHS
) -> int:
    """Give the months between two reviews: the account's own, else those of its tier (None: without a tier)."""
    return own or by_tier[tier]


def interval_days(months: int) -> Fraction:
    """Give an interval in days, months x 365 / 12, unrounded."""
    return Fraction(months * 365, 12)


def add_months(day: date, months: int) -> date:
    """Add calendar months, the day clamped to the month's end; past the calendar's end it is the last day there is."""
    if (day.year * 12 + day.month - 1 + months) // 12 > MAXYEAR:
        return date.max
    return day + relativedelta(months=months)


def is_called(tier: Tier | None) -> bool:
    """Say whether the review is a call."""
    return tier is Tier.C


def due_when_added(tier: Tier | None, added_on: date, months: int) -> date:
    """Give the first due date of an account added by hand: A in 30 days, the others one interval after."""
    return days_after(added_on, FIRST_OF_A_DAYS) if tier is Tier.A else add_months(added_on, months)


def last_held(reviews: Iterable[Review]) -> date | None:
    """Give the day of the newest review that took place; planned, cancelled and postponed ones never count."""
    return max((each.held_on for each in reviews if each.is_held and each.held_on is not None), default=None)


def booked(reviews: Iterable[Review], today: date) -> Review | None:
    """Give the next review that has a day of today or later and is still ahead."""
    ahead = [(each.planned_on, each) for each in reviews if each.is_open and each.planned_on is not None]
    return min((found for found in ahead if found[0] >= today), key=_day_of, default=(None, None))[1]


def next_due(
    *,
    tier: Tier | None,
    months: int,
    added_on: date,
    last_held: date | None = None,
    last_before_book: date | None = None,
    first_due: date | None = None,
) -> date:
    """Give the day on which the next review is due.

    It is one interval after the last held review, whenever that was entered; planned, cancelled and postponed ones
    never count. Before the first held one it is the first date that was set, else one interval after the last review
    before this book, else it counts from the day the account was added.
    """
    if last_held is not None:
        return add_months(max(last_held, last_before_book or last_held), months)
    if first_due is not None:
        return first_due
    if last_before_book is not None:
        return add_months(last_before_book, months)
    return due_when_added(tier, added_on, months)


class DueState(StrEnum):
    """How near the next review is."""

    BOOKED = "booked"
    LATER = "later"
    SOON = "due soon"
    OVER = "over"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Due:
    """The next review as it is shown: its day (due, or booked), the state of that day and the words for it."""

    day: date
    state: DueState
    words: str


def due_state(due: date, today: date) -> DueState:
    """Say how near a due date is: soon in the 14 days before and on the day, over after it, late from 14 days over."""
    days = (due - today).days
    if days > DUE_SOON_DAYS:
        return DueState.LATER
    if days >= 0:
        return DueState.SOON
    return DueState.OVER if -days < LATE_DAYS else DueState.LATE


def days_after(day: date, days: int) -> date:
    """Give the day so many days after a day, or before it below zero; the calendar's ends are the last there are."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def soon_from(due: date) -> date:
    """Give the first day on which a due date is due soon."""
    return days_after(due, -DUE_SOON_DAYS)


def soon_limit(today: date) -> date:
    """Give the last due date that is due soon on a day."""
    return days_after(today, DUE_SOON_DAYS)


def late_from(due: date) -> date:
    """Give the first day on which a due date is late."""
    return days_after(due, LATE_DAYS)


def shown_due(
    due: date, today: date, *, called: bool = False, booked_on: date | None = None, booked_at: time | None = None
) -> Due:
    """Put the next review in words: "in 34 days", "3 days over", "Late 22 days", "3 Dec booked", "call in 31 days".

    A booked review is shown by its date and not called due; a booking whose day has passed counts no longer.
    `booked_at` is in the person's own time.
    """
    if booked_on is not None and booked_on >= today:
        return Due(booked_on, DueState.BOOKED, _booked_words(booked_on, today, booked_at))
    state = due_state(due, today)
    words = _due_words(state, (due - today).days)
    return Due(due, state, f"call {words[0].lower()}{words[1:]}" if called else words)


def short_day(day: date, today: date) -> str:
    """Write a day as "3 Dec", with the year when it is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"


def counted_days(days: int) -> str:
    """Write a number of days: "1 day", "34 days"."""
    return "1 day" if days == 1 else f"{days:,} days"


def _day_of(found: tuple[date, Review]) -> date:
    return found[0]


def _booked_words(booked_on: date, today: date, booked_at: time | None) -> str:
    at = "booked" if booked_at is None else f"{booked_at:%H:%M}"
    return f"Today {at}" if booked_on == today else f"{short_day(booked_on, today)} booked"


def _due_words(state: DueState, days: int) -> str:
    if state is DueState.LATE:
        return f"Late {counted_days(-days)}"
    if state is DueState.OVER:
        return f"{counted_days(-days)} over"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {counted_days(days)}")
