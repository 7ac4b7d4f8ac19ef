"""A plan of the quarter: reviews that are due spread over working days, within the hours there are a week."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Tier
from reviewdesk.domain.capacity import Hours, Quarter
from reviewdesk.domain.working_days import WorkingDays

LEAD: Final = 5
EARLY: Final = 14
_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPlan:
    """An account whose review is due and has no date yet; `hours` is what the review takes."""

    account_id: UUID
    due: date
    hours: Decimal
    tier: Tier | None = None


@dataclass(slots=True)
class Room:
    """How many hours are planned on each day and in each week, against the hours there are.

    A day takes one review however long it is, and further ones up to its share of the week.
    """

    hours: Hours
    days: WorkingDays
    _by_day: dict[date, Decimal] = field(default_factory=dict)
    _by_week: dict[date, Decimal] = field(default_factory=dict)

    def take(self, day: date, hours: Decimal) -> None:
        """Plan so many hours on a day."""
        self._by_day[day] = self._by_day.get(day, Decimal(0)) + hours
        self._by_week[monday(day)] = self._by_week.get(monday(day), Decimal(0)) + hours

    def has(self, day: date, hours: Decimal) -> bool:
        """Say whether a working day and its week have so many hours left."""
        if not self.days.is_working(day):
            return False
        share = self.hours.a_week / len(self.days.week)
        on_day, in_week = self._by_day.get(day, Decimal(0)), self._by_week.get(monday(day), Decimal(0))
        return (not on_day or on_day + hours <= share) and in_week + hours <= self.hours.a_week


def spread(
    wanted: Iterable[ToPlan],
    taken: Iterable[tuple[date, Decimal]],
    quarter: Quarter,
    earliest: date,
    hours: Hours,
    days: WorkingDays,
) -> dict[UUID, date | None]:
    """Give each review a day in the quarter, nothing where there is no room; `taken` are those that have one.

    The most overdue comes first, of the same day the higher tier. Each takes the day it is due; where that is full
    the nearest working day before it, up to 14 days early; else the first one after it; else any from `earliest` on.
    """
    room = Room(hours, days)
    for day, takes in taken:
        room.take(day, takes)
    found: dict[UUID, date | None] = {}
    for each in sorted(wanted, key=_first):
        chosen = next((one for one in _days(each.due, earliest, quarter.end) if room.has(one, each.hours)), None)
        found[each.account_id] = chosen
        if chosen is not None:
            room.take(chosen, each.hours)
    return found


def weeks_of(quarter: Quarter) -> tuple[date, ...]:
    """Give the Mondays of the weeks a quarter has days in."""
    first, last = monday(quarter.start), monday(quarter.end)
    return tuple(first + _WEEK * each for each in range((last - first).days // 7 + 1))


def monday(day: date) -> date:
    """Give the Monday of the week a day lies in."""
    return day - _DAY * day.weekday()


def _days(due: date, earliest: date, end: date) -> Iterator[date]:
    """Give the days to try: the day itself, those before it, those after it, and then the rest."""
    wanted = min(max(due, earliest), end)
    if wanted < earliest:
        return
    early = max(earliest, wanted - _DAY * EARLY)
    yield from (wanted - _DAY * each for each in range((wanted - early).days + 1))
    yield from (wanted + _DAY * each for each in range(1, (end - wanted).days + 1))
    yield from (early - _DAY * each for each in range(1, (early - earliest).days + 1))


def _first(each: ToPlan) -> tuple[date, str, UUID]:
    return each.due, each.tier or "Z", each.account_id
