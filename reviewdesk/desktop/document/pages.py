"""Turns the pages of a PDF into pictures for the screen or the printer."""

from dataclasses import dataclass, replace

import pypdfium2
from PySide6.QtGui import QImage

from reviewdesk.desktop.document.links import PageLink, links_of

MOST_PIXELS = 40_000_000


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as a picture, its size in points, and its links that may be followed."""

    image: QImage
    width: float
    height: float
    links: tuple[PageLink, ...] = ()


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Give the width and height of each page in points, without drawing any."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(document.get_page_size(number) for number in range(len(document)))
    finally:
        document.close()


def draw_page(pdf: bytes, number: int, scale: float, ratio: float = 1.0) -> PagePicture:
    """Draw one page, counted from 1, at so many pixels of the screen for each point, and read its links."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number - 1]
        links = links_of(document, page)
        return replace(_drawn(page, scale, ratio), links=links)
    finally:
        document.close()


def draw_pages(pdf: bytes, scale: float, ratio: float = 1.0, *, most: int | None = None) -> tuple[PagePicture, ...]:
    """Draw pages at so many pixels of the screen for each point: all, or at `most` the first so many.

    `ratio` is the screen's own for each pixel.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_drawn(document[number], scale, ratio) for number in range(len(document))[:most])
    finally:
        document.close()


def _drawn(page: pypdfium2.PdfPage, scale: float, ratio: float) -> PagePicture:
    width, height = page.get_size()
    fits = (MOST_PIXELS / max(width * height, 1.0)) ** 0.5
    bitmap = page.render(scale=min(scale * ratio, fits), prefer_bgrx=True)
    raw = bytes(bitmap.buffer)
    image = QImage(raw, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
    image.setDevicePixelRatio(image.width() / max(width * scale, 1.0))
    bitmap.close()
    page.close()
    return PagePicture(image, width, height)
