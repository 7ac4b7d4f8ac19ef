"""Keeps the page Friction and the book the same."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.friction.link_sheet import ConcernSheet
from reviewdesk.desktop.friction.model import Found, Shown
from reviewdesk.desktop.friction.view import FrictionView
from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.friction import Decision
from reviewdesk.services.frictions import FrictionService

_CONCERNED = (Kind.FRICTION, Kind.CONCERN, Kind.FOLLOW_UP, Kind.ACCOUNT, Kind.COLLEAGUE)


class FrictionController(QObject):
    """Notes processes, links concerns with them and decides them.

    Signals:
        lead_asked: the Lead to the concerns or the accounts that a process hurts.
        follow_up_asked: the account and the id of a follow-up to open.
    """

    lead_asked = Signal(object)
    follow_up_asked = Signal(object, object)

    def __init__(self, view: FrictionView, frictions: FrictionService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self.sheet: ConcernSheet | None = None
        self._shown: Shown | None = None
        self._frictions, self._tasks = frictions, tasks
        view.add_asked.connect(self._add)
        view.typed.connect(self._type)
        view.decided.connect(self._decide)
        view.link_asked.connect(self._ask_link)
        view.unlinked.connect(self._unlink)
        view.remove_asked.connect(self._remove)
        view.lead_asked.connect(self.lead_asked)
        view.step_asked.connect(self.follow_up_asked)
        tasks.changed.connect(self._follow)

    def show_page(self) -> None:
        """Show them as they stand."""
        self._load()
        self.view.line.setFocus()

    def go_to(self, friction_id: UUID) -> None:
        """Bring a process into sight."""
        self.view.go_to(friction_id)

    def flush(self) -> None:
        """Save at once what was typed."""
        for each in self.view.fields:
            each.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return all(each.is_safe for each in self.view.fields)

    def _load(self) -> None:
        self._tasks.run(self._frictions.all, self._show, self, newest="friction")

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self.view.show_frictions(shown)

    def _add(self, process: str) -> None:
        self._write(partial(self._frictions.add, process))

    def _type(self, friction_id: UUID, name: str, text: str) -> None:
        work = partial(self._frictions.change, friction_id, name, text)
        done, failed = partial(self._typed, friction_id, name), partial(self._not_taken, friction_id, name)
        self._tasks.run(work, done, self, lane=Lane.WRITE, failed=failed)

    def _typed(self, friction_id: UUID, name: str, _outcome: object) -> None:
        if friction_id in self.view.cards:
            self.view.cards[friction_id].fields[name].show_saved()

    def _not_taken(self, friction_id: UUID, name: str, error: ReviewDeskError) -> None:
        if friction_id in self.view.cards:
            self.view.cards[friction_id].fields[name].show_refused(str(error))

    def _decide(self, friction_id: UUID, decision: Decision | None) -> None:
        work = partial(self._frictions.decide, friction_id, decision)
        self._tasks.run(work, None, self, lane=Lane.WRITE, failed=partial(self._refused, friction_id))

    def _refused(self, friction_id: UUID, error: ReviewDeskError) -> None:
        if friction_id in self.view.cards:
            self.view.cards[friction_id].refuse(str(error))

    def _ask_link(self, friction_id: UUID) -> None:
        known = self._shown.shown if self._shown is not None else ()
        for each in known:
            if self._shown is not None and each.friction.id == friction_id:
                self.sheet = ConcernSheet(each.friction.process, self._shown.today, self.view.window())
                self.sheet.typed.connect(partial(self._look_up, friction_id))
                self.sheet.chosen.connect(partial(self._link, friction_id))
                self.sheet.finished.connect(self._left)
                self.sheet.open()
                self.sheet.look_up()

    def _look_up(self, friction_id: UUID, words: str) -> None:
        self._tasks.run(partial(self._frictions.find, friction_id, words), self._offer, self, newest="to link here")

    def _offer(self, found: tuple[Found, ...]) -> None:
        if self.sheet is not None:
            self.sheet.show_found(found)

    def _link(self, friction_id: UUID, concern_id: UUID) -> None:
        self._write(partial(self._frictions.link, friction_id, concern_id))
        if self.sheet is not None:
            self.sheet.accept()

    def _left(self) -> None:
        self.sheet = None

    def _unlink(self, friction_id: UUID, concern_id: UUID) -> None:
        self._write(partial(self._frictions.unlink, friction_id, concern_id))

    def _remove(self, friction_id: UUID) -> None:
        self._write(partial(self._frictions.remove, friction_id))

    def _write(self, work: Callable[[], object]) -> None:
        self._tasks.run(work, None, self, lane=Lane.WRITE)

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes.touch(*_CONCERNED) and in_sight(self.view):
            self._load()
