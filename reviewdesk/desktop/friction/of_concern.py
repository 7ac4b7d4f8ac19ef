"""The processes that the open concern belongs to: named under it, each leading to its decision."""

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
    from reviewdesk.domain.friction import Friction
    from reviewdesk.services.frictions import FrictionService


class FrictionsOfConcern(QObject):
    """Shows under the open concern which processes it belongs to.

    Signals:
        friction_asked: the id of a process to go to.
    """

    friction_asked = Signal(object)

    def __init__(self, view: ConcernsPage, frictions: FrictionService, tasks: Tasks) -> None:
        super().__init__(view)
        self._view, self._frictions, self._tasks = view, frictions, tasks
        view.unfolded.connect(self._load)
        view.friction_asked.connect(self.friction_asked)
        tasks.changed.connect(self._follow)

    def _load(self, concern_id: UUID) -> None:
        show = partial(self._show, concern_id)
        self._tasks.run(partial(self._frictions.of_concern, concern_id), show, self, newest="friction of it")

    def _show(self, concern_id: UUID, found: tuple[Friction, ...]) -> None:
        words, open_yet = self.tr("Friction: {process}, {decided}"), self.tr("to decide")
        told = [
            (each.id, words.format(process=each.process, decided=each.decision.value if each.decision else open_yet))
            for each in found
        ]
        self._view.show_frictions(concern_id, told)

    def _follow(self, changes: Changes, _origin: object) -> None:
        if self._view.opened is not None and changes.touch(Kind.CONCERN, Kind.FRICTION) and in_sight(self._view):
            self._load(self._view.opened)


def open_friction(desk: Desk, friction_id: UUID) -> None:
    """Go to a process on its page."""
    desk.go("friction")
    desk.pages.friction.go_to(friction_id)
