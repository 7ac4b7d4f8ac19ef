"""Asks for a switch to or from a rival."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.widgets.field import ChoiceField, LineField
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.switch import Direction


class SwitchSheet(Sheet):
    """Notes a switch.

    Signals:
        noted: which way, the rival, the line of business and the day as typed.
    """

    noted = Signal(object, str, str, str)

    def __init__(self, parent: QWidget) -> None:
        sentence = parent.tr("A customer who moved a line of business to a rival, or from one to us.")
        super().__init__(parent.tr("Note a switch"), parent.tr("Note it"), parent, sentence=sentence)
        ways = [(each.value, each.value.capitalize()) for each in Direction]
        self.direction = ChoiceField(self.tr("Which way"), ways, Direction.TO_RIVAL.value, quiet=False)
        self.rival = LineField(self.tr("Rival"), quiet=False)
        self.line = LineField(self.tr("Line of business"), hint=self.tr("Groupage, Spare parts"), quiet=False)
        self.day = LineField(self.tr("When"), hint=self.tr("today, 3 Mar, last week"), quiet=False)
        for pair in ((self.direction, self.rival), (self.line, self.day)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for each in pair:
                row.addWidget(each, 1)
            self.add(row)
        self.asked.connect(self._note)

    def _note(self) -> None:
        way = Direction(str(self.direction.value()))
        self.noted.emit(way, self.rival.value(), self.line.value(), self.day.value())
