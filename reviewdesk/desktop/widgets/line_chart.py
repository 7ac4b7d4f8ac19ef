"""A small line chart of scores day by day, which stays level until the day on which it changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewdesk.desktop.ink import colour, line_height, scaled, tokens

_TOP = 100


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A value from a day on; nothing where it was not known. `said` is how it is read aloud."""

    day: date
    value: int | None
    said: str


class LineChart(QWidget):
    """A line from 0 to 100 over days, with the first and the last day written under it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._points: tuple[ChartPoint, ...] = ()
        self._until: date | None = None
        self._ends = ("", "")
        self._levels: tuple[int, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(
        self, points: Sequence[ChartPoint], until: date, *, ends: tuple[str, str] = ("", ""),
        levels: tuple[int, ...] = (),
    ) -> None:  # fmt: skip
        """Show these values, the last one up to a day; `levels` are drawn as quiet lines."""
        self._points, self._until, self._ends, self._levels = tuple(points), until, ends, levels
        self.setAccessibleDescription(", ".join(each.said for each in self._points))
        self.update()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(line * 16, line * 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter, theme = QPainter(self), tokens()
        painter.setFont(scaled(self.font(), 0.86))
        line = QFontMetricsF(painter.font()).height()
        room = QRectF(self.rect()).adjusted(2, 4, -2, -line * 1.5)
        for level in self._levels:
            y = self._height_of(level, room)
            painter.fillRect(QRectF(room.x(), y, room.width(), 1), colour(theme.border))
        painter.setPen(colour(theme.muted))
        under = QRectF(room.x(), room.bottom() + line * 0.35, room.width(), line)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignLeft), self._ends[0])
        painter.drawText(under, int(Qt.AlignmentFlag.AlignRight), self._ends[1])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(theme.accent), 2))
        for part in self._parts(room):
            painter.drawPolyline(part)

    def _parts(self, room: QRectF) -> list[QPolygonF]:
        """Give the line in pieces: where nothing was known there is a gap."""
        if not self._points or self._until is None:
            return []
        first = self._points[0].day
        days = max((self._until - first).days, 1)
        ends = [*(each.day for each in self._points[1:]), self._until]
        parts: list[QPolygonF] = []
        is_on = False
        for point, end in zip(self._points, ends, strict=True):
            if point.value is None:
                is_on = False
                continue
            if not is_on:
                parts.append(QPolygonF())
            is_on = True
            y = self._height_of(point.value, room)
            for day in (point.day, end):
                parts[-1].append(QPointF(room.x() + room.width() * (day - first).days / days, y))
        return parts

    def _height_of(self, value: int, room: QRectF) -> float:
        return room.bottom() - room.height() * value / _TOP
