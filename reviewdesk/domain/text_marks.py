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
    longest_first = sorted(words, key=len, reverse=True)
    spans = [_in_word(found, longest_first) for found in _WORD.finditer(text)]
    return tuple(each for each in spans if each is not None)


def _in_word(found: re.Match[str], words: Sequence[str]) -> Span | None:
    text = found.group()
    if text.isascii():  # folded, each letter of it is one letter
        folded = text.lower()
        return next((Span(found.start(), found.start() + len(word)) for word in words if folded.startswith(word)), None)
    pieces = [fold(each) for each in text]
    folded = "".join(pieces)
    for word in words:
        at = 0 if folded.startswith(word) else folded.find(word) if not word.isascii() else -1
        if at >= 0:
            first, last = _letter_at(pieces, at), _letter_at(pieces, at + len(word) - 1)
            return Span(found.start() + first, found.start() + last + 1)
    return None


def _letter_at(pieces: Sequence[str], place: int) -> int:
    """Give the letter that stands at a place of the folded word: folded, one may be several, or none at all."""
    reached = 0
    for at, piece in enumerate(pieces):
        reached += len(piece)
        if place < reached:
            return at
    return len(pieces) - 1


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
