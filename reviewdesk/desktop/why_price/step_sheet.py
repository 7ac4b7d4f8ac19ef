"""What is asked about a step of the plan to differ."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.widgets.field import LineField
from reviewdesk.desktop.widgets.listed_field import ListedField, NameField
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.services.price_steps import StepTyped

_RESPECTS: Final = (
    "Service",
    "Delivery",
    "Speed",
    "Advice",
    "People",
    "Quality",
    "Risk taken over",
    "Ease of ordering",
)


class StepSheet(Sheet):
    """Asks what we will do differently, in which respect, where it begins, who does it, and by when.

    Signals:
        filled: the step as it was typed.
    """

    filled = Signal(object)

    def __init__(self, accounts: Sequence[str], colleagues: Sequence[str], parent: QWidget) -> None:
        sentence = parent.tr("It becomes a follow-up of the account it begins with, and keeps its place here.")
        super().__init__(parent.tr("A step to differ"), parent.tr("Add it"), parent, sentence=sentence)
        self.what = LineField(
            self.tr("What we will do differently"), hint=self.tr("Show the night crew to three customers"), quiet=False
        )
        self.respect = ListedField(self.tr("In which respect"), hint=self.tr("service, delivery, advice"))
        self.account = ListedField(self.tr("It begins with"), hint=self.tr("an account"))
        self.who = NameField(self.tr("Who does it"), hint=self.tr("the owner of the account"))
        self.due = LineField(self.tr("By when"), hint=self.tr("1 Mar, in 2 weeks"), quiet=False)
        for field, names in ((self.respect, _RESPECTS), (self.account, accounts), (self.who, colleagues)):
            field.offer(names)
        for each in (self.what, self.respect, self.account, self.who, self.due):
            self.add(each)
        self.asked.connect(self._fill)

    def _fill(self) -> None:
        told = StepTyped(
            what=self.what.value(), respect=self.respect.value(), account=self.account.value(), who=self.who.value(),
            due=self.due.value(),
        )  # fmt: skip
        self.filled.emit(told)
