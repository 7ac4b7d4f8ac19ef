"""First review dates after an import: nothing is due at once, and no week asks for more than there is."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import ceil
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Tier
from reviewdesk.domain.capacity import Hours
from reviewdesk.domain.intervals import add_months, interval_days

_WEEK: Final = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An account that an import brought; `revenue` is in the base currency, nothing when unknown."""

    id: UUID
    tier: Tier | None
    months: int
    revenue: Decimal | None = None
    last_review: date | None = None


def first_dates(
    newcomers: Iterable[Newcomer],
    import_day: date,
    hours: Hours | None = None,
    *,
    already: Iterable[tuple[date, Tier | None]] = (),
) -> dict[UUID, date]:
    """Give a first due date to each newcomer whose clock is not running.

    A last review whose next one lies ahead starts the clock, and the account is left out here. All others are spread
    over one interval: the k-th largest of n in a tier comes ceil(interval days x k / n) after the import day, moved
    by whole weeks to the next ISO week with room, even past the interval. `already` holds the due dates of the
    accounts that were in the book before.

    A last activity starts the clock of silence and not this one: a call or a mail is no review, and due counts from
    the last held review. An account of which a file knows no more would else be due on one day with all its like.
    """
    each_takes = hours or Hours()
    known = tuple(newcomers)
    running = {each.id: due for each in known if (due := _running(each, import_day)) is not None}
    taken = _taken([*already, *((running[each.id], each.tier) for each in known if each.id in running)], each_takes)
    wished = _wished([each for each in known if each.id not in running], import_day)
    weeks = _Weeks(each_takes.a_week, taken)
    return {each.id: weeks.take(day, each_takes.of(each.tier)) for day, each in sorted(wished, key=_earliest_first)}


def asked_a_week(dues: Iterable[tuple[date, Tier | None]], hours: Hours | None = None) -> dict[date, Decimal]:
    """Sum the hours that due dates ask for in each ISO week, named by its Monday."""
    return dict(_taken(dues, hours or Hours()))


def _running(account: Newcomer, import_day: date) -> date | None:
    if account.last_review is None:
        return None
    due = add_months(account.last_review, account.months)
    return due if due > import_day else None


def _wished(newcomers: list[Newcomer], import_day: date) -> list[tuple[date, Newcomer]]:
    sizes = Counter(each.tier for each in newcomers)
    place: Counter[Tier | None] = Counter()
    wished = []
    for each in sorted(newcomers, key=_largest_first):
        place[each.tier] += 1
        days = ceil(interval_days(each.months) * place[each.tier] / sizes[each.tier])
        wished.append((import_day + timedelta(days=days), each))
    return wished


class _Weeks:
    """Finds the next week with room; a week that is full once stays full and is not looked at again."""

    def __init__(self, room: Decimal, taken: defaultdict[date, Decimal]) -> None:
        self._room = room
        self._taken = taken
        self._next: dict[tuple[Decimal, date], date] = {}

    def take(self, day: date, takes: Decimal) -> date:
        """Take so many hours in the week of a day, or in the next one with room, and give the day there."""
        monday, full = _monday(day), []
        while self._taken[monday] and self._taken[monday] + takes > self._room:
            full.append(monday)
            monday = self._next.get((takes, monday), monday + _WEEK)
        self._next.update(((takes, each), monday) for each in full)
        self._taken[monday] += takes
        return day + (monday - _monday(day))


def _taken(dues: Iterable[tuple[date, Tier | None]], hours: Hours) -> defaultdict[date, Decimal]:
    taken: defaultdict[date, Decimal] = defaultdict(Decimal)
    for day, tier in dues:
        taken[_monday(day)] += hours.of(tier)
    return taken


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _largest_first(account: Newcomer) -> tuple[bool, Decimal, UUID]:
    return account.revenue is None, -(account.revenue or Decimal(0)), account.id


def _earliest_first(wish: tuple[date, Newcomer]) -> tuple[date, str, tuple[bool, Decimal, UUID]]:
    day, account = wish
    return day, account.tier or "D", _largest_first(account)
