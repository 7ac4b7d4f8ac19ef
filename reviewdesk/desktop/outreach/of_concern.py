"""The outreach to all who share the open concern: named under it with how far it has come, and leading there."""

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
    from reviewdesk.services.shared_problem_values import OutreachOfConcern
    from reviewdesk.services.shared_problems import SharedProblemService


class OutreachOf(QObject):
    """Shows under the open concern which outreach it belongs to.

    Signals:
        problem_asked: the id of a shared problem to go to.
    """

    problem_asked = Signal(object)

    def __init__(self, view: ConcernsPage, problems: SharedProblemService, tasks: Tasks) -> None:
        super().__init__(view)
        self._view, self._problems, self._tasks = view, problems, tasks
        view.unfolded.connect(self._load)
        view.outreach_asked.connect(self.problem_asked)
        tasks.changed.connect(self._follow)

    def _load(self, concern_id: UUID) -> None:
        show = partial(self._show, concern_id)
        self._tasks.run(partial(self._problems.of_concern, concern_id), show, self, newest="outreach of it")

    def _show(self, concern_id: UUID, found: tuple[OutreachOfConcern, ...]) -> None:
        words = self.tr("Outreach: {name}, {settled} of {accounts} reached or excused")
        told = [
            (each.problem_id, words.format(name=each.name, settled=each.settled, accounts=each.accounts))
            for each in found
        ]
        self._view.show_outreach(concern_id, told)

    def _follow(self, changes: Changes, _origin: object) -> None:
        touched = changes.touch(Kind.CONCERN, Kind.SHARED_PROBLEM, Kind.AFFECTED)
        if self._view.opened is not None and touched and in_sight(self._view):
            self._load(self._view.opened)


def open_problem(desk: Desk, problem_id: UUID) -> None:
    """Go to a shared problem on the Outreach page."""
    desk.go("outreach")
    desk.pages.problems.go_to(problem_id)
