"""The picture of the book: how each customer finds us (R) against how they find the product (P)."""

from dataclasses import dataclass
from math import sqrt
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen

from reviewdesk.desktop.ink import colour, line_height, scaled, tokens
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead, Mark, MarkChart

_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight) | _MIDDLE
_CENTRE: Final = int(Qt.AlignmentFlag.AlignHCenter) | _MIDDLE
_LOW, _HIGH = 1.0, 7.0
_LINES: Final = (3.5, 4.5, 5.5)
_LEAST, _MOST = 9.0, 24.0
_NAMED: Final = 3
_NEAR: Final = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMark(Mark):
    """One account, or several at one place; `share` is its revenue against the largest, 0-1.

    Hatched where it rests on a guess of ours, with a dashed edge where fewer than two answers are theirs.
    """

    name: str
    r: float
    p: float
    tone: Tone
    share: float = 0.0
    is_guessed: bool = False
    is_provisional: bool = False


class RelationshipMap(MarkChart[PlaceMark]):
    """R upwards and P to the right, both 1 to 7, with the lines of the rule; the larger the dot, the more revenue."""

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(line * 26, line * 20)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        line = line_height(self.font())
        return QSize(line * 15, line * 14)

    @property
    def _map(self) -> QRectF:
        line = line_height(self.font())
        return QRectF(self.rect()).adjusted(line * 2, line * 1.6, -line, -line * 2.8)

    def _at_place(self, p: float, r: float) -> QPointF:
        room = self._map
        span = _HIGH - _LOW
        return QPointF(
            room.x() + room.width() * (p - _LOW) / span, room.bottom() - room.height() * (r - _LOW) / span
        )  # fmt: skip

    def box_of(self, at: int) -> QRectF:
        """Say where a point stands."""
        mark = self.marks[at]
        side = _LEAST + (_MOST - _LEAST) * sqrt(max(mark.share, 0.0))
        where = self._at_place(mark.p, mark.r)
        return QRectF(where.x() - side / 2, where.y() - side / 2, side, side)

    def reach_of(self, at: int) -> QRectF:
        """Let the pointer find a point a little around it."""
        return self.box_of(at).adjusted(-3, -3, 3, 3)

    def together_with(self, at: int) -> PlaceMark:
        """Give a point, or all that lie on the same spot as one, so that none is out of reach of the pointer."""
        here = self.box_of(at).center()
        near = [each for place, each in enumerate(self.marks) if _is_near(self.box_of(place).center(), here)]
        if len(near) == 1:
            return self.marks[at]
        names = ", ".join(each.name for each in near[:_NAMED])
        more = f" and {len(near) - _NAMED} more" if len(near) > _NAMED else ""
        ids = tuple(account for each in near for account in each.lead.account_ids)
        first = self.marks[at]
        said = f"{len(ids):,} accounts at this spot: {names}{more}"
        lead = Lead(ids, f"{len(ids):,} accounts at one spot of the picture")
        return PlaceMark(said=said, lead=lead, name=first.name, r=first.r, p=first.p, tone=first.tone)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        painter.setFont(scaled(self.font(), 0.86, tabular=True))
        self._paint_ground(painter)
        self._paint_scale(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in reversed(range(len(self.marks))):
            self._paint_point(painter, self.marks[at], self.box_of(at))
        self._paint_names(painter)
        self.paint_ring(painter, 6)

    def _paint_ground(self, painter: QPainter) -> None:
        """Paint the corners that have a word of their own, and the lines between."""
        theme, room = tokens(), self._map
        painter.fillRect(room, colour(theme.neutral_soft))
        corners = (
            (_LOW, _LOW, 3.5, 3.5, Tone.BAD), (4.5, 4.5, _HIGH, _HIGH, Tone.GOOD),
        )  # fmt: skip
        for p, r, until_p, until_r, tone in corners:
            box = QRectF(self._at_place(p, until_r), self._at_place(until_p, r))
            painter.fillRect(box, colour(theme.soft(tone)))
        for value in _LINES:
            pen = QPen(colour(theme.border), 1, Qt.PenStyle.SolidLine if value == 4.5 else Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(self._at_place(_LOW, value), self._at_place(_HIGH, value))
            painter.drawLine(self._at_place(value, _LOW), self._at_place(value, _HIGH))
        self._paint_regions(painter)

    def _paint_regions(self, painter: QPainter) -> None:
        room, line = self._map, QFontMetricsF(painter.font()).height()
        left, right = QRectF(room.x() + 8, 0, room.width(), line), QRectF(room.x(), 0, room.width() - 8, line)
        theme, steady = tokens(), self._at_place(4.5, 4.5).y()
        for text, box, y, align, ink in (
            ("likes us, not the product", left, room.y() + 5, _MIDDLE, theme.muted),
            ("steady, advocate from 5.5", right, steady - line - 3, _RIGHT, theme.ink(Tone.GOOD)),
            ("against us for now", left, room.bottom() - line - 5, _MIDDLE, theme.ink(Tone.BAD)),
            ("likes the product, not us", right, room.bottom() - line - 5, _RIGHT, theme.muted),
        ):
            painter.setPen(colour(ink))
            painter.drawText(box.translated(0, y), align, text)

    def _paint_scale(self, painter: QPainter) -> None:
        theme, room = tokens(), self._map
        line = QFontMetricsF(painter.font()).height()
        painter.setPen(colour(theme.muted))
        painter.drawText(QRectF(0, 0, self.width(), line), _MIDDLE, self.tr("Us (R) ↑   Product and service (P) →"))
        for value in range(1, 8):
            at = self._at_place(value, value)
            painter.drawText(QRectF(0, at.y() - line / 2, room.x() - 8, line), _RIGHT, str(value))
            painter.drawText(QRectF(at.x() - 20, room.bottom() + 4, 40, line), _CENTRE, str(value))
        words = self.tr("size: revenue · hatched: our guess · dashed: provisional")
        painter.drawText(QRectF(room.x(), room.bottom() + line + 8, room.width(), line), _MIDDLE, words)

    def _paint_point(self, painter: QPainter, mark: PlaceMark, box: QRectF) -> None:
        theme = tokens()
        ink = colour(theme.ink(mark.tone))
        edge = Qt.PenStyle.DashLine if mark.is_provisional else Qt.PenStyle.SolidLine
        painter.setPen(QPen(ink if mark.is_provisional or mark.is_guessed else colour(theme.surface), 1.4, edge))
        painter.setBrush(colour(theme.surface))
        painter.drawEllipse(box)
        painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern if mark.is_guessed else Qt.BrushStyle.SolidPattern))
        painter.drawEllipse(box)

    def _paint_names(self, painter: QPainter) -> None:
        """Write names beside the points, the largest first, where they lie on nothing."""
        metrics, room = QFontMetricsF(painter.font()), self._map
        taken = [self.box_of(at) for at in range(len(self.marks))]
        painter.setPen(colour(tokens().text))
        for at in sorted(range(len(self.marks)), key=lambda each: -self.marks[each].share):
            name = metrics.elidedText(self.marks[at].name, Qt.TextElideMode.ElideRight, room.width() * 0.3)
            wide, box = metrics.horizontalAdvance(name), self.box_of(at)
            for x in (box.right() + 4, box.x() - 4 - wide):
                words = QRectF(x, box.center().y() - metrics.height() / 2, wide, metrics.height())
                inside = room.x() <= words.x() and words.right() <= room.right()
                if inside and not any(words.intersects(each) for each in taken if each != box):
                    taken.append(words)
                    painter.drawText(words, _MIDDLE, name)
                    break


def _is_near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() <= _NEAR
