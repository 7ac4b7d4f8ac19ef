"""Asks for what a concern lacks at its stage, a line each."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewdesk.desktop.concerns.model import StageAsk
from reviewdesk.desktop.widgets.day_words import DayWordsField
from reviewdesk.desktop.widgets.field import ChoiceField, Field, LineField
from reviewdesk.desktop.widgets.listed_field import ListedField
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.concern import CauseKind
from reviewdesk.domain.notes import read_day

_LINES: Final = {
    "fix": "What we do about it",
    "root_cause": "Why it happened",
    "beyond_the_fix": "What we did beyond the fix",
    "why_withdrawn": "Why",
}


class StageSheet(Sheet):
    """Asks what a stage asks for; what is left empty stays as it is.

    Signals:
        filled: the texts by the names of their fields.
    """

    filled = Signal(object)

    def __init__(self, asked: StageAsk, question: str, fields: Sequence[str], parent: QWidget) -> None:
        super().__init__(question, parent.tr("Keep it"), parent, sentence=f"“{asked.concern.words}”")
        self._asked = asked
        self.fields: dict[str, Field] = {each: self._field(each) for each in fields}
        for each in self.fields.values():
            self.add(each)
        self.asked.connect(self._fill)

    def _field(self, name: str) -> Field:
        if name == "owner":
            who = ListedField(self.tr("Who sees to it"), hint=self.tr("One of ours"))
            who.offer(self._asked.names)
            who.start_with(self._asked.mine)
            return who
        if name in ("fix_due", "plan_due"):
            by = self.tr("Fixed by") if name == "fix_due" else self.tr("A plan by")
            return DayWordsField(by, self._day, hint=self.tr("next Friday, in 2 weeks, 3 Mar"))
        if name == "cause_kind":
            kinds = [("", self.tr("not known")), *((each.value, each.value) for each in CauseKind)]
            return ChoiceField(self.tr("Kind of cause"), kinds, "", quiet=False)
        return LineField(_LINES[name], quiet=False)

    def _day(self, words: str) -> date | None:
        found = read_day(words, self._asked.today, expected=True)
        return found.day if found else None

    @property
    def editors(self) -> dict[str, QLineEdit]:
        """What is typed into, by its name."""
        found = {name: each.editor for name, each in self.fields.items()}
        return {name: each for name, each in found.items() if isinstance(each, QLineEdit)}

    def _fill(self) -> None:
        self.filled.emit({name: str(each.value() or "") for name, each in self.fields.items()})
