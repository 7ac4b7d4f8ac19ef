"""A line to log a concern with, in their own words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.account.details import NarrowChoice
from reviewdesk.desktop.account.echo import EchoStrip
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.field import LineField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.concern import SEVERITIES

_USUAL = 2


class NewConcern(QWidget):
    """A line to log a concern with.

    Signals:
        add_asked: their words and how grave it is, 1 to 4.
        typed: the person typed on in their words.
    """

    add_asked = Signal(str, int)
    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        choices = [(number, f"{number} · {words}") for number, words in SEVERITIES.items()]
        self.words = LineField(
            self.tr("Add what worries them, in their words"), hint=self.tr("Two late deliveries"), quiet=False
        )
        self.severity = NarrowChoice(self.tr("Severity"), choices, _USUAL)
        self.add_button = plain_button(self.tr("Add"), "plus")
        self.refusal = Label(part=Part.BAD, wraps=True)
        self.echo = EchoStrip()
        self.refusal.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.words, 4)
        row.addWidget(self.severity, 3)
        row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.refusal)
        column.addWidget(self.echo)
        self.add_button.clicked.connect(self._add)
        self.words.line.textChanged.connect(self.typed)

    def clear(self) -> None:
        """Be ready for the next one."""
        self.refusal.hide()
        self.echo.hide()
        self.words.start_with("")
        self.severity.start_with(_USUAL)
        self.words.editor.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it was not logged."""
        self.refusal.setText(sentence)
        self.refusal.show()

    def _add(self) -> None:
        severity = self.severity.value()
        self.add_asked.emit(self.words.value(), severity if isinstance(severity, int) else _USUAL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Log it at Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        else:
            super().keyPressEvent(event)
