"""Asks for the new date of something that was to be done, and with whom it was agreed."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import Button, plain_button
from reviewdesk.desktop.widgets.field import DateField, LineField
from reviewdesk.desktop.widgets.sheet import Sheet

_WEEK: Final = 7


class MoveSheet(Sheet):
    """Moves one follow-up.

    Signals:
        moved: the new date and who agreed.
    """

    moved = Signal(object, str)

    def __init__(self, what: str, today: date, due: date, parent: QWidget | None = None, *, is_promise: bool) -> None:
        sentence = self.tr("It was promised. A move that was agreed before its date keeps it kept.")
        super().__init__(self.tr("Move to another day"), self.tr("Move"), parent, sentence=what)
        monday = today + timedelta(days=_WEEK - today.weekday())
        self._days = {
            self.tr("Tomorrow"): today + timedelta(days=1),
            self.tr("Next Monday"): monday,
            self.tr("In a week"): today + timedelta(days=_WEEK),
            self.tr("In a month"): today + timedelta(days=30),
        }
        self.day = DateField(self.tr("New date"), max(due, today + timedelta(days=1)), quiet=False)
        self.agreed = LineField(self.tr("Agreed with"), hint=sentence, quiet=False)
        self.agreed.setVisible(is_promise)
        row = QHBoxLayout()
        row.setSpacing(8)
        for word in self._days:
            row.addWidget(self._quick(word))
        row.addStretch(1)
        self.add(row)
        self.add(self.day)
        self.add(self.agreed)
        self.asked.connect(self._move_it)

    def _quick(self, word: str) -> Button:
        button = plain_button(word)
        button.clicked.connect(self._take_day)
        return button

    def _take_day(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.day.start_with(self._days[sender.text()])

    def _move_it(self) -> None:
        self.moved.emit(self.day.value(), self.agreed.value().strip())
