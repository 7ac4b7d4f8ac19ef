"""Small charts painted here: bars of months, and a level from nothing to all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewdesk.desktop.ink import colour, line_height, rounded, scaled, tokens
from reviewdesk.desktop.tokens import Tone


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it stands for, its value, how the value is written, and whether it is not complete yet."""

    name: str
    value: float
    label: str = ""
    unfinished: bool = False


class BarChart(QWidget):
    """Bars side by side, with the values written that matter."""

    def __init__(self, name: str, bars: Sequence[Bar] = ()) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_bars(bars)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars."""
        self._bars = tuple(bars)
        said = (f"{each.name} {each.label or f'{each.value:g}'}" for each in self._bars)
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(line * 2 * max(len(self._bars), 6), line * 9)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        line = line_height(self.font())
        return QSize(line * max(len(self._bars), 4), line * 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        painter.setFont(scaled(self.font(), 0.86))
        line = QFontMetricsF(painter.font()).height()
        room = QRectF(self.rect()).adjusted(0, line * 1.3, 0, -line * 1.5)
        painter.fillRect(QRectF(0, room.bottom(), self.width(), 1), colour(tokens().border))
        if not self._bars:
            return
        top = max(*(each.value for each in self._bars), 0.0) or 1.0
        slot = room.width() / len(self._bars)
        widest = max(QFontMetricsF(painter.font()).horizontalAdvance(each.name) for each in self._bars)
        named_every = max(ceil((widest + 4) / slot), 1)
        for at, bar in enumerate(self._bars):
            height = max(room.height() * max(bar.value, 0.0) / top, 0.0)
            box = QRectF(room.x() + slot * (at + 0.18), room.bottom() - height, slot * 0.64, height)
            named = (len(self._bars) - 1 - at) % named_every == 0
            self._paint_bar(painter, bar if named else replace(bar, name=""), box, line)

    def _paint_bar(self, painter: QPainter, bar: Bar, box: QRectF, line: float) -> None:
        theme = tokens()
        fill = theme.bar_quiet if bar.unfinished else theme.accent
        if box.height() >= 1:
            painter.save()
            painter.setClipRect(box)
            rounded(painter, box.adjusted(0, 0, 0, 6), min(4.0, box.width() / 3), fill=fill)
            painter.restore()
        painter.setPen(colour(theme.muted))
        wide = box.adjusted(-box.width(), 0, box.width(), 0)
        middle = int(Qt.AlignmentFlag.AlignHCenter)
        painter.drawText(QRectF(wide.x(), box.bottom() + line * 0.35, wide.width(), line), middle, bar.name)
        if bar.label:
            painter.drawText(QRectF(wide.x(), box.y() - line * 1.25, wide.width(), line), middle, bar.label)


class Meter(QWidget):
    """A level between nothing and all; an unknown one is an empty track, a guessed one is hatched."""

    def __init__(self, name: str, share: float | None = None, tone: Tone = Tone.ACCENT) -> None:
        super().__init__()
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_level(share, tone)

    def show_level(self, share: float | None, tone: Tone = Tone.ACCENT, *, guessed: bool = False) -> None:
        """Show a share from 0 to 1, or None where it is not known."""
        self._share, self._tone, self._guessed = share, tone, guessed
        said = self.tr("not known") if share is None else f"{share:.0%}"
        self.setAccessibleName(f"{self._name}: {said}")
        self.update()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        line = line_height(self.font())
        return QSize(line * 8, line)

    def minimumSizeHint(self) -> QSize:
        """Say how small it can be."""
        line = line_height(self.font())
        return QSize(line * 3, line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        theme = tokens()
        thick = max(round(line_height(self.font()) * 0.36), 5)
        box = QRectF(0, (self.height() - thick) / 2, self.width(), thick)
        rounded(painter, box, thick / 2, fill=theme.track)
        if not self._share:
            return
        box.setWidth(max(box.width() * min(self._share, 1.0), thick))
        rounded(painter, box, thick / 2, fill=theme.ink(self._tone))
        if self._guessed:
            painter.setClipRect(box)
            self._hatch(painter, box)

    def _hatch(self, painter: QPainter, box: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(colour(tokens().surface))
        pen.setWidthF(1.6)
        painter.setPen(pen)
        x = box.x()
        while x < box.right():
            painter.drawLine(x, box.bottom(), x + box.height(), box.top())  # type: ignore[call-overload]
            x += 5
