"""The bar that searches the pages: what is looked for, how often it stands there, and to the next and the last."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from reviewdesk.desktop.widgets.buttons import IconButton
from reviewdesk.desktop.widgets.labels import Label, Part

_AFTER = 120


class FindBar(QFrame):
    """Searches the pages that are shown.

    Signals:
        searched: the words to look for. next_asked, last_asked: to the one after or before. closed: no more of it.
    """

    searched = Signal(str)
    next_asked = Signal()
    last_asked = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "top-bar")
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Search these pages"))
        self.line.setAccessibleName(self.tr("Search these pages"))
        self.count = Label(part=Part.MUTED)
        self.last = IconButton(self.tr("The one before"), "chevron-up", shortcut="Shift+F3")
        self.next = IconButton(self.tr("The next one"), "chevron-down", shortcut="F3")
        self.shut = IconButton(self.tr("Close the search"), "x", shortcut="Esc")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_AFTER)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        for each in (self.count, self.last, self.next, self.shut):
            row.addWidget(each)
        self.count.setMinimumWidth(self.fontMetrics().averageCharWidth() * 14)
        self.line.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.search)
        self.last.clicked.connect(self.last_asked)
        self.next.clicked.connect(self.next_asked)
        self.shut.clicked.connect(self.closed)
        self.hide()

    def begin(self) -> None:
        """Come into sight with what was looked for last chosen."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def search(self) -> None:
        """Ask for what is typed."""
        self._pause.stop()
        self.searched.emit(self.line.text())

    def show_found(self, at: int, count: int) -> None:
        """Show which one is marked, from 1, and how many there are."""
        if not self.line.text().strip():
            words = ""
        elif not count:
            words = self.tr("Not found")
        else:
            words = self.tr("{n} of {m}").format(n=f"{at:,}", m=f"{count:,}")
        self.count.setText(words)
        self.line.setAccessibleDescription(words)
        for each in (self.last, self.next):
            each.setEnabled(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Shift+Enter, and away with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self.search()
            elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.last_asked.emit()
            else:
                self.next_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
