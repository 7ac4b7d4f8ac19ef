"""The only place where all parts meet: finds folders, opens the book, builds the services, starts window or terminal.

Nothing heavy is imported before it is needed, so that the first window stands at once.
"""

from __future__ import annotations

import gc
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.clock import Clock
from reviewdesk.exchange import CHILDREN as READERS
from reviewdesk.reports import SET_DOCUMENT
from reviewdesk.services.catalogue import FOR_CUSTOMERS, ON_THE_BOOK, WITH_FONTS
from reviewdesk.services.opened_book import OpenBook
from reviewdesk.services.own_program import WRITE_SUMMARIES, own_command
from reviewdesk.storage.machine import MachineFolders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewdesk.cli.arguments import Asked as CommandAsked
    from reviewdesk.services.all_books import AllBooksService
    from reviewdesk.services.services import Services
    from reviewdesk.storage.store import Store
    from reviewdesk.storage.window_lock import WindowLock

# What the program does alone when it is started by itself, by the argument that says so.
CHILDREN: Final = READERS | {SET_DOCUMENT: "reports.apart_child", WRITE_SUMMARIES: "services.batch_child"}


def resources_folder() -> Path:
    """Find the program's own data: in the bundle, in the wheel, else in the checkout."""
    bundled = Path(getattr(sys, "_MEIPASS", "")) / "resources"
    if hasattr(sys, "_MEIPASS") and bundled.is_dir():
        return bundled
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def standard_folders() -> MachineFolders:
    """Give the folders the system has for this."""
    from platformdirs import PlatformDirs

    folders = PlatformDirs("ReviewDesk", appauthor=False)
    return MachineFolders(folders.user_data_path, folders.user_config_path, folders.user_log_path)


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
    (lock.take_over if take_over else lock.take)()
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
    others = partial(standard_folders().other_books, path)

    def printed(service: str) -> object:
        return _build(service, store, resources_folder() / "fonts", others())

    services = Services(
        {
            **{name: partial(_build, built, store) for name, built in ON_THE_BOOK.items()},
            **{name: partial(printed, built) for name, built in FOR_CUSTOMERS.items()},
            **{name: partial(_build, built, store, resources_folder() / "fonts") for name, built in WITH_FONTS.items()},
            "all_books": partial(look_at_books, clock, store),
            "closed_reminding": lambda: _build("closed_reminding.ClosedRemindingService", *_closed_parts()),
            "new_books": lambda: _build("new_books.NewBookService", store, look_at_books(clock, store)),
            "book": partial(_build, "book.BookService", store, Backups(path, Clock())),
            "sample": partial(_build, "sample.SampleService", store, resources_folder() / "sample"),
            "meetings": partial(_build, "meetings.MeetingService", store, journal),
            "drafts": partial(_build, "drafts.DraftService", store, journal),
            "mails": lambda: _build(
                "mails.MailService", store, services.documents, services.calendar, services.print_outs, others()
            ),
            "proposing": partial(_build, "proposing.ProposingService", store, others),
            "spelling": partial(_build, "spelling.SpellingService", store, resources_folder() / "spelling"),
        }
    )
    return services


def _closed_parts() -> tuple[object, ...]:
    """Give this system's login item, what it starts, and what was told by it."""
    from reviewdesk.storage.login.system import login_item
    from reviewdesk.storage.reminded import Reminded

    folders = standard_folders()
    item = login_item(sys.platform, Path.home(), folders.settings.parent)
    return item, own_command("--remind"), Reminded(folders.reminded)


def look_at_books(clock: Clock, here: Store | None = None) -> AllBooksService:
    """Give what looks into all books of this machine's person; `here` is the open one."""
    from reviewdesk.services.all_books import AllBooksService
    from reviewdesk.storage.recent_books import RecentBooks

    return AllBooksService(RecentBooks(standard_folders().recent_books), clock, here)


def _build(name: str, *parts: object) -> object:
    """Build the service "module.Class" from its parts."""
    module, _, service = name.partition(".")
    return getattr(import_module(f"reviewdesk.services.{module}"), service)(*parts)


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

    Started by the program itself as the child that does one thing, it does that alone.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in CHILDREN:
        return int(import_module(f"reviewdesk.{CHILDREN[given[0]]}").main(given[1:]))
    from reviewdesk.cli.arguments import read_arguments

    asked = read_arguments(given)
    if asked.command:
        return _in_terminal(asked)
    if asked.window.reminds:
        return _remind(asked)
    # Sweeping memory while the window is made costs a tenth of the start; the window lets it go on.
    gc.disable()
    from reviewdesk.desktop.plain_imports import import_plainly

    import_plainly()
    from reviewdesk.desktop.opening import Asked, Parts
    from reviewdesk.desktop.program import run as run_window

    at = standard_folders()
    parts = Parts(open_book, restore_book, resources_folder(), at.settings, at.logs, at.first_book, newest_backup)
    return run_window(Asked(_named_book(asked), asked.window.clock, sample=asked.window.sample), parts)


def _remind(asked: CommandAsked) -> int:
    from reviewdesk.cli.terminal import refuse
    from reviewdesk.desktop.reminders.closed import ClosedParts, run
    from reviewdesk.services.closed_reminders import ClosedReminderService
    from reviewdesk.storage.recent_books import RecentBooks
    from reviewdesk.storage.reminded import Reminded

    folders, named = standard_folders(), _named_book(asked)
    books = RecentBooks(folders.recent_books).paths() if named is None else (named.expanduser().absolute(),)
    reminders = ClosedReminderService(books, Reminded(folders.reminded))
    return run(reminders, ClosedParts(refuse, own_command(), resources_folder(), folders.settings))


def _named_book(asked: CommandAsked) -> Path | None:
    return asked.window.book or (standard_folders().sample_book if asked.window.sample else None)


def _in_terminal(asked: CommandAsked) -> int:
    from reviewdesk.cli.asking import Terminal
    from reviewdesk.cli.run import run

    return run(Terminal(asked, standard_folders(), open_book, restore_book, newest_backup, look_at_books))
