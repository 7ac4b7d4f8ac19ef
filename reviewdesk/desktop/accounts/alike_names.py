"""Says while the name of a new account is typed which ones of the book are much alike."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer

from reviewdesk.desktop.accounts.new_account import NewAccount
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.desktop.widgets.alike_strip import AlikeName
from reviewdesk.services.duplicates import Alike, DuplicateService

_PAUSE: Final = 120  # milliseconds


class AlikeNames(QObject):
    """Looks the name up that is typed, a moment after the last key."""

    def __init__(self, line: NewAccount, duplicates: DuplicateService, tasks: Tasks) -> None:
        super().__init__(line)
        self._line = line
        self._duplicates = duplicates
        self._tasks = tasks
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.look_up)
        line.name.textChanged.connect(self._pause.start)

    def look_up(self) -> None:
        """Look up what is typed now."""
        self._pause.stop()
        typed = self._line.name.text()
        find = partial(self._duplicates.typed, typed)
        self._tasks.run(find, partial(self._show, typed), self, newest="alike")

    def _show(self, typed: str, alike: tuple[Alike, ...]) -> None:
        if typed == self._line.name.text():
            self._line.alike.show_alike([AlikeName(each.id, each.name, each.city, each.why) for each in alike])
