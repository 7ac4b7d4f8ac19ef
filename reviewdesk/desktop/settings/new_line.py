"""A line to add something with, whose few words are typed beside each other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.labels import Label, Part


class NewLine(QWidget):
    """A line with a field for each of these hints, as wide as their shares.

    Signals:
        add_asked: what was typed, from left to right.
    """

    add_asked = Signal(object)

    def __init__(self, hints: Sequence[str], *, shares: Sequence[int]) -> None:
        super().__init__()
        self.lines = [self._line(each) for each in hints]
        self.add_button = plain_button(self.tr("Add"), "plus")
        self.refusal = Label(part=Part.BAD, wraps=True)
        self.refusal.hide()
        row = QHBoxLayout()
        row.setSpacing(10)
        for line, share in zip(self.lines, shares, strict=True):
            row.addWidget(line, share)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.refusal)
        self.add_button.clicked.connect(self._add)

    def _line(self, hint: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(hint)
        line.setAccessibleName(hint)
        line.returnPressed.connect(self._add)
        return line

    def start_with(self, *words: str) -> None:
        """Fill in the first ones, and go to the one after them."""
        for line, each in zip(self.lines, words, strict=False):
            line.setText(each)
        self.lines[min(len(words), len(self.lines) - 1)].setFocus()

    def clear(self) -> None:
        """Be ready for the next one."""
        self.refusal.hide()
        for line in self.lines:
            line.clear()
        self.lines[0].setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it was not added."""
        self.refusal.setText(sentence)
        self.refusal.show()

    def _add(self) -> None:
        self.add_asked.emit(tuple(line.text() for line in self.lines))
