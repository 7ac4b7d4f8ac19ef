"""A line to add somebody of theirs with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reviewdesk.desktop.widgets.buttons import Button, ButtonKind


class NewPerson(QWidget):
    """Asks for somebody new: name and role and, unless it is short, how to reach them.

    Signals:
        add_asked: name, role, telephone and e-mail address; what is not asked for is empty.
    """

    add_asked = Signal(str, str, str, str)

    def __init__(self, *, short: bool = False) -> None:
        super().__init__()
        hints = (self.tr("Name"), self.tr("Role"), self.tr("Telephone"), self.tr("E-mail"))
        self.lines = [self._line(hint) for hint in (hints[:2] if short else hints)]
        self.add_button = Button(self.tr("Add"), "plus", ButtonKind.PLAIN if short else ButtonKind.PRIMARY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for line in self.lines:
            row.addWidget(line, 1)
        row.addWidget(self.add_button)
        self.add_button.clicked.connect(self._add)

    def _line(self, hint: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(hint)
        line.setAccessibleName(hint)
        line.returnPressed.connect(self._add)
        return line

    def clear(self) -> None:
        """Be ready for the next one."""
        for line in self.lines:
            line.clear()
        self.lines[0].setFocus()

    def _add(self) -> None:
        typed = [each.text() for each in self.lines]
        self.add_asked.emit(*typed, *[""] * (4 - len(typed)))
