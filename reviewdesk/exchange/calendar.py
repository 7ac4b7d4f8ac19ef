"""Calendar files (RFC 5545): entries as events with alarms, the same bytes for the same entries."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from reviewdesk.exchange.calendar_entry import CalendarEntry, harmless, one_line
from reviewdesk.exchange.calendar_zone import describe, known_zone

_MADE_BY: Final = "-//ReviewDesk//ReviewDesk//EN"


def calendar_file(entries: Sequence[CalendarEntry], *, name: str = "") -> bytes:
    """Write entries as one calendar file; a name is what calendar programs call it."""
    calendar = Calendar()
    calendar.add("prodid", _MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", one_line(name))
    ordered = sorted(entries, key=_in_order)
    for zone, days in sorted(_zones(ordered).items(), key=_zone_name):
        calendar.add_component(describe(zone, min(days), max(days)))
    for entry in ordered:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _in_order(entry: CalendarEntry) -> tuple[date, str]:
    return entry.day, entry.uid


def _zone_name(found: tuple[ZoneInfo, list[date]]) -> str:
    return found[0].key


def _zones(entries: Sequence[CalendarEntry]) -> dict[ZoneInfo, list[date]]:
    """Give the zones that times are told in, with the days they are needed for."""
    found: dict[ZoneInfo, list[date]] = defaultdict(list)
    for entry in entries:
        zone = None if entry.starts_at is None else _span(entry, entry.starts_at)[0].tzinfo
        if isinstance(zone, ZoneInfo):
            found[zone].append(entry.day)
    return found


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", one_line(entry.uid))
    event.add("summary", one_line(entry.title))
    event.add("dtstamp", entry.changed_at.astimezone(UTC).replace(microsecond=0))
    event.add("last-modified", entry.changed_at.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    _place_in_time(event, entry)
    for key, text in (("location", one_line(entry.place)), ("description", harmless(entry.details))):
        if text:
            event.add(key, text)
    for alarm in () if entry.is_cancelled else sorted(set(entry.alarms)):
        event.add_component(_alarm(entry, alarm))
    return event


def _place_in_time(event: Event, entry: CalendarEntry) -> None:
    if entry.starts_at is not None:
        start, end = _span(entry, entry.starts_at)
        event.add("dtstart", start)
        event.add("dtend", end)
        event.add("transp", "OPAQUE")
        return
    event.add("dtstart", entry.day)
    if entry.day < date.max:
        event.add("dtend", entry.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")


def _span(entry: CalendarEntry, starts_at: datetime) -> tuple[datetime, datetime]:
    """Give start and end in the entry's zone; in UTC where the zone is unknown or its clock shows the hour twice."""
    start = starts_at.astimezone(UTC).replace(microsecond=0)
    end = start + timedelta(minutes=max(entry.minutes, 1))
    zone = known_zone(entry.zone)
    if zone is None or zone.key == "UTC":
        return start, end
    there = start.astimezone(zone), end.astimezone(zone)
    return (start, end) if any(each.fold for each in there) else there


def _alarm(entry: CalendarEntry, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one_line(entry.title))
    alarm.add("trigger", before)
    return alarm
