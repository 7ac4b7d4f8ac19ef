"""Days and moments as calendar files write them: whole days, UTC, a named zone, or the clock on the wall."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from icalendar import Component, vBroken
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from reviewdesk.exchange.calendar_zone import known_zone

LONGEST: Final = 24 * 60  # minutes
USUAL: Final = 60
_FIRST_YEAR: Final = 1970
_LAST_YEAR: Final = 9000


@dataclass(frozen=True, slots=True)
class When:
    """When something starts: a day, and a moment in UTC unless it is of the whole day; `zone` is an IANA name."""

    day: date
    starts_at: datetime | None = None
    zone: str = ""


def first(component: Component, name: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Give a property, the first of several; nothing where it is written otherwise than it should be."""
    found = component.get(name)
    one = found[0] if isinstance(found, list) and found else found
    return None if isinstance(one, vBroken) else one


def value_of(component: Component, name: str) -> Any:  # noqa: ANN401 - a day, a moment or a span
    """Give the value of a property that holds a time, or nothing where it cannot be read."""
    return getattr(first(component, name), "dt", None)


def every_value(component: Component, name: str) -> Iterator[Any]:
    """Give all values of a property that may be written several times and hold several."""
    found = component.get(name)
    for each in found if isinstance(found, list) else [found]:
        for one in () if isinstance(each, vBroken) else getattr(each, "dts", ()):
            yield getattr(one, "dt", None)


def zone_of(component: Component, name: str, calendar_zone: str) -> str:
    """Give the zone that a property is told in, by the name that this program knows it by; nothing where none is."""
    given = str(getattr(first(component, name), "params", {}).get("TZID", "")) or calendar_zone
    tidy = given.strip().strip('"')
    named = WINDOWS_TO_OLSON.get(tidy, tidy)
    ways = (named, "/".join(named.split("/")[-2:]))
    return next((each for each in ways if known_zone(each) is not None), "")


def when(value: object, zone: str) -> When | None:
    """Read a start; the clock on the wall is that of the zone, or of this machine where there is none."""
    if isinstance(value, datetime):
        there = known_zone(zone)
        aware = value if value.tzinfo is not None else value.replace(tzinfo=there) if there else value.astimezone()
        if not _FIRST_YEAR <= aware.year <= _LAST_YEAR:
            return None
        start = aware.astimezone(UTC)
        return When(start.astimezone(there).date(), start, zone)
    if isinstance(value, date) and _FIRST_YEAR <= value.year <= _LAST_YEAR:
        return When(value)
    return None


def minutes_of(component: Component) -> int:
    """Give how long a meeting takes, an hour where the file does not say; never over a day."""
    start, end, lasts = (value_of(component, each) for each in ("DTSTART", "DTEND", "DURATION"))
    if isinstance(start, datetime) and isinstance(end, datetime):
        alike = (start.tzinfo is None) == (end.tzinfo is None)
        lasts = end - start if alike else end.replace(tzinfo=None) - start.replace(tzinfo=None)
    minutes = round(lasts / timedelta(minutes=1)) if isinstance(lasts, timedelta) else 0
    return min(minutes, LONGEST) if minutes > 0 else USUAL
