"""The outreaches that the open concern belongs to: named under it, each leading to the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.domain.changes import Changes, Kind

if TYPE_CHECKING:
    from reviewdesk.desktop.account.concerns import ConcernsPage
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.tasks import Tasks
    from reviewdesk.services.outreach_concerns import OutreachConcernService, OutreachOf

_CONCERNED = (Kind.CONCERN, Kind.SHARED_PROBLEM, Kind.AFFECTED, Kind.PROPOSED_PROBLEM)


class OutreachesOfConcern(QObject):
    """Shows under the open concern which outreaches it belongs to.

    Signals:
        outreach_asked: the id of a shared problem to go to.
    """

    outreach_asked = Signal(object)

    def __init__(self, view: ConcernsPage, concerns: OutreachConcernService, tasks: Tasks) -> None:
        super().__init__(view)
        self._view, self._concerns, self._tasks = view, concerns, tasks
        view.unfolded.connect(self._load)
        view.outreach_asked.connect(self.outreach_asked)
        tasks.changed.connect(self._follow)

    def _load(self, concern_id: UUID) -> None:
        show = partial(self._show, concern_id)
        self._tasks.run(partial(self._concerns.of_concern, concern_id), show, self, newest="outreach of it")

    def _show(self, concern_id: UUID, found: tuple[OutreachOf, ...]) -> None:
        self._view.show_outreaches(concern_id, found)

    def _follow(self, changes: Changes, _origin: object) -> None:
        if self._view.opened is not None and changes.touch(*_CONCERNED) and in_sight(self._view):
            self._load(self._view.opened)


def open_outreach(desk: Desk, problem_id: UUID) -> None:
    """Go to a shared problem on its page."""
    desk.go("outreach")
    desk.pages.outreach.view.go_to(problem_id)
