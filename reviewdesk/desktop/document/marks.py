"""What is marked on the pages: what must not leave, what was found, what is chosen, and what can be reworded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reviewdesk.desktop.ink import colour, faded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reviewdesk.desktop.document.page_layout import Area, PageLayout


class MarkKind(StrEnum):
    """Why something is marked."""

    LINK = "link"
    LINE = "line"
    HIT = "hit"
    REMARK = "remark"
    LEAK = "leak"


@dataclass(frozen=True, slots=True)
class Mark:
    """Areas of a page that are marked: left, bottom, right, top in points from its lower left corner.

    `key` is what the mark stands for, `words` is what is said of it, and a `label` stands at its left.
    """

    kind: MarkKind
    page: int
    areas: tuple[Area, ...]
    key: object = None
    words: str = ""
    label: str = ""


# Paper is white in every theme, so what is marked on it has the colours of the light one.
_INK: Final = {
    MarkKind.LEAK: "#B3261E",
    MarkKind.HIT: "#8A5A00",
    MarkKind.REMARK: "#17713F",
    MarkKind.LINE: "#3D5BD9",
    MarkKind.LINK: "#3D5BD9",
}
_GROUND: Final = {MarkKind.HIT: "#FFD24D"}
_AROUND: Final = {MarkKind.LEAK: 3, MarkKind.HIT: 1, MarkKind.REMARK: 3, MarkKind.LINE: 3, MarkKind.LINK: 0}
SELECTED: Final = "#3D5BD9"


def boxes(mark: Mark, layout: PageLayout) -> list[QRectF]:
    """Give where a mark lies, with a little room around the letters."""
    wide = _AROUND[mark.kind]
    return [layout.box(mark.page, area).adjusted(-wide, -wide, wide, wide) for area in mark.areas]


def paint_marks(painter: QPainter, layout: PageLayout, marks: Iterable[Mark], current: Mark | None) -> None:
    """Paint marks over the pages; the current one stands out, and a line that can be reworded shows only then."""
    for mark in marks:
        held = mark == current
        if mark.kind is MarkKind.LINK or (mark.kind is MarkKind.LINE and not held):
            continue
        ink, ground = _INK[mark.kind], _GROUND.get(mark.kind, _INK[mark.kind])
        bare = mark.kind is MarkKind.HIT and not held
        painter.setPen(QColor(0, 0, 0, 0) if bare else QPen(colour(ink), 2.5 if held else 1.5))
        painter.setBrush(faded(ground, 0.45 if mark.kind is MarkKind.HIT else 0.22 if held else 0.12))
        found = boxes(mark, layout)
        for box in found:
            painter.drawRoundedRect(box, 4, 4)
        if mark.label and found:
            _paint_label(painter, found[0], mark.label, ink)


def _paint_label(painter: QPainter, box: QRectF, label: str, ink: str) -> None:
    """Paint a small disc with a number at the left of a box."""
    side = max(painter.fontMetrics().height() * 1.15, 16.0)
    disc = QRectF(box.left() - side - 4, box.top() + min(box.height() - side, 0) / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ink))
    painter.drawEllipse(disc)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), label)


def paint_selection(painter: QPainter, layout: PageLayout, page: int, areas: Iterable[Area]) -> None:
    """Paint the text that is chosen on a page."""
    for area in areas:
        painter.fillRect(layout.box(page, area), faded(SELECTED, 0.28))
