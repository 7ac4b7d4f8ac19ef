"""Adds the next step for a concern, over whatever page is shown."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.concerns.step_sheet import StepSheet
from reviewdesk.desktop.form_keeping import FormKeeping
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.concerns import ConcernService, StageAsk
from reviewdesk.services.drafts import DraftService


class StepAdding(QObject):
    """Asks for one step at a time; what is typed outlives the program until it is added."""

    def __init__(self, over: QWidget, concerns: ConcernService, drafts: DraftService, tasks: Tasks) -> None:
        super().__init__(over)
        self._over, self._concerns, self._tasks = over, concerns, tasks
        self._keeping = FormKeeping(drafts, tasks, self)
        self.sheet: StepSheet | None = None

    def begin(self, concern_id: UUID) -> None:
        """Ask what is done next about a concern."""
        self._tasks.run(partial(self._concerns.asked_of, concern_id), self._ask, self, newest="step for")

    def _ask(self, asked: StageAsk) -> None:
        if self.sheet is not None:
            self.sheet.raise_()
            return
        concern = asked.concern
        self.sheet = StepSheet(concern.words, asked.today, self._over)
        self.sheet.filled.connect(partial(self._add, concern.id))
        self.sheet.finished.connect(self._left)
        self._keeping.begin(f"step/{concern.id}", self.sheet, self.sheet.editors)
        self.sheet.open()

    def _add(self, concern_id: UUID, what: str, due: date | None) -> None:
        work = partial(self._concerns.add_step, concern_id, what, due)
        self._tasks.run(work, self._added, self, lane=Lane.WRITE, failed=self._refused)

    def _added(self, _outcome: object) -> None:
        self._keeping.done()
        if self.sheet is not None:
            self.sheet.accept()

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))

    def _left(self) -> None:
        self.sheet = None
