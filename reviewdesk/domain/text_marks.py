"""Where the words of a search stand in a text, so that they can be marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reviewdesk.domain.text import fold

AROUND: Final = 60
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text, from `start` up to `end`."""

    start: int
    end: int


def marked(text: str, words: Sequence[str]) -> tuple[Span, ...]:
    """Give the parts of a text that match one of these folded words, each word of the text from its beginning."""
    spans = [_in_word(found, words) for found in _WORD.finditer(text)]
    return tuple(each for each in spans if each is not None)


def _in_word(found: re.Match[str], words: Sequence[str]) -> Span | None:
    folded = fold(found.group())
    for word in sorted(words, key=len, reverse=True):
        at = 0 if folded.startswith(word) else folded.find(word) if not word.isascii() else -1
        if at >= 0:
            return Span(found.start() + at, min(found.end(), found.start() + at + len(word)))
    return None


def excerpt(text: str, words: Sequence[str]) -> str:
    """Give the line of a text that matches best, cut around its first match."""
    lines = [each.strip() for each in text.splitlines() if each.strip()]
    if not lines:
        return ""
    line = max(lines, key=lambda each: len({fold(each[span.start : span.end]) for span in marked(each, words)}))
    first = next(iter(marked(line, words)), Span(0, 0))
    start = max(0, first.start - AROUND)
    end = min(len(line), first.end + 2 * AROUND)
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")
