"""Bars of two years beside each other, month by month: this year strong, the year before quiet."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewdesk.desktop.ink import colour, line_height, rounded, scaled, tokens

_MIDDLE = int(Qt.AlignmentFlag.AlignHCenter)


@dataclass(frozen=True, slots=True)
class Pair:
    """One month: its name, what it came to, the same month of the year before, and whether it is not over yet."""

    name: str
    value: float
    before: float
    label: str = ""
    unfinished: bool = False


class PairedBars(QWidget):
    """Two bars a month with a legend above them."""

    def __init__(self, name: str, legend: tuple[str, str]) -> None:
        super().__init__()
        self._pairs: tuple[Pair, ...] = ()
        self._legend = legend
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pairs(self, pairs: Sequence[Pair], legend: tuple[str, str]) -> None:
        """Show these months; the legend names the year before and this one."""
        self._pairs, self._legend = tuple(pairs), legend
        said = (f"{each.name} {each.value:,.0f}, the year before {each.before:,.0f}" for each in self._pairs)
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(line * 3 * max(len(self._pairs), 6), line * 11)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        line = line_height(self.font())
        return QSize(line * max(len(self._pairs), 4), line * 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        painter.setFont(scaled(self.font(), 0.86))
        line = QFontMetricsF(painter.font()).height()
        self._paint_legend(painter, line)
        room = QRectF(self.rect()).adjusted(0, line * 3, 0, -line * 1.5)
        painter.fillRect(QRectF(0, room.bottom(), self.width(), 1), colour(tokens().border))
        if not self._pairs:
            return
        top = max(*(max(each.value, each.before) for each in self._pairs), 0.0) or 1.0
        slot = room.width() / len(self._pairs)
        widest = max(QFontMetricsF(painter.font()).horizontalAdvance(each.name) for each in self._pairs)
        named_every = max(ceil((widest + 4) / slot), 1)
        for at, pair in enumerate(self._pairs):
            box = QRectF(room.x() + slot * at, room.y(), slot, room.height())
            self._paint_pair(painter, pair, box, top)
            painter.setPen(colour(tokens().muted))
            if (len(self._pairs) - 1 - at) % named_every == 0:
                painter.drawText(QRectF(box.x(), box.bottom() + line * 0.35, slot, line), _MIDDLE, pair.name)

    def _paint_pair(self, painter: QPainter, pair: Pair, box: QRectF, top: float) -> None:
        theme, wide = tokens(), box.width() * 0.34
        left = box.x() + box.width() * 0.14
        self._paint_bar(painter, QRectF(left, box.y(), wide, box.height()), pair.before / top, theme.scroll)
        fill = theme.bar_quiet if pair.unfinished else theme.accent
        this = QRectF(left + wide + 2, box.y(), wide, box.height())
        self._paint_bar(painter, this, pair.value / top, fill)
        if pair.label:
            painter.setPen(colour(theme.muted))
            line = QFontMetricsF(painter.font()).height()
            y = box.bottom() - box.height() * max(pair.value / top, 0.0) - line * 1.25
            painter.drawText(QRectF(this.center().x() - 60, y, 120, line), _MIDDLE, pair.label)

    def _paint_bar(self, painter: QPainter, box: QRectF, share: float, fill: str) -> None:
        height = box.height() * max(share, 0.0)
        if height < 1:
            return
        painter.save()
        shown = QRectF(box.x(), box.bottom() - height, box.width(), height)
        painter.setClipRect(shown)
        rounded(painter, shown.adjusted(0, 0, 0, 6), min(4.0, box.width() / 3), fill=fill)
        painter.restore()

    def _paint_legend(self, painter: QPainter, line: float) -> None:
        """Name both bars at the top left: a small box in its colour, and its word."""
        theme, x = tokens(), 0.0
        for words, fill in zip(self._legend, (theme.scroll, theme.accent), strict=True):
            rounded(painter, QRectF(x, line * 0.2, line * 0.65, line * 0.65), 3, fill=fill, line=theme.border)
            painter.setPen(colour(theme.muted))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
            painter.drawText(QRectF(x + line, 0, wide + 2, line * 1.1), int(Qt.AlignmentFlag.AlignVCenter), words)
            x += line + wide + 22
