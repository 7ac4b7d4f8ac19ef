"""The only place where all parts meet: finds folders, opens the book, builds the services, starts window or terminal.

Nothing heavy is imported before it is needed, so that the first window stands at once.
"""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.clock import Clock
from reviewdesk.exchange import READ_WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewdesk.services.beginning import Beginning, Begun
    from reviewdesk.services.services import Services
    from reviewdesk.storage.window_lock import WindowLock

BOOK_ENDING: Final = ".reviewdesk"
WINDOW_FILE: Final = "window.ini"
# What needs nothing but the open book, by the name it goes by.
ON_THE_BOOK: Final = {
    "account_list": "account_list.AccountListService",
    "accounts": "accounts.AccountService",
    "answers": "answers.AnswerService",
    "at_once": "accounts_at_once.AccountsAtOnceService",
    "attachments": "attachments.AttachmentService",
    "briefs": "briefs.BriefService",
    "calendar": "calendar.CalendarService",
    "calendar_in": "calendar_in.CalendarInService",
    "capacity": "capacity.CapacityService",
    "concerns": "concerns.ConcernService",
    "crm_out": "crm_out.CrmOutService",
    "crm_records": "crm_records.CrmRecordsService",
    "custom_fields": "custom_fields.CustomFieldService",
    "day_notes": "day_notes.DayNoteService",
    "duplicates": "duplicates.DuplicateService",
    "export": "export.ExportService",
    "finding": "finding.FindingService",
    "follow_ups": "follow_ups.FollowUpService",
    "groups": "groups.GroupService",
    "health": "health.HealthService",
    "held_against_due": "held_against_due.HeldAgainstDueService",
    "history": "history.HistoryService",
    "imports": "imports.ImportService",
    "insights": "insights.InsightService",
    "mail_in": "mail_in.MailInService",
    "merging": "merging.MergeService",
    "monday": "monday.MondayService",
    "portfolio": "portfolio.PortfolioService",
    "purchases": "purchases.PurchaseService",
    "reminders": "reminders.ReminderService",
    "reviews": "reviews.ReviewService",
    "saved_views": "saved_views.SavedViewService",
    "scores": "scores.ScoreService",
    "search": "search.SearchService",
    "switches": "switches.SwitchService",
    "tiers": "tiers.TierService",
    "time_line": "time_line.TimeLineService",
    "today": "today.TodayService",
}


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
    """An open book with its services, and for a window the right to it and what its start has still to do."""

    services: Services
    lock: WindowLock | None = None
    beginning: Beginning | None = None

    def begin(self) -> Begun:
        """Do what the start of a window does with its book, unless it was done, and say what that met."""
        from reviewdesk.services.beginning import Begun

        return self.beginning.run() if self.beginning is not None else Begun()

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
    """Open a book and build its services; for a window also take its lock.

    `take_over` takes the lock from whoever holds it, when the person says so. The book is read at once, and `begin`
    makes the backup before anything is written; only where something typed was not saved, all of that comes first.

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
            return _for_window(services, lock)
        except BaseException:
            services.book.close()
            raise
    except BaseException:
        lock.release()
        raise


def _for_window(services: Services, lock: WindowLock) -> OpenBook:
    from reviewdesk.services.beginning import Beginning
    from reviewdesk.services.recovering import review_of
    from reviewdesk.storage.journal import Journal

    recovers = any(review_of(each.key) for each in Journal(services.book.path).drafts())
    beginning = Beginning(services, recovers=recovers)
    if recovers:
        beginning.run()
    return OpenBook(services, lock, beginning)


def build_services(path: Path, clock: Clock, *, may_create: bool = False, name: str = "") -> Services:
    """Open the file; every service on it is imported and built when it is first asked for."""
    from reviewdesk.services.services import Services
    from reviewdesk.storage.backup import Backups
    from reviewdesk.storage.book_file import open_book as open_file
    from reviewdesk.storage.journal import Journal

    store, journal = open_file(path, clock, may_create=may_create, name=name), Journal(path)

    def documents() -> object:
        others = other_books(path, MachineFolders.standard())
        return _build("documents.DocumentService", store, resources_folder() / "fonts", others)

    return Services(
        {
            **{name: partial(_build, built, store) for name, built in ON_THE_BOOK.items()},
            "book": partial(_build, "book.BookService", store, Backups(path, Clock())),
            "sample": partial(_build, "sample.SampleService", store, resources_folder() / "sample"),
            "meetings": partial(_build, "meetings.MeetingService", store, journal),
            "documents": documents,
            "drafts": partial(_build, "drafts.DraftService", store, journal),
        }
    )


def _build(name: str, *parts: object) -> object:
    """Build the service "module.Class" from its parts."""
    module, _, service = name.partition(".")
    return getattr(import_module(f"reviewdesk.services.{module}"), service)(*parts)


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


def restore_book(path: Path, backup: Path, _clock: Clock) -> Path:
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
        return Backups(path, Clock()).restore(backup).path
    finally:
        lock.release()


def newest_backup(path: Path, _clock: Clock) -> Path | None:
    """Give the newest backup of a book, which need not be open nor whole."""
    from reviewdesk.storage.backup import Backups

    return next((each.path for each in Backups(path, Clock()).all() if each.why != "damaged"), None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the window, or do one command in the terminal; give the exit code.

    Started by the program itself to read a workbook, it does that alone.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [READ_WORKBOOK]:
        from reviewdesk.exchange.workbook_child import main as read_workbook

        return read_workbook(given[1:])
    from reviewdesk.cli.arguments import read_arguments

    asked = read_arguments(given)
    if asked.command:
        from reviewdesk.cli.run import run

        return run(asked, MachineFolders.standard(), open_book, restore_book, newest_backup)
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
