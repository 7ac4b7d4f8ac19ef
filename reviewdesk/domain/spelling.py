"""Which words of a note can be misspelt at all: no names, marks, tags, days, figures or abbreviations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import day_names
from reviewdesk.domain.notes.marks import MARKS, find_mark
from reviewdesk.domain.notes.mentions import mentions_in

LONGEST: Final = 2_000
_TOKEN: Final = re.compile(r"\S+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOT_PROSE: Final = re.compile(r"\d|^[/#@]|@|://|\w\.\w|\w[/\\_]\w|_")
_OTHER_SCRIPTS: Final = re.compile("[\u0370-\u1dff\u2c80-\uabff\uac00-\ufaff]")


@dataclass(frozen=True, slots=True)
class SpelledWord:
    """One word as typed and where it begins in its line."""

    text: str
    begin: int

    @property
    def end(self) -> int:
        """Where it ends in its line."""
        return self.begin + len(self.text)


@lru_cache(maxsize=4096)
def spelled_words(line: str) -> tuple[SpelledWord, ...]:
    """Give the words of a line whose spelling can be looked up."""
    head = line[:LONGEST]
    mark = find_mark(head)
    apart = [*((mark.span,) if mark.span else ()), *(each.span for each in mentions_in(head))]
    found = (each for each in _words(head) if not any(a < each.end and each.begin < b for a, b in apart))
    names_a_rival = mark.marker is Marker.RIVAL
    return tuple(each for each in found if not (names_a_rival and each.text[:1].isupper()))


def _words(text: str) -> Iterator[SpelledWord]:
    for token in _TOKEN.finditer(text):
        if _NOT_PROSE.search(token.group().strip(".,;:!?()[]\"'“”„«»")):
            continue
        for found in _WORD.finditer(token.group()):
            if _is_word(found.group()):
                yield SpelledWord(found.group(), token.start() + found.start())


def _is_word(text: str) -> bool:
    """Leave out single letters, ABBREVIATIONS, nameLike words and scripts that no dictionary here knows."""
    if len(text) == 1 or text.isupper() or _OTHER_SCRIPTS.search(text):
        return False
    return all(part[1:] == part[1:].lower() or part.isupper() for part in re.split("['’-]", text))


def plain(word: str) -> str:
    """Write a word as it is looked up among names: small, with a straight apostrophe."""
    return word.replace("’", "'").casefold()


def is_named(word: str, names: frozenset[str]) -> bool:
    """Say whether a word, or the word whose owner it tells, is among these names."""
    small = plain(word)
    if small in names or small.removesuffix("'s") in names:
        return True
    parts = small.split("-")
    return len(parts) > 1 and all(each in names for each in parts)


def pieces(texts: tuple[str, ...]) -> frozenset[str]:
    """Give the single words of names, as they are looked up."""
    return frozenset(
        piece for text in texts for word in _WORD.findall(text) for piece in (plain(word), *plain(word).split("-"))
    )


@lru_cache(maxsize=1)
def trade_words() -> frozenset[str]:
    """Give the words the program itself reads in notes: marks and days, in every language."""
    groups = (
        *(day_names.WEEKDAY_NAMES + day_names.SHORT_WEEKDAYS + day_names.MONTH_NAMES + day_names.SHORT_MONTHS),
        *(words for mark in MARKS for words in mark.words.values()),
        (day_names.TODAY, day_names.TOMORROW),
    )
    return pieces(tuple(word for group in groups for word in group))
