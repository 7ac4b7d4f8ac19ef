"""What is asked about a hand-off: how it was answered, and what a check found."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from reviewdesk.desktop.hand_off.along import AlongList
from reviewdesk.desktop.widgets.field import ChoiceField, LineField
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.handing_off import Delivered, How, PackPart
from reviewdesk.services.hand_off_values import FormBack


class AcceptSheet(Sheet):
    """Asks who accepted, how and when.

    Signals:
        filled: how, who, the day in words, their words, and the ids of the follow-ups that go along.
    """

    filled = Signal(object, str, str, str, object)

    def __init__(self, to: str, along: Sequence[FollowUp], today: date, parent: QWidget) -> None:
        sentence = parent.tr("The account gets its new owner now, and checks 30, 60 and 90 days after the start.")
        super().__init__(parent.tr("Accepted"), parent.tr("Pass it on"), parent, sentence=sentence)
        ways = [(each, each.value) for each in How]
        self.how = ChoiceField(self.tr("How"), ways, How.HERE, quiet=False)
        self.who = LineField(self.tr("Who said so"), to, quiet=False)
        self.day = LineField(self.tr("When"), hint=self.tr("today"), quiet=False)
        self.words = LineField(self.tr("Their words, for a recorded yes"), quiet=False)
        self.along = AlongList(along, today)
        for each in (self.how, self.who, self.day, self.words):
            self.add(each)
        if along:
            self.add(self.along)
        self.asked.connect(self._fill)

    def _fill(self) -> None:
        how = How(str(self.how.value()))
        self.filled.emit(how, self.who.value(), self.day.value(), self.words.value(), self.along.chosen())


class AlongSheet(Sheet):
    """Asks what goes along with an account that was accepted by a form.

    Signals:
        filled: the ids of the follow-ups that go along.
    """

    filled = Signal(object)

    def __init__(self, back: FormBack, parent: QWidget) -> None:
        title = parent.tr("{who} accepted {account}").format(who=back.who, account=back.account)
        sentence = parent.tr("The account gets its new owner now, and checks 30, 60 and 90 days after the start.")
        super().__init__(title, parent.tr("Pass it on"), parent, sentence=sentence)
        self.along = AlongList(back.along, back.today)
        self.add(self.along)
        self.asked.connect(self._fill)

    def _fill(self) -> None:
        self.filled.emit(self.along.chosen())


class ReturnSheet(Sheet):
    """Asks what is missing.

    Signals:
        filled: how, who, the parts that are missing, and the words.
    """

    filled = Signal(object, str, object, str)

    def __init__(self, to: str, parent: QWidget) -> None:
        super().__init__(parent.tr("Returned with gaps"), parent.tr("Take it back"), parent)
        self.who = LineField(self.tr("Who said so"), to, quiet=False)
        ways = [(each, each.value) for each in How]
        self.how = ChoiceField(self.tr("How"), ways, How.HERE, quiet=False)
        self.parts = {each: QCheckBox(each.value.capitalize()) for each in PackPart}
        self.words = LineField(self.tr("What is missing, in words"), quiet=False)
        grid = QGridLayout()
        for at, box in enumerate(self.parts.values()):
            grid.addWidget(box, at // 2, at % 2)
        for each in (self.who, self.how):
            self.add(each)
        self.add(grid)
        self.add(self.words)
        self.asked.connect(self._fill)

    def _fill(self) -> None:
        gaps = tuple(part for part, box in self.parts.items() if box.isChecked())
        self.filled.emit(How(str(self.how.value())), self.who.value(), gaps, self.words.value())


class CheckSheet(Sheet):
    """Asks whether what was promised was delivered.

    Signals:
        filled: how much of it, and the words.
    """

    filled = Signal(object, str)

    def __init__(self, days: int, parent: QWidget) -> None:
        title = parent.tr("{days} days after the start").format(days=days)
        super().__init__(title, parent.tr("Note it"), parent)
        choices = [(each, each.value) for each in Delivered]
        self.delivered = ChoiceField(self.tr("Of what was promised was delivered"), choices, Delivered.ALL, quiet=False)
        self.words = LineField(self.tr("What you found"), quiet=False)
        self.add(self.delivered)
        self.add(self.words)
        self.asked.connect(self._fill)

    def _fill(self) -> None:
        self.filled.emit(Delivered(str(self.delivered.value())), self.words.value())
