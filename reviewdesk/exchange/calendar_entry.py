"""What a calendar file says about one thing: a value with no room for anything that must not leave."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

LONGEST_TEXT: Final = 1000
_BETWEEN_LINES: Final = "\u2028\u2029\x0b\x0c\x85"
_DIRECTIONS: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One entry of a calendar.

    With `starts_at` it has a time, told in `zone` where that is a known zone, and lasts `minutes`; without it is of
    the whole `day`. `alarms` are counted from the start, at midnight for a whole day: 8 hours is eight in the
    morning, minus 15 minutes is a quarter of an hour before. `sequence` grows with every change of the entry.
    """

    uid: str
    title: str
    day: date
    changed_at: datetime
    sequence: int = 0
    starts_at: datetime | None = None
    zone: str = ""
    minutes: int = 60
    place: str = ""
    details: str = ""
    alarms: tuple[timedelta, ...] = ()
    is_cancelled: bool = False


def morning_alarm(days_before: int, at: time) -> timedelta:
    """Give the alarm of a whole-day entry that rings at an hour some days before it; below zero days after it."""
    return timedelta(days=-days_before, hours=at.hour, minutes=at.minute)


def harmless(text: str) -> str:
    """Take out what could pass for another line or turn the text around, and cut what is endless."""
    for each in _BETWEEN_LINES:
        text = text.replace(each, "\n")
    kept = (each for each in text.replace("\r\n", "\n").replace("\r", "\n") if each == "\n" or _is_plain(each))
    clean = "".join(kept).strip()
    return clean if len(clean) <= LONGEST_TEXT else f"{clean[: LONGEST_TEXT - 1]}…"


def one_line(text: str) -> str:
    """Take out the same and put everything on one line."""
    return " ".join(harmless(text).split())


def _is_plain(letter: str) -> bool:
    """Say whether a letter is no control character, no half of a pair and no turn of direction."""
    code = ord(letter)
    is_control = code < 0x20 or 0x7F <= code < 0xA0
    is_half = 0xD800 <= code <= 0xDFFF
    return not (is_control or is_half or letter in _DIRECTIONS) or letter == "\t"
