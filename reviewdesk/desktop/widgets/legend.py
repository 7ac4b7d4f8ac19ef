"""The legend over a chart: what each filling, sign or line of it means, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from reviewdesk.desktop.ink import colour, rounded, tokens

_AFTER_SIGN = 5
_BETWEEN = 14


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One entry: its words and its sign, a box of a colour (hatched or not), a line, or a letter."""

    words: str
    ink: str
    hatched: bool = False
    is_line: bool = False
    sign: str = ""


def paint_legend(painter: QPainter, box: QRectF, items: Sequence[LegendItem]) -> None:
    """Paint the entries beside each other from the left of a box."""
    metrics = QFontMetricsF(painter.font())
    x, side = box.x(), round(box.height() * 0.62)
    for each in items:
        spot = QRectF(x, box.center().y() - side / 2, side, side)
        _paint_sign(painter, each, spot)
        painter.setPen(colour(tokens().muted))
        x += side + _AFTER_SIGN
        painter.drawText(QPointF(x, box.center().y() + metrics.ascent() / 2 - metrics.descent() / 2), each.words)
        x += metrics.horizontalAdvance(each.words) + _BETWEEN


def _paint_sign(painter: QPainter, item: LegendItem, spot: QRectF) -> None:
    painter.setPen(QPen(colour(item.ink), 2))
    if item.is_line:
        painter.drawLine(QPointF(spot.x(), spot.center().y()), QPointF(spot.right(), spot.center().y()))
    elif item.sign:
        painter.drawText(spot.adjusted(-4, -4, 4, 4), int(Qt.AlignmentFlag.AlignCenter), item.sign)
    else:
        rounded(painter, spot, 2, fill=item.ink)
        if item.hatched:
            hatch(painter, spot)


def hatch(painter: QPainter, box: QRectF) -> None:
    """Paint slanted lines in the colour of the ground over a box."""
    painter.save()
    painter.setClipRect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(tokens().surface), 1.4))
    x = box.x() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.y()))
        x += 5
    painter.restore()
