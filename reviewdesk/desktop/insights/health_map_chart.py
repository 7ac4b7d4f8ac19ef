"""The map of health: each account where its health and its revenue put it, with the bands as ground."""

from dataclasses import dataclass
from math import log2, log10
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF

from reviewdesk.desktop.ink import colour, line_height, scaled, tokens
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead, Mark, MarkChart

_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight) | _MIDDLE
_CENTRE: Final = int(Qt.AlignmentFlag.AlignHCenter)
_SIZES: Final = {"A": 13, "B": 11, "C": 10, "": 8}
_NEAR: Final = 5.0
_NAMED: Final = 3
_AXES: Final = {True: "Health ↑   Revenue of 12 months →", False: "Health ↑"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PointMark(Mark):
    """One account, or several at one place: `revenue` is nothing where there is none, `health` where it is not known.

    `tier` gives its shape: A a disc, B a square, C a triangle, without a tier a ring; several are larger.
    """

    name: str
    revenue: float | None
    health: float | None
    tier: str
    tone: Tone
    count: int = 1


@dataclass(frozen=True, slots=True)
class HealthPicture:
    """The points, where the bands begin, how many healths are not known, and the revenues written under the map."""

    marks: tuple[PointMark, ...]
    healthy_from: int
    watch_from: int
    unknown: int
    steps: tuple[tuple[float, str], ...]

    @property
    def has_revenue(self) -> bool:
        """Say whether any account has a revenue to stand by."""
        return any(each.revenue for each in self.marks)


_NOTHING: Final = HealthPicture((), 75, 50, 0, ())


class HealthMapChart(MarkChart[PointMark]):
    """Health upwards, revenue to the right by powers of ten; what is not known stands in a strip of its own below."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._picture = _NOTHING
        self._ends = (0.0, 1.0)
        self._has_none = False  # some stand beside the map, for want of a revenue that others have

    def show_picture(self, picture: HealthPicture) -> None:
        """Show these points."""
        self._picture = picture
        self._has_none = picture.has_revenue and any(each.revenue is None for each in picture.marks)
        logs = [log10(each.revenue) for each in picture.marks if each.revenue]
        logs += [log10(value) for value, _ in picture.steps]
        low, high = min(logs, default=0.0), max(logs, default=1.0)
        self._ends = (low - 0.1, max(high + 0.1, low + 0.4))
        self.show_marks(picture.marks)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(line * 22, line * 15)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        line = line_height(self.font())
        return QSize(line * 14, line * 12)

    @property
    def _map(self) -> QRectF:
        line = line_height(self.font())
        strip = line * 3.2 if self._picture.unknown else 0.0
        none = line * 2.4 if self._has_none else 0.0
        return QRectF(self.rect()).adjusted(line * 2.4 + none, line * 1.5, -line * 3.2, -line * 1.5 - strip)

    @property
    def _strip(self) -> QRectF:
        """The strip of those whose health is not known."""
        line = line_height(self.font())
        return QRectF(self._map.x(), self._map.bottom() + line * 0.5, self._map.width(), line * 2.7)

    def box_of(self, at: int) -> QRectF:
        """Say where a point stands."""
        mark, where = self.marks[at], self._middle_of(at)
        side = _SIZES.get(mark.tier, 8) + min(log2(mark.count) * 1.5, 9.0)
        return QRectF(where.x() - side / 2, where.y() - side / 2, side, side)

    def _middle_of(self, at: int) -> QPointF:
        mark, room, (low, high) = self.marks[at], self._map, self._ends
        if mark.revenue:
            x = room.x() + room.width() * (log10(mark.revenue) - low) / (high - low)
        elif self._has_none:
            x = room.x() - line_height(self.font()) * 1.1
        else:
            x = room.x() + room.width() * (at + 0.5) / len(self.marks)
        y = (
            self._strip.bottom() - line_height(self.font()) * 0.85
            if mark.health is None
            else self._height_of(mark.health)
        )
        return QPointF(x, y)

    def _height_of(self, health: float) -> float:
        room = self._map.adjusted(0, 8, 0, -8)
        return room.bottom() - room.height() * health / 100

    def reach_of(self, at: int) -> QRectF:
        """Let the pointer find a point a little around it."""
        return self.box_of(at).adjusted(-3, -3, 3, 3)

    def together_with(self, at: int) -> PointMark:
        """Give a point, or all that lie on the same spot as one, so that none is out of reach of the pointer."""
        here = self.box_of(at).center()
        near = [each for place, each in enumerate(self.marks) if self._is_near(self.box_of(place).center(), here)]
        if len(near) == 1:
            return self.marks[at]
        names = ", ".join(each.name for each in near[:_NAMED])
        more = f" and {len(near) - _NAMED} more" if len(near) > _NAMED else ""
        ids = tuple(account for each in near for account in each.lead.account_ids)
        said = f"{len(ids):,} accounts at this spot: {names}{more}"
        first = self.marks[at]
        return PointMark(
            said=said, lead=Lead(ids, f"{len(ids):,} accounts at one spot of the health map"), name=first.name,
            revenue=first.revenue, health=first.health, tier=first.tier, tone=first.tone, count=len(ids),
        )  # fmt: skip

    def _is_near(self, one: QPointF, other: QPointF) -> bool:
        return (one - other).manhattanLength() <= _NEAR

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        painter.setFont(scaled(self.font(), 0.86, tabular=True))
        self._paint_bands(painter)
        self._paint_scale(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in reversed(range(len(self.marks))):
            self._paint_point(painter, self.marks[at], self.box_of(at))
        self.paint_ring(painter, 6)

    def _paint_bands(self, painter: QPainter) -> None:
        """Paint the bands as soft ground, each with its word."""
        theme, room, picture = tokens(), self._map, self._picture
        healthy, watch = self._height_of(picture.healthy_from), self._height_of(picture.watch_from)
        line = QFontMetricsF(painter.font()).height()
        for top, bottom, tone, word in (
            (room.top(), healthy, Tone.GOOD, "healthy"),
            (healthy, watch, Tone.WARN, "watch"),
            (watch, room.bottom(), Tone.BAD, "at risk"),
        ):
            painter.fillRect(QRectF(room.x(), top, room.width(), bottom - top), colour(theme.soft(tone)))
            painter.setPen(colour(theme.ink(tone)))
            painter.drawText(QRectF(room.right() + 6, (top + bottom - line) / 2, room.width(), line), _MIDDLE, word)
        if picture.unknown:
            painter.fillRect(self._strip, colour(theme.neutral_soft))
            painter.setPen(colour(theme.muted))
            words = QRectF(self._strip.x() + 8, self._strip.y() + 3, self._strip.width(), line)
            painter.drawText(words, _MIDDLE, f"not enough known: {picture.unknown:,}")

    def _paint_scale(self, painter: QPainter) -> None:
        theme, room = tokens(), self._map
        line = QFontMetricsF(painter.font()).height()
        painter.setPen(colour(theme.muted))
        painter.drawText(QRectF(0, 0, self.width(), line), _MIDDLE, _AXES[self._picture.has_revenue])
        left = room.x() - 6 - (line_height(self.font()) * 2.4 if self._has_none else 0)
        for each in (0, self._picture.watch_from, self._picture.healthy_from, 100):
            painter.drawText(QRectF(0, self._height_of(each) - line / 2, left, line), _RIGHT, str(each))
        foot = (self._strip if self._picture.unknown else room).bottom() + line * 0.3
        low, high = self._ends
        for value, words in self._picture.steps:
            x = room.x() + room.width() * (log10(value) - low) / (high - low)
            painter.drawText(QRectF(x - 60, foot, 120, line), _CENTRE, words)
        if self._has_none:
            painter.drawText(QRectF(0, foot, room.x() - 2, line), _RIGHT, "no figure")

    def _paint_point(self, painter: QPainter, mark: PointMark, box: QRectF) -> None:
        theme = tokens()
        painter.setPen(QPen(colour(theme.surface), 1.2))
        painter.setBrush(colour(theme.ink(mark.tone)))
        if mark.tier == "A":
            painter.drawEllipse(box)
        elif mark.tier == "B":
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        elif mark.tier == "C":
            painter.drawPolygon(QPolygonF([QPointF(box.center().x(), box.y()), box.bottomRight(), box.bottomLeft()]))
        else:
            painter.setPen(QPen(colour(theme.ink(mark.tone)), 1.6))
            painter.setBrush(colour(theme.surface))
            painter.drawEllipse(box)
