"""Reads calendar files (RFC 5545) of any program: meetings with their people, series and cancellations."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from icalendar import Calendar, Component, Event

from reviewdesk.domain.address_book import Address
from reviewdesk.domain.errors import UnreadableError
from reviewdesk.domain.meeting_read import CalendarRead, MeetingRead
from reviewdesk.exchange.calendar_entry import one_line
from reviewdesk.exchange.calendar_repeats import repeats, same_moment, starts_of
from reviewdesk.exchange.calendar_times import first, minutes_of, value_of, when, zone_of
from reviewdesk.exchange.plain_text import decoded

LARGEST: Final = 20 * 1024 * 1024  # bytes
_DEEPEST: Final = 8
_MOST_EVENTS: Final = 20_000
_MOST_PEOPLE: Final = 500
_ANSWERS: Final = frozenset({"REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER"})
_EVENT: Final = re.compile(r"^BEGIN:VEVENT\s*?\n.*?^END:VEVENT\s*?(?:\n|\Z)", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_STARTS: Final = re.compile(r"^DTSTART[^:\n]*:(\d{4})(\d{2})(\d{2})", re.MULTILINE | re.IGNORECASE)
_ENDLESS_ZONE: Final = re.compile(r";TZID=[^:;\n]{100,}", re.IGNORECASE)
_SEVERAL: Final = re.compile(r"^(?:RRULE|RDATE|RECURRENCE-ID)", re.MULTILINE | re.IGNORECASE)
_DAMAGED: Final = "“{name}” is no calendar file that can be read. Save or export it again from the calendar program."


@dataclass(frozen=True, slots=True)
class Days:
    """The days that are of interest; what lies before or after is left out."""

    first: date
    last: date


def read_calendar(content: bytes, name: str, days: Days) -> CalendarRead:
    """Read the meetings of a calendar file, in the order of their days.

    Raises:
        UnreadableError: it is no calendar file, is damaged or too large, or is only somebody's answer to an invitation.
    """
    if len(content) > LARGEST:
        raise UnreadableError(f"“{name}” is larger than {LARGEST // 1024**2} MB. Export fewer years of the calendar.")
    calendars = _parsed(_near(_text(content, name), days), name)
    if any(str(first(each, "METHOD") or "").upper() in _ANSWERS for each in calendars):
        raise UnreadableError(f"“{name}” is an answer to an invitation. Take the invitation itself, or the calendar.")
    left_out: Counter[str] = Counter()
    found = [each for calendar in calendars for each in _meetings(calendar, days, left_out)]
    told = tuple(f"{words}: {count}" for words, count in left_out.items())
    return CalendarRead(tuple(sorted(_newest(found), key=_in_order)), told, _whole(calendars, days))


def _whole(calendars: Iterable[Calendar], days: Days) -> dict[str, int]:
    """Give the ids of the events that are here with all their days, each with how often it was changed."""
    events = [each for calendar in calendars for each in calendar.walk("VEVENT") if isinstance(each, Event)]
    return {
        _uid(each): _sequence(each)
        for each in events
        if each.get("RECURRENCE-ID") is None
        and value_of(each, "DTSTART") is not None
        and not (repeats(each) and starts_of(each, days.first, days.last) is None)
    }


def _text(content: bytes, name: str) -> str:
    text = decoded(content).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    text = _ENDLESS_ZONE.sub("", text)
    if "BEGIN:VCALENDAR" not in text[:4096].upper():
        raise UnreadableError(_DAMAGED.format(name=name))
    depth = deepest = events = 0
    for line in text.splitlines():
        start = line[:16].upper()
        depth += start.startswith("BEGIN:") - start.startswith("END:")
        deepest, events = max(deepest, depth), events + (start.rstrip() == "BEGIN:VEVENT")
    if deepest > _DEEPEST:
        raise UnreadableError(_DAMAGED.format(name=name))
    if events > _MOST_EVENTS:
        raise UnreadableError(
            f"“{name}” holds more than {_MOST_EVENTS:,} meetings. Export fewer years of the calendar."
        )
    return text


def _near(text: str, days: Days) -> str:
    """Leave out single meetings of other days before anything is read, since calendars hold years of them."""

    def kept(found: re.Match[str]) -> str:
        starts = _STARTS.search(found.group())
        if starts is None or _SEVERAL.search(found.group()):
            return found.group()
        digits = "".join(starts.groups())
        return found.group() if f"{days.first:%Y%m%d}" <= digits <= f"{days.last:%Y%m%d}" else ""

    return _EVENT.sub(kept, text)


def _parsed(text: str, name: str) -> list[Calendar]:
    try:
        found = list(Calendar.from_ical(text, multiple=True))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, OSError) as error:
        raise UnreadableError(_DAMAGED.format(name=name)) from error
    if not found:
        raise UnreadableError(_DAMAGED.format(name=name))
    return found


def _meetings(calendar: Calendar, days: Days, left_out: Counter[str]) -> Iterator[MeetingRead]:
    """Give the meetings of a calendar within these days; one of a series that was moved stands for itself."""
    is_cancelled = str(first(calendar, "METHOD") or "").upper() == "CANCEL"
    zone = str(first(calendar, "X-WR-TIMEZONE") or "")
    moved: dict[str, set[str]] = defaultdict(set)
    events = [each for each in calendar.walk("VEVENT") if isinstance(each, Event)]
    for each in events:
        if each.get("RECURRENCE-ID") is not None:
            moved[_uid(each)].add(same_moment(value_of(each, "RECURRENCE-ID")))
    for each in events:
        if not _uid(each) or _start_of(each, is_cancelled=is_cancelled) is None:
            left_out["without an id or a readable start"] += 1
            continue
        for of, start in _starts(each, moved, days, left_out):
            at = when(start or _start_of(each, is_cancelled=is_cancelled), zone_of(each, "DTSTART", zone))
            if at is not None and days.first <= at.day <= days.last:
                yield _meeting(each, of, at, is_cancelled=is_cancelled)


def _start_of(event: Event, *, is_cancelled: bool) -> date | None:
    """Give the start of an event; a cancellation may name none, and then that of the one cancelled or its own stamp."""
    stamps = ("DTSTART", "RECURRENCE-ID", "DTSTAMP") if is_cancelled else ("DTSTART",)
    return next((start for each in stamps if (start := value_of(event, each)) is not None), None)


def _starts(event: Event, moved: dict[str, set[str]], days: Days, left_out: Counter[str]) -> Iterable[tuple[str, Any]]:
    """Give the starts of an event, each with the sign of its place in a series, which is empty for a single one."""
    of = same_moment(value_of(event, "RECURRENCE-ID"))
    if of or not repeats(event):
        return [(of, value_of(event, "DTSTART"))]
    starts = starts_of(event, days.first, days.last)
    if starts is None:
        left_out["repeating by a rule that cannot be followed"] += 1
        return []
    signs = ((same_moment(each), each) for each in starts)
    return [(sign, each) for sign, each in signs if sign not in moved[_uid(event)]]


def _meeting(event: Event, of: str, at: Any, *, is_cancelled: bool) -> MeetingRead:  # noqa: ANN401 - a When
    status = str(first(event, "STATUS") or "").upper()
    return MeetingRead(
        uid=f"{_uid(event)}#{of}" if of else _uid(event),
        title=_words(event, "SUMMARY") or "Meeting without a title",
        day=at.day,
        starts_at=at.starts_at,
        zone=at.zone,
        minutes=minutes_of(event),
        place=_words(event, "LOCATION"),
        sequence=_sequence(event),
        is_cancelled=is_cancelled or status == "CANCELLED",
        people=tuple(_people(event)),
    )


def _uid(event: Event) -> str:
    return one_line(str(first(event, "UID") or ""))


def _words(event: Component, name: str) -> str:
    found = first(event, name)
    return one_line(str(found)) if found is not None else ""


def _sequence(event: Component) -> int:
    try:
        return max(0, min(int(first(event, "SEQUENCE") or 0), 2**31))
    except (ValueError, TypeError):
        return 0


def _people(event: Component) -> Iterator[Address]:
    """Give who is invited and who invites, each address once."""
    seen = set()
    for name in ("ATTENDEE", "ORGANIZER"):
        found = event.get(name)
        for each in (found if isinstance(found, list) else [found] if found is not None else [])[:_MOST_PEOPLE]:
            mail = one_line(str(each)).removeprefix("mailto:").removeprefix("MAILTO:").strip()
            if "@" in mail and mail.casefold() not in seen:
                seen.add(mail.casefold())
                yield Address(mail, one_line(str(getattr(each, "params", {}).get("CN", ""))).strip('"'))


def _newest(found: Iterable[MeetingRead]) -> Iterable[MeetingRead]:
    """Keep of each meeting what counts the most changes; a cancellation goes before what counts as many."""
    newest: dict[str, MeetingRead] = {}
    for each in found:
        known = newest.get(each.uid)
        if known is None or (each.sequence, each.is_cancelled) >= (known.sequence, known.is_cancelled):
            newest[each.uid] = each
    return newest.values()


def _in_order(meeting: MeetingRead) -> tuple[date, str, str]:
    return meeting.day, f"{meeting.starts_at or ''}", meeting.uid
