"""How days are counted: working days, week days, ends of months, quarters and years."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from reviewdesk.domain.working_days import WorkingDays

SATURDAY: Final = 5
FRIDAY: Final = 4
YEARS_TO_A_LEAP_DAY: Final = 8


@dataclass(frozen=True, slots=True)
class DayRules:
    """How a book writes and counts its days.

    `day_first` reads 3/4 as 3 April; `year_starts_in` is the month in which the business year and with it its
    quarters begin.
    """

    day_first: bool = True
    working_days: WorkingDays = field(default_factory=WorkingDays)
    year_starts_in: int = 1


def made(year: int, month: int, day: int) -> date | None:
    """Make a date, or nothing where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def forward(on: date, month: int, day: int) -> date | None:
    """Give the first such day of a year that is not before `on`."""
    years = range(on.year, on.year + YEARS_TO_A_LEAP_DAY + 1)
    days = (made(year, month, day) for year in years)
    return next((each for each in days if each and each >= on), None)


def day_of_month(on: date, day: int) -> date | None:
    """Give the next day with this number: the 15th."""
    months = (moved(on.replace(day=1), relativedelta(months=ahead)) for ahead in range(4))
    days = (made(month.year, month.month, day) for month in months if month)
    return next((each for each in days if each and each >= on), None)


def moved(day: date, by: relativedelta | timedelta) -> date | None:
    """Move a day, or give nothing where the calendar ends."""
    try:
        return day + by
    except (OverflowError, ValueError):
        return None


def coming(on: date, weekday: int) -> date | None:
    """Give the next such week day after `on`: Friday said on a Friday is next week."""
    return moved(on, timedelta(days=(weekday - on.weekday() - 1) % 7 + 1))


def of_next_week(on: date, weekday: int) -> date | None:
    """Give the week day of the week that follows."""
    return moved(on, timedelta(days=7 - on.weekday() + weekday))


def end_of_week(on: date, ahead: int = 0) -> date | None:
    """Give the Friday that ends the week; at a weekend the next one."""
    return moved(on, timedelta(days=(FRIDAY - on.weekday()) % 7 + 7 * ahead))


def end_of_month(on: date, ahead: int = 0) -> date | None:
    """Give the last day of the month, or of one so many months ahead."""
    month = moved(on.replace(day=1), relativedelta(months=ahead))
    return month.replace(day=monthrange(month.year, month.month)[1]) if month else None


def end_of_quarter(on: date, rules: DayRules, ahead: int = 0) -> date | None:
    """Give the last day of the quarter, or of one so many quarters ahead."""
    return end_of_month(on, 2 - (on.month - rules.year_starts_in) % 3 + 3 * ahead)


def end_of_year(on: date, rules: DayRules, ahead: int = 0) -> date | None:
    """Give the last day of the business year, or of one so many years ahead."""
    return end_of_month(on, 11 - (on.month - rules.year_starts_in) % 12 + 12 * ahead)


def after_working_days(on: date, count: int, rules: DayRules) -> date | None:
    """Give the working day that is so many working days after `on`, or nothing where the calendar ends."""
    try:
        return rules.working_days.add(on, count)
    except OverflowError:
        return None
