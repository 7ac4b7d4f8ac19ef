"""Links of a page: only those that lead to the web, a mail or a telephone, or to another page, can be followed."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pypdfium2
import pypdfium2.raw

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMES: Final = ("http://", "https://", "mailto:", "tel:")
_LONGEST: Final = 4096
_raw: Final[Any] = pypdfium2.raw


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link on a page: its area in points from the lower left corner, and the address or the page it leads to."""

    area: tuple[float, float, float, float]
    address: str = ""
    page: int = 0


def may_follow(address: str) -> bool:
    """Say whether a link may be followed from here."""
    return address.lower().startswith(SCHEMES) and address.isprintable()


def links_of(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> tuple[PageLink, ...]:
    """Give the links of a page that may be followed."""
    return tuple(each for each in _links(document, page) if each.page or may_follow(each.address))


def _links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[PageLink]:
    place, link = ctypes.c_int(0), _raw.FPDF_LINK()
    while _raw.FPDFLink_Enumerate(page.raw, ctypes.byref(place), ctypes.byref(link)):
        box = _raw.FS_RECTF()
        if _raw.FPDFLink_GetAnnotRect(link, ctypes.byref(box)):
            area = (box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))
            yield PageLink(area, *_target(document, link))


def _target(document: pypdfium2.PdfDocument, link: Any) -> tuple[str, int]:  # noqa: ANN401 - a handle of pdfium's own
    target = _raw.FPDFLink_GetDest(document.raw, link)
    action = None if target else _raw.FPDFLink_GetAction(link)
    if action and _raw.FPDFAction_GetType(action) == _raw.PDFACTION_GOTO:
        target = _raw.FPDFAction_GetDest(document.raw, action)
    if target:
        return "", max(_raw.FPDFDest_GetDestPageIndex(document.raw, target) + 1, 0)
    if not action or _raw.FPDFAction_GetType(action) != _raw.PDFACTION_URI:
        return "", 0
    words = ctypes.create_string_buffer(_LONGEST)
    length = _raw.FPDFAction_GetURIPath(document.raw, action, words, _LONGEST)
    return words.value.decode("utf-8", "replace") if 0 < length <= _LONGEST else "", 0
