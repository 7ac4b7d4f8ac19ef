"""The agenda beside the notes: items with their time boxes, and a quiet clock."""

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.ink import CONTROL_RADIUS, colour, line_height, rounded, scaled, tokens
from reviewdesk.desktop.widgets.card import SectionHeading
from reviewdesk.domain.review import AgendaItem

_TICK = 15_000


class AgendaList(QWidget):
    """The items of an agenda with their minutes; up and down move between them.

    Signals:
        chosen: the number of the item the person goes to.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Agenda"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._items: tuple[AgendaItem, ...] = ()
        self.current = 0

    def show_items(self, items: Sequence[AgendaItem], current: int) -> None:
        """Show these items, one of them as the one that is on."""
        self._items, self.current = tuple(items), current
        said = items[current].title if 0 <= current < len(items) else ""
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        return QSize(240, self._row * len(self._items))

    @property
    def _row(self) -> int:
        return round(line_height(self.font()) * 2.05)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        for at, item in enumerate(self._items):
            box = QRectF(0, at * self._row, self.width(), self._row).adjusted(0, 2, 0, -2)
            self._paint_item(painter, item, box, at)

    def _paint_item(self, painter: QPainter, item: AgendaItem, box: QRectF, at: int) -> None:
        theme, on = tokens(), at == self.current
        if on:
            line = theme.accent if self.hasFocus() else ""
            rounded(painter, box, CONTROL_RADIUS, fill=theme.accent_soft, line=line)
        painter.setFont(scaled(self.font(), weight=600 if on else 400))
        minutes = str(item.minutes)
        inner = box.adjusted(11, 0, -11, 0)
        room = inner.width() - QFontMetricsF(painter.font()).horizontalAdvance(minutes) - 12
        painter.setPen(colour(theme.accent if on else theme.muted if at < self.current else theme.text))
        title = QFontMetricsF(painter.font()).elidedText(item.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), title)
        painter.setPen(colour(theme.accent if on else theme.muted))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), minutes)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the item under the pointer."""
        self._go(int(event.position().y() // self._row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys it knows and pass on the others."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self._go(self.current + step)
        else:
            super().keyPressEvent(event)

    def _go(self, at: int) -> None:
        if 0 <= at < len(self._items):
            self.show_items(self._items, at)
            self.chosen.emit(at)


class MeetingClock(QWidget):
    """How far the meeting is in its time; it runs while it can be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = SectionHeading(self.tr("Agenda"), " ")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Time used"))
        self._length = 60
        self._started: float | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self._bar)

    def show_length(self, minutes: int, *, runs: bool) -> None:
        """Show how long the meeting is; a meeting that is entered afterwards has no clock."""
        self._length = minutes
        if runs and self._started is None:
            self._started = monotonic()
        elif not runs:
            self._started = None
        self._run()
        self._show()

    @property
    def minutes(self) -> int:
        """How many minutes have gone by since Meet was opened."""
        return 0 if self._started is None else int((monotonic() - self._started) // 60)

    def _show(self) -> None:
        running = self._started is not None
        words = self.tr("{gone} of {all} min") if running else self.tr("{all} min")
        self.heading.show_remark(words.format(gone=self.minutes, all=self._length))
        self._bar.setRange(0, max(self._length, 1))
        self._bar.setValue(min(self.minutes, self._length))
        self._bar.setVisible(running)

    def _run(self) -> None:
        if self._started is not None and self.isVisible():
            self._tick.start()
        else:
            self._tick.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Run while it can be seen."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while it cannot be seen."""
        super().hideEvent(event)
        self._tick.stop()
