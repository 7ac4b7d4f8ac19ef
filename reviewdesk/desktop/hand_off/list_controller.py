"""Keeps the list of hand-offs and the book the same."""

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.hand_off.list_page import HandOffsView
from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.services.hand_offs import HandOffService


class HandOffsController(QObject):
    """Shows all hand-offs, and leads to each.

    Signals:
        hand_off_asked: the id of the account whose hand-off is wanted.
    """

    hand_off_asked = Signal(object)

    def __init__(self, view: HandOffsView, hand_offs: HandOffService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self._hand_offs, self._tasks = hand_offs, tasks
        view.opened.connect(self.hand_off_asked)
        tasks.changed.connect(self._follow)

    def show_page(self) -> None:
        """Show them as they stand."""
        self._tasks.run(self._hand_offs.all, self.view.show_hand_offs, self, newest="hand-offs")

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes.touch(Kind.HAND_OFF, Kind.ACCOUNT, Kind.FOLLOW_UP) and in_sight(self.view):
            self.show_page()
