"""Keeps the page of opportunities and the book the same."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.opportunities.model import Shown
from reviewdesk.desktop.opportunities.view import OpportunitiesView
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.services.opportunities import OpportunityService


class OpportunitiesController(QObject):
    """Shows all opportunities, and leads to each where it stands.

    Signals:
        opportunity_asked: the ids of an account and of its opportunity.
        accounts_asked: the person wants to see the accounts.
    """

    opportunity_asked = Signal(object, object)
    accounts_asked = Signal()

    def __init__(self, view: OpportunitiesView, opportunities: OpportunityService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self._opportunities, self._tasks = opportunities, tasks
        self._accounts: dict[UUID, UUID] = {}
        view.opened.connect(self._lead)
        view.accounts_asked.connect(self.accounts_asked)
        tasks.changed.connect(self._follow)

    def show_page(self) -> None:
        """Show them as they stand."""
        self._tasks.run(self._opportunities.of_book, self._show, self, newest="opportunities")
        self.view.take_keyboard()

    def _show(self, shown: Shown) -> None:
        self._accounts = {each.opportunity.id: each.opportunity.account_id for each in shown.rows}
        self.view.show_opportunities(shown)

    def _lead(self, opportunity_id: UUID) -> None:
        self.opportunity_asked.emit(self._accounts[opportunity_id], opportunity_id)

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes.touch(Kind.OPPORTUNITY, Kind.ACCOUNT) and in_sight(self.view):
            self._tasks.run(self._opportunities.of_book, self._show, self, newest="opportunities")
