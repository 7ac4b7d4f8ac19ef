"""The pages of an open book, and the ways between them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from reviewdesk.desktop.commands import Command
from reviewdesk.desktop.desk_commands import PLACES, desk_commands
from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.pages import Pages
from reviewdesk.desktop.places import Place
from reviewdesk.desktop.search.controller import SearchController
from reviewdesk.desktop.shell import Shell
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.theme import Theme, ThemeChoice
from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.changes import Changes
from reviewdesk.services.book import BookNow
from reviewdesk.services.search import Found
from reviewdesk.services.services import Services

LOOK_EVERY: Final = 2_000
NEW_DAY_EVERY: Final = 60_000
TABLES: Final = "Tables (*.csv *.tsv *.txt);;All files (*)"
WHOLE_WINDOW: Final = frozenset({"review", "document"})


class Desk(QObject):
    """Puts the pages of one book into the window and leads from one to the other.

    Signals:
        restore_asked: the path of a backup to put in place of the book.
        other_book_asked: the path of another book to open.
    """

    restore_asked = Signal(object)
    other_book_asked = Signal(object)

    def __init__(self, shell: Shell, services: Services, tasks: Tasks, theme: Theme, memory: WindowMemory) -> None:
        super().__init__(shell)
        self.shell = shell
        self.services = services
        self.tasks = tasks
        self.theme = theme
        self.memory = memory
        self.pages = Pages(self)
        self.search = SearchController(shell.palette_view, services.search, self._commands, tasks)
        self._trail: list[tuple[str, UUID | None]] = []
        self._here: tuple[str, UUID | None] = ("", None)
        self._seen: UUID | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_EVERY)
        self._days = QTimer(self)
        self._days.setInterval(NEW_DAY_EVERY)
        self._connect()

    def _connect(self) -> None:
        shell = self.shell
        shell.page_asked.connect(self.go)
        shell.command_asked.connect(self.do)
        shell.undo_asked.connect(self._undo)
        shell.redo_asked.connect(self._redo)
        shell.files_dropped.connect(self.import_files)
        self.search.found_opened.connect(self._open_found)
        self.search.command_opened.connect(self._do_anything)
        self.tasks.changed.connect(self._changed)
        self._looking.timeout.connect(self._look)
        self._days.timeout.connect(self._new_day)

    def start(self, *, sample: bool = False) -> None:
        """Show the book and the page that was open last."""
        self.shell.show_commands(desk_commands(self.theme.choice))
        self.refresh_book()
        account = self.memory.account
        page = self.memory.page
        self._looking.start()
        self._days.start()
        self.pages.reminders.start()
        if sample:
            self.open_sample()
        elif page == "account" and account:
            self.open_account(UUID(account))
        else:
            self.go(page if page in {each.key for each in PLACES} else "today")

    def go(self, key: str, account: UUID | None = None) -> None:
        """Show one of the places."""
        controller = self.pages.controller(key)
        self._leave()
        if self._here[0] and self._here != (key, account):
            self._trail.append(self._here)
        self._here = (key, account)
        self.shell.show_page(
            key, place=_PLACE_OF.get(key, key), whole_window=key in WHOLE_WINDOW, account=account.hex if account else ""
        )
        self.pages.reminders.quiet = key in WHOLE_WINDOW
        controller.show_page()

    def back(self) -> None:
        """Go to where the person came from."""
        key, account = self._trail.pop() if self._trail else ("today", None)
        self._here = ("", None)
        if key == "account" and account is not None:
            self.open_account(account)
        else:
            self.go(key if key not in WHOLE_WINDOW and key != "import" else "today")

    def open_account(self, account_id: UUID) -> None:
        """Show the page of an account."""
        self.pages.account.open(account_id)
        self.go("account", account_id)

    def open_review(self, review_id: UUID) -> None:
        """Show the workspace of a review."""
        self.pages.review.open(review_id)
        self.go("review")

    def open_document(self, summary_id: UUID) -> None:
        """Show a document."""
        self.pages.document.open(summary_id)
        self.go("document")

    def import_files(self, paths: list[Path]) -> None:
        """Read files and show what importing them would do."""
        self.go("import")
        self.pages.importing.show_files(paths)

    def choose_files(self) -> None:
        """Let the person choose files to import."""
        chosen, _ = QFileDialog.getOpenFileNames(self.shell, self.tr("Import files"), "", TABLES)
        if chosen:
            self.import_files([Path(each) for each in chosen])

    def open_sample(self) -> None:
        """Fill an empty book with the sample."""
        self.tasks.run(self.services.sample.fill, self._filled, self, lane=Lane.WRITE, failed=self._not_filled)

    def start_review(self, account_id: UUID) -> None:
        """Open the review of an account that is to be held today."""
        work = partial(self.services.reviews.start_now, account_id)
        self.tasks.run(work, self._started, self, lane=Lane.WRITE)

    def flush(self) -> None:
        """Save what is being typed on every page."""
        self.pages.flush()

    def do(self, command: str) -> None:
        """Do a command from the menus."""
        actions: dict[str, Callable[[], None]] = {
            "back": self.back,
            "import": self.choose_files,
            "sample": self.open_sample,
            "open_book": self._choose_book,
            "new_book": self._choose_new_book,
            "new_account": self._new_account,
            "new_follow_up": self._new_follow_up,
            "calendar": self._export_calendar,
            "backup": self._back_up,
        }
        if command.startswith("go_"):
            self.go(command.removeprefix("go_"))
        elif command.startswith("theme_"):
            self._choose_theme(command.removeprefix("theme_"))
        elif command in actions:
            actions[command]()

    def refresh_book(self) -> None:
        """Show the book's name, size and what waits."""
        self.tasks.run(self.services.book.now, self._show_book, self, newest="book")

    def _show_book(self, now: BookNow) -> None:
        self._seen = now.latest_step
        words = "1 account" if now.accounts == 1 else f"{now.accounts:,} accounts"
        self.shell.show_book(now.book.name, now.book.color, words)
        self.shell.show_places([_counted(each, now) for each in PLACES])
        self.shell.menus.enable("undo", on=True)
        self.shell.menus.action("undo").setText(f"Undo: {now.undo}" if now.undo else self.tr("Undo"))
        self.shell.menus.action("redo").setText(f"Redo: {now.redo}" if now.redo else self.tr("Redo"))
        self.shell.menus.enable("sample", on=now.accounts == 0)

    def _changed(self, changes: Changes, _origin: QObject | None) -> None:
        self._seen = changes.step or self._seen
        if not changes.in_passing and not changes.whole_book and self._here[0] not in WHOLE_WINDOW:
            self.shell.tell_done(changes.label)
        self.refresh_book()

    def _look(self) -> None:
        """See whether another program has written to the book."""
        if self.tasks.is_idle:
            self.tasks.run(self.services.book.latest_step, self._compare, self, newest="look")

    def _compare(self, step: UUID | None) -> None:
        if self._seen is not None and step is not None and step != self._seen and self.tasks.is_idle:
            self.tasks.changed.emit(Changes(step=step, in_passing=True, whole_book=True), None)

    def _new_day(self) -> None:
        self.tasks.run(self.services.book.new_day, self._day_came, self, lane=Lane.WRITE)

    def _day_came(self, accounts: int) -> None:
        if accounts:
            self.tasks.changed.emit(Changes(step=self._seen, in_passing=True, whole_book=True), None)

    def _leave(self) -> None:
        self.pages.flush(self._here[0])

    def _undo(self) -> None:
        self.flush()
        self.tasks.run(self.services.book.undo, self._undone, None, lane=Lane.WRITE)

    def _redo(self) -> None:
        self.tasks.run(self.services.book.redo, None, None, lane=Lane.WRITE)

    def _undone(self, _outcome: object) -> None:
        self.shell.undo_bar.hide()

    def _filled(self, _outcome: object) -> None:
        self.go("today")

    def _not_filled(self, error: object) -> None:
        self.go("today")
        if not self.services.sample.is_sample:
            self.shell.tell_error(error)

    def _started(self, outcome: object) -> None:
        self.open_review(outcome.value.id)  # type: ignore[attr-defined]

    def _new_account(self) -> None:
        self.go("accounts")
        self.pages.accounts.start_adding()

    def _new_follow_up(self) -> None:
        self.go("follow_ups")
        self.pages.follow_ups.start_adding()

    def _choose_book(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self.shell, self.tr("Open a book"), str(self.services.book.path.parent), "ReviewDesk books (*.reviewdesk)"
        )
        if chosen:
            self.other_book_asked.emit(Path(chosen))

    def _choose_new_book(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self.shell, self.tr("Make a new book"), str(self.services.book.path.parent / "New book.reviewdesk"),
            "ReviewDesk books (*.reviewdesk)",
        )  # fmt: skip
        if chosen:
            self.other_book_asked.emit(Path(chosen).with_suffix(".reviewdesk"))

    def _export_calendar(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self.shell, self.tr("Save the calendar"), "ReviewDesk.ics", "Calendar files (*.ics)"
        )
        if chosen:
            work = partial(self.services.calendar.write, Path(chosen))
            self.tasks.run(work, partial(self._written, chosen), self, lane=Lane.DOCUMENTS)

    def _written(self, path: str, _answer: object) -> None:
        self.shell.tell(self.tr("The calendar was saved to {path}.").format(path=path), Tone.GOOD)

    def _back_up(self) -> None:
        self.tasks.run(self.services.book.back_up, self._backed_up, self, lane=Lane.LONG)

    def _backed_up(self, _backup: object) -> None:
        self.shell.tell(self.tr("A backup was made and checked."), Tone.GOOD)

    def _choose_theme(self, choice: str) -> None:
        self.theme.choose(ThemeChoice(choice))
        self.memory.keep_choice("theme", choice)
        self.shell.show_commands(desk_commands(self.theme.choice))
        self.refresh_book()

    def _commands(self) -> tuple[Command, ...]:
        return self.shell.menus.commands

    def _do_anything(self, command: str) -> None:
        self.shell.menus.action(command).trigger()

    def _open_found(self, found: Found) -> None:
        if found.review_id is not None:
            self.open_review(found.review_id)
        elif found.account_id is not None:
            self.open_account(found.account_id)


_PLACE_OF: Final = {"account": "accounts", "import": "accounts", "review": "reviews", "document": "reviews"}


def _counted(place: Place, now: BookNow) -> Place:
    return Place(place.key, place.text, place.icon, now.counts.get(place.key, 0), place.group, place.shortcut)
