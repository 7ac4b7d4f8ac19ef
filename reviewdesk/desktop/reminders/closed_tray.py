"""A notice from the system's tray."""

import sys
from typing import Final

from PySide6.QtCore import QDeadlineTimer, QObject, QThread
from PySide6.QtWidgets import QSystemTrayIcon

from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.reminders.closed_place import NoticePlace
from reviewdesk.domain.closed_notice import ClosedNotice

COMES_WITHIN: Final = 10_000  # milliseconds: at login the task bar may come after us
LOOK_EVERY: Final = 250


class ClosedTray(NoticePlace):
    """Shows the notice with an icon in the tray, which is there for as long as the notice can be pressed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None

    def show_notice(self, notice: ClosedNotice) -> bool:
        """Show it where there is a tray that shows notices."""
        if not _there() or not QSystemTrayIcon.supportsMessages():
            return False
        made = QSystemTrayIcon(icon("bell", "accent"), self)
        made.setToolTip(notice.title)
        made.messageClicked.connect(self.pressed)
        made.activated.connect(self.pressed)
        made.show()
        made.showMessage(notice.title, notice.words, icon("bell", "accent"))
        self._icon = made
        return True

    def take_away(self) -> None:
        """Take the icon away, which would stand there dead."""
        if self._icon is not None:
            self._icon.hide()


def _there() -> bool:
    wait = QDeadlineTimer(COMES_WITHIN if sys.platform == "win32" else 0)
    while not QSystemTrayIcon.isSystemTrayAvailable():
        if wait.hasExpired():
            return False
        QThread.msleep(LOOK_EVERY)
    return True
