"""Tells at login, in one notice, what is due while the program is closed, and ends."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.reminders.closed_place import NoticePlace
from reviewdesk.desktop.theme import Theme, ThemeChoice
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.closed_reminders import ClosedReminderService, Waiting

PLATFORM: Final = "QT_QPA_PLATFORM"
NO_SCREEN: Final = "offscreen"


@dataclass(frozen=True, slots=True)
class ClosedParts:
    """What telling needs of the rest: the way to say what failed, how the program is started, and where things lie."""

    warn: Callable[[str], object]
    command: tuple[str, ...]
    resources: Path
    settings: Path


def run(reminders: ClosedReminderService, parts: ClosedParts) -> int:
    """Tell what is due, once, and give the exit code: 1 where a book could not be looked into."""
    waiting = reminders.look()
    failed = list(waiting.refusals)
    if waiting.notice is not None and (app := _application()) is not None:
        telling = Telling(app, waiting, parts)
        try:
            if telling.tell():
                reminders.told(waiting)
                telling.wait()
        except ReviewDeskError as error:
            failed.append(str(error))
    for each in failed:
        parts.warn(each)
    return 1 if failed else 0


class Telling(QObject):
    """Shows one notice in the first place that takes it, and opens the program where the person presses it."""

    def __init__(self, app: QApplication, waiting: Waiting, parts: ClosedParts) -> None:
        super().__init__(app)
        self._app = app
        self._waiting = waiting
        self._parts = parts
        self._place: NoticePlace | None = None

    def tell(self) -> bool:
        """Show it; say whether anybody could see it."""
        notice = self._waiting.notice
        if notice is None:
            return False
        for each in self._places():
            each.pressed.connect(self._open)
            each.gone.connect(self._app.quit)
            if each.show_notice(notice):
                self._place = each
                return True
            each.deleteLater()
        return False

    def wait(self) -> None:
        """Stay for as long as the notice can be pressed; a few seconds."""
        if self._place is not None:
            QTimer.singleShot(self._place.stays, self._app, self._app.quit)
            self._app.exec()
            self._place.take_away()

    def _places(self) -> Iterator[NoticePlace]:
        """Give the places in the order in which they are tried; each is made only where the one before failed."""
        from reviewdesk.desktop.reminders.closed_tray import ClosedTray
        from reviewdesk.desktop.reminders.closed_window import ClosedWindow

        if sys.platform not in ("win32", "darwin"):
            from reviewdesk.desktop.reminders.closed_bus import ClosedBus

            yield ClosedBus(self, self._parts.resources)
        chosen = WindowMemory(self._parts.settings / "window.ini").choice("theme", ThemeChoice.SYSTEM)
        Theme(self._app, self._parts.resources, ThemeChoice(chosen))
        yield ClosedTray(self)
        yield ClosedWindow(self)

    def _open(self) -> None:
        """Open the program, on the book that all of it is from where it is from one."""
        book = self._waiting.only_book
        program, *arguments = self._parts.command
        QProcess.startDetached(program, [*arguments, *(("--book", str(book)) if book is not None else ())])
        self._app.quit()


def _application() -> QApplication | None:
    """Make the application, or nothing where there is no screen on which a person could see anything."""
    if sys.platform not in ("win32", "darwin") and PLATFORM not in os.environ:
        screens = [
            name for name, where in (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY")) if os.environ.get(where)
        ]
        if not screens:
            return None
        # A screen that is named and does not answer would end the program with a crash.
        os.environ[PLATFORM] = ";".join((*screens, NO_SCREEN))
        app = _made()
        del os.environ[PLATFORM]  # the window that is opened from the notice finds its own way
        return app if app.platformName() != NO_SCREEN else None
    return _made()


def _made() -> QApplication:
    app = QApplication([sys.argv[0]])
    app.setApplicationName("ReviewDesk")
    app.setDesktopFileName("reviewdesk")
    app.setQuitOnLastWindowClosed(False)
    return app
