"""The chart of the 80/20: revenue in rank order as bars, the share reached as a line, and the borders of the tiers."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent

from reviewdesk.desktop.ink import colour, line_height, rounded, scaled, tokens
from reviewdesk.desktop.widgets.legend import LegendItem, hatch, paint_legend
from reviewdesk.desktop.widgets.mark_chart import Mark, MarkChart

_GROUP_SLOTS: Final = 7
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter)
_CENTRE: Final = int(Qt.AlignmentFlag.AlignHCenter)


class Look(StrEnum):
    """How a bar is filled, by what the rule says of it."""

    A = "A"
    NO_ROOM = "A by revenue, no room: B"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParetoMark(Mark):
    """One bar: its height, the share reached with it, how it is filled, and whether another tier would be set now.

    A bar of `count` accounts is as high as one of them on average.
    """

    value: float
    reached: float
    look: Look
    moves: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True)
class ParetoPicture:
    """The bars with the largest first, the borders of A and B as shares, and how the highest bar is written."""

    marks: tuple[ParetoMark, ...]
    borders: tuple[tuple[float, str], ...]
    top: str


class ParetoChart(MarkChart[ParetoMark]):
    """Bars with a line over them."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._picture = ParetoPicture((), (), "")
        self._top = 1.0
        self._slots: tuple[tuple[float, float], ...] = ()

    def show_picture(self, picture: ParetoPicture) -> None:
        """Show these bars."""
        self._picture = picture
        self._top = max((each.value for each in picture.marks), default=0.0) or 1.0
        self.show_marks(picture.marks)
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room anew."""
        super().resizeEvent(event)
        self._share_out()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(line * 22, line * 13)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        line = line_height(self.font())
        return QSize(line * 14, line * 10)

    @property
    def _room(self) -> QRectF:
        line = line_height(self.font())
        return QRectF(self.rect()).adjusted(4, line * 2.6, -line * 3.4, -line * 1.5)

    def _share_out(self) -> None:
        """Find where each bar's slot begins and how wide it is; a bar of many has more room."""
        wide = [_GROUP_SLOTS if each.count > 1 else 1 for each in self.marks]
        room, found, x = self._room, [], self._room.x()
        for each in wide:
            width = room.width() * each / sum(wide)
            found.append((x, width))
            x += width
        self._slots = tuple(found)

    def box_of(self, at: int) -> QRectF:
        """Say where a bar stands."""
        room, (x, width) = self._room, self._slots[at]
        height = max(room.height() * self.marks[at].value / self._top, 2.0)
        gap = min(width * 0.14, 6.0)
        return QRectF(x + gap, room.bottom() - height, width - 2 * gap, height)

    def reach_of(self, at: int) -> QRectF:
        """Let the pointer find a bar anywhere over it."""
        x, width = self._slots[at]
        return QRectF(x, 0, width, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter, theme = QPainter(self), tokens()
        painter.setFont(scaled(self.font(), 0.86, tabular=True))
        line = QFontMetricsF(painter.font()).height()
        paint_legend(painter, QRectF(4, 0, self.width() - 8, line), self._legend())
        painter.setPen(colour(theme.muted))
        painter.drawText(QRectF(4, line * 1.35, self.width(), line), _MIDDLE, self._picture.top)
        painter.fillRect(
            QRectF(self._room.x(), self._room.bottom(), self._room.width(), 1), colour(theme.control_border)
        )
        self._paint_borders(painter, line)
        for at, mark in enumerate(self.marks):
            self._paint_bar(painter, mark, self.box_of(at))
        self._paint_feet(painter, line)
        self._paint_line(painter)
        self.paint_ring(painter, 3)

    def _legend(self) -> Sequence[LegendItem]:
        shown = [look for look in Look if any(each.look is look for each in self.marks)]
        items = [LegendItem(look.value, fill_of(look), hatched=look is Look.NO_ROOM) for look in shown]
        if any(each.moves for each in self.marks):
            items.append(LegendItem("another tier now", tokens().text, sign="▾"))
        return (*items, LegendItem("share reached", tokens().text, is_line=True))

    def _paint_borders(self, painter: QPainter, line: float) -> None:
        room, theme = self._room, tokens()
        for share, words in self._picture.borders:
            y = room.bottom() - room.height() * share
            pen = QPen(colour(theme.control_border), 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(room.x(), y), QPointF(room.right(), y))
            painter.setPen(colour(theme.muted))
            painter.drawText(QRectF(room.right() + 6, y - line / 2, self.width() - room.right(), line), _MIDDLE, words)

    def _paint_bar(self, painter: QPainter, mark: ParetoMark, box: QRectF) -> None:
        rounded(painter, box, min(3.0, box.width() / 3), fill=fill_of(mark.look))
        if mark.look is Look.NO_ROOM:
            hatch(painter, box)
        if mark.moves:
            painter.setPen(colour(tokens().text))
            painter.drawText(QRectF(box.center().x() - 20, box.y() - 18, 40, 16), _CENTRE | _MIDDLE, "▾")

    def _paint_feet(self, painter: QPainter, line: float) -> None:
        """Write under the bars where they stand in the ranking, and how many a bar of many stands for."""
        painter.setPen(colour(tokens().muted))
        y, taken = self._room.bottom() + line * 0.35, list[tuple[float, float]]()
        feet = zip(self.marks, self._slots, range(1, len(self.marks) + 1), strict=True)
        for mark, (x, width), rank in sorted(feet, key=_groups_first):
            words = f"+{mark.count:,}" if mark.count > 1 else str(rank) if rank == 1 or rank % 5 == 0 else ""
            wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
            left = min(x + width / 2 - wide / 2, self.width() - wide)
            if words and all(left > end or left + wide < start for start, end in taken):
                painter.drawText(QPointF(left, y + line * 0.8), words)
                taken.append((left - 6, left + wide + 6))

    def _paint_line(self, painter: QPainter) -> None:
        room, points = self._room, [QPointF(self._room.x(), self._room.bottom())]
        for mark, (x, width) in zip(self.marks, self._slots, strict=True):
            points.append(QPointF(x + width, room.bottom() - room.height() * mark.reached))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(tokens().text), 1.6))
        painter.drawPolyline(QPolygonF(points))


def _groups_first(foot: tuple[ParetoMark, tuple[float, float], int]) -> tuple[bool, int]:
    return foot[0].count == 1, foot[2]


def fill_of(look: Look) -> str:
    """Give the colour of a bar: the tiers are told apart in grey too."""
    theme = tokens()
    return {Look.A: theme.accent, Look.NO_ROOM: theme.accent, Look.B: theme.bar_quiet, Look.C: theme.scroll}[look]
