"""Where each page of a document lies when all are put under each other at some scale."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRectF, QSize

GAP: Final = 18
EDGE: Final = 24
SMALLEST: Final = 0.2
LARGEST: Final = 5.0
_LARGEST_FIT: Final = 2.0
Area = tuple[float, float, float, float]


class Fit(StrEnum):
    """What the pages are fitted to, where the person chose no zoom."""

    WIDTH = "width"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Pages of these sizes in points at so many pixels for each point, in the middle of the room they have."""

    sizes: tuple[tuple[float, float], ...] = ()
    scale: float = 1.0
    room: int = 0
    _tops: tuple[float, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay the pages under each other once."""
        tops, at = [], float(EDGE)
        for _, height in self.sizes:
            tops.append(at)
            at += round(height * self.scale) + GAP
        object.__setattr__(self, "_tops", tuple(tops))

    @property
    def size(self) -> QSize:
        """How much room all pages take."""
        if not self.sizes:
            return QSize(0, 0)
        widest = max(width for width, _ in self.sizes)
        bottom = self.page(len(self.sizes)).bottom()
        return QSize(round(widest * self.scale) + 2 * EDGE, round(bottom) + EDGE)

    def page(self, number: int) -> QRectF:
        """Give where a page lies, counted from 1."""
        width, height = self.sizes[number - 1]
        wide = round(width * self.scale)
        left = max((max(self.room, self.size_wide) - wide) // 2, EDGE)
        return QRectF(left, self._tops[number - 1], wide, round(height * self.scale))

    @property
    def size_wide(self) -> int:
        """How wide the widest page is with its margins."""
        return round(max((width for width, _ in self.sizes), default=0) * self.scale) + 2 * EDGE

    def shown(self, top: float, bottom: float) -> range:
        """Give the pages that lie between two heights."""
        if not self.sizes:
            return range(0)
        first = max(bisect_right(self._tops, top), 1)
        if self.page(first).bottom() < top and first < len(self.sizes):
            first += 1
        return range(first, max(bisect_right(self._tops, bottom), first) + 1)

    def page_at(self, y: float) -> int:
        """Give the page that lies at this height, or the one above it."""
        return max(bisect_right(self._tops, y), 1)

    def box(self, number: int, area: Area) -> QRectF:
        """Give where an area of a page lies: left, bottom, right, top in points from its lower left corner."""
        page, height = self.page(number), self.sizes[number - 1][1]
        left, bottom, right, top = area
        return QRectF(
            page.x() + left * self.scale,
            page.y() + (height - top) * self.scale,
            (right - left) * self.scale,
            (top - bottom) * self.scale,
        )

    def point(self, number: int, x: float, y: float) -> tuple[float, float]:
        """Give what point of a page lies at a place, in points from its lower left corner."""
        page = self.page(number)
        return (x - page.x()) / self.scale, self.sizes[number - 1][1] - (y - page.y()) / self.scale


def fitting(sizes: Sequence[tuple[float, float]], fit: Fit, room: QSize) -> float:
    """Give the scale at which pages fit the room."""
    widest = max((width for width, _ in sizes), default=595.0)
    tallest = max((height for _, height in sizes), default=842.0)
    scale = max(room.width() - 2 * EDGE - 2, 200) / widest
    if fit is Fit.PAGE:
        scale = min(scale, max(room.height() - 2 * GAP, 200) / tallest)
    return min(max(scale, SMALLEST), _LARGEST_FIT)
