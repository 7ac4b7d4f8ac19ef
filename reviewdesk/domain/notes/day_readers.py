"""What the forms of a day mean, read against the day of the meeting."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from reviewdesk.domain.notes import day_names as names
from reviewdesk.domain.notes import day_rules as count
from reviewdesk.domain.notes.day_rules import DayRules


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found in the words, the day it is read against, and how the book counts days."""

    found: re.Match[str]
    on: date
    rules: DayRules


Reader = Callable[[Seen], date | None]

DECEMBER: Final = 12
_STEPS: Final = {
    "days": relativedelta(days=1),
    "weeks": relativedelta(weeks=1),
    "fortnights": relativedelta(weeks=2),
    "months": relativedelta(months=1),
    "years": relativedelta(years=1),
}


def iso(seen: Seen) -> date | None:
    """Read 2026-11-27."""
    return count.made(*(int(each) for each in seen.found.group("year", "month", "day")))


def dotted(seen: Seen) -> date | None:
    """Read 27.11. and 27.11.2026."""
    return _dated(seen.on, int(seen.found.group("day")), int(seen.found.group("month")), _year(seen))


def slashed(seen: Seen) -> date | None:
    """Read 27/11 in the book's order, and the other way round where only that is a date."""
    first, second = int(seen.found.group("first")), int(seen.found.group("second"))
    day, month = (first, second) if seen.rules.day_first else (second, first)
    if month > DECEMBER:
        day, month = month, day
    return _dated(seen.on, day, month, _year(seen))


def named(seen: Seen) -> date | None:
    """Read 27 Nov and 3. März 2027."""
    return _dated(seen.on, int(seen.found.group("day")), names.MONTHS[seen.found.group("month")], _year(seen))


def numbered_day(seen: Seen) -> date | None:
    """Read the 15th."""
    return count.day_of_month(seen.on, int(seen.found.group("day")))


def middle_of_month(seen: Seen) -> date | None:
    """Read mid March as the 15th."""
    return _dated(seen.on, 15, names.MONTHS[seen.found.group("month")], _year(seen))


def start_of_month(seen: Seen) -> date | None:
    """Read Anfang März as the first."""
    return _dated(seen.on, 1, names.MONTHS[seen.found.group("month")], _year(seen))


def end_of_named_month(seen: Seen) -> date | None:
    """Read end of March."""
    return _end_of(seen.on, names.MONTHS[seen.found.group("month")], _year(seen))


def end_of_numbered_quarter(seen: Seen) -> date | None:
    """Read end of Q1."""
    return _end_of(
        seen.on, (seen.rules.year_starts_in + 3 * int(seen.found.group("quarter")) - 2) % 12 + 1, _year(seen)
    )


def end_of_period(seen: Seen) -> date | None:
    """Read end of month, EOQ, Ende nächster Woche, fin d'année."""
    groups = seen.found.groupdict()
    ahead = int(bool(groups.get("later") or groups.get("later_behind")))
    if groups.get("day"):
        return count.moved(seen.on, timedelta(days=ahead))
    if groups.get("week"):
        return count.end_of_week(seen.on, ahead)
    if groups.get("month"):
        return count.end_of_month(seen.on, ahead)
    if groups.get("quarter"):
        return count.end_of_quarter(seen.on, seen.rules, ahead)
    return count.end_of_year(seen.on, seen.rules, ahead)


def in_a_while(seen: Seen) -> date | None:
    """Read in 2 weeks, in 3 business days, dans un mois."""
    number = int(seen.found.group("number") or names.NUMBERS[seen.found.group("word") or "one"])
    if seen.found.group("working_days"):
        return count.after_working_days(seen.on, number, seen.rules)
    return next(count.moved(seen.on, step * number) for unit, step in _STEPS.items() if seen.found.group(unit))


def coming(seen: Seen) -> date | None:
    """Read by fri: the next one, never the day itself."""
    return count.coming(seen.on, names.WEEKDAYS[seen.found.group("weekday")])


def of_next_week(seen: Seen) -> date | None:
    """Read next tuesday: the one of the week that follows."""
    return count.of_next_week(seen.on, names.WEEKDAYS[seen.found.group("weekday")])


def calendar_week(seen: Seen) -> date | None:
    """Read KW 48 as its Friday."""
    days = (_friday_of(year, int(seen.found.group("week"))) for year in (seen.on.year, seen.on.year + 1))
    return next((day for day in days if day and day >= seen.on), None)


def days_ahead(days: int) -> Reader:
    """Give a reader of today, tomorrow and the day after."""

    def read(seen: Seen) -> date | None:
        return count.moved(seen.on, timedelta(days=days))

    return read


def weeks_ahead(weeks: int) -> Reader:
    """Give a reader of this week and next week, each of which means its Friday."""

    def read(seen: Seen) -> date | None:
        at_weekend = seen.on.weekday() >= count.SATURDAY
        return count.end_of_week(seen.on, max(weeks - at_weekend, 0))

    return read


def _year(seen: Seen) -> int | None:
    groups = seen.found.groupdict()
    written = groups.get("year") or groups.get("short")
    if not written:
        return None
    return int(written) if len(written) == len("2026") else 2000 + int(written)


def _dated(on: date, day: int, month: int, year: int | None) -> date | None:
    return count.forward(on, month, day) if year is None else count.made(year, month, day)


def _end_of(on: date, month: int, year: int | None) -> date | None:
    first = _dated(on.replace(day=1), 1, month, year)
    return count.end_of_month(first) if first else None


def _friday_of(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 5)
    except ValueError:
        return None
