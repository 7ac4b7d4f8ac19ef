"""The running program: a window at once, the book behind it, and everything put together once it is open."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.opening import Asked, Opened, Parts
from reviewdesk.desktop.shell import Shell
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.theme import Theme, ThemeChoice
from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.errors import BusyBookError, ReviewDeskError

if TYPE_CHECKING:
    from reviewdesk.desktop.crash import Crashes
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.one_window import FirstWindow
    from reviewdesk.desktop.quit_signals import QuitSignals

BOOK_FILES: Final = "ReviewDesk books (*.reviewdesk)"


class Program(QObject):
    """Opens the book of one window, puts its pages together, and closes it safely."""

    def __init__(self, app: QApplication, asked: Asked, parts: Parts) -> None:
        super().__init__(app)
        self._app = app
        self._asked = asked
        self._parts = parts
        self.memory = WindowMemory(parts.settings / "window.ini")
        self._book = (asked.book or self._last_book()).expanduser().absolute()
        self.theme = Theme(app, parts.resources, ThemeChoice(self.memory.choice("theme", ThemeChoice.SYSTEM)))
        self.tasks = Tasks(self)
        self.shell = Shell(self.memory, self._may_close)
        self.crashes: Crashes | None = None
        self._signals: QuitSignals | None = None
        self._opened: Opened | None = None
        self.desk: Desk | None = None
        self._first: FirstWindow | None = None
        self._connect()

    def _connect(self) -> None:
        self.tasks.told.connect(self.shell.tell_error)
        self.tasks.broken.connect(self._broken)
        self.tasks.progress_shown.connect(self.shell.show_progress)
        self.tasks.progress_ended.connect(self.shell.end_progress)

    def start(self) -> None:
        """Show the window, then open the book behind it."""
        self.shell.place_window()
        self.shell.show_book(self._book.stem, "", "")
        self.shell.show()
        QTimer.singleShot(0, self, self._open)

    def _stand_guard(self) -> None:
        """Catch what nobody else catches, and the system's wish to end; made once the window stands."""
        from reviewdesk.desktop.crash import Crashes
        from reviewdesk.desktop.crash_log import CrashLog
        from reviewdesk.desktop.quit_signals import QuitSignals

        self.crashes = Crashes(CrashLog(self._parts.logs), self)
        self.crashes.install()
        self.crashes.happened.connect(self._tell_crash)
        self._signals = QuitSignals(self._app)
        self._signals.quit_asked.connect(self.shell.close)
        self._signals.log_out_asked.connect(self._save_all)

    def _open(self) -> None:
        self._stand_guard()
        opening = partial(self._parts.open_book, self._book, self._asked.clock, may_create=True, for_window=True)
        self.tasks.run(opening, self._show_book, self, lane=Lane.WRITE, failed=self._not_opened)

    def _last_book(self) -> Path:
        """Give the book of last time while it is there, else the first one."""
        last = Path(self.memory.choice("book"))
        return last if self.memory.choice("book") and last.is_file() else self._parts.first_book

    def _show_book(self, opened: Opened) -> None:
        from reviewdesk.desktop.desk import Desk
        from reviewdesk.desktop.one_window import FirstWindow

        self._opened = opened
        if not self._asked.sample:
            self.memory.keep_choice("book", str(self._book))
        self._first = FirstWindow(self._book, self)
        self._first.raised.connect(self.shell.come_forward)
        self.desk = desk = Desk(self.shell, opened.services, self.tasks, self.theme, self.memory)
        desk.restore_asked.connect(self._restore)
        desk.other_book_asked.connect(self._open_other)
        desk.start(sample=self._asked.sample)
        _run_freely()

    def _not_opened(self, error: ReviewDeskError) -> None:
        from reviewdesk.desktop.commands import Command, Group
        from reviewdesk.desktop.one_window import raise_first_window

        _run_freely()
        if isinstance(error, BusyBookError) and raise_first_window(self._book):
            self._app.exit(0)
            return
        self.shell.show_commands((Command("open_book", "Open another book…", Group.FILE, ("Ctrl+O",), "book-open"),))
        self.shell.command_asked.connect(self._choose_other)
        self.shell.tell(str(error), action=self.tr("Open another book"), then=self._choose_other)

    def _choose_other(self, _command: str = "") -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(self.shell, self.tr("Open a book"), str(self._book.parent), BOOK_FILES)
        if chosen:
            self._open_other(Path(chosen))

    def _open_other(self, book: Path) -> None:
        """Open another book in a window of its own."""
        from PySide6.QtCore import QProcess

        program = [] if getattr(sys, "frozen", False) else ["-m", "reviewdesk"]
        QProcess.startDetached(sys.executable, [*program, "--book", str(book)])

    def _restore(self, backup: Path) -> None:
        """Put a backup in place of the book: the window lets go of it, and starts anew with what was brought back."""
        self._save_all()
        self._let_go()
        try:
            self._parts.restore(self._book, backup, self._asked.clock)
        except ReviewDeskError as error:
            self.shell.tell_error(error)
        self._open_other(self._book)
        self._app.exit(0)

    def _tell_crash(self, path: Path, details: str) -> None:
        from reviewdesk.desktop.crash import CrashDialog

        CrashDialog.tell(path, details, self.shell)

    def _broken(self, error: BaseException, _details: str) -> None:
        if self.crashes is not None:
            self.crashes.tell(error)

    def _save_all(self) -> None:
        """Bring everything typed into the book before going on."""
        if self.desk is not None:
            self.desk.flush()
        self.tasks.wait_idle()

    def _may_close(self) -> bool:
        """Save everything; an error keeps the window and the text."""
        try:
            self._save_all()
            self._let_go()
        except ReviewDeskError as error:
            self.shell.tell(str(error), Tone.BAD)
            return False
        self.tasks.close()
        return True

    def _let_go(self) -> None:
        """Back the book up and close it; what runs by itself ends first."""
        if self.desk is not None:
            self.desk.stop()
            self.tasks.wait_idle()
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def end(self) -> None:
        """Give back what belongs to the process."""
        if self._first is not None:
            self._first.close()
        self.tasks.close()
        if self._signals is not None:
            self._signals.close()
        if self.crashes is not None:
            self.crashes.uninstall()


def _run_freely() -> None:
    """Let memory be swept again, which waited for the window; what the start made is left out of it for good."""
    gc.enable()
    gc.freeze()


def run(asked: Asked, parts: Parts) -> int:
    """Run the window of one book until it is closed, and give the exit code."""
    gc.disable()
    app = QApplication.instance() or QApplication([sys.argv[0]])
    if not isinstance(app, QApplication):
        raise TypeError("the window needs a QApplication")
    app.setApplicationName("ReviewDesk")
    app.setDesktopFileName("reviewdesk")
    program = Program(app, asked, parts)
    program.start()
    code = app.exec()
    program.end()
    return code
