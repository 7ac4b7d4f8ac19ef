"""Saves what is done with the steps of a change, or with those that new changes begin with."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.change.steps_card import StepsCard
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.change_steps import StepKind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.change_steps import ChangeStepService


class ChangeStepping(QObject):
    """Takes what is done with steps; without a change it is for those that new ones begin with.

    Signals:
        done: something was changed. kept: the steps are those that new changes begin with.
    """

    done = Signal()
    kept = Signal()

    def __init__(self, card: StepsCard, steps: ChangeStepService, tasks: Tasks) -> None:
        super().__init__(card)
        self.change_id: UUID | None = None
        self._card, self._steps, self._tasks = card, steps, tasks
        card.changed.connect(self._set)
        card.turned.connect(self._turn)
        card.trial_set.connect(self._offer)
        card.keep_asked.connect(self._keep)
        card.back_asked.connect(self._begin_anew)

    def _set(self, kind: StepKind, words: str, days: str, who_id: UUID | None) -> None:
        self._do(partial(self._steps.set_step, self.change_id, kind, words, days, who_id))

    def _turn(self, kind: StepKind, on: bool) -> None:
        self._do(partial(self._steps.turn, self.change_id, kind, on=on))

    def _offer(self, is_service: bool) -> None:
        self._do(partial(self._steps.offer, self.change_id, is_service=is_service))

    def _begin_anew(self) -> None:
        self._do(partial(self._steps.begin_anew, self.change_id))

    def _keep(self) -> None:
        if self.change_id is not None:
            work = partial(self._steps.keep, self.change_id)
            self._tasks.run(work, self._say_kept, self, lane=Lane.WRITE, failed=self._refused)

    def _do(self, work: Callable[[], object]) -> None:
        self._tasks.run(work, self._done, self, lane=Lane.WRITE, failed=self._refused)

    def _done(self, _outcome: object) -> None:
        if self._card.sheet is not None:
            self._card.sheet.accept()
        self.done.emit()

    def _say_kept(self, _outcome: object) -> None:
        self.kept.emit()

    def _refused(self, error: ReviewDeskError) -> None:
        if self._card.sheet is not None:
            self._card.sheet.refuse(str(error))
        else:
            self._tasks.told.emit(error)
