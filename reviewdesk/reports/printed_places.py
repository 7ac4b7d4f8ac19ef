"""Where lines stand in a finished document: found in its text by their own letters, in the order they are printed in.

White space, compatibility forms and direction marks are left out on both sides, so a line is found over ends of lines
and pages. The same words twice are two places: each is taken once, and the next one after the line before is taken
first.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2

from reviewdesk.reports.page_text import Area, joined, page_text

_IGNORED: Final = re.compile("[\\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufffe-]")


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """Where a line stands on one page, counted from 1."""

    page: int
    areas: tuple[Area, ...]


def places_of(pdf: bytes, lines: Sequence[str]) -> tuple[PrintedPlace | None, ...]:
    """Give where each of these lines begins, given in the order they are printed in; nothing where it is not found."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        text, places = _squeezed(document)
        spans = _spans(text, [_squeeze(each) for each in lines])
        return tuple(_place(document, [places[at] for at in range(*span)]) if span else None for span in spans)
    finally:
        document.close()


def _squeezed(document: pypdfium2.PdfDocument) -> tuple[str, list[tuple[int, int]]]:
    signs: list[str] = []
    places: list[tuple[int, int]] = []
    for number, page in enumerate(document, 1):
        for at, sign in enumerate(page_text(page)):
            for each in _squeeze(sign):
                signs.append(each)
                places.append((number, at))
    return "".join(signs), places


def _squeeze(text: str) -> str:
    return _IGNORED.sub("", unicodedata.normalize("NFKD", _IGNORED.sub("", text)))


def _spans(text: str, lines: Sequence[str]) -> list[tuple[int, int] | None]:
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, int] | None] = []
    after = 0
    for line in lines:
        span = _free(text, line, taken, after) or _free(text, line, taken, 0)
        found.append(span)
        if span is not None:
            taken.append(span)
            after = span[1]
    return found


def _free(text: str, line: str, taken: Sequence[tuple[int, int]], after: int) -> tuple[int, int] | None:
    at = text.find(line, after) if line else -1
    while at >= 0:
        span = (at, at + len(line))
        if not any(first < span[1] and span[0] < last for first, last in taken):
            return span
        at = text.find(line, at + 1)
    return None


def _place(document: pypdfium2.PdfDocument, places: Sequence[tuple[int, int]]) -> PrintedPlace:
    """Give where the letters stand that lie on the page the line begins on."""
    number = places[0][0]
    page = document[number - 1]
    letters = page.get_textpage()
    boxes = [letters.get_charbox(at) for page_of, at in places if page_of == number]
    letters.close()
    page.close()
    return PrintedPlace(number, tuple(joined(boxes)))
