"""The ways into a review from anywhere: plan it, start it, or see its summary."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimeZone, Signal
from shiboken6 import isValid

from reviewdesk.desktop.shell import Shell
from reviewdesk.desktop.tasks import Lane, Tasks

if TYPE_CHECKING:
    from reviewdesk.desktop.reviews.day_sheet import DaySheet
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.domain.review import Review, StoredSummary
    from reviewdesk.services.outcome import Outcome
    from reviewdesk.services.services import Services


class ReviewWays(QObject):
    """Finds or makes the review of an account.

    Signals:
        review_asked: the id of the review to open.
        document_asked: the id of the summary to show.
    """

    review_asked = Signal(object)
    document_asked = Signal(object)

    def __init__(self, shell: Shell, services: Services, tasks: Tasks) -> None:
        super().__init__(shell)
        self._shell = shell
        self._services = services
        self._tasks = tasks

    def plan(self, account_id: UUID) -> None:
        """Ask for the day of an account's next review and plan it."""
        from reviewdesk.desktop.reviews.day_sheet import DaySheet
        from reviewdesk.domain.notes import DayRules

        today = self._services.book.today
        sheet = DaySheet.ask(self.tr("Plan review"), self.tr("Plan"), today, DayRules(), self._shell)
        sheet.chosen.connect(partial(self._plan, account_id, sheet))

    def start(self, account_id: UUID) -> None:
        """Open the review of an account that is to be held today."""
        self._tasks.run(partial(self._services.reviews.start_now, account_id), self._started, self, lane=Lane.WRITE)

    def show_summary(self, review_id: UUID) -> None:
        """Show the newest summary of a review."""
        self._tasks.run(partial(self._services.documents.newest, review_id), self._found, self)

    def _plan(self, account_id: UUID, sheet: DaySheet, day: date, starts_at: datetime | None) -> None:
        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode() if starts_at else ""
        moment = starts_at.astimezone(UTC) if starts_at else None
        work = partial(self._services.reviews.plan, account_id, day, starts_at=moment, zone=zone)
        self._tasks.run(
            work, partial(self._planned, sheet), None, lane=Lane.WRITE, failed=partial(self._not_planned, sheet)
        )

    def _planned(self, sheet: DaySheet, _outcome: Outcome[Review]) -> None:
        if isValid(sheet):
            sheet.accept()

    def _not_planned(self, sheet: DaySheet, error: ReviewDeskError) -> None:
        if isValid(sheet):
            sheet.refuse(str(error))

    def _started(self, outcome: Outcome[Review]) -> None:
        self.review_asked.emit(outcome.value.id)

    def _found(self, summary: StoredSummary) -> None:
        self.document_asked.emit(summary.id)
