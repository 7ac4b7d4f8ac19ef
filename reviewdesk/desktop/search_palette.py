"""Ctrl+K: one line over everything in the book and every command."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.ink import CARD_RADIUS, faded, icon_size, scaled, tokens
from reviewdesk.desktop.result_list import ResultList
from reviewdesk.desktop.results import ResultGroup
from reviewdesk.desktop.widgets.labels import Hairline, Label, Part

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class SearchPalette(QWidget):
    """Lies over the window; it shows what it is given and says what is typed.

    Signals:
        typed: the words in the line changed.
        opened: the key of the result the person opens; the palette is closed then.
        all_asked: everything that holds these words is wanted, on the page of the search.
        closed: it went away.
    """

    typed = Signal(str)
    opened = Signal(object)
    all_asked = Signal(str)
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._before: QWidget | None = None
        self._window = window
        self._panel = QFrame(self)
        self._column = QVBoxLayout(self._panel)
        self._panel.setProperty("part", "card")
        self.line = QLineEdit()
        self._where = Label(part=Part.SMALL)
        self._nothing = Label(part=Part.MUTED, wraps=True)
        self.results = ResultList(self.tr("Results"))
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        sign = Label()
        sign.setPixmap(icon("search").pixmap(icon_size(), icon_size()))
        self.line.setProperty("bare", True)
        self.line.setPlaceholderText(self.tr("Accounts, people, notes, commands"))
        self.line.setAccessibleName(self.tr("Search everything"))
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 14)
        head.setSpacing(14)
        for widget in (sign, self.line, self._where):
            head.addWidget(widget)
        self._nothing.setContentsMargins(24, 14, 24, 14)
        below = QVBoxLayout()
        below.setContentsMargins(8, 2, 8, 8)
        below.addWidget(self.results)
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._nothing)
        column.addLayout(below)

    def _connect(self) -> None:
        self.line.textChanged.connect(self.typed)
        self.line.installEventFilter(self)
        self.results.opened.connect(self._open)
        self._window.installEventFilter(self)

    def open(self, book: str = "", text: str = "") -> None:
        """Come up over the window, ready to type."""
        self._before = QApplication.focusWidget()
        self._where.setText(self.tr("in {book}").format(book=book) if book else "")
        self.line.setFont(scaled(QApplication.font(), 1.2))
        self.line.setText(text)
        self.line.selectAll()
        self.show()
        self.raise_()
        self._place()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.typed.emit(text)

    def close_palette(self) -> None:
        """Go away and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    def show_results(self, groups: Sequence[ResultGroup], nothing: str = "") -> None:
        """Show what was found, or a sentence where nothing was."""
        self.results.show_groups(groups)
        found = self.results.found.rowCount() > 0
        self.results.setVisible(found)
        self._nothing.setText(nothing)
        self._nothing.setVisible(bool(nothing) and not found)
        self._place()

    def _open(self, key: object) -> None:
        self.close_palette()
        self.opened.emit(key)

    def _place(self) -> None:
        """Stand in the upper middle of the window, as high as what was found."""
        window = self._window
        self.setGeometry(window.rect())
        wide = min(max(self.fontMetrics().averageCharWidth() * 95, 400), window.width() - 48)
        most = round(window.height() * 0.72)
        self.results.setFixedHeight(min(self.results.wanted_height, most))
        self._column.activate()
        high = min(self._column.sizeHint().height(), window.height() - 32)
        self.update()  # the shadow lies on the palette, also where the panel was higher before
        self._panel.setGeometry((window.width() - wide) // 2, max(round(window.height() * 0.105), 16), wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scrim and the shadow of the panel."""
        painter = QPainter(self)
        theme = tokens()
        painter.fillRect(self.rect(), faded(theme.scrim, 0.55 if theme.is_dark else 0.2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(0, 0, 0, 5)
        painter.setBrush(shade)
        for grown in range(1, 24, 2):
            box = QRectF(self._panel.geometry()).adjusted(-grown, -grown + 6, grown, grown + 6)
            painter.drawRoundedRect(box, CARD_RADIUS + grown, CARD_RADIUS + grown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go away when the scrim is pressed."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, and take the keys that belong to the list."""
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            self._place()
        if watched is self.line and event.type() == QEvent.Type.KeyPress:
            return self._took(cast("QKeyEvent", event))
        return False

    def _took(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.results.move_by(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.close_palette()
                self.all_asked.emit(self.line.text())
            else:
                self.results.open()
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True
