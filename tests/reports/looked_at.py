"""What can be seen of the pages of a PDF: fonts, links, where everything stands, what covers what, and in which ink."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import combinations
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader

from reviewdesk.domain.contrast import contrast
from reviewdesk.domain.name_patterns import is_right_to_left

_TOUCH = 0.8  # points by which two lines may touch
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text on one line of a page, and the box around its letters."""

    text: str
    box: Box


def fonts(file: PdfReader) -> Iterator[dict[str, Any]]:
    """Give the fonts of all pages and of what is drawn into them."""
    for page in file.pages:
        yield from _fonts_of(page.get("/Resources", {}))


def _fonts_of(resources: Any) -> Iterator[dict[str, Any]]:
    resources = resources.get_object()
    for font in resources.get("/Font", {}).values():
        yield font.get_object()
    for drawn in resources.get("/XObject", {}).values():
        yield from _fonts_of(drawn.get_object().get("/Resources", {}) or _NOTHING)


class _Nothing(dict[str, Any]):
    def get_object(self) -> "_Nothing":
        return self


_NOTHING = _Nothing()


def links(file: PdfReader) -> Iterator[str]:
    """Give where links lead out of the document."""
    for page in file.pages:
        for note in page.get("/Annots", ()):
            action = note.get_object().get("/A", {})
            if action and action.get_object().get("/S") != "/GoTo":
                yield str(action.get_object().get("/URI", action.get_object()))


def lines(page: pypdfium2.PdfPage) -> list[Line]:
    """Give the pieces of text of a page."""
    text = page.get_textpage()
    boxes = [text.get_rect(at) for at in range(text.count_rects())]
    return [Line(text.get_text_bounded(*box).strip(), box) for box in boxes]


def drawn(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """Give the boxes of what is drawn on a page beside its text."""
    for each in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE), max_depth=1):
        yield each.get_bounds()


def overlapping(page: pypdfium2.PdfPage) -> list[tuple[str, str]]:
    """Give the pieces of text that stand on one another.

    Of a line that is read in both directions a piece may be found inside another: such lines are compared with others.
    """
    found = [each for each in lines(page) if each.text]
    pairs = ((one, other) for one, other in combinations(found, 2) if _overlap(one.box, other.box))
    return [(one.text, other.text) for one, other in pairs if not _is_one_line(one, other)]


def _is_one_line(one: Line, other: Line) -> bool:
    both = f"{one.text}{other.text}"
    low, high = min(one.box[1], other.box[1]), max(one.box[3], other.box[3])
    return is_right_to_left(both) and high - low < 1.2 * max(one.box[3] - one.box[1], other.box[3] - other.box[1])


def _overlap(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > _TOUCH and high > _TOUCH


def faint(page: pypdfium2.PdfPage, least: float = 4.5) -> set[tuple[str, str]]:
    """Give the inks of text that cannot be read on what they stand on, each with that."""
    grounds: list[tuple[Box, str]] = []
    found = set()
    for each in page.get_objects(max_depth=4):
        if each.type == pdfium.FPDF_PAGEOBJ_PATH and _is_filled(each):
            grounds.append((each.get_bounds(), _ink(each)))
        elif each.type == pdfium.FPDF_PAGEOBJ_TEXT:
            box = each.get_bounds()
            ground = next((ink for at, ink in reversed(grounds) if _inside(box, at)), "#FFFFFF")
            if contrast(_ink(each), ground) < least:
                found.add((_ink(each), ground))
    return found


def _inside(box: Box, ground: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return ground[0] <= x <= ground[2] and ground[1] <= y <= ground[3]


def _is_filled(path: pypdfium2.PdfObject) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path.raw, mode, stroke)
    return mode.value != pdfium.FPDF_FILLMODE_NONE


def _ink(drawn_one: pypdfium2.PdfObject) -> str:
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(drawn_one.raw, *parts)
    return "#" + "".join(f"{each.value:02X}" for each in parts[:3])


def file_of(pdf: bytes) -> PdfReader:
    """Read a PDF."""
    return PdfReader(BytesIO(pdf))
