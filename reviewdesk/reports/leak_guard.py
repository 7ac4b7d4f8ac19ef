"""The second wall: a finished document is read as its reader reads it, and searched for what is not the customer's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, cast

import pypdfium2
import pypdfium2.raw

from reviewdesk.domain.leaks import Finding, Forbidden, LeakKind, leaks_in

_SOFT_HYPHENS: Final = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page in points, measured from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Leak:
    """Words in a document that were not meant for its reader, and where they stand; pages count from 1."""

    kind: LeakKind
    words: str
    page: int
    areas: tuple[Area, ...] = ()

    @property
    def rectangle(self) -> Area | None:
        """Where the words begin, for showing them; nothing when the place could not be told."""
        return self.areas[0] if self.areas else None


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of a document, and for each character the page and the place on it."""

    text: str
    places: tuple[tuple[int, int], ...]


def find_leaks(
    pdf: bytes,
    forbidden: Forbidden,
    *,
    template: Sequence[str] = (),
    meant: frozenset[str] = frozenset(),
) -> tuple[Leak, ...]:
    """Find what the reader of this document must not read, with the places to show.

    `template` holds the pieces of its text that are the template's own (`Rendered.template`); `meant` the words that
    the person has said are meant.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = _read(document)
        found = leaks_in(text.text, forbidden, template=template, meant=meant)
        return tuple(_leak(document, finding, text) for finding in found)
    finally:
        document.close()


def text_of(pdf: bytes) -> str:
    """Give the text of a document as a reader extracts it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return _read(document).text
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument) -> _Text:
    chars: list[str] = []
    places: list[tuple[int, int]] = []
    letter_of = cast("Callable[[object, int], int]", vars(pypdfium2.raw)["FPDFText_GetUnicode"])
    for number, page in enumerate(document):
        text = page.get_textpage()
        for place in range(text.count_chars()):
            chars.append(_char(letter_of(text.raw, place)))
            places.append((number, place))
        text.close()
        page.close()
        chars.append("\n")
        places.append((number, -1))
    return _Text("".join(chars), tuple(places))


def _char(code: int) -> str:
    if code in _SOFT_HYPHENS:
        return _SOFT_HYPHENS[code]
    return chr(code) if code and not 0xD800 <= code < 0xE000 else "\ufffd"


def _leak(document: pypdfium2.PdfDocument, finding: Finding, text: _Text) -> Leak:
    places = [place for place in text.places[finding.start : finding.end] if place[1] >= 0]
    number = places[0][0]
    page = document[number]
    letters = page.get_textpage()
    boxes = [letters.get_charbox(place) for at, place in places if at == number]
    letters.close()
    page.close()
    return Leak(finding.kind, finding.words, number + 1, tuple(_lines(boxes)))


def _lines(boxes: Sequence[tuple[float, float, float, float]]) -> Iterator[Area]:
    """Join the boxes of letters into one area a line."""
    area: Area | None = None
    for left, bottom, right, top in boxes:
        if right <= left:
            continue
        if area is not None and bottom < area.top and top > area.bottom:
            area = Area(min(area.left, left), min(area.bottom, bottom), max(area.right, right), max(area.top, top))
            continue
        if area is not None:
            yield area
        area = Area(left, bottom, right, top)
    if area is not None:
        yield area
