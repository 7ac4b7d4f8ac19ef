"""Asks over whatever page is shown what a concern lacks at its stage, and puts it into the book."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.concerns.stage_sheet import StageSheet
from reviewdesk.desktop.form_keeping import FormKeeping
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.concerns import ConcernService, StageAsk
from reviewdesk.services.drafts import DraftService


class StageAsking(QObject):
    """Asks about one concern at a time; what is typed outlives the program until it is kept.

    Signals:
        told: a sentence, where there is nothing to ask.
    """

    told = Signal(str)

    def __init__(self, over: QWidget, concerns: ConcernService, drafts: DraftService, tasks: Tasks) -> None:
        super().__init__(over)
        self._over, self._concerns, self._tasks = over, concerns, tasks
        self._keeping = FormKeeping(drafts, tasks, self)
        self.sheet: StageSheet | None = None

    def begin(self, concern_id: UUID) -> None:
        """Ask what a concern lacks."""
        self._tasks.run(partial(self._concerns.asked_of, concern_id), self._ask, self, newest="lacking")

    def _ask(self, asked: StageAsk) -> None:
        if self.sheet is not None:
            self.sheet.raise_()
            return
        if asked.lacking is None:
            self.told.emit(self.tr("All that this stage asks for is said."))
            return
        concern = asked.concern
        self.sheet = StageSheet(asked, asked.lacking.question, asked.lacking.fields, self._over)
        self.sheet.filled.connect(partial(self._tell, concern.id))
        self.sheet.finished.connect(self._left)
        self._keeping.begin(f"stage/{concern.stage.value}/{concern.id}", self.sheet, self.sheet.editors)
        self.sheet.open()

    def _tell(self, concern_id: UUID, texts: Mapping[str, str]) -> None:
        work = partial(self._concerns.tell, concern_id, texts)
        self._tasks.run(work, self._done, self, lane=Lane.WRITE, failed=self._refused)

    def _done(self, _outcome: object) -> None:
        self._keeping.done()
        if self.sheet is not None:
            self.sheet.accept()

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))

    def _left(self) -> None:
        self.sheet = None
