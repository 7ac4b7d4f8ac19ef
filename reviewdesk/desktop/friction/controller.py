"""Keeps the page Friction and the book the same."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.friction.view import FrictionView
from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.friction import Decision
from reviewdesk.services.frictions import FrictionService


class FrictionController(QObject):
    """Notes processes and decides them.

    Signals:
        lead_asked: the Lead to the accounts that a process hurts.
    """

    lead_asked = Signal(object)

    def __init__(self, view: FrictionView, frictions: FrictionService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self._frictions, self._tasks = frictions, tasks
        view.add_asked.connect(self._add)
        view.typed.connect(self._type)
        view.decided.connect(self._decide)
        view.remove_asked.connect(self._remove)
        view.lead_asked.connect(self.lead_asked)
        tasks.changed.connect(self._follow)

    def show_page(self) -> None:
        """Show them as they stand."""
        self._tasks.run(self._frictions.all, self.view.show_frictions, self, newest="friction")
        self.view.line.setFocus()

    def flush(self) -> None:
        """Save at once what was typed."""
        for card in self.view.cards.values():
            for each in card.fields.values():
                each.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return all(each.is_safe for card in self.view.cards.values() for each in card.fields.values())

    def _add(self, process: str) -> None:
        self._tasks.run(partial(self._frictions.add, process), None, self, lane=Lane.WRITE)

    def _type(self, friction_id: UUID, name: str, text: str) -> None:
        work = partial(self._frictions.change, friction_id, name, text)
        self._tasks.run(work, partial(self._typed, friction_id, name), self, lane=Lane.WRITE)

    def _typed(self, friction_id: UUID, name: str, _outcome: object) -> None:
        if friction_id in self.view.cards:
            self.view.cards[friction_id].fields[name].show_saved()

    def _decide(self, friction_id: UUID, decision: Decision | None) -> None:
        work = partial(self._frictions.decide, friction_id, decision)
        self._tasks.run(work, None, self, lane=Lane.WRITE, failed=partial(self._refused, friction_id))

    def _refused(self, friction_id: UUID, error: ReviewDeskError) -> None:
        if friction_id in self.view.cards:
            self.view.cards[friction_id].refuse(str(error))

    def _remove(self, friction_id: UUID) -> None:
        self._tasks.run(partial(self._frictions.remove, friction_id), None, self, lane=Lane.WRITE)

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes.touch(Kind.FRICTION, Kind.CONCERN) and in_sight(self.view):
            self._tasks.run(self._frictions.all, self.view.show_frictions, self, newest="friction")
