"""Offers to note an opportunity once a call that was not for an order is in the book, and not before."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.field import LineField
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.said import SaidService


class OpportunityNoting(QObject):
    """Asks what they might buy, and notes it."""

    def __init__(self, over: QWidget, said: SaidService, tasks: Tasks) -> None:
        super().__init__(over)
        self._over, self._said, self._tasks = over, said, tasks
        self.sheet: Sheet | None = None
        self.what: LineField | None = None

    def begin(self, account_id: UUID) -> None:
        """Ask what they might buy."""
        self.sheet = Sheet(self.tr("Something they might buy"), self.tr("Note it"), self._over)
        self.what = LineField(self.tr("What"), hint=self.tr("A second line in spring"), quiet=False)
        self.sheet.add(self.what)
        self.sheet.asked.connect(partial(self._note, account_id))
        self.sheet.finished.connect(self._left)
        self.sheet.open()

    def _note(self, account_id: UUID) -> None:
        if self.what is not None:
            work = partial(self._said.add_opportunity, account_id, self.what.value())
            self._tasks.run(work, self._noted, self, lane=Lane.WRITE, failed=self._refused)

    def _noted(self, _outcome: object) -> None:
        if self.sheet is not None:
            self.sheet.accept()

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))

    def _left(self) -> None:
        self.sheet = self.what = None
