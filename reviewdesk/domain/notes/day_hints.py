"""Says quietly what is amiss with a date that was meant but cannot be read."""

import re
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Final

from reviewdesk.domain.notes import day_names as names
from reviewdesk.domain.notes.day_words import DayWords
from reviewdesk.domain.notes.folding import fold_in_place

_LEADS: Final = names.folded(f"{names.DEADLINE}|{names.BEFORE}").replace(" ", r"\s+")
_MEANT: Final = re.compile(
    rf"(?<![\w/@#])(?:{_LEADS})\s+(?:the\s+|next\s+|den\s+|le\s+)?"
    rf"(?P<day>\d{{1,2}}[./]\d{{1,2}}\b\.?|\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s*(?=[^\W\d_]))?(?P<word>[^\W\d_]{{3,14}}\b)?"
)
LONG_ENOUGH: Final = 5
_CLOSE: Final = 0.8
_SPELLINGS: Final = {
    fold_in_place(name): name if name is row[-1] else name.capitalize()  # French writes them small
    for row in (*names.WEEKDAY_NAMES, *names.MONTH_NAMES)
    for name in row
    if len(name) >= LONG_ENOUGH
}
_WEEKDAY: Final = re.compile(
    rf"(?<!\w)({names.any_of(names.WEEKDAYS)})[.,]?\s+(?=\d|(?:the|den|le)\s|[^\W\d]{{3,}}\.?\s\d)"
)
_IN_FIGURES: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class DayHint:
    """A hint about words that were meant as a date, and where they stand."""

    words: str
    span: tuple[int, int]


def hint_about(words: str) -> DayHint | None:
    """Give a hint where a date looks meant; asked only of words no day could be read from."""
    for found in _MEANT.finditer(fold_in_place(words)):
        typed = words[found.start() : found.end()].strip()
        if hint := _hint(found, typed):
            return DayHint(hint, (found.start(), found.start() + len(typed)))
    return None


def hint_about_day(found: DayWords, on: date, *, is_promise: bool) -> DayHint | None:
    """Give a hint where a day that was read cannot be meant: another day of the week, a promise for a day gone by."""
    typed, day = found.words, f"{found.day.day} {found.day:%B %Y}"
    named = _WEEKDAY.search(fold_in_place(typed))
    if named and _IN_FIGURES.search(typed) and names.WEEKDAYS[named[1]] != found.day.weekday():
        return DayHint(f"“{typed}”: {day} is a {found.day:%A}. Please check the day.", found.span)
    if is_promise and found.day < on:
        return DayHint(f"“{typed}” is before the meeting. Please check the day.", found.span)
    return None


def _hint(found: re.Match[str], typed: str) -> str:
    day, word = found.group("day"), found.group("word")
    if day and (not word or word in names.MONTHS):
        return f"“{typed}” is not in the calendar. Please check the day."
    if word in names.LONG_MONTHS and not day:
        return f"“{typed}” names a month but no day. Which day is meant?"
    close = get_close_matches(word or "", _SPELLINGS, n=1, cutoff=_CLOSE)
    if not close or word in names.MONTHS:
        return ""
    return f"“{typed}” is not read as a date. Did you mean “{_SPELLINGS[close[0]]}”?"
