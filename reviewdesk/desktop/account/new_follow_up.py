"""A line to add a follow-up with: what, by when, and whether it was promised."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.account.details import NarrowChoice
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.field import LineField
from reviewdesk.desktop.widgets.labels import Label, Part


class Said(StrEnum):
    """What a new follow-up is."""

    TO_DO = "to do"
    OURS = "we promised it"
    THEIRS = "they promised it"


_CHOICES: Final = [(each.value, each.value) for each in Said]


class NewFollowUp(QWidget):
    """A line to add a follow-up with.

    Signals:
        add_asked: what is to be done, the day in words, and what it is.
    """

    add_asked = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.what = LineField(self.tr("Add what is to be done"), hint=self.tr("Send the price sheet"), quiet=False)
        self.day = LineField(self.tr("By when"), hint=self.tr("next Friday, 3 Dec"), quiet=False)
        self.said = NarrowChoice(self.tr("It is"), _CHOICES, Said.TO_DO.value)
        self.add_button = plain_button(self.tr("Add"), "plus")
        self.refusal = Label(part=Part.BAD, wraps=True)
        self.refusal.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, share in ((self.what, 5), (self.day, 3), (self.said, 2)):
            row.addWidget(field, share)
        row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.refusal)
        self.add_button.clicked.connect(self._add)

    def begin(self) -> None:
        """Stand for another account from here on."""
        self.refusal.hide()
        self.what.start_with("")
        self.day.start_with("")
        self.said.start_with(Said.TO_DO.value)

    def clear(self) -> None:
        """Be ready for the next one."""
        self.begin()
        self.what.editor.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it was not added."""
        self.refusal.setText(sentence)
        self.refusal.show()

    def _add(self) -> None:
        self.add_asked.emit(self.what.value(), self.day.value(), Said(str(self.said.value())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add it at Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        else:
            super().keyPressEvent(event)
