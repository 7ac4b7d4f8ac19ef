"""Paints the points of the picture of the book, and the names beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from reviewdesk.desktop.ink import colour, rounded, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewdesk.desktop.relationship.map_chart import PlaceMark

_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter)
_CENTRE: Final = int(Qt.AlignmentFlag.AlignHCenter) | _MIDDLE


def paint_point(painter: QPainter, mark: PlaceMark, box: QRectF) -> None:
    """Paint one account, or how many stand at one spot."""
    theme = tokens()
    ink = colour(theme.ink(mark.tone))
    edge = Qt.PenStyle.DashLine if mark.is_provisional else Qt.PenStyle.SolidLine
    painter.setPen(QPen(ink if mark.is_provisional or mark.is_guessed else colour(theme.surface), 1.4, edge))
    painter.setBrush(colour(theme.surface))
    painter.drawEllipse(box)
    painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern if mark.is_guessed else Qt.BrushStyle.SolidPattern))
    painter.drawEllipse(box)
    if mark.count > 1:
        if mark.is_guessed:
            plate = box.adjusted(box.width() * 0.2, box.height() * 0.2, -box.width() * 0.2, -box.height() * 0.2)
            rounded(painter, plate, 4, fill=theme.surface)
        painter.setPen(colour(theme.text if mark.is_guessed else theme.surface))
        painter.drawText(box.adjusted(-6, 0, 6, 0), _CENTRE, f"{mark.count:,}")


def paint_names(painter: QPainter, names: Sequence[tuple[str, QRectF]]) -> None:
    """Write names where they were placed."""
    painter.setPen(colour(tokens().text))
    for words, box in names:
        painter.drawText(box, _MIDDLE, words)
