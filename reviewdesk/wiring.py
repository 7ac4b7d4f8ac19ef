"""The only place where all parts meet: finds folders, opens the book, builds the services, starts window or terminal.

Nothing heavy is imported before it is needed, so that the first window stands at once.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewdesk.domain.clock import Clock
    from reviewdesk.services.services import Services
    from reviewdesk.storage.window_lock import WindowLock

BOOK_ENDING: Final = ".reviewdesk"


def resources_folder() -> Path:
    """Find the program's own data: in the bundle, in the wheel, else in the checkout."""
    bundled = Path(getattr(sys, "_MEIPASS", "")) / "resources"
    if hasattr(sys, "_MEIPASS") and bundled.is_dir():
        return bundled
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


@dataclass(frozen=True, slots=True)
class MachineFolders:
    """The folders of this machine's person: `data` for books, `settings` for the window's own file, `logs`."""

    data: Path
    settings: Path
    logs: Path

    @classmethod
    def standard(cls) -> MachineFolders:
        """Give the folders the system has for this."""
        from platformdirs import PlatformDirs

        folders = PlatformDirs("ReviewDesk", appauthor=False)
        return cls(folders.user_data_path, folders.user_config_path, folders.user_log_path)

    @property
    def first_book(self) -> Path:
        """The book that opens where no other was named."""
        return self.data / f"My accounts{BOOK_ENDING}"

    @property
    def sample_book(self) -> Path:
        """The sample book that `--sample` opens."""
        return self.data / f"Sample{BOOK_ENDING}"


@dataclass(frozen=True, slots=True)
class OpenBook:
    """An open book with its services, and the right to its window where one was asked for."""

    services: Services
    lock: WindowLock | None = None

    def close(self) -> None:
        """Make the closing backup where a window had the book, and let go of it."""
        if self.lock is not None:
            self.services.book.back_up()
        self.services.book.close()
        if self.lock is not None:
            self.lock.release()


def open_book(
    path: Path, clock: Clock, *, may_create: bool = False, name: str = "", for_window: bool = False
) -> OpenBook:
    """Open a book and build its services; for a window also take its lock, back it up and replay what was typed.

    Raises:
        MissingError: there is no such book and none may be made.
        BookError: it cannot or must not be opened; the sentence says what to do.
    """
    from reviewdesk.storage.window_lock import WindowLock

    path = path.expanduser().absolute()
    if not for_window:
        return OpenBook(build_services(path, clock, may_create=may_create, name=name))
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = WindowLock(path)
    lock.take()
    try:
        services = build_services(path, clock, may_create=may_create, name=name)
        services.book.back_up()
        services.meetings.replay_drafts()
        services.book.new_day()
        services.tiers.set_at_quarter_start()
    except BaseException:
        lock.release()
        raise
    return OpenBook(services, lock)


def build_services(path: Path, clock: Clock, *, may_create: bool = False, name: str = "") -> Services:
    """Open the file and build every service on it."""
    from reviewdesk.services.accounts import AccountService
    from reviewdesk.services.book import BookService
    from reviewdesk.services.calendar import CalendarService
    from reviewdesk.services.concerns import ConcernService
    from reviewdesk.services.documents import DocumentService
    from reviewdesk.services.follow_ups import FollowUpService
    from reviewdesk.services.imports import ImportService
    from reviewdesk.services.meetings import MeetingService
    from reviewdesk.services.reminders import ReminderService
    from reviewdesk.services.reviews import ReviewService
    from reviewdesk.services.sample import SampleService
    from reviewdesk.services.search import SearchService
    from reviewdesk.services.services import Services
    from reviewdesk.services.tiers import TierService
    from reviewdesk.services.today import TodayService
    from reviewdesk.storage.backup import Backups
    from reviewdesk.storage.book_file import open_book as open_file
    from reviewdesk.storage.journal import Journal

    store = open_file(path, clock, may_create=may_create, name=name)
    return Services(
        book=BookService(store, Backups(path, clock)),
        accounts=AccountService(store),
        concerns=ConcernService(store),
        tiers=TierService(store),
        today=TodayService(store),
        imports=ImportService(store),
        sample=SampleService(store, resources_folder() / "sample"),
        reviews=ReviewService(store),
        meetings=MeetingService(store, Journal(path)),
        documents=DocumentService(store, resources_folder() / "fonts"),
        follow_ups=FollowUpService(store),
        reminders=ReminderService(store),
        calendar=CalendarService(store),
        search=SearchService(store),
    )


def restore_book(path: Path, backup: Path, clock: Clock) -> Path:
    """Put a backup in place of a book that no window has open; give the file that keeps what was there before.

    Raises:
        BusyBookError: a window has the book open.
        DamagedBookError: the backup does not read as it was written; the book is untouched.
    """
    from reviewdesk.storage.backup import Backups
    from reviewdesk.storage.window_lock import WindowLock

    lock = WindowLock(path)
    lock.take()
    try:
        return Backups(path, clock).restore(backup).path
    finally:
        lock.release()


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the window, or do one command in the terminal; give the exit code."""
    from reviewdesk.cli.arguments import read_arguments

    asked = read_arguments(sys.argv[1:] if arguments is None else arguments)
    if asked.command:
        from reviewdesk.cli.run import run

        return run(asked, MachineFolders.standard(), open_book, restore_book)
    from reviewdesk.desktop.opening import Asked, Parts
    from reviewdesk.desktop.program import run as run_window

    folders = MachineFolders.standard()
    book = asked.window.book or (folders.sample_book if asked.window.sample else None)
    parts = Parts(open_book, restore_book, resources_folder(), folders.settings, folders.logs, folders.first_book)
    return run_window(Asked(book, asked.window.clock, sample=asked.window.sample), parts)
