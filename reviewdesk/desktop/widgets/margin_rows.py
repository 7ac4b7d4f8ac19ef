"""Scores under each other on one scale from -100 to 100, each with its margin as a whisker."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from reviewdesk.desktop.ink import colour, line_height, scaled, tokens
from reviewdesk.desktop.widgets.mark_chart import Mark, MarkChart

_ROW: Final = 2.4
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight) | _MIDDLE
_CENTRE: Final = int(Qt.AlignmentFlag.AlignHCenter) | _MIDDLE
_DOT: Final = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginMark(Mark):
    """One score: its name, its figure as written, and where it stands; without a `value` there is the figure alone."""

    name: str
    label: str
    value: float | None = None
    margin: float | None = None


class MarginRows(MarkChart[MarginMark]):
    """Scores under each other, with the scale below them."""

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(line * 20, round(line * (_ROW * max(len(self.marks), 2) + 1.5)))

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        line = line_height(self.font())
        return QSize(line * 10, round(line * (_ROW * len(self.marks) + 1.5)))

    def box_of(self, at: int) -> QRectF:
        """Say where the row of a score is."""
        row = line_height(self.font()) * _ROW
        return QRectF(4, at * row + 3, self.width() - 8, row - 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), tabular=True))
        for at, mark in enumerate(self.marks):
            box = self.box_of(at)
            half = box.height() / 2
            painter.setPen(colour(tokens().text))
            painter.drawText(QRectF(box.x(), box.y(), box.width(), half), _MIDDLE, mark.name)
            painter.drawText(QRectF(box.x(), box.y(), box.width(), half), _RIGHT, mark.label)
            track = QRectF(box.x() + _DOT, box.y() + half, box.width() - 2 * _DOT, half)
            if mark.value is not None:
                self._paint_score(painter, mark, track)
        if any(each.value is not None for each in self.marks):
            self._paint_scale(painter)
        self.paint_ring(painter)

    def _paint_score(self, painter: QPainter, mark: MarginMark, track: QRectF) -> None:
        theme, y, value = tokens(), track.center().y(), mark.value or 0.0
        painter.setPen(QPen(colour(theme.track), 2))
        painter.drawLine(QPointF(track.left(), y), QPointF(track.right(), y))
        painter.drawLine(QPointF(_x(track, 0), y - 4), QPointF(_x(track, 0), y + 4))
        painter.setPen(QPen(colour(theme.accent), 2))
        if mark.margin is not None:
            low, high = _x(track, max(value - mark.margin, -100)), _x(track, min(value + mark.margin, 100))
            painter.drawLine(QPointF(low, y), QPointF(high, y))
            for end in (low, high):
                painter.drawLine(QPointF(end, y - 4), QPointF(end, y + 4))
        painter.setBrush(colour(theme.accent))
        painter.drawEllipse(QPointF(_x(track, value), y), _DOT, _DOT)

    def _paint_scale(self, painter: QPainter) -> None:
        line = line_height(self.font())
        top = self.box_of(len(self.marks) - 1).bottom() + 6
        room = QRectF(4 + _DOT, top, self.width() - 8 - 2 * _DOT, line)
        painter.setPen(colour(tokens().muted))
        painter.drawText(room, _MIDDLE, "-100")
        painter.drawText(room, _CENTRE, "0")
        painter.drawText(room, _RIGHT, "+100")


def _x(track: QRectF, score: float) -> float:
    return track.x() + track.width() * (score + 100) / 200
