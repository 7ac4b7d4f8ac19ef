"""The text of a finished document as a reader extracts it, and where each of its letters stands."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, cast

import pypdfium2
import pypdfium2.raw

_SOFT_HYPHENS: Final = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page in points, measured from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def box(self) -> Box:
        """Give it as left, bottom, right and top."""
        return self.left, self.bottom, self.right, self.top


@dataclass(frozen=True, slots=True)
class PageLetters:
    """The text of one page, and for each of its letters left, bottom, right and top in points."""

    number: int
    text: str
    boxes: tuple[Box, ...]

    def areas(self, start: int, end: int) -> tuple[Area, ...]:
        """Give where a part of the text stands, one area a line."""
        return tuple(joined(self.boxes[start:end]))


def texts_of(pdf: bytes) -> tuple[str, ...]:
    """Give the text of each page, letter by letter as `letters_of` gives it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(map(page_text, document))
    finally:
        document.close()


def letters_of(pdf: bytes, number: int) -> PageLetters:
    """Give the text of one page, counted from 1, and where its letters stand."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number - 1]
        letters = page.get_textpage()
        text = _text(letters)
        boxes = tuple(letters.get_charbox(place) for place in range(len(text)))
        letters.close()
        page.close()
        return PageLetters(number, text, boxes)
    finally:
        document.close()


def page_text(page: pypdfium2.PdfPage) -> str:
    """Give the text of a page, one character for each of its letters, and let the page go."""
    letters = page.get_textpage()
    text = _text(letters)
    letters.close()
    page.close()
    return text


def _text(letters: pypdfium2.PdfTextPage) -> str:
    letter_of = cast("Callable[[object, int], int]", vars(pypdfium2.raw)["FPDFText_GetUnicode"])
    return "".join(_char(letter_of(letters.raw, place)) for place in range(letters.count_chars()))


def _char(code: int) -> str:
    if code in _SOFT_HYPHENS:
        return _SOFT_HYPHENS[code]
    return chr(code) if code and not 0xD800 <= code < 0xE000 else "\ufffd"


def joined(boxes: Sequence[Box]) -> Iterator[Area]:
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
