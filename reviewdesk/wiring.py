"""The only place where all parts meet: finds folders, opens the book, builds the services, starts window or terminal.

Nothing heavy is imported before it is needed, so that the first window stands at once.
"""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass, replace
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from reviewdesk.domain.clock import Clock
    from reviewdesk.services.recovering import Recovery
    from reviewdesk.services.services import Services
    from reviewdesk.storage.window_lock import WindowLock

BOOK_ENDING: Final = ".reviewdesk"
WINDOW_FILE: Final = "window.ini"


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
    """An open book with its services, and the right to its window where one was asked for.

    `remarks` are sentences about what opening it met, and `look_at` the review that one of them speaks of.
    """

    services: Services
    lock: WindowLock | None = None
    remarks: tuple[str, ...] = ()
    look_at: UUID | None = None

    def reopen(self) -> None:
        """Take the book again that was let go of.

        Raises:
            BusyBookError: another window has it by now.
        """
        if self.lock is not None:
            self.lock.take()

    def close(self, *, with_backup: bool = True) -> None:
        """Make the closing backup where a window had the book and wants one, and let go of it."""
        if self.lock is not None and with_backup:
            self.services.book.back_up()
        self.services.book.close()
        if self.lock is not None:
            self.lock.release()


def open_book(
    path: Path, clock: Clock, *, may_create: bool = False, name: str = "", for_window: bool = False,
    take_over: bool = False,
) -> OpenBook:  # fmt: skip
    """Open a book and build its services; for a window also take its lock, back it up and replay what was typed.

    `take_over` takes the lock from whoever holds it, when the person says so. Where there is no room for a backup or
    for what the day brings the book opens all the same, with a remark.

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
    if take_over:
        lock.take_over()
    else:
        lock.take()
    try:
        services = build_services(path, clock, may_create=may_create, name=name)
        try:
            return _begin(OpenBook(services, lock))
        except BaseException:
            services.book.close()
            raise
    except BaseException:
        lock.release()
        raise


def _begin(book: OpenBook) -> OpenBook:
    """Do what every start of a window does, and remark what could not be done."""
    from reviewdesk.domain.errors import BookError, DamagedBookError

    services = book.services
    remarks: list[str] = []
    recovered: tuple[Recovery, ...] = ()
    for step in (services.book.back_up, services.book.new_day, services.tiers.set_at_quarter_start):
        try:
            step()
        except DamagedBookError:
            raise
        except BookError as error:
            remarks.append(str(error))
        if step == services.book.back_up:
            recovered = services.meetings.replay_drafts()
    told = [each for each in recovered if each.differs or each.refused]
    remarks += [_recovered(services, each) for each in told]
    return replace(book, remarks=tuple(dict.fromkeys(remarks)), look_at=told[0].review_id if told else None)


def _recovered(services: Services, recovery: Recovery) -> str:
    """Say what became of typing that was not saved when the program ended."""
    account = services.meetings.workspace(recovery.review_id).material.account.name
    if recovery.refused:
        return (
            f"What you typed into the review of {account} before the program ended is not in the book yet: "
            f"{recovery.refused} It is kept and tried again at the next start."
        )
    return (
        f"What you typed into the review of {account} before the program ended differs from what was saved since. "
        "The lines that were missing now stand at the end of its notes, each with “Recovered:” before it."
    )


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
        documents=DocumentService(store, resources_folder() / "fonts", other_books(path, MachineFolders.standard())),
        follow_ups=FollowUpService(store),
        reminders=ReminderService(store),
        calendar=CalendarService(store),
        search=SearchService(store),
    )


def other_books(path: Path, folders: MachineFolders) -> tuple[str, ...]:
    """Give the names of the other books of this machine, which no document of this one may hold.

    They are looked for beside the book and in the data folder, and the one the window had open last is among them; the
    names that the program itself gives to books are nobody's.
    """
    own, given = path.stem.casefold(), {folders.first_book.stem, folders.sample_book.stem}
    beside = {each.stem for folder in (path.parent, folders.data) for each in folder.glob(f"*{BOOK_ENDING}")}
    found = {*beside, *_window_books(folders.settings / WINDOW_FILE)}
    return tuple(sorted(each for each in found - given if not each.casefold().startswith(own)))


def _window_books(settings: Path) -> set[str]:
    """Give the names of the books that the window remembers."""
    from configparser import ConfigParser, Error

    kept = ConfigParser(interpolation=None, strict=False)
    try:
        kept.read(settings, encoding="utf-8")
    except (Error, OSError, UnicodeDecodeError):
        return set()
    paths = (value for section in kept.sections() for name, value in kept.items(section) if name in {"book", "books"})
    found = (each.strip().strip('"') for value in paths for each in value.split(","))
    return {PureWindowsPath(each).stem if "\\" in each else Path(each).stem for each in found if each}


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


def newest_backup(path: Path, clock: Clock) -> Path | None:
    """Give the newest backup of a book, which need not be open nor whole."""
    from reviewdesk.storage.backup import Backups

    return next((each.path for each in Backups(path, clock).all() if each.why != "damaged"), None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the window, or do one command in the terminal; give the exit code."""
    from reviewdesk.cli.arguments import read_arguments

    asked = read_arguments(sys.argv[1:] if arguments is None else arguments)
    if asked.command:
        from reviewdesk.cli.run import run

        return run(asked, MachineFolders.standard(), open_book, restore_book)
    # Sweeping memory while the window is made costs a tenth of the start; the window lets it go on.
    gc.disable()
    from reviewdesk.desktop.plain_imports import import_plainly

    import_plainly()
    from reviewdesk.desktop.opening import Asked, Parts
    from reviewdesk.desktop.program import run as run_window

    folders = MachineFolders.standard()
    book = asked.window.book or (folders.sample_book if asked.window.sample else None)
    settings, logs = folders.settings, folders.logs
    parts = Parts(open_book, restore_book, resources_folder(), settings, logs, folders.first_book, newest_backup)
    return run_window(Asked(book, asked.window.clock, sample=asked.window.sample), parts)
