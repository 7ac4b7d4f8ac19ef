"""Rewords one printed line where it stands on the page."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.document.model import ShownLine
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind, ghost_button
from reviewdesk.desktop.widgets.labels import Label, Part

_LEAST = 44
_ROWS = 4
_EDGE = 10


class WordsEdit(QPlainTextEdit):
    """A few lines of text: Enter keeps them, Escape leaves them as they were.

    Signals:
        kept: what is typed is to be kept. left: it is not.
    """

    kept = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the cursor at the end."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason:
            self.selectAll()


class LineEditor(QFrame):
    """Stands over the line that is reworded.

    Signals:
        reworded: the line and its new words. heard_asked: a quote that is to be printed as something heard.
        remark_asked: a remark on the line is to be written. closed: nothing is to be changed any more.
    """

    reworded = Signal(object, str)
    heard_asked = Signal(object)
    remark_asked = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("part", "card")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Wording for print"))
        self.line: ShownLine | None = None
        self.words = WordsEdit()
        self.words.setAccessibleName(self.tr("Wording for print"))
        self.words.setTabChangesFocus(True)
        self.why = Label(part=Part.SMALL, wraps=True)
        self.keep = Button(self.tr("Keep the wording"), kind=ButtonKind.PRIMARY, small=True)
        self.heard = Button(self.tr("Print as heard, without quotation marks"), small=True)
        self.remark = ghost_button(self.tr("Remark…"))
        self.leave = ghost_button(self.tr("Leave it"))
        row = QHBoxLayout()
        for each in (self.keep, self.heard, self.remark, self.leave):
            row.addWidget(each)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.why)
        column.addLayout(row)
        self.keep.clicked.connect(self._keep)
        self.words.kept.connect(self._keep)
        self.words.left.connect(self.closed)
        self.leave.clicked.connect(self.closed)
        self.heard.clicked.connect(self._as_heard)
        self.remark.clicked.connect(self._remark)
        self.hide()

    def begin(self, line: ShownLine, box: QRectF) -> None:
        """Stand over a line, which lies in this box of the parent."""
        self.line = line
        self.words.setPlainText(line.words)
        self.words.setReadOnly(line.quoted)
        self.keep.setVisible(not line.quoted)
        self.heard.setVisible(line.quoted)
        said = self.tr("These are their own words: they are printed only as noted.")
        self.why.setText(said if line.quoted else self.tr("Enter keeps it, Esc leaves it. The note stays as typed."))
        self.words.setFixedHeight(self.fontMetrics().lineSpacing() * _ROWS + 16)
        self._place(box)
        self.show()
        self.raise_()
        wanted = self.heard if line.quoted else self.words
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, box: QRectF) -> None:
        room = self._over.rect()
        least = self.fontMetrics().averageCharWidth() * _LEAST
        width = min(max(round(box.width()) + 2 * _EDGE, least), room.width() - 16)
        self.setFixedWidth(width)
        self.adjustSize()
        left = min(max(round(box.left()) - _EDGE, 8), room.width() - width - 8)
        top = min(max(round(box.top()) - _EDGE, 8), max(room.height() - self.height() - 8, 8))
        self.move(left, top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape from any of its buttons."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        if self.line is not None and not self.line.quoted:
            self.reworded.emit(self.line, self.words.toPlainText())

    def _remark(self) -> None:
        line = self.line
        self.closed.emit()
        self.remark_asked.emit(line)

    def _as_heard(self) -> None:
        if self.line is not None:
            self.heard_asked.emit(self.line)
