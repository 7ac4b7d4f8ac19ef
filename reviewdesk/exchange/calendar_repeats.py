"""When a meeting that repeats takes place within some days, by its rule (RFC 5545)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import Any, Final

from dateutil.rrule import rrule, rrulestr
from icalendar import Component

from reviewdesk.exchange.calendar_times import every_value, first, value_of

MOST: Final = 1000
_SLOW: Final = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_FINE: Final = frozenset({"BYSECOND", "BYMINUTE", "BYHOUR"})
_OLDEST: Final = 40  # years before the days asked for
_FOLLOWED: Final = _OLDEST * 366


def repeats(component: Component) -> bool:
    """Say whether a meeting takes place more than once."""
    return component.get("RRULE") is not None or component.get("RDATE") is not None


def starts_of(component: Component, first_day: date, last_day: date) -> tuple[Any, ...] | None:
    """Give every start within these days, as the file tells times; nothing where the rule cannot be followed."""
    start = value_of(component, "DTSTART")
    try:
        found = {_plain(start), *_by_rule(component, start, first_day, last_day)}
        found |= {_plain(each) for each in every_value(component, "RDATE") if isinstance(each, date)}
        gone = {_plain(each) for each in every_value(component, "EXDATE") if isinstance(each, date)}
    except (ValueError, TypeError, KeyError, IndexError, OverflowError):
        return None
    kept = sorted(each for each in found - gone if first_day <= each.date() <= last_day)
    return tuple(_like(start, each) for each in kept)


def _by_rule(component: Component, start: date, first_day: date, last_day: date) -> Iterator[datetime]:
    rule = first(component, "RRULE")
    if rule is None:
        return iter(())
    frequency = str(next(iter(rule.get("FREQ", ())), "")).upper()
    if frequency in _SLOW or _FINE & {str(each).upper() for each in rule} or start.year < first_day.year - _OLDEST:
        raise ValueError("this rule would be followed for too long")
    # End and number are seen to here: a rule counts by the clock on the wall while its end is told in UTC, and one that
    # never comes true would be followed for ever.
    until, count = (next(iter(rule.get(each, ())), None) for each in ("UNTIL", "COUNT"))
    parts = [each for each in rule.to_ical().decode().split(";") if not each.upper().startswith(("UNTIL=", "COUNT="))]
    latest = datetime.combine(last_day, time.max)
    last = min(latest, _until(until, start)) if isinstance(until, date) else latest
    followed = rrulestr(";".join(parts), dtstart=_plain(start))
    if not isinstance(followed, rrule):
        raise TypeError("this is no single rule")
    every = islice(followed.replace(until=last), _FOLLOWED)
    counted = islice(every, count) if isinstance(count, int) else every
    return islice((each for each in counted if each >= datetime.combine(first_day, time.min)), MOST)


def _until(until: date, start: date) -> datetime:
    if not isinstance(until, datetime):
        return datetime.combine(until, time.max)
    if until.tzinfo is not None and isinstance(start, datetime) and start.tzinfo is not None:
        return until.astimezone(start.tzinfo).replace(tzinfo=None)
    return until.replace(tzinfo=None)


def _plain(value: date) -> datetime:
    """Give a start by the clock on the wall, which is what rules and exceptions count by."""
    return value.replace(tzinfo=None) if isinstance(value, datetime) else datetime.combine(value, time())


def _like(start: date, each: datetime) -> date:
    if not isinstance(start, datetime):
        return each.date()
    return each.replace(tzinfo=start.tzinfo)


def same_moment(value: object) -> str:
    """Give the first start of one meeting of a series as its own sign."""
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC) if value.tzinfo else value:%Y%m%dT%H%M%S}"
    return f"{value:%Y%m%d}" if isinstance(value, date) else ""
