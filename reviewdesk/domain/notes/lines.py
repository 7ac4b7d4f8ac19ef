"""Reads one line of notes: what it is, whom it names and the day it names. The text itself is never changed."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.day_hints import DayHint, hint_about, hint_about_day
from reviewdesk.domain.notes.day_rules import DayRules
from reviewdesk.domain.notes.day_words import DayWords, ends_words, read_day
from reviewdesk.domain.notes.marks import QUOTATION_MARKS, FoundMark, find_mark
from reviewdesk.domain.notes.mentions import Mention, mentions_in, tags_in, without_signs

DATED: Final = frozenset({Marker.FOLLOW_UP, Marker.OUR_PROMISE, Marker.THEIR_PROMISE})
PROMISED: Final = frozenset({Marker.OUR_PROMISE, Marker.THEIR_PROMISE})


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """What a line of notes says; every span is a place in the line as typed.

    `words` is the line without bullet and mark, `what` the same as a title: without the date at its end, without the
    signs of names and tags. `hint` is a sentence about a date that cannot be read, or cannot be meant as it is read.
    """

    marker: Marker
    severity: int | None
    marker_span: tuple[int, int] | None
    words: str
    what: str
    words_span: tuple[int, int]
    tags: tuple[str, ...]
    people: tuple[Mention, ...]
    day: DayWords | None
    hint: str
    hint_span: tuple[int, int] | None


def parse_line(text: str, on: date, rules: DayRules | None = None) -> ParsedLine:
    """Read a line of notes; dates are read against the day `on`, the day of the meeting."""
    mark = find_mark(text)
    begin, end = words_span(text, mark)
    words = text[begin:end]
    found = read_day(words, on, rules, expected=mark.marker in DATED)
    promised = mark.marker in PROMISED
    hint = hint_about_day(found, on, is_promise=promised) if found else hint_about(words)
    return ParsedLine(
        marker=mark.marker,
        severity=mark.severity,
        marker_span=mark.span,
        words=words,
        what=_title(words, found),
        words_span=(begin, end),
        tags=tags_in(words),
        people=tuple(Mention(each.name, _shifted(each.span, begin)) for each in mentions_in(words)),
        day=found.moved(begin) if found else None,
        hint=hint.words if hint else "",
        hint_span=_hint_span(hint, begin),
    )


def words_span(text: str, mark: FoundMark) -> tuple[int, int]:
    """Give the place of the words; of a quote without the quotation mark that closes it."""
    begin, end = mark.words_from, len(text.rstrip())
    if mark.marker is Marker.QUOTE and _is_closed(text[begin:end]):
        end -= 1
    begin, end = min(begin, len(text)), max(begin, end)
    inner = text[begin:end]
    return begin + len(inner) - len(inner.lstrip()), begin + len(inner.rstrip()) if inner.strip() else end


def _is_closed(quote: str) -> bool:
    return quote.endswith(tuple(QUOTATION_MARKS)) and sum(letter in QUOTATION_MARKS for letter in quote) == 1


def _title(words: str, day: DayWords | None) -> str:
    title = without_signs(_without_day(words, day)).strip(" \t,;:-–")
    return title or words


def _without_day(words: str, day: DayWords | None) -> str:
    """Take the date from the end of the words, be it before the last names and tags or behind them."""
    if day is None or not ends_words(words, day.span[1]):
        return words
    first, last = day.span
    return f"{words[:first].rstrip()} {words[last:].strip(' .,;:!')}".rstrip()


def _shifted(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


def _hint_span(hint: DayHint | None, begin: int) -> tuple[int, int] | None:
    return _shifted(hint.span, begin) if hint else None
