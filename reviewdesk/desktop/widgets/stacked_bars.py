"""Bars beside each other, each of parts on each other: how many of what became what, from one span to the next."""

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from reviewdesk.desktop.ink import colour, line_height, rounded, scaled, tokens
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.legend import LegendItem, hatch, paint_legend
from reviewdesk.desktop.widgets.mark_chart import Mark, MarkChart

_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)
_WIDEST: Final = 4.0
_LEAST: Final = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedMark(Mark):
    """One part of a bar: the word under the bar, what the part is, how much, and what its colour says.

    Parts of one bar follow each other, the lowest first; `hatched` sets a part apart where colours are not seen.
    """

    bar: str
    part: str
    value: int
    tone: Tone = Tone.ACCENT
    hatched: bool = False


class StackedBars(MarkChart[StackedMark]):
    """Bars of parts with their sums over them, and a legend."""

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(line * 22, line * 13)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        line = line_height(self.font())
        return QSize(line * 14, line * 10)

    def box_of(self, at: int) -> QRectF:
        """Say where a part stands."""
        return self._boxes()[at]

    def reach_of(self, at: int) -> QRectF:
        """Let the pointer find also a part that is hardly to be seen."""
        box, least = self.box_of(at), line_height(self.font()) * 0.5
        more = max(least - box.height(), 0) / 2
        return box.adjusted(0, -more, 0, more)

    @property
    def _room(self) -> QRectF:
        line = line_height(self.font())
        return QRectF(self.rect()).adjusted(4, line * 2.8, -4, -line * 1.5)

    def _bars(self) -> list[tuple[str, list[int]]]:
        """Give each bar's word with the places of its parts."""
        places = groupby(range(len(self.marks)), key=lambda at: self.marks[at].bar)
        return [(word, list(parts)) for word, parts in places]

    def _slot(self, bar: int, count: int) -> QRectF:
        """Give the width a bar has, from the top of the room to its foot."""
        room = self._room
        share = room.width() / max(count, 1)
        width = min(share * 0.7, line_height(self.font()) * _WIDEST)
        return QRectF(room.x() + share * bar + (share - width) / 2, room.y(), width, room.height())

    def _boxes(self) -> list[QRectF]:
        bars, found = self._bars(), [QRectF()] * len(self.marks)
        top = max((self._sum(parts) for _, parts in bars), default=0) or 1
        for at, (_, parts) in enumerate(bars):
            slot = self._slot(at, len(bars))
            foot = slot.bottom()
            for part in parts:
                height = max(slot.height() * self.marks[part].value / top, _LEAST)
                found[part] = QRectF(slot.x(), foot - height, slot.width(), height - 1)
                foot -= height
        return found

    def _sum(self, parts: list[int]) -> int:
        return sum(self.marks[each].value for each in parts)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter, theme, room = QPainter(self), tokens(), self._room
        painter.setFont(scaled(self.font(), 0.86, tabular=True))
        line = QFontMetricsF(painter.font()).height()
        paint_legend(painter, QRectF(4, 0, self.width() - 8, line), self._legend())
        painter.fillRect(QRectF(room.x(), room.bottom(), room.width(), 1), colour(theme.control_border))
        boxes, bars = self._boxes(), self._bars()
        for box, mark in zip(boxes, self.marks, strict=True):
            rounded(painter, box, 2, fill=theme.ink(mark.tone))
            if mark.hatched:
                hatch(painter, box)
        for at, (word, parts) in enumerate(bars):
            slot, share = self._slot(at, len(bars)), room.width() / len(bars)
            wide = QRectF(slot.center().x() - share / 2, 0, share, line)
            painter.setPen(colour(theme.text))
            painter.drawText(wide.translated(0, boxes[parts[-1]].top() - line - 2), _CENTRE, f"{self._sum(parts):,}")
            painter.setPen(colour(theme.muted))
            shown = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, round(share) - 2)
            painter.drawText(wide.translated(0, room.bottom() + 4), _CENTRE, shown)
        self.paint_ring(painter, 3)

    def _legend(self) -> list[LegendItem]:
        parts = {each.part: each for each in self.marks}
        return [LegendItem(each.part, tokens().ink(each.tone), hatched=each.hatched) for each in parts.values()]
