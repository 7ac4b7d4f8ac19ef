"""Keeps in Settings the steps that a new change notice begins with; they show once the book has a change."""

from typing import ClassVar

from reviewdesk.desktop.change.stepping import ChangeStepping
from reviewdesk.desktop.change.steps_card import StepsCard
from reviewdesk.desktop.settings.part import SettingsPart
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.services.change_steps import BookSteps, ChangeStepService


class ChangeStepsPart(SettingsPart):
    """Answers what is done with these steps in Settings."""

    key: ClassVar[str] = "change_steps"

    def __init__(self, card: StepsCard, steps: ChangeStepService, tasks: Tasks) -> None:
        super().__init__(card)
        self.card = card
        self._steps, self._tasks = steps, tasks
        self._stepping = ChangeStepping(card, steps, tasks)
        self._stepping.done.connect(self.show_now)
        tasks.changed.connect(self._reload_if_concerned)
        card.back.setText(self.tr("The usual four"))
        card.hide()

    def show_now(self) -> None:
        """Show the steps as they stand."""
        self._tasks.run(self._steps.of_book, self._show, self, newest="change steps")

    def _show(self, found: BookSteps) -> None:
        self.card.setVisible(found.is_used)
        self.card.show_steps(found.steps, found.colleagues, None, is_kept=found.is_usual)

    def _reload_if_concerned(self, changes: Changes, _origin: object) -> None:
        if changes.touch(Kind.BOOK, Kind.COLLEAGUE, Kind.PLANNED_CHANGE) and self.card.isVisible():
            self.show_now()
