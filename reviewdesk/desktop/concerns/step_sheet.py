"""Asks what is done next about a concern, and by when."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewdesk.desktop.widgets.day_words import DayWordsField
from reviewdesk.desktop.widgets.field import LineField
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.notes import read_day


class StepSheet(Sheet):
    """Asks for a step; without a day it stands without one.

    Signals:
        filled: what is done, and by when.
    """

    filled = Signal(str, object)

    def __init__(self, words: str, today: date, parent: QWidget) -> None:
        super().__init__(parent.tr("What is the next step?"), parent.tr("Add it"), parent, sentence=f"“{words}”")
        self._today = today
        self.what = LineField(self.tr("What we do"), hint=self.tr("Send the corrected invoice"), quiet=False)
        self.by = DayWordsField(self.tr("By"), self._day, hint=self.tr("next Friday, in 2 weeks, 3 Mar"))
        self.add(self.what)
        self.add(self.by)
        self.asked.connect(self._fill)

    @property
    def editors(self) -> dict[str, QLineEdit]:
        """What is typed into, by its name."""
        return {"what": self.what.line, "by": self.by.line}

    def _day(self, words: str) -> date | None:
        found = read_day(words, self._today, expected=True)
        return found.day if found else None

    def _fill(self) -> None:
        if self.by.value().strip() and self.by.day is None:
            self.refuse(self.tr("Write the day like next Friday or 3 Mar, or leave it empty."))
        else:
            self.filled.emit(self.what.value(), self.by.day)
