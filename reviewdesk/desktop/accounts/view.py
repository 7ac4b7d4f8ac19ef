"""Shows all accounts as a table that is filtered as one types."""

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from reviewdesk.desktop.accounts.cells import Day, columns_on
from reviewdesk.desktop.accounts.chosen_bar import ChosenBar
from reviewdesk.desktop.accounts.list_keys import ListKeys
from reviewdesk.desktop.accounts.list_menus import ListMenus
from reviewdesk.desktop.accounts.model import key_of
from reviewdesk.desktop.accounts.narrowing import Narrowing
from reviewdesk.desktop.accounts.new_account import NewAccount
from reviewdesk.desktop.accounts.own_offered import OwnOffered
from reviewdesk.desktop.accounts.prepared import Prepared
from reviewdesk.desktop.accounts.shown import Shown
from reviewdesk.desktop.accounts.these import TheseAccounts
from reviewdesk.desktop.accounts.tools import ListTools
from reviewdesk.desktop.accounts.welcome import nothing_fits, welcome
from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import Page
from reviewdesk.desktop.widgets.table import RowTable


class AccountsView(Page):
    """All accounts of the book.

    Signals:
        account_asked: the person opened the account with this id.
        import_asked, sample_asked: the person wants to import a file, or to look at the sample book.
        new_asked: the person wants to add an account.
        remove_asked: the person takes out the accounts with these ids.
        at_once_asked: the word for what the person wants done with the selected accounts.
        shown_changed: the person changed how the list is shown.
        columns_asked: the person wants to choose the columns.
        print_asked: the person wants the list on paper.
    """

    account_asked = Signal(object)
    import_asked = Signal()
    sample_asked = Signal()
    new_asked = Signal()
    remove_asked = Signal(object)
    at_once_asked = Signal(str)
    shown_changed = Signal()
    columns_asked = Signal()
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Accounts"))
        self._prepared = Prepared()
        self._day = Day(self._prepared.list.today)
        self._chosen: tuple[str, ...] = ()
        self._sort = self._later = ("", False)
        self._is_showing = self.is_roomy = False
        self._awaited: UUID | None = None
        self.import_button = plain_button(self.tr("Import"), "download")
        self.new_button = primary_button(self.tr("New account"), "plus")
        self.tools = ListTools()
        self.filter, self.chips = self.tools.filter, self.tools.chips
        self.table = RowTable(self.tr("Accounts"), columns_on(self._day), key_of)
        self.new_account = NewAccount()
        self.remarks = Label(part=Part.SMALL, wraps=True)
        self.chosen_bar = ChosenBar()
        self.own = OwnOffered(self.table, self.chosen_bar, self._day)
        self.nothing, self.clear_button = nothing_fits(self)
        self.welcome, self.first_buttons = welcome(self)
        self.these = TheseAccounts()
        self._narrowing = Narrowing()
        self._keys = ListKeys(self.table, self.filter)
        self._menus = ListMenus(self.table, self.chosen_bar, self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.header.add_action(self.import_button)
        self.header.add_action(self.new_button)
        for each in (self.table, self.nothing, self.welcome):
            self._stack.addWidget(each)
        under = QVBoxLayout()
        under.setSpacing(8)
        under.addWidget(self._stack, 1)
        under.addWidget(self.chosen_bar)
        under.addWidget(self.remarks)
        for above in (self.tools, self.these, self.new_account):
            self.add(above)
        self.add(under, 1)

    def _connect(self) -> None:
        first_import, first_add, first_sample = self.first_buttons
        for button in (self.import_button, first_import):
            button.clicked.connect(self.import_asked)
        for button in (self.new_button, first_add):
            button.clicked.connect(self.new_asked)
        first_sample.clicked.connect(self.sample_asked)
        self.filter.textChanged.connect(self._narrowed)
        self.filter.returnPressed.connect(self._open_current)
        self.chips.changed.connect(self._narrowed)
        self.tools.density.clicked.connect(self.turn_density)
        self.tools.columns.clicked.connect(self.columns_asked)
        self.table.opened.connect(self.account_asked)
        self._menus.open_asked.connect(self._open_current)
        self._menus.remove_asked.connect(self._remove_chosen)
        self._menus.columns_asked.connect(self.columns_asked)
        self._menus.order_chosen.connect(self.choose_columns)
        self.table.copy_asked.connect(self._copy)
        self.table.selection_changed.connect(self.chosen_bar.show_count)
        self.table.columns.order_changed.connect(self.choose_columns)
        self.table.rows.sorted_by.connect(self._sorted)
        self.chosen_bar.asked.connect(self._do_at_once)
        self.chosen_bar.cleared.connect(self._select_none)
        for way_back in (self.clear_button.clicked, self.these.all_asked):
            way_back.connect(self.show_all)
        self.new_account.closed.connect(self._back_to_list)
        print_key = QShortcut(QKeySequence("Ctrl+P"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        print_key.activated.connect(self.print_asked)
        self._keys.typed.connect(self._type)
        self._keys.remove_asked.connect(self._remove_chosen)
        self._keys.none_asked.connect(self._select_none)
        self._keys.list_asked.connect(self._back_to_list)
        self._keys.all_asked.connect(self.show_all)

    @property
    def shown(self) -> Shown:
        """How the list stands."""
        key, falling = self._sort
        return Shown(
            self.filter.text().strip(), tuple(sorted(self.chips.on)), self._chosen, key, falling, self.is_roomy
        )

    @property
    def columns_shown(self) -> tuple[str, ...]:
        """The keys of the columns that the list is meant to show."""
        return self._chosen or self._prepared.usual

    def show_accounts(self, prepared: Prepared) -> None:
        """Show these accounts, what the largest make, and what is worth knowing about the tiers."""
        selected = self.table.selected_keys if self.table.selected_count > 1 else []
        self._prepared, self._day.today = prepared, prepared.list.today
        is_new = self.own.offer(prepared.list.own_fields)
        self.remarks.setText("  ".join(prepared.list.remarks))
        self.chips.show_chips(prepared.chips(self.chips.on))
        self.table.show_rows(prepared.list.listings.rows, prepared.ranks)
        if is_new and self._later[0] in prepared.sortable:
            self._sort_by(*self._later)
        elif not self._sort[0]:
            self._sort_as_usual()
        self._narrowing.forget()
        self._show_columns()
        self._filter()
        self.table.select_again(selected)
        if self._awaited is not None and self.table.rows.holds(self._awaited):
            self.go_to(self._awaited)
            self._awaited = None

    def _sort_as_usual(self) -> None:
        """Show the largest first, or what is due first in a book without revenue."""
        self._is_showing = True
        self._sort_by(*self._prepared.usual_sort)
        self._sort, self._is_showing = ("", False), False

    def _sort_by(self, key: str, falling: bool) -> None:
        self.table.sort_by(key, Qt.SortOrder(int(falling)))

    def show_as(self, shown: Shown) -> None:
        """Show the list in this way."""
        self._is_showing = True
        self.these.forget()
        self._chosen = shown.columns
        self.filter.setText(shown.filter)
        self.chips.show_chips(self._prepared.chips(shown.chips))
        self.chips.set_on(shown.chips)
        self.set_roomy(on=shown.roomy)
        self._show_columns()
        self._is_showing = False
        self._later = (shown.sort, shown.falling)
        if shown.sort in self._prepared.sortable:
            self._sort_by(*self._later)
        else:
            self._sort_as_usual()
        self._narrowing.forget()
        self._narrowed()

    def show_all(self) -> None:
        """Turn every filter off."""
        self.these.forget()
        self.chips.set_on(())
        self.filter.clear()
        self._narrowed()

    def show_only(self, chips: Sequence[str]) -> None:
        """Turn exactly these chips on."""
        self.chips.set_on(chips)
        self._narrowed()

    def show_these(self, ids: Collection[UUID], words: str) -> None:
        """Show these accounts alone, under words that name them."""
        self.show_all()
        self.these.show_these(ids, words)
        self._narrowed()

    def choose_columns(self, keys: Sequence[str]) -> None:
        """Show these columns in this order; none are the usual ones."""
        self._chosen = tuple(keys)
        self._show_columns()
        self.shown_changed.emit()

    def set_roomy(self, *, on: bool) -> None:
        """Show two lines a row, or one."""
        self.is_roomy = on
        self.tools.show_density(is_roomy=on)
        self.table.set_roomy(on=on)

    def turn_density(self) -> None:
        """Show two lines a row instead of one, or the other way round."""
        self.set_roomy(on=not self.is_roomy)
        self.shown_changed.emit()

    def go_to(self, account_id: UUID) -> None:
        """Go to an account in the list, also where a filter hides it."""
        if not self.table.go_to(account_id):
            self.show_all()
            self.table.go_to(account_id)

    def go_to_when_shown(self, account_id: UUID) -> None:
        """Go to an account once the list has it."""
        self._awaited = account_id

    def _show_columns(self) -> None:
        self.table.columns.show(self.columns_shown, are_chosen=bool(self._chosen))

    def _sorted(self, key: str, falling: bool) -> None:
        if not self._is_showing:
            self._sort = (key, falling)
            self._narrowing.forget()
            self.shown_changed.emit()

    def _narrowed(self) -> None:
        self._filter()
        if not self._is_showing:
            self.shown_changed.emit()

    def _filter(self) -> None:
        listings = self._prepared.list.listings
        order, only = self.table.rows.order, self.these.ids
        places = self._narrowing.places(listings, order, self.filter.text(), self.chips.on, only)
        held = self.table.current_key
        self.table.show_places(places)
        if places and self.table.current_key is None and held is None:
            self.table.go_to(self.table.rows.key(0))
        is_new = not listings.rows
        self._stack.setCurrentWidget(self.welcome if is_new else self.table if places else self.nothing)
        for each in (self.tools, self.header.search_box, self.import_button, self.new_button):
            each.setVisible(not is_new)
        self.remarks.setVisible(bool(self.remarks.text()))
        is_narrowed = bool(self.filter.text().strip() or self.chips.on or only is not None)
        self.header.show_status(self._prepared.status_with(len(places), is_narrowed=is_narrowed))

    def _open_current(self) -> None:
        if self.table.rows.rowCount():
            key = self.table.current_key
            self.account_asked.emit(key if key is not None else self.table.rows.key(0))

    def _back_to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _type(self, text: str) -> None:
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter.insert(text)

    def _select_none(self) -> None:
        held = self.table.current_key
        self.table.clearSelection()
        if held is not None:
            self.table.go_to(held)
        self._back_to_list()

    def _copy(self) -> None:
        self.at_once_asked.emit("copy")

    def _do_at_once(self, what: str) -> None:
        if what == "remove":
            self._remove_chosen()
        else:
            self.at_once_asked.emit(what)

    def _remove_chosen(self) -> None:
        self.remove_asked.emit(self.table.selected_keys)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the person type and move at once."""
        super().showEvent(event)
        if not self.new_account.isVisible():
            self._back_to_list()
