"""Tabs in two shapes: a row over a page, and a segmented switch between a few ways to see one thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from reviewdesk.desktop.ink import CONTROL_RADIUS, colour, hairline, line_height, rounded, scaled, tokens


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its key, its word, and how many things are on it where that helps."""

    key: str
    text: str
    count: int | None = None

    @property
    def label(self) -> str:
        """The word with its count."""
        return self.text if not self.count else f"{self.text} {self.count:,}"


class TabRow(QTabBar):
    """A row of tabs known by their keys.

    Signals:
        chosen: the person went to the tab with this key.
    """

    chosen = Signal(str)

    def __init__(self, name: str, tabs: Sequence[Tab] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_tabs(tabs)
        self.currentChanged.connect(self._went)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tabs on a hairline."""
        hairline(QPainter(self), 0, self.width(), self.height() - 1)
        super().paintEvent(event)

    @property
    def key(self) -> str:
        """The key of the tab that is open."""
        return str(self.tabData(self.currentIndex()) or "")

    def show_tabs(self, tabs: Sequence[Tab]) -> None:
        """Show these tabs and stay on the one that is open, if it is still there."""
        held = self.key
        self.blockSignals(True)
        self._fit(len(tabs))
        for at, tab in enumerate(tabs):
            self.setTabText(at, tab.label)
            self.setTabData(at, tab.key)
        self.blockSignals(False)
        self.open(held)

    def open(self, key: str) -> None:
        """Go to the tab with this key, if there is one."""
        for at in range(self.count()):
            if self.tabData(at) == key:
                self.setCurrentIndex(at)

    def _fit(self, wanted: int) -> None:
        if self.count() > wanted:
            self._be_read_anew()
        while self.count() > wanted:
            self.removeTab(self.count() - 1)
        while self.count() < wanted:
            self.addTab("")

    def _be_read_anew(self) -> None:
        """Let a screen reader forget the tabs, of which fewer are left."""
        # Qt 6.11 keeps what it reads of a tab by its place in the row, and takes the arrows behind the last for a tab.
        if QAccessible.isActive() and (read := QAccessible.queryAccessibleInterface(self)) is not None:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(read))

    def _went(self, index: int) -> None:
        self.chosen.emit(str(self.tabData(index)))


class SegmentedSwitch(TabRow):
    """A few ways to see one thing, as one rounded control."""

    def __init__(self, name: str, tabs: Sequence[Tab] = ()) -> None:
        super().__init__(name, tabs)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)

    def tabSizeHint(self, index: int) -> QSize:
        """Say how large a tab wants to be."""
        font = scaled(self.font(), weight=600)
        line = line_height(font)
        width = QFontMetricsF(font).horizontalAdvance(self.tabText(index))
        return QSize(round(width + line * 1.7), round(line + 20))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Say how small a tab can be."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colours of the theme in force."""
        painter = QPainter(self)
        theme = tokens()
        rounded(painter, QRectF(self.rect()), CONTROL_RADIUS + 1, fill=theme.neutral_soft)
        for index in range(self.count()):
            self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        theme = tokens()
        box = QRectF(self.tabRect(index)).adjusted(3, 3, -3, -3)
        open_here = index == self.currentIndex()
        if open_here:
            line = theme.accent if self.hasFocus() else theme.border
            rounded(painter, box, CONTROL_RADIUS - 2, fill=theme.surface, line=line)
        painter.setFont(scaled(self.font(), weight=600 if open_here else 500))
        painter.setPen(colour(theme.text if open_here else theme.muted))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.tabText(index))
