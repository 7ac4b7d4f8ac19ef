"""What is asked for a change: its first item and day, how it was taken, what was conceded, and a basis to read."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from reviewdesk.desktop.widgets.day_words import DayWordsField
from reviewdesk.desktop.widgets.field import ChoiceField, LineField, TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.notes import read_day
from reviewdesk.domain.planned_change import Taken

_ROOM: Final = 13  # lines
_ACCEPTED: Final = ((None, "not answered yet"), (True, "accepted"), (False, "not accepted"))


def complete(field: LineField, names: Sequence[str]) -> None:
    """Offer these names below a line as it is typed."""
    completer = QCompleter(list(names), field)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    field.line.setCompleter(completer)


class NewChangeSheet(Sheet):
    """Asks what changes for customers, by how much and from when; nobody is told of anything yet.

    Signals:
        filled: the item, what becomes of it, the day, and why.
    """

    filled = Signal(str, str, str, str)

    def __init__(self, products: Sequence[str], today: date, product: str, parent: QWidget) -> None:
        sentence = parent.tr("You rehearse it first: who is hurt, by how much, and by when to call. Nobody is told.")
        super().__init__(parent.tr("New change notice"), parent.tr("Rehearse it"), parent, sentence=sentence)
        self._today = today
        self.item = LineField(self.tr("What changes"), product, hint=self.tr("a product"), quiet=False)
        self.becomes = LineField(
            self.tr("By how many per cent, or discontinued"), hint=self.tr("4.5, -3, discontinued"), quiet=False
        )
        self.effective = DayWordsField(self.tr("From which day on"), self._day, hint=self.tr("1 jun 2027"))
        self.why = TextField(self.tr("Why, in words for customers"), lines=2)
        complete(self.item, products)
        for each in (self.item, self.becomes, self.effective, self.why):
            self.add(each)
        self.asked.connect(self._fill)

    def _day(self, words: str) -> date | None:
        found = read_day(words, self._today, expected=True) if words.strip() else None
        return found.day if found else None

    def _fill(self) -> None:
        self.filled.emit(self.item.value(), self.becomes.value(), self.effective.value(), str(self.why.value()))


class TakenSheet(Sheet):
    """Asks how an account took a change.

    Signals:
        filled: how it was taken, and what they said.
    """

    filled = Signal(object, str)

    def __init__(self, account: str, parent: QWidget) -> None:
        super().__init__(parent.tr("How did {name} take it?").format(name=account), parent.tr("Note it"), parent)
        choices = [(each, each.value) for each in Taken]
        self.how = ChoiceField(self.tr("It was taken"), choices, Taken.NEUTRAL, quiet=False)
        self.words = LineField(self.tr("What they said"), quiet=False)
        self.add(self.how)
        self.add(self.words)
        self.asked.connect(self._fill)

    def _fill(self) -> None:
        self.filled.emit(Taken(str(self.how.value())), self.words.value())


class ConcessionSheet(Sheet):
    """Asks what was offered to an account, what it costs a year, and whether it was accepted.

    Signals:
        filled: what was offered, its cost a year as typed, and whether it was accepted.
    """

    filled = Signal(str, str, object)

    def __init__(self, account: str, known: tuple[str, str, bool | None], parent: QWidget) -> None:
        super().__init__(parent.tr("A concession to {name}").format(name=account), parent.tr("Note it"), parent)
        what, cost, accepted = known
        self.what = LineField(self.tr("What is offered"), what, quiet=False)
        self.cost = LineField(
            self.tr("What it costs a year, or % of the exposure"), cost, hint="1,200 or 50 %", quiet=False
        )
        self.answer = ChoiceField(self.tr("Their answer"), list(_ACCEPTED), accepted, quiet=False)
        for each in (self.what, self.cost, self.answer):
            self.add(each)
        self.asked.connect(self._fill)

    def _fill(self) -> None:
        self.filled.emit(self.what.value(), self.cost.value(), self.answer.value())


class BasisSheet(Sheet):
    """Shows how figures are worked out, those of one account or of all."""

    def __init__(self, account: str, lines: Sequence[str], parent: QWidget) -> None:
        super().__init__(account, parent.tr("Close"), parent)
        self.cancel.hide()
        area = ScrollColumn(account, gap=8)
        for each in lines:
            area.column.addWidget(Label(each, Part.BODY, wraps=True))
        area.column.addStretch(1)
        line = self.fontMetrics()
        area.setMinimumHeight(min(line.lineSpacing() * _ROOM, parent.height() // 2))
        self.setMinimumWidth(min(line.averageCharWidth() * 72, parent.width() - 48))
        self.add(area)
        self.asked.connect(self.accept)
