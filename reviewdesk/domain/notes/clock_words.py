"""Finds the time of day that words name beside a day: `next thu at 10`, `9 am tomorrow`, `3 dec 14:30`."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

from reviewdesk.domain.notes.folding import fold_in_place

_LEAD: Final = r"(?:(?<!\w)(?P<led>at|um|a|@)\s*)"
_HALF: Final = r"(?P<half>[ap])\.?m\b\.?(?!\s*\d)"
_FORMS: Final = tuple(
    re.compile(rf"(?<![\w.,:/-]){pattern}(?![\w:/-]|[.,]\d)")
    for pattern in (
        rf"{_LEAD}?(?P<hour>\d{{1,2}})(?:[:.h](?P<minute>\d\d))?\s*{_HALF}",
        rf"{_LEAD}?(?P<hour>\d{{1,2}})[:h](?P<minute>\d\d)(?:\s*(?P<plain>uhr|h))?",
        rf"{_LEAD}(?P<hour>\d{{1,2}})\.(?P<minute>\d\d)(?:\s*(?P<plain>uhr|h))?",
        r"(?P<hour>\d{1,2})\.(?P<minute>\d\d)\s*(?P<plain>uhr|h)",
        r"(?P<hour>\d{1,2})\.(?P<minute>1[3-9]|[2-5]\d)$",  # no month, so it is no day
        rf"{_LEAD}?(?P<hour>\d{{1,2}})\s*(?P<plain>h|uhr|o'clock)",
        rf"{_LEAD}(?P<hour>\d{{1,2}})",
        rf"{_LEAD}?(?P<noon>noon|midday|mittag|midi)",
    )
)
_MIGHT_BE: Final = re.compile(r"\d|(?<!\w)(?:at|um|@)(?!\w)")
_HOURS: Final = 24
_AFTERNOON: Final = range(1, 7)


@dataclass(frozen=True, slots=True)
class ClockWords:
    """The time that words name, if they name one, and the words without it."""

    rest: str
    clock: time | None = None


def read_clock_in(words: str) -> ClockWords:
    """Take a time out of words.

    One o'clock to six without am or pm is the afternoon, when people meet, unless it is written as 02:00, 2h or 2 Uhr.
    A bare number is no time.
    """
    folded = fold_in_place(words)
    for form in _FORMS:
        found = form.search(folded)
        clock = found and _clock(found)
        if found and clock is not None:
            return ClockWords(" ".join(f"{words[: found.start()]} {words[found.end() :]}".split()), clock)
    return ClockWords(words)


def may_name_a_time(words: str) -> bool:
    """Say whether words that are no day and no time look as if a time was meant."""
    return bool(_MIGHT_BE.search(fold_in_place(words)))


def read_clock(typed: str) -> time | None:
    """Read a time of day where nothing else is expected: 14:30, 14.30, 1430, 2:30 pm, 9."""
    tidy = typed.strip()
    if tidy.isdecimal() and len(tidy) in {3, 4}:
        tidy = f"{tidy[:-2]}:{tidy[-2:]}"
    found = read_clock_in(f"at {tidy.rstrip(' .')}" if tidy[:1].isdigit() and ":" not in tidy else tidy)
    return None if found.rest else found.clock


def _clock(found: re.Match[str]) -> time | None:
    groups = found.groupdict()
    if groups.get("noon"):
        return time(12)
    written, minute = groups["hour"], int(groups.get("minute") or 0)
    hour, half = int(written), groups.get("half")
    if half:
        if not 1 <= hour <= _HOURS // 2:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif hour in _AFTERNOON and len(written) == 1 and not (groups.get("plain") or "h" in found.group()):
        hour += 12
    return time(hour, minute) if hour < _HOURS and minute < 60 else None  # noqa: PLR2004 - minutes of an hour
