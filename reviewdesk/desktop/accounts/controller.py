"""Keeps the list of accounts and the book the same."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Signal

from reviewdesk.desktop.accounts.cell_editing import CellEditing
from reviewdesk.desktop.accounts.list_parts import ListParts
from reviewdesk.desktop.accounts.prepared import Prepared, read_and_prepare
from reviewdesk.desktop.accounts.remembered import keep, keep_widths, remembered, remembered_widths
from reviewdesk.desktop.accounts.shown import Shown
from reviewdesk.desktop.accounts.view import AccountsView
from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.sweeping import set_aside
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.saved_view import SavedView
from reviewdesk.services.account_columns import facts_of
from reviewdesk.services.account_filter import Listed, is_own
from reviewdesk.services.account_list import AT_ONCE, AccountList, AccountListService
from reviewdesk.services.account_values import AccountName
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.outcome import Outcome

SHOWN: Final = (
    Kind.ACCOUNT, Kind.REVIEW, Kind.CONCERN, Kind.FOLLOW_UP, Kind.CONTACT, Kind.PURCHASE, Kind.COLLEAGUE, Kind.BOOK,
    Kind.PERSON, Kind.ANSWER, Kind.CUSTOM_FIELD, Kind.CUSTOM_VALUE,
)  # fmt: skip
OF_ALL: Final = (Kind.PURCHASE, Kind.COLLEAGUE, Kind.BOOK, Kind.CUSTOM_FIELD)
MANY: Final = 500


class AccountsController(QObject):
    """Answers what is done on the list of accounts.

    Signals:
        account_asked: the person opened the account with this id.
        import_asked: the person wants to import a file.
        sample_asked: the person wants the sample book.
        told: a sentence that says what was done.
        listed: the Listings of all accounts were read, so that views can be counted.
        view_opened: the id of the saved view that is open now, or nothing.
    """

    account_asked = Signal(object)
    import_asked = Signal()
    sample_asked = Signal()
    told = Signal(str)
    listed = Signal(object)
    view_opened = Signal(object)

    def __init__(
        self,
        view: AccountsView,
        lists: AccountListService,
        accounts: AccountService,
        parts: ListParts,
        tasks: Tasks,
        memory: WindowMemory | None = None,
    ) -> None:
        super().__init__(view)
        self.view = view
        self._lists = lists
        self._accounts = accounts
        self.parts = parts
        self.editing = CellEditing(view.table, accounts, tasks)
        self.editing.own_typed.connect(parts.at_once.put_in_cell)
        self._tasks = tasks
        self._memory = memory
        self._list: AccountList | None = None
        self._touched: set[UUID] = set()
        self._is_stale = self._is_reading = self._reads_whole = False
        self._kept = Shown()
        self._connect()
        self._remember_again()

    def _connect(self) -> None:
        view, parts = self.view, self.parts
        view.account_asked.connect(self.account_asked)
        view.import_asked.connect(self.import_asked)
        view.sample_asked.connect(self.sample_asked)
        view.new_asked.connect(self.start_adding)
        view.remove_asked.connect(self._remove)
        view.shown_changed.connect(self._shown_changed)
        view.columns_asked.connect(self.choose_columns)
        view.print_asked.connect(self.print_list)
        view.at_once_asked.connect(self._do_at_once)
        view.table.columns.widths_changed.connect(self._keep_widths)
        view.tools.views.clicked.connect(self.show_views)
        view.new_account.add_asked.connect(self._add)
        view.new_account.alike_asked.connect(self.account_asked)
        parts.told.connect(self.told)
        parts.views.view_opened.connect(self._show_view)
        parts.views.open_changed.connect(self._show_title)
        self._tasks.changed.connect(self._reload_if_concerned)

    def show_page(self) -> None:
        """Show the accounts as they stand; a list that is there already is shown at once."""
        self.parts.views.reload()
        self._catch_up()

    def open_list(self) -> None:
        """Show the list itself, as the person left it when no view was open."""
        if self.parts.views.open_view is not None or self.view.these.ids is not None:
            self.parts.views.close()
            self.view.show_as(self._remembered())

    def show_these(self, account_ids: Collection[UUID], words: str) -> None:
        """Show these accounts alone, under words that name them."""
        self.open_list()
        self.view.show_these(account_ids, words)

    def start_adding(self) -> None:
        """Let the person add an account."""
        owners = self._list.owners if self._list is not None else ()
        self.view.new_account.open_line(owners)

    def choose_columns(self) -> None:
        """Let the person choose the columns."""
        self.parts.choose_columns(self.view)

    def turn_density(self) -> None:
        """Show two lines a row instead of one, or the other way round."""
        self.view.turn_density()

    def show_views(self) -> None:
        """Offer the saved views and to save what is shown."""
        button = self.view.tools.views
        self.parts.views.show_menu(self.view.shown, button.mapToGlobal(QPoint(0, button.height())))

    def save_view(self) -> None:
        """Ask for a name and save what is shown."""
        self.parts.views.ask_to_save(self.view.shown)

    def save_list(self) -> None:
        """Save the accounts that are shown, or selected, as a file."""
        self.parts.out.save(self._chosen_rows(), self.view.own.columns(self.view.columns_shown))

    def print_list(self) -> None:
        """Print the accounts that are shown, or selected."""
        if self._list is not None:
            self.parts.print_list(self.view, self._chosen_rows(), self._list.today)

    @property
    def _facts(self) -> tuple[str, ...]:
        sort = self.view.shown.sort
        return facts_of((*self.view.columns_shown, *((sort,) if sort else ())))

    def _catch_up(self) -> None:
        """Read what the list does not have yet: everything, what a new column shows, or what changed."""
        work = None if self._is_reading else self._next_reading()
        if work is not None:
            self._is_reading = True
            shown = self.view.shown
            reads = partial(read_and_prepare, work, (shown.sort,), shown.chips)
            is_long = self._list is not None and self._list.accounts > AT_ONCE and not self._list.is_whole
            lane = Lane.DAY if is_long else Lane.READ
            self._tasks.run(reads, self._show, self, lane=lane, failed=self._not_read)

    def _next_reading(self) -> Callable[[], AccountList] | None:
        held, facts, lists = self._list, self._facts, self._lists
        if held is None:
            return partial(lists.first, facts)
        if self._is_stale:
            self._is_stale, self._reads_whole = False, True
            self._touched.clear()
            return partial(lists.whole, facts)
        if missing := [each for each in facts if each not in held.known]:
            return partial(lists.with_facts, held, missing)
        if self._touched:
            touched, self._touched = frozenset(self._touched), set()
            return partial(lists.patched, held, touched)
        return None

    def _show(self, read: Prepared) -> None:
        self._is_reading = False
        self._list = read.list
        self._is_stale = self._is_stale or not read.list.is_whole
        self.view.show_accounts(read)
        if read.list.is_whole:
            self._set_aside(read.list)
            self.listed.emit(read.list.listings)
        self._catch_up()

    def _set_aside(self, found: AccountList) -> None:
        """Keep a large list out of what is swept, each time all of it was read."""
        if self._reads_whole and found.accounts > AT_ONCE:
            set_aside()
        self._reads_whole = False

    def _not_read(self, error: ReviewDeskError) -> None:
        self._is_reading = False
        self._tasks.told.emit(error)

    def _reload_if_concerned(self, changes: Changes, _origin: object) -> None:
        """Read again what was touched: all of a usual book, the touched accounts alone of a large one."""
        if changes.touch(Kind.SAVED_VIEW):
            self.parts.views.reload()
        if not changes.touch(*SHOWN) or self._list is None:
            return
        is_large = self._list.accounts > AT_ONCE
        if is_large and not changes.touch(*OF_ALL) and len(changes.accounts) <= MANY:
            self._touched |= changes.accounts
        else:
            self._is_stale = True
        if in_sight(self.view) or is_large:
            self._catch_up()

    def _add(self, name: str, owner: str, although_alike: bool) -> None:
        work = partial(self._accounts.add, name, owner=owner, although_alike=although_alike)
        self._tasks.run(work, self._added, self, lane=Lane.WRITE, failed=partial(self._refused, name))

    def _added(self, done: Outcome[Account]) -> None:
        self.view.new_account.added()
        self.view.go_to_when_shown(done.value.id)

    def _refused(self, name: str, error: ReviewDeskError) -> None:
        self._tasks.run(partial(self._accounts.alike, name), partial(self._show_refusal, str(error)), self)

    def _show_refusal(self, sentence: str, alike: Sequence[AccountName]) -> None:
        self.view.new_account.refuse(sentence, alike[0].id if alike else None)

    def _remove(self, account_ids: Sequence[UUID]) -> None:
        work = partial(self._accounts.remove_all, tuple(account_ids))
        self._tasks.run(work, None, self, lane=Lane.WRITE)

    def _do_at_once(self, what: str) -> None:
        if what == "copy":
            self.parts.out.copy(self._chosen_rows(), self.view.own.columns(self.view.columns_shown))
        elif what == "save":
            self.save_list()
        else:
            self.parts.ask(what, self.view.table.selected_rows, self._list)

    def _chosen_rows(self) -> list[Listed]:
        """Give what is selected where that is more than one account, else all that is shown."""
        table = self.view.table
        return table.selected_rows if table.selected_count > 1 else list(table.rows.rows)

    def open_view(self, view_id: UUID) -> None:
        """Show a saved view."""
        self.parts.views.open(view_id)

    def _show_view(self, saved: SavedView) -> None:
        self.view.show_as(Shown.of(saved))
        self._catch_up()
        gone = len([each for each in saved.columns if is_own(each)]) - len(
            [each for each in self.view.own.columns(saved.columns) if is_own(each.key)]
        )
        if gone and self._list is not None:
            words = self.tr("A field of your own that “{view}” shows was removed; the rest is shown.")
            self.told.emit(words.format(view=saved.name))

    def _show_title(self) -> None:
        saved = self.parts.views.open_view
        self.view.header.title.setText(saved.name if saved else self.tr("Accounts"))
        self.view_opened.emit(saved.id if saved else None)

    def _shown_changed(self) -> None:
        """Keep how the list is shown while no view is open; a view is changed only when the person says so."""
        shown = self.view.shown
        kept = replace(shown, filter="", chips=())
        if self._memory is not None and self.parts.views.open_view is None and kept != self._kept:
            self._kept = kept
            keep(self._memory, kept)
        if self._list is not None and any(each not in self._list.known for each in self._facts):
            self._catch_up()

    def _keep_widths(self, widths: dict[str, float]) -> None:
        if self._memory is not None:
            keep_widths(self._memory, widths)

    def _remembered(self) -> Shown:
        return remembered(self._memory) if self._memory is not None else Shown()

    def _remember_again(self) -> None:
        if self._memory is not None:
            self.view.table.columns.set_widths(remembered_widths(self._memory))
        self._kept = self._remembered()
        self.view.show_as(self._kept)
