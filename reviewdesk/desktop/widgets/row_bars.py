"""Bars under each other: what each is, how long it is, and its figure; each leads to what it stands for."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from reviewdesk.desktop.ink import colour, line_height, rounded, scaled, tokens
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.legend import hatch
from reviewdesk.desktop.widgets.mark_chart import Mark, MarkChart

_ROW: Final = 1.75
_NAMES: Final = 0.36
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowMark(Mark):
    """One bar: its name, its length against the longest, its figure as written, and what its colour says.

    Without a `value` there is no bar but the figure alone; a `quiet` one stands for what is not counted out, a
    `hatched` one rests on a guess of ours.
    """

    name: str
    value: float | None
    label: str
    tone: Tone = Tone.ACCENT
    quiet: bool = False
    hatched: bool = False


class RowBars(MarkChart[RowMark]):
    """Bars under each other; `whole` is the length of a full one, else the longest is full."""

    def __init__(self, name: str, *, whole: float = 0.0) -> None:
        super().__init__(name)
        self._whole = whole

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(line * 20, round(line * _ROW * max(len(self.marks), 4)))

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        line = line_height(self.font())
        return QSize(line * 10, round(line * _ROW * len(self.marks)))

    def box_of(self, at: int) -> QRectF:
        """Say where the row of a bar is."""
        row = self._row_height
        return QRectF(4, at * row + 3, self.width() - 8, row - 6)

    @property
    def _row_height(self) -> float:
        line = line_height(self.font())
        return min(self.height() / max(len(self.marks), 1), line * 3.2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        painter.setFont(scaled(self.font(), tabular=True))
        metrics = QFontMetricsF(painter.font())
        top = self._whole or max((each.value or 0.0 for each in self.marks), default=0.0) or 1.0
        labels = max((metrics.horizontalAdvance(each.label) for each in self.marks), default=0.0)
        widest = max((metrics.horizontalAdvance(each.name) for each in self.marks), default=0.0)
        names = min(widest, self.width() * _NAMES)
        for at, mark in enumerate(self.marks):
            box = self.box_of(at)
            self._paint_words(painter, mark, box, names)
            if mark.value is not None:
                self._paint_bar(painter, mark, box.adjusted(names + 12, 0, -labels - 12, 0), mark.value / top)
        self.paint_ring(painter)

    def _paint_words(self, painter: QPainter, mark: RowMark, box: QRectF, names: float) -> None:
        theme = tokens()
        painter.setPen(colour(theme.muted if mark.quiet else theme.text))
        name = painter.fontMetrics().elidedText(mark.name, Qt.TextElideMode.ElideRight, round(names) + 1)
        painter.drawText(QRectF(box.x(), box.y(), names + 1, box.height()), _MIDDLE, name)
        painter.drawText(box, _MIDDLE | int(Qt.AlignmentFlag.AlignRight), mark.label)

    def _paint_bar(self, painter: QPainter, mark: RowMark, room: QRectF, share: float) -> None:
        theme = tokens()
        thick = max(round(line_height(self.font()) * 0.5), 6)
        track = QRectF(room.x(), room.center().y() - thick / 2, room.width(), thick)
        rounded(painter, track, 3, fill=theme.track)
        if share > 0:
            fill = theme.bar_quiet if mark.quiet else theme.ink(mark.tone)
            bar = QRectF(track.x(), track.y(), max(track.width() * min(share, 1.0), 3), thick)
            rounded(painter, bar, 3, fill=fill)
            if mark.hatched:
                hatch(painter, bar)
