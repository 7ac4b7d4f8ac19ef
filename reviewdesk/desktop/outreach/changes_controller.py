"""Keeps the change notices on the Outreach page and the book the same."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.outreach.view import OutreachView
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.services.change_notices import ChangeNoticeService

_CONCERNED: Final = (Kind.PLANNED_CHANGE, Kind.TOUCHED_BY_CHANGE, Kind.ACCOUNT, Kind.PURCHASE)


class ChangesController(QObject):
    """Lists the changes, and leads to their pages.

    Signals:
        opened: the id of the change whose page is wanted. new_asked: a new one is.
    """

    opened = Signal(object)
    new_asked = Signal()

    def __init__(self, view: OutreachView, changes: ChangeNoticeService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self._changes, self._tasks = changes, tasks
        view.changes.opened.connect(self.opened)
        view.changes.new_asked.connect(self.new_asked)
        tasks.changed.connect(self._follow)

    def show_page(self) -> None:
        """Show the changes as they stand."""
        self._tasks.run(self._changes.changes, self.view.show_changes, self.view, newest="changes")

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes.touch(*_CONCERNED) and in_sight(self.view):
            self.show_page()
