"""The running program: a window at once, the book behind it, and everything put together once it is open."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.first_paint import FirstPaint
from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.opening import Asked, Opened, Parts
from reviewdesk.desktop.own_files import name_own_files
from reviewdesk.desktop.shell import Shell
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.theme import Theme, ThemeChoice
from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.errors import BusyBookError, DamagedBookError, ReviewDeskError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.guard import Guard
    from reviewdesk.desktop.one_window import FirstWindow
    from reviewdesk.services.beginning import Begun

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
        self._guard: Guard | None = None
        self._opened: Opened | None = None
        self.desk: Desk | None = None
        self._first: FirstWindow | None = None
        self._leaves_all_the_same = False
        self._wants_backup = True
        self._connect()

    def _connect(self) -> None:
        self.tasks.told.connect(self.shell.tell_error)
        self.tasks.broken.connect(self._broken)
        self.tasks.progress_shown.connect(self.shell.progress_room.show_progress)
        self.tasks.progress_ended.connect(self.shell.progress_room.end_progress)

    def start(self) -> None:
        """Show the window, which can be told to end from its first moment on, then open the book behind it."""
        from reviewdesk.desktop.guard import Guard

        self._guard = Guard(self._app, self._parts.logs, self.shell)
        self._guard.save_asked.connect(self._save_all)
        self.shell.place_window()
        self.shell.show_book(self._book.stem, "", "")
        self.shell.show()
        FirstPaint(self.shell).done.connect(self._open)

    def _open(self) -> None:
        self.theme.load_other_fonts()
        self._open_book()

    def _open_here(self) -> None:
        """Take the book from a window that does not answer, when the person says so."""
        self._open_book(take_over=True)

    def _open_book(self, *, take_over: bool = False) -> None:
        open_book, clock = self._parts.open_book, self._asked.clock
        opening = partial(open_book, self._book, clock, may_create=True, for_window=True, take_over=take_over)
        self.tasks.run(opening, self._show_book, self, lane=Lane.WRITE, failed=self._not_opened)

    def _last_book(self) -> Path:
        """Give the book of last time while it is there, else the first one."""
        last = Path(self.memory.choice("book"))
        return last if self.memory.choice("book") and last.is_file() else self._parts.first_book

    def _show_book(self, opened: Opened) -> None:
        from reviewdesk.desktop.desk import Desk

        self._opened = opened
        if not self._asked.sample:
            self.memory.keep_choice("book", str(self._book))
        self.desk = desk = Desk(self.shell, opened.services, self.tasks, self.theme, self.memory)
        desk.restore_asked.connect(self._restore)
        desk.other_book_asked.connect(self._open_other)
        self.tasks.idle.connect(self._begin, Qt.ConnectionType.SingleShotConnection)
        desk.start(sample=self._asked.sample)

    def _begin(self) -> None:
        """Do what a start brings with it, now that the person sees their day."""
        from reviewdesk.desktop.one_window import FirstWindow

        _run_freely()
        if self._opened is None or self.desk is None:
            return
        self._first = FirstWindow(self._book, self)
        self._first.raised.connect(self.shell.come_forward)
        self.tasks.run(self._opened.begin, self._begun, self, lane=Lane.WRITE, failed=self._not_begun)
        self.desk.resume()

    def _begun(self, begun: Begun) -> None:
        desk = self.desk
        if desk is None:
            return
        desk.begin_day(reload=begun.sets_tiers)
        desk.books.begin(remembers=not self._asked.sample)
        if not begun.remarks:
            return
        words, look = " ".join(begun.remarks), self.tr("Look at the notes")
        if begun.look_at is None:
            self.shell.tell(words, Tone.WARN)
        else:
            self.shell.tell(words, Tone.WARN, action=look, then=partial(desk.open_review, begun.look_at))

    def _not_begun(self, error: ReviewDeskError) -> None:
        """Let go of a book that cannot be backed up because it does not read as it was written."""
        desk, opened = self.desk, self._opened
        self._opened = self.desk = None
        if desk is not None:
            desk.leave()
            self.tasks.wait_idle()
        if opened is not None:
            opened.close(with_backup=False)
        self._not_opened(error)

    def _not_opened(self, error: ReviewDeskError) -> None:
        from reviewdesk.desktop.commands import Command, Group
        from reviewdesk.desktop.one_window import raise_first_window

        _run_freely()
        if isinstance(error, BusyBookError) and raise_first_window(self._book):
            self.shell.close()
            return
        self.shell.show_commands((Command("open_book", "Open another book…", Group.FILE, ("Ctrl+O",), "book-open"),))
        self.shell.command_asked.connect(self._choose_other)
        backup = self._newest_backup() if isinstance(error, DamagedBookError) else None
        action = self.tr("Open another book")
        then: Callable[[], None] = self._choose_other
        if isinstance(error, BusyBookError):
            action, then = self.tr("Open it here all the same"), self._open_here
        elif backup is not None:
            action, then = self.tr("Bring back the newest backup"), partial(self._restore, backup)
        self.shell.tell(str(error), action=action, then=then)

    def _newest_backup(self) -> Path | None:
        find = self._parts.newest_backup
        return find(self._book, self._asked.clock) if find is not None else None

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
        if not self._is_safe:
            self.shell.tell(self.tr("What you typed is not saved yet, so nothing was brought back. Save it first."))
            return
        opened, desk = self._opened, self.desk
        try:
            # Restoring keeps the book as it is now; a backup at closing could thin out the very one that is wanted.
            self._let_go(with_backup=False)
            self._parts.restore(self._book, backup, self._asked.clock)
        except ReviewDeskError as error:
            self._go_on_with(opened, desk)
            self.shell.tell_error(error)
            return
        self._start_anew()

    def _go_on_with(self, opened: Opened | None, desk: Desk | None) -> None:
        """Take the book again that was let go of; the window shows it as before."""
        if opened is not None and self._opened is None:
            opened.reopen()
        self._opened, self.desk = opened, desk
        if desk is not None:
            desk.resume()

    def _start_anew(self) -> None:
        """Open the book in a new window and close this one, which has let go of it."""
        self._open_other(self._book)
        self.shell.close()

    def _broken(self, error: BaseException, _details: str) -> None:
        if self._guard is not None:
            self._guard.tell(error)

    def _save_all(self) -> None:
        """Bring everything typed into the book before going on; what cannot be saved says so itself."""
        if self.desk is not None:
            self.desk.watch.hurry()
            self.desk.flush()
        self.tasks.wait_idle()

    @property
    def _is_safe(self) -> bool:
        """Say whether all that was typed is in the book, and nothing is still on its way there."""
        return self.desk is None or (self.desk.pages.is_safe and self.tasks.is_idle)

    def _may_close(self) -> bool:
        """Save everything; an error keeps the window and the text."""
        try:
            self._save_all()
            if not self._is_safe and not self._leaves_all_the_same:
                self._keep_open()
                return False
            self._let_go(with_backup=self._wants_backup)
        except ReviewDeskError as error:
            self._stay_without_backup(error)
            return False
        self.tasks.close()
        return True

    def _stay_without_backup(self, error: ReviewDeskError) -> None:
        """Say why the book could not be backed up; everything typed is in it, so the person may do without."""
        if self.desk is not None:
            self.desk.resume()
        self.shell.tell(str(error), action=self.tr("Close without a backup"), then=self._close_without_backup)

    def _close_without_backup(self) -> None:
        self._wants_backup = False
        self.shell.close()

    def _keep_open(self) -> None:
        """Say that something is not saved; the person may close all the same, and a copy is kept beside the book."""
        words = self.tr("What you typed could not be saved in the book, so the window stays. Make room or try again.")
        self.shell.tell(words, action=self.tr("Close all the same"), then=self._close_all_the_same)

    def _close_all_the_same(self) -> None:
        self._leaves_all_the_same = True
        self.shell.close()

    def _let_go(self, *, with_backup: bool = True) -> None:
        """Back the book up and close it; what runs by itself ends first."""
        desk = self.desk
        if desk is not None:
            desk.stop()
            self.tasks.wait_idle()
        try:
            if self._opened is not None:
                self._opened.close(with_backup=with_backup)
                self._opened = self.desk = None
        finally:
            if desk is not None and self.desk is desk:
                desk.resume()  # it did not come to that, so the window stays

    def end(self) -> None:
        """Give back what belongs to the process."""
        if self._first is not None:
            self._first.close()
        self.tasks.close()
        if self._guard is not None:
            self._guard.end()


def _run_freely() -> None:
    """Leave what the start made out of every sweep of memory for good; it lives as long as the window."""
    gc.freeze()


def run(asked: Asked, parts: Parts) -> int:
    """Run the window of one book until it is closed, and give the exit code."""
    gc.disable()
    name_own_files(parts.resources)
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
