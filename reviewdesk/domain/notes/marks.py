"""The marks that say at the start of a line what it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.text import fold

WORST: Final = 4
QUOTATION_MARKS: Final = '"“”„‟«»'


@dataclass(frozen=True, slots=True)
class Mark:
    """One kind of line with its sign, its shortcut and the words that stand for it in each language."""

    marker: Marker
    sign: str
    shortcut: str
    words: Mapping[str, tuple[str, ...]]

    @property
    def label(self) -> str:
        """The kind in plain words."""
        return self.marker.value


@dataclass(frozen=True, slots=True)
class FoundMark:
    """What the start of a line says: its kind, and where the bullet ends, the mark stands and the words begin."""

    marker: Marker
    severity: int | None
    span: tuple[int, int] | None
    words_from: int


def _words(english: str, german: str, french: str) -> dict[str, tuple[str, ...]]:
    return {"en": tuple(english.split()), "de": tuple(german.split()), "fr": tuple(french.split())}


MARKS: Final[tuple[Mark, ...]] = (
    Mark(Marker.FOLLOW_UP, "[]", "Ctrl+1", _words("/do", "/tun", "/faire")),
    Mark(Marker.OUR_PROMISE, "/we", "Ctrl+2", _words("/we", "/wir", "/nous")),
    Mark(Marker.THEIR_PROMISE, "/they", "Ctrl+3", _words("/they", "/sie", "/eux /ils")),
    Mark(Marker.CONCERN, "!", "Ctrl+4", _words("/concern", "/sorge", "/souci")),
    Mark(Marker.GOING_RIGHT, "+", "Ctrl+5", _words("/good", "/gut", "/bien")),
    Mark(Marker.QUESTION, "?", "Ctrl+6", _words("/ask", "/frage", "/question")),
    Mark(Marker.QUOTE, '"', "Ctrl+7", _words("/quote", "/zitat", "/citation")),
    Mark(Marker.DECISION, "/d", "Ctrl+8", _words("/d /decision", "/e /entscheidung", "/décision")),
    Mark(Marker.OPPORTUNITY, "/o", "Ctrl+9", _words("/o /opportunity", "/chance", "/piste")),
    Mark(Marker.RIVAL, "/c", "Ctrl+Shift+1", _words("/c /rival", "/rivale /wettbewerb", "/concurrent")),
    Mark(Marker.ONLY_ME, "//", "Ctrl+Shift+2", _words("/me", "/privat", "/perso")),
)

_BY_SIGN: Final = {
    **{fold(word): mark.marker for mark in MARKS for words in mark.words.values() for word in words},
    **{mark.sign: mark.marker for mark in MARKS},
    "[ ]": Marker.FOLLOW_UP,
}
_BLANK: Final = r"[\s\u200e\u200f\ufeff]"
_BULLET: Final = re.compile(rf"{_BLANK}*(?:[-*–—](?:\s+|$)|[•‣◦·]\s*)?{_BLANK}*")
# A number is a bullet before a mark only: "2. Schicht" is the second shift.
_NUMBER: Final = re.compile(rf"{_BLANK}*\d{{1,3}}[.)]\s+{_BLANK}*")
_MARK: Final = re.compile(rf"(?:\[ ?\]|!{{1,{WORST}}}|[+?]|//|/[^\W\d_]{{1,15}})(?=\s|$)")


def mark_of(marker: Marker) -> Mark | None:
    """Give the mark of a kind; a plain note has none."""
    return next((mark for mark in MARKS if mark.marker is marker), None)


def find_mark(text: str) -> FoundMark:
    """Read the mark at the start of a line, also behind a bullet or a number."""
    numbered = _NUMBER.match(text)
    found = _mark_at(text, numbered.end()) if numbered else None
    return found if found and found.span else _mark_at(text, _end(_BULLET.match(text)))


def _mark_at(text: str, begin: int) -> FoundMark:
    if text[begin : begin + 1] in tuple(QUOTATION_MARKS):
        return FoundMark(Marker.QUOTE, None, (begin, begin + 1), begin + 1)
    found = _MARK.match(text, begin)
    marker = _marker_for(found.group()) if found else None
    if found is None or marker is None:
        return FoundMark(Marker.NOTE, None, None, begin)
    return FoundMark(marker, _severity(found.group(), marker), found.span(), found.end())


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0


def _marker_for(sign: str) -> Marker | None:
    return Marker.CONCERN if sign.startswith("!") else _BY_SIGN.get(fold(sign))


def _severity(sign: str, marker: Marker) -> int | None:
    if marker is not Marker.CONCERN:
        return None
    return len(sign) if sign.startswith("!") else 1
