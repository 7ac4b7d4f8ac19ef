"""How wide text is in Arial and where its lines break, near enough to know what fits on a slide."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

_WIDTHS: Final = {
    222: "ijl'`",
    260: "|",
    278: " !,./:;I[]\\ft",
    333: "()-r`",
    355: '"',
    389: "*",
    500: "ckvxyzsJ",
    556: "0123456789abdeghnopqu#$?_L",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_BY_CHAR: Final = {char: width for width, chars in _WIDTHS.items() for char in chars}
_WIDE: Final = frozenset("WF")
_OTHER: Final = 600
_SAFE: Final = 1.04
_NEVER_WIDER: Final = 3
_WORD: Final = re.compile(r"[^ \n]*[ \n]+|[^ \n]+")


@cache
def _width(char: str) -> int:
    known = _BY_CHAR.get(char)
    if known is not None:
        return known
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in _WIDE:
        return 1000
    base = unicodedata.normalize("NFD", char)[0]
    return _BY_CHAR.get(base, _OTHER)


def width_of(text: str, size: float) -> float:
    """Give how wide a text is in points, a little more than it will be."""
    return sum(map(_width, text)) * size / 1000 * _SAFE


@lru_cache(maxsize=1024)
def lines_in(text: str, size: float, room: float) -> tuple[str, ...]:
    """Cut a text into the lines it takes in a width; joined they are the text again."""
    paragraphs = text.split("\n")
    ended = [f"{each}\n" for each in paragraphs[:-1]] + [paragraphs[-1]]
    return tuple(line for each in ended for line in _wrapped(each, size, room))


def _wrapped(text: str, size: float, room: float) -> Iterator[str]:
    line, used = "", 0.0
    for word in _words(text, size, room):
        if line and used + width_of(word.rstrip(), size) > room:
            yield line
            line, used = "", 0.0
        line, used = line + word, used + width_of(word, size)
    yield line


def _words(text: str, size: float, room: float) -> Iterator[str]:
    """Cut a text into words with the space behind them, and what is wider than a line into pieces."""
    for word in _WORD.findall(text):
        if len(word) <= _NEVER_WIDER or width_of(word.rstrip(), size) <= room:
            yield word
        else:
            yield from _pieces(word, size, room)


def _pieces(word: str, size: float, room: float) -> Iterator[str]:
    begun, used = 0, 0.0
    for place, char in enumerate(word):
        wide = width_of(char, size)
        if place > begun and used + wide > room:
            yield word[begun:place]
            begun, used = place, 0.0
        used += wide
    yield word[begun:]
