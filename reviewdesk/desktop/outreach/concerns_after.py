"""What becomes of the concerns of an outreach once it has ended: offered, and done only where the person says so."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.outreach.concerns_sheet import ConcernsSheet
from reviewdesk.desktop.outreach.problem_model import OpenConcern
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.outreach_concerns import OutreachConcernService


class ConcernsAfter(QObject):
    """Offers to bring the concerns of an ended outreach on.

    Signals:
        offered: how many are not fixed yet, and what asks about them.
    """

    offered = Signal(int, object)

    def __init__(self, over: QWidget, concerns: OutreachConcernService, tasks: Tasks) -> None:
        super().__init__(over)
        self._over, self._concerns, self._tasks = over, concerns, tasks
        self.sheet: ConcernsSheet | None = None

    def offer(self, problem_id: UUID) -> None:
        """Look what is left of the concerns of an outreach that has ended, and offer to say so where any is."""
        read = partial(self._concerns.not_fixed, problem_id)
        self._tasks.run(read, partial(self._found, problem_id), self, newest="concerns of it")

    def _found(self, problem_id: UUID, left: tuple[OpenConcern, ...]) -> None:
        if left:
            self.offered.emit(len(left), partial(self.ask, problem_id, left))

    def ask(self, problem_id: UUID, left: Sequence[OpenConcern]) -> None:
        """Ask which of them are fixed."""
        self.sheet = ConcernsSheet(left, self._over)
        self.sheet.filled.connect(partial(self._fix, problem_id))
        self.sheet.finished.connect(self._left)
        self.sheet.open()

    def _left(self) -> None:
        self.sheet = None

    def _fix(self, problem_id: UUID, chosen: Sequence[UUID]) -> None:
        work = partial(self._concerns.fix, problem_id, chosen)
        self._tasks.run(work, self._done, self, lane=Lane.WRITE, failed=self._refused)

    def _done(self, _outcome: object) -> None:
        if self.sheet is not None:
            self.sheet.accept()

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))
