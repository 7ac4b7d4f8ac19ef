"""How one account of an outreach is reached: whom, by whom, how, by when, and what to say."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.outreach.problem_model import Ways
from reviewdesk.desktop.widgets.day_words import DayWordsField
from reviewdesk.desktop.widgets.field import ChoiceField, TextField
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.shared_problem import WAYS


class WaysSheet(Sheet):
    """Asks how an account is reached.

    Signals:
        filled: the fields that are to be changed, by name.
    """

    filled = Signal(object)

    def __init__(self, ways: Ways, today: date, read: Callable[[str], date | None], parent: QWidget) -> None:
        title = parent.tr("How {account} is reached").format(account=ways.account)
        super().__init__(title, parent.tr("Keep it"), parent)
        known = ways.affected
        self._due = known.due
        self._as_shown = short_day(known.due, today) if known.due else ""
        people = [*ways.people, *([(None, self.tr("nobody known yet"))] if known.person_id is None else [])]
        ours = [*ways.colleagues, *([(None, self.tr("me"))] if known.colleague_id is None else [])]
        self.person = ChoiceField(self.tr("Whom"), people, known.person_id, quiet=False)
        self.channel = ChoiceField(self.tr("How"), [(each, each) for each in WAYS], known.channel, quiet=False)
        self.owner = ChoiceField(self.tr("Who of us"), ours, known.colleague_id, quiet=False)
        self.due = DayWordsField(self.tr("By"), read, words=self._as_shown, hint=self.tr("tomorrow, fri, 3 mar"))
        self.script = TextField(self.tr("What to say"), ways.says, lines=4)
        for pair in ((self.person, self.channel), (self.owner, self.due)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for each in pair:
                row.addWidget(each, 1)
            self.add(row)
        self.add(self.script)
        self.asked.connect(self._fill)

    def _fill(self) -> None:
        typed = self.due.value().strip()
        due = self._due if typed == self._as_shown else self.due.day
        if typed and due is None:
            self.refuse(self.tr("Write the day as tomorrow, fri or 3 mar."))
            return
        self.filled.emit(
            {
                "person_id": self.person.value(),
                "channel": self.channel.value(),
                "colleague_id": self.owner.value(),
                "due": due,
                "script": str(self.script.value()),
            }
        )
