"""The pages of an open book, and the ways between them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.account_ways import AccountWays
from reviewdesk.desktop.book_files import BookFiles
from reviewdesk.desktop.books.ways import BookWays
from reviewdesk.desktop.desk_commands import PLACES, actions_of, desk_commands
from reviewdesk.desktop.exchange_ways import ExchangeWays
from reviewdesk.desktop.found_ways import FoundWays
from reviewdesk.desktop.last_step import LastStep
from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.pages import Pages
from reviewdesk.desktop.review_ways import ReviewWays
from reviewdesk.desktop.shell import Shell
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.theme import Theme, ThemeChoice
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.view_places import ViewPlaces
from reviewdesk.desktop.warm_up import WarmUp
from reviewdesk.desktop.watch import Watch
from reviewdesk.domain.changes import Changes

if TYPE_CHECKING:
    from reviewdesk.desktop.review.step import Step
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.services.book import BookNow
    from reviewdesk.services.services import Services

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
        self.shell, self.services, self.tasks = shell, services, tasks
        self.theme, self.memory, self.last_seen = theme, memory, memory.belong_to(services.book.path)
        self.pages = Pages(self)
        self.files = BookFiles(shell, services, tasks)
        self.books, self.account_ways = BookWays(self), AccountWays(self)
        self.watch, self.warm_up = Watch(services.book, tasks, self), WarmUp(services, tasks, self)
        self.ways = ReviewWays(shell, services, tasks)
        self.found, self.views = FoundWays(self), ViewPlaces(self)
        self.last_step = LastStep(services.book, tasks, self)
        self.exchange = ExchangeWays(self)
        self._waiting: Mapping[str, int] = {}
        self._trail: list[tuple[str, UUID | None]] = []
        self._here: tuple[str, UUID | None] = ("", None)
        self._connect(shell)

    def _connect(self, shell: Shell) -> None:
        shell.page_asked.connect(self.views.go)
        shell.command_asked.connect(self.do)
        shell.undo_asked.connect(self._undo)
        shell.redo_asked.connect(self.last_step.redo)
        self.files.book_chosen.connect(self.other_book_asked)
        self.books.book_asked.connect(self.other_book_asked)
        self.ways.review_asked.connect(self.open_review)
        self.ways.document_asked.connect(self.open_document)
        self.tasks.changed.connect(self._changed)

    def start(self, *, sample: bool = False) -> None:
        """Show the book and the page that was open last; an empty book or a new day begins with Today."""
        self.show_commands()
        if self.services.book.is_real_day:
            self.memory.keep_of_book("seen", self.services.book.today.isoformat())
        page = self.memory.page if self.last_seen == self.services.book.today else "today"
        if sample:
            self.open_sample()
        elif page == "account" and self.memory.account:
            self.open_account(UUID(self.memory.account))
        elif page == "review" and self.memory.of_book("review"):
            self._open_review_again()
        else:
            self.go(page if page in {each.key for each in PLACES} else "today")

    def resume(self) -> None:
        """Let run what runs by itself; also when the window stays after all."""
        self.watch.start()
        self.views.refresh()
        self.quieten()
        if self.services.book.is_real_day:
            self.pages.reminders.start()

    def quieten(self) -> None:
        """Let no notice appear over a review, nor while its customer looks on."""
        self.pages.quieten(whole_window=self._here[0] in WHOLE_WINDOW)

    def begin_day(self, *, reload: bool) -> None:
        """Bring the book up to the day behind the window; `reload` what the start changed already."""
        if reload:
            self.watch.tell_all()
        self.watch.mend()
        self.exchange.begin_day()
        self.pages.when_closed.begin()
        self.pages.joining.begin()
        self.pages.proposing.begin()
        self.warm_up.start()

    def stop(self) -> None:
        """End what runs by itself."""
        self.watch.stop()
        self.warm_up.stop()
        if self.pages.reminds:
            self.pages.reminders.stop()

    def leave(self) -> None:
        """Take everything of this book out of the window."""
        self.stop()
        self.shell.remove_pages()
        for each in (self.exchange, self.files, self.books, self.ways, self.found, self.last_step, self):
            each.deleteLater()

    def go(self, key: str, account: UUID | None = None) -> None:
        """Show a page by its key."""
        controller = self.pages.controller(key)
        self.pages.flush(self._here[0])
        if self._here[0] and self._here != (key, account):
            self._trail.append(self._here)
        self._here = (key, account)
        self.shell.message_bar.close_message()
        place, of = self.views.arrive(key), account.hex if account else ""
        self.shell.show_page(key, place=place, whole_window=key in WHOLE_WINDOW, account=of)
        self.quieten()
        self.shell.undo_bar.setVisible(self.shell.undo_bar.isVisible() and key not in WHOLE_WINDOW)
        controller.show_page()
        if key not in WHOLE_WINDOW and self.pages.catch_up():
            self.refresh_book()
            self.views.refresh()

    def back(self) -> None:
        """Go to where the person came from."""
        key, account = "import", None
        while key in WHOLE_WINDOW | {"import"}:
            key, account = self._trail.pop() if self._trail else ("today", None)
        self.pages.flush(self._here[0])
        self._here = ("", None)
        if account is not None:
            self.open_account(account)
        else:
            self.go(key)

    def account_shown(self) -> UUID | None:
        """Give the account whose page is shown, if one is."""
        return self._here[1] if self._here[0] == "account" else None

    def open_account(self, account_id: UUID) -> None:
        """Show the page of an account."""
        self.pages.account.open(account_id)
        self.go("account", account_id)

    def open_concern(self, account_id: UUID, concern_id: UUID) -> None:
        """Show a concern on the page of its account."""
        self.open_account(account_id)
        self.pages.account.open_concern(concern_id)

    def open_review(self, review_id: UUID, step: Step | None = None) -> None:
        """Show the workspace of a review, at a step or where it stands."""
        self.pages.review.show_review(review_id, step)
        self.memory.keep_of_book("review", review_id.hex)
        self.go("review")

    def _open_review_again(self) -> None:
        from reviewdesk.desktop.review.step import Step

        kept = self.memory.of_book("step")
        self.open_review(UUID(self.memory.of_book("review")), Step(kept) if kept in set(Step) else None)

    def open_document(self, summary_id: UUID) -> None:
        """Show a document."""
        self.pages.document.show_document(summary_id)
        self.go("document")

    def go_to_accounts(self) -> None:
        """Show the list of accounts."""
        self.go("accounts")

    def new_account(self) -> None:
        """Add an account."""
        self.go("accounts")
        self.pages.accounts.start_adding()

    def new_follow_up(self) -> None:
        """Add a follow-up."""
        self.go("follow_ups")
        self.pages.follow_ups.start_adding()

    def plan_review(self) -> None:
        """Plan the review of the account that is shown; elsewhere go to those that are due."""
        if self._here[0] == "account" and self._here[1] is not None:
            self.ways.plan(self._here[1])
        else:
            self.go("reviews")

    def log_call(self, account_id: UUID) -> None:
        """Log a call with an account, over the page that is shown."""
        self.pages.calls.begin(account_id)

    def import_files(self, paths: list[Path]) -> None:
        """Read files and show what importing them would do."""
        self.go("import")
        self.pages.importing.show_files(paths)

    def open_sample(self) -> None:
        """Fill an empty book with the sample; a book that is filled with it already is only shown."""
        self.tasks.run(self.services.sample.fill, self._show_today, self, lane=Lane.WRITE, failed=self._not_filled)

    def flush(self) -> None:
        """Save what is being typed on every page."""
        self.pages.flush()

    def do(self, command: str) -> None:
        """Do a command from the menus."""
        actions = actions_of(self)
        if command.startswith("go_"):
            self.views.go(command.removeprefix("go_"))
        elif command.startswith("theme_"):
            self._choose_theme(command.removeprefix("theme_"))
        elif command in actions:
            actions[command]()

    def tell(self, sentence: str) -> None:
        """Say that something went well."""
        self.shell.tell(sentence, Tone.GOOD)

    def refresh_book(self) -> None:
        """Show the book's name, size and what waits."""
        self.tasks.run(self.services.book.now, self._show_book, self, newest="book")

    def _show_book(self, now: BookNow) -> None:
        self.watch.saw(now.latest_step)
        words = "1 account" if now.accounts == 1 else f"{now.accounts:,} accounts"
        self.shell.show_book(now.book.name, now.book.color, words)
        self._show_waiting({**now.counts, "today": self._waiting.get("today", 0)})
        self._name_steps(now.undo, now.redo)
        self.shell.menus.enable("sample", on=now.accounts == 0)

    def _name_steps(self, undo: str, redo: str) -> None:
        self.shell.menus.action("undo").setText(f"Undo: {undo}" if undo else self.tr("Undo"))
        self.shell.menus.action("redo").setText(f"Redo: {redo}" if redo else self.tr("Redo"))

    def show_today(self, count: int) -> None:
        """Show how much is asked for today."""
        self._show_waiting({**self._waiting, "today": count})

    def _show_waiting(self, counts: Mapping[str, int]) -> None:
        self._waiting = counts
        self.views.show(counts)

    def _changed(self, changes: Changes, _origin: QObject | None) -> None:
        is_whole = self._here[0] in WHOLE_WINDOW
        if not changes.in_passing and not is_whole:
            taking_back = self.last_step.words_for(changes)
            self.shell.tell_done(f"{taking_back or 'Done'}: {changes.label}", undoable=not taking_back)
        if is_whole and changes.in_passing and not changes.whole_book:
            self.pages.fall_behind()
            self._name_steps(changes.label, "")
        else:
            self.refresh_book()
            self.views.recount(changes)

    def _undo(self) -> None:
        self.flush()
        self.last_step.undo()

    def _show_today(self, _outcome: object) -> None:
        self.go("today")

    def _not_filled(self, error: ReviewDeskError) -> None:
        self.go("today")
        if not self.services.sample.is_sample:
            self.shell.tell_error(error)

    def _choose_theme(self, choice: str) -> None:
        self.theme.choose(ThemeChoice(choice))
        self.memory.keep_choice("theme", choice)
        self.show_commands()

    def show_commands(self) -> None:
        """Offer what can be asked for from anywhere, and name in it what can be undone."""
        self.shell.show_commands((*desk_commands(self.theme.choice), *self.views.commands))
        self.refresh_book()
