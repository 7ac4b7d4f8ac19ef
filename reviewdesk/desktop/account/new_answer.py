"""The form that notes what somebody answered to a question, or corrects it."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.account.details import NarrowChoice
from reviewdesk.desktop.widgets.buttons import ghost_button, plain_button
from reviewdesk.desktop.widgets.field import LineField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.scale_switch import ScaleSwitch
from reviewdesk.domain.answer import SCALES, Answer, Asked, Scale
from reviewdesk.domain.people import Person
from reviewdesk.services.answers import Given

ENDS: Final = {
    Asked.RECOMMEND: ("not at all", "most certainly"),
    Asked.CONTENT: ("very unhappy", "very happy"),
    Asked.EASE: ("very hard", "very easy"),
}
_NOBODY: Final = "nobody"  # a choice without a key would be no choice at all
_USUAL_ENDS: Final = ("very low", "very high")


class AnswerForm(QWidget):
    """Asks who answered what to which question.

    Signals:
        given: an answer as it was typed.
        left: the person does not want to correct it after all.
    """

    given = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Person, ...] | None = None
        self.asked = NarrowChoice(self.tr("What was asked"), [(each, each.value) for each in Asked], Asked.RECOMMEND)
        self.who = NarrowChoice(self.tr("Who answered"), [(_NOBODY, self.tr("nobody in particular"))], _NOBODY)
        self.whose = NarrowChoice(self.tr("Whose answer"), [(False, self.tr("theirs")), (True, self.tr("our guess"))])
        self.day = LineField(self.tr("When"), hint=self.tr("today, or 14 Oct"), quiet=False)
        self.importance = LineField(self.tr("How much it matters to them, 1-7"), quiet=False)
        self.evidence = LineField(self.tr("What they said"), hint=self.tr("The morning slot decides it"), quiet=False)
        self.scale = ScaleSwitch(self.tr("The answer"))
        self.ends = Label(part=Part.MUTED)
        self.add_button = plain_button(self.tr("Add"), "plus")
        self.leave_button = ghost_button(self.tr("Leave it as it was"))
        self.refusal = Label(part=Part.BAD, wraps=True)
        self._lay_out()
        self._connect()
        self.whose.start_with(value=False)
        self.clear()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        for at, field in enumerate((self.asked, self.who, self.whose)):
            grid.addWidget(field, 0, at)
            grid.setColumnStretch(at, 1)
        grid.addWidget(self.evidence, 1, 0, 1, 2)
        grid.addWidget(self.day, 1, 2)
        grid.addWidget(self.importance, 2, 0)
        answer = QHBoxLayout()
        answer.setSpacing(14)
        answer.addWidget(self.scale)
        answer.addWidget(self.ends, 1)
        answer.addWidget(self.leave_button)
        answer.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addLayout(answer)
        column.addWidget(self.refusal)

    def _connect(self) -> None:
        self.asked.edited.connect(self._ask)
        self.add_button.clicked.connect(self._give)
        self.leave_button.clicked.connect(self.left)

    def offer(self, people: Sequence[Person]) -> None:
        """Offer these people; whoever is chosen stays so."""
        if tuple(people) == self._people:
            return
        self._people = tuple(people)
        chosen = self.who.value()
        nobody: tuple[object, str] = (_NOBODY, self.tr("nobody in particular"))
        self.who.offer([nobody, *((each.id, each.name) for each in people)])
        known = {each.id for each in people}
        self.who.start_with(chosen if chosen in known else people[0].id if people else _NOBODY)

    def clear(self) -> None:
        """Be ready for the next answer; who, what and when stay, since several are noted one after the other."""
        self.add_button.setText(self.tr("Add"))
        self.leave_button.hide()
        self.refusal.hide()
        self.evidence.start_with("")
        self.importance.start_with("")
        self._ask()

    def correct(self, answer: Answer) -> None:
        """Show an answer to be corrected."""
        self.asked.start_with(answer.asked)
        self._ask()
        self.who.start_with(answer.person_id or _NOBODY)
        self.whose.start_with(answer.is_guess)
        self.day.start_with(answer.answered_on.isoformat())
        self.importance.start_with(str(answer.importance or ""))
        self.evidence.start_with(answer.evidence)
        self.scale.choose(answer.value)
        self.add_button.setText(self.tr("Change"))
        self.leave_button.show()
        self.refusal.hide()
        self.scale.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it was not noted."""
        self.refusal.setText(sentence)
        self.refusal.show()

    def _ask(self, _value: object = None) -> None:
        asked = self._asked()
        scale = SCALES[asked]
        self.scale.show_scale(scale.lowest, scale.highest)
        low, high = ENDS.get(asked, _USUAL_ENDS)
        self.ends.setText(f"{scale.lowest} {low}, {scale.highest} {high}")
        self.importance.setVisible(scale is Scale.ONE_TO_SEVEN and asked is not Asked.EASE)

    def _asked(self) -> Asked:
        return Asked(str(self.asked.value()))  # Qt gives the word alone back

    def _give(self) -> None:
        who = self.who.value()
        self.given.emit(
            Given(
                asked=self._asked(),
                value=self.scale.value,
                person_id=who if isinstance(who, UUID) else None,
                importance=self.importance.value(),
                evidence=self.evidence.value(),
                is_guess=bool(self.whose.value()),
                day=self.day.value(),
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note it at Enter; Escape leaves an answer as it was."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        elif event.key() == Qt.Key.Key_Escape and not self.leave_button.isHidden():
            self.left.emit()
        else:
            super().keyPressEvent(event)
