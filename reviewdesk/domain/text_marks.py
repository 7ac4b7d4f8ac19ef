"""Where the words of a search stand in a text, so that they can be marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reviewdesk.domain.text import fold

AROUND: Final = 60
_WORD: Final = re.compile(r"[\w\u0300-\u036f]+")  # accents may stand beside their letters


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text, from `start` up to `end`."""

    start: int
    end: int


def marked(text: str, words: Sequence[str]) -> tuple[Span, ...]:
    """Give the parts of a text that match one of these folded words, each word of the text from its beginning.

    Where words are written without spaces between them, each stands anywhere in what is written together, and parts
    that meet are one.
    """
    longest_first = sorted(words, key=len, reverse=True)
    return tuple(span for found in _WORD.finditer(text) for span in _in_word(found, longest_first))


def _in_word(found: re.Match[str], words: Sequence[str]) -> Sequence[Span]:
    text, start = found.group(), found.start()
    if text.isascii():  # folded, each letter of it is one letter
        folded = text.lower()
        return [Span(start, start + len(word)) for word in words if folded.startswith(word)][:1]
    pieces = [fold(each) for each in text]
    folded = "".join(pieces)
    marks = {at for word in words for place in _places(folded, word) for at in range(place, place + len(word))}
    marked_letters = {_letter_at(pieces, each) for each in marks}
    for at, piece in enumerate(pieces):  # an accent that folds to nothing goes with the letter before it
        if not piece and at - 1 in marked_letters:
            marked_letters.add(at)
    letters = sorted(marked_letters)
    begins = [each for each in letters if each - 1 not in letters]
    ends = [each + 1 for each in letters if each + 1 not in letters]
    return [Span(start + begin, start + end) for begin, end in zip(begins, ends, strict=True)]


def _places(folded: str, word: str) -> Sequence[int]:
    """Give where a word of the search stands in a word of the text: at its beginning, or in other scripts anywhere."""
    if word.isascii():
        return [0] if folded.startswith(word) else []
    return [at for at in range(len(folded)) if folded.startswith(word, at)] if word else []


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
