"""Keeps the page of duplicates and the book the same."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.duplicates.model import sections_of, status_of
from reviewdesk.desktop.duplicates.view import DuplicatesView
from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.services.duplicates import DuplicateService, Pair


class DuplicatesController(QObject):
    """Answers what is done about accounts that may be one.

    Signals:
        account_asked: the person opened the account with this id.
        merge_asked: the ids of two accounts to make one.
    """

    account_asked = Signal(object)
    merge_asked = Signal(object, object)

    def __init__(self, view: DuplicatesView, duplicates: DuplicateService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self._duplicates = duplicates
        self._tasks = tasks
        view.account_asked.connect(self.account_asked)
        view.merge_asked.connect(self.merge_asked)
        view.apart_asked.connect(self._say_apart)
        tasks.changed.connect(self._reload_if_concerned)

    def show_page(self) -> None:
        """Show the likely pairs as they stand."""
        self._tasks.run(self._duplicates.pairs, self._show, self, newest="duplicates")

    def _show(self, pairs: tuple[Pair, ...]) -> None:
        self.view.show_pairs(sections_of(pairs), status_of(pairs))

    def _say_apart(self, one: UUID, other: UUID) -> None:
        self._tasks.run(partial(self._duplicates.say_apart, one, other), self._done, self, lane=Lane.WRITE)

    def _done(self, _done: object) -> None:
        self.show_page()

    def _reload_if_concerned(self, changes: Changes, origin: object) -> None:
        if origin is not self and changes.touch(Kind.ACCOUNT, Kind.PERSON, Kind.BOOK) and in_sight(self.view):
            self.show_page()
