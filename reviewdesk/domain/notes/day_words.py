"""Finds the day that words name: `by fri`, `in 2 Wochen`, `fin du mois`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from reviewdesk.domain.bounds import in_bounds
from reviewdesk.domain.notes import day_names as names
from reviewdesk.domain.notes.day_forms import FORMS_IN_FIGURES, FORMS_IN_WORDS, Form, any_in_figures, any_in_words
from reviewdesk.domain.notes.day_readers import Seen
from reviewdesk.domain.notes.day_rules import DayRules
from reviewdesk.domain.notes.folding import fold_in_place

_START: Final = re.compile(r"(?<![\w/.@#])(?=\w)")
READ_AT_MOST: Final = 10_000
_LEAD_LENGTH: Final = 30
_NOTHING_BEHIND: Final = re.compile(r"(?:[\s.,;:!?)\]]|[@#]\w[\w'’-]*(?: [A-ZÀ-ÞĀ-Ž][\w'’-]*)?)*$")


def _ending_in(pattern: str) -> re.Pattern[str]:
    spaced = names.folded(pattern).replace(" ", r"\s+")
    return re.compile(rf"(?<![\w/@#])(?:{spaced})[\s:]+$")


_DEADLINE: Final = _ending_in(names.DEADLINE)
_BEFORE: Final = _ending_in(names.BEFORE)
_OPENS: Final = re.compile(rf"(?:{names.folded(names.DEADLINE)}|{names.folded(names.BEFORE)})(?!\w)")
_ON: Final = _ending_in(names.ON)
_PAST: Final = _ending_in(f"(?:{names.PAST})(?: the| dem| der| den| le| la)?")
_MORNING: Final = _ending_in("guten|am|jeden|den|der|heute|gestern|eines")
_A_LENGTH: Final = _ending_in(names.A_LENGTH)
_REPEATED: Final = _ending_in(r"(?:times|mal|fois|twice|once|zweimal|dreimal|late|since)")
_PAST_AFTER: Final = re.compile(rf"\s+(?:{names.folded(names.PAST_AFTER)})\b")


@dataclass(frozen=True, slots=True)
class DayWords:
    """A day named in words: which day, where the words stand, and the words as typed."""

    day: date
    span: tuple[int, int]
    words: str

    def moved(self, by: int) -> "DayWords":
        """Give the same day for words that stand so much further on."""
        return replace(self, span=(self.span[0] + by, self.span[1] + by))


@dataclass(frozen=True, slots=True)
class _Place:
    """One place where a day may be meant, in the order in which the best is chosen."""

    form: Form
    found: re.Match[str]
    begin: int
    led: bool
    deadline: bool
    before: bool


def read_day(words: str, on: date, rules: DayRules | None = None, *, expected: bool = False) -> DayWords | None:
    """Read the day that words name, seen from the day `on`.

    A day without a year looks forward. Of several days the one behind *by* is taken, else the last one that ends the
    words, else the first. Where a day is `expected`, as behind a promise, forms count at the end of the words that
    are too weak elsewhere: `2 wks`, `friday`, `4/3`.
    """
    text = fold_in_place(words)
    found = list(_days(text, words, on, rules or DayRules(), expected=expected))
    if not found:
        return None
    leading = [day for leads, day in found if leads]
    ending = [day for _, day in found if ends_words(words, day.span[1])]
    return (leading or ending[-1:] or [day for _, day in found])[0]


def ends_words(words: str, at: int) -> bool:
    """Say whether nothing but punctuation, names and tags follows."""
    return bool(_NOTHING_BEHIND.match(words, at))


def _days(text: str, words: str, on: date, rules: DayRules, *, expected: bool) -> Iterator[tuple[bool, DayWords]]:
    """Give every day the words name, and whether a word like *by* leads to it; of a long text only the end is read."""
    at = _past_word(text, len(text) - READ_AT_MOST) if len(text) > READ_AT_MOST else 0
    while start := _START.search(text, at):
        at = _past_word(text, start.start())
        place = _longest(text, start.start())
        day = place and place.form.read(Seen(place.found, on, rules))
        if place and day and in_bounds(day) and _is_meant(place, text, words, expected=expected):
            at = place.found.end()
            yield place.deadline, _day_words(place, day, on, words)


def _past_word(text: str, at: int) -> int:
    while at < len(text) and (text[at].isalnum() or text[at] == "_"):
        at += 1
    return at


def _longest(text: str, at: int) -> _Place | None:
    """Give the form that takes most of the text from here on."""
    in_figures = text[at].isdigit()
    if not (any_in_figures() if in_figures else any_in_words()).match(text, at):
        return None
    forms = FORMS_IN_FIGURES if in_figures else FORMS_IN_WORDS
    matches = [(form, found) for form in forms if (found := form.pattern.match(text, at))]
    form, found = max(matches, key=lambda each: (each[1].end(), each[0].plain))
    head = text[max(0, at - _LEAD_LENGTH) : at]
    deadline, before = _DEADLINE.search(head), _BEFORE.search(head)
    lead = deadline or before or _ON.search(head)
    begin = at - (len(head) - lead.start()) if lead else at
    return _Place(form, found, begin, bool(lead), bool(deadline or before), bool(before))


def _is_meant(place: _Place, text: str, words: str, *, expected: bool) -> bool:
    """Say whether these words mean a day that is still to come, not a share, a length or something past."""
    begin, end = place.found.span()
    head = text[max(0, begin - _LEAD_LENGTH) : begin]
    if _PAST.search(head) or _PAST_AFTER.match(text, end):
        return False
    if place.found.group() == "morgen" and _MORNING.search(head):
        return False
    if place.form.length:
        return expected and not _A_LENGTH.search(head) and ends_words(words, end)
    if place.form.plain:
        return not _REPEATED.search(head)
    return place.led or _stands_alone(place, words, expected=expected)


def _stands_alone(place: _Place, words: str, *, expected: bool) -> bool:
    whole = not words[: place.begin].strip()
    return (expected or whole) and ends_words(words, place.found.end())


def _day_words(place: _Place, day: date, on: date, words: str) -> DayWords:
    if place.before and day > on:
        day -= timedelta(days=1)
    span = (place.begin, place.found.end())
    return DayWords(day, span, words[span[0] : span[1]])


def is_deadline(words: str) -> bool:
    """Say whether the words of a day name a day by which something is to be done."""
    return bool(_OPENS.match(fold_in_place(words)))
