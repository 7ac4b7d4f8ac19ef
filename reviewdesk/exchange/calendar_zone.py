"""A time zone as calendar programs want it described: when its clocks change, by rule where there is one."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class _Turn:
    """What the clocks do: from one offset to another, under a name."""

    before: timedelta
    after: timedelta
    name: str

    @property
    def is_forward(self) -> bool:
        """Say whether the clocks go forward, which calendar programs call daylight time wherever it is."""
        return self.after > self.before


def known_zone(name: str) -> ZoneInfo | None:
    """Give a zone by its name, or nothing where there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def describe(zone: ZoneInfo, first: date, last: date) -> Timezone:
    """Describe a zone so that all moments from the year before the first day to the year after the last are right."""
    described = Timezone()
    described.add("tzid", zone.key)
    years = range(max(first.year - 1, 2), min(last.year + 1, 9998) + 1)
    turns: dict[_Turn, list[datetime]] = defaultdict(list)
    for turn, onset in _turns(zone, years):
        turns[turn].append(onset)
    described.add_component(_piece(_at(zone, datetime(years[0], 1, 1, tzinfo=UTC)), [datetime(years[0], 1, 1)]))  # noqa: DTZ001 - local by definition
    for turn, onsets in turns.items():
        described.add_component(_piece(turn, onsets))
    return described


def _at(zone: ZoneInfo, moment: datetime) -> _Turn:
    there = moment.astimezone(zone)
    offset = there.utcoffset() or timedelta()
    return _Turn(offset, offset, there.tzname() or zone.key)


def _turns(zone: ZoneInfo, years: range) -> Iterator[tuple[_Turn, datetime]]:
    """Find every change of the clocks in these years, with its moment on the clock that is about to change."""
    day = datetime(years[0], 1, 1, tzinfo=UTC)
    while day.year <= years[-1]:
        following = day + timedelta(days=1)
        before, after = _at(zone, day), _at(zone, following)
        if (before.after, before.name) != (after.after, after.name):
            moment = _moment(zone, day, following)
            turn = _Turn(before.after, after.after, after.name)
            yield turn, (moment + before.after).replace(tzinfo=None)
        day = following


def _moment(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """Give the first second at which the clocks are as they are at the end, by halving."""
    end = _at(zone, after)
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if _at(zone, middle) == end:
            after = middle
        else:
            before = middle
    return after


def _piece(turn: _Turn, onsets: list[datetime]) -> TimezoneStandard | TimezoneDaylight:
    piece = TimezoneDaylight() if turn.is_forward else TimezoneStandard()
    piece.add("dtstart", onsets[0])
    piece.add("tzoffsetfrom", turn.before)
    piece.add("tzoffsetto", turn.after)
    piece.add("tzname", turn.name)
    rule = _rule(onsets)
    if rule is not None:
        piece.add("rrule", rule)
    elif len(onsets) > 1:
        piece.add("rdate", onsets[1:])
    return piece


def _rule(onsets: list[datetime]) -> vRecur | None:
    """Give the yearly rule that gives exactly these, like the last Sunday of March; nothing where there is none."""
    years = [each.year for each in onsets]
    if len(onsets) < 2 or years != list(range(years[0], years[0] + len(years))):
        return None
    month, weekday = onsets[0].month, onsets[0].weekday()
    same = all((each.month, each.weekday(), each.time()) == (month, weekday, onsets[0].time()) for each in onsets)
    weeks = {(each.day - 1) // 7 + 1 for each in onsets}
    if same and all(each.day > monthrange(each.year, each.month)[1] - _LAST_WEEK for each in onsets):
        return vRecur({"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": f"-1{_DAYS[weekday]}"})
    if same and len(weeks) == 1:
        return vRecur({"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": f"{weeks.pop()}{_DAYS[weekday]}"})
    return None
