"""Shows all accounts as a table that is filtered as one types."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from reviewdesk.desktop.accounts.model import COLUMNS, Listed, chips_of, columns_shown, key_of, left_by, status_of
from reviewdesk.desktop.accounts.new_account import NewAccount
from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.widgets.buttons import IconButton, ghost_button, plain_button, primary_button
from reviewdesk.desktop.widgets.chips import ChipRow
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import Page
from reviewdesk.desktop.widgets.search_box import FilterBox
from reviewdesk.desktop.widgets.table import RowTable

_CHIPS_BESIDE_FROM: Final = 96


class AccountsView(Page):
    """All accounts of the book.

    Signals:
        account_asked: the person opened the account with this id.
        import_asked: the person wants to import a file.
        sample_asked: the person wants to look at the sample book.
        new_asked: the person wants to add an account.
        remove_asked: the person takes out the accounts with these ids.
        roomy_chosen: the person wants two lines a row, or one.
    """

    account_asked = Signal(object)
    import_asked = Signal()
    sample_asked = Signal()
    new_asked = Signal()
    remove_asked = Signal(object)
    roomy_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__(self.tr("Accounts"))
        self._rows: tuple[Listed, ...] = ()
        self._largest = ""
        self._roomy = False
        self.import_button = plain_button(self.tr("Import"), "download")
        self.new_button = primary_button(self.tr("New account"), "plus")
        self.filter = FilterBox(self.tr("Filter"))
        self.chips = ChipRow(self.tr("Show only"))
        self.density = IconButton(self.tr("Roomy rows"), "rows-2")
        self.table: RowTable[Listed] = RowTable(self.tr("Accounts"), COLUMNS, key_of)
        self.new_account = NewAccount()
        self.remarks = Label(part=Part.SMALL, wraps=True)
        self._clear = plain_button(self.tr("Show all accounts"), "x")
        self._nothing = EmptyState(
            "list-filter", self.tr("No account fits"), self.tr("Type less, or turn a chip off."), [self._clear]
        )
        self._first_import = primary_button(self.tr("Import a file"), "download")
        self._first_add = plain_button(self.tr("Add an account"), "plus")
        self._first_sample = ghost_button(self.tr("Open the sample book"), "book-open")
        self._welcome = EmptyState(
            "building-2",
            self.tr("Which customers must not leave?"),
            self.tr(
                "Import an export of your CRM, your address book or a list of sales, or add your first account by "
                "hand. The sample book shows how it all looks once it is filled; it goes in one click."
            ),
            [self._first_import, self._first_add, self._first_sample],
        )
        self._stack = QStackedWidget()
        self._tools = QWidget()
        self._tool_grid, self._level = QGridLayout(self._tools), QWidget()
        self._is_narrow = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.header.add_action(self.import_button)
        self.header.add_action(self.new_button)
        self._tool_grid.setContentsMargins(0, 0, 0, 0)
        self._tool_grid.setHorizontalSpacing(12)
        self._tool_grid.setVerticalSpacing(10)
        self._tool_grid.setColumnStretch(1, 1)
        self._tool_grid.addWidget(self.filter, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._tool_grid.addWidget(self.density, 0, 2, Qt.AlignmentFlag.AlignTop)
        level = QVBoxLayout(self._level)
        level.setContentsMargins(0, 5, 0, 0)
        level.addWidget(self.chips)
        level.addStretch(1)
        self._tool_grid.addWidget(self._level, 0, 1)
        for each in (self.table, self._nothing, self._welcome):
            self._stack.addWidget(each)
        under = QVBoxLayout()
        under.setSpacing(8)
        under.addWidget(self._stack, 1)
        under.addWidget(self.remarks)
        self.add(self._tools)
        self.add(self.new_account)
        self.add(under, 1)

    def _connect(self) -> None:
        for button in (self.import_button, self._first_import):
            button.clicked.connect(self.import_asked)
        for button in (self.new_button, self._first_add):
            button.clicked.connect(self.new_asked)
        self._first_sample.clicked.connect(self.sample_asked)
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self._open_current)
        self.chips.changed.connect(self._filter)
        self.density.clicked.connect(self._turn_density)
        self.table.opened.connect(self.account_asked)
        self.table.menu_asked.connect(self._show_menu)
        self._clear.clicked.connect(self.show_all)
        self.new_account.closed.connect(self._back_to_list)
        self.table.installEventFilter(self)
        self.filter.installEventFilter(self)

    def show_accounts(self, rows: Sequence[Listed], largest: str = "", remarks: Sequence[str] = ()) -> None:
        """Show these accounts, what the largest make, and what is worth knowing about the tiers."""
        if not self._rows:
            self._sort_at_first(rows)
        self._rows, self._largest = tuple(rows), largest
        self.remarks.setText("  ".join(remarks))
        self.chips.show_chips(chips_of(self._rows, self.chips.on))
        self.table.show_columns(columns_shown(self._rows))
        self._filter()

    def _sort_at_first(self, rows: Sequence[Listed]) -> None:
        """Show the largest first, or what is due first in a book without revenue."""
        if any(each.row.revenue is not None for each in rows):
            self.table.sort_by("revenue", Qt.SortOrder.DescendingOrder)
        else:
            self.table.sort_by("review")

    def show_all(self) -> None:
        """Turn every filter off."""
        self.chips.set_on(())
        self.filter.clear()
        self._filter()

    def show_only(self, chips: Sequence[str]) -> None:
        """Turn exactly these chips on."""
        self.chips.set_on(chips)
        self._filter()

    def set_roomy(self, *, on: bool) -> None:
        """Show two lines a row, or one."""
        self._roomy = on
        name = self.tr("Dense rows") if on else self.tr("Roomy rows")
        self.density.setAccessibleName(name)
        self.density.setIcon(icon("rows-3" if on else "rows-2", "muted"))
        self.density.show_shortcut("")
        self.table.set_roomy(on=on)

    def go_to(self, account_id: UUID) -> None:
        """Go to an account in the list, also where a filter hides it."""
        if not self.table.go_to(account_id):
            self.show_all()
            self.table.go_to(account_id)

    def _filter(self) -> None:
        found = left_by(self._rows, self.filter.text(), self.chips.on)
        held = self.table.current_key
        self.table.show_rows(found)
        if found and self.table.current_key is None and held is None:
            self.table.go_to(key_of(self.table.rows.row(0)))
        is_new = not self._rows
        self._stack.setCurrentWidget(self._welcome if is_new else self.table if found else self._nothing)
        for each in (self._tools, self.header.search_box, self.import_button, self.new_button):
            each.setVisible(not is_new)
        self.remarks.setVisible(bool(self.remarks.text()))
        self.header.show_status(self._status(found))

    def _status(self, found: Sequence[Listed]) -> str:
        if not self._rows:
            return ""
        if self.filter.text().strip() or self.chips.on:
            return self.tr("{n} of {status}").format(n=f"{len(found):,}", status=status_of(self._rows, self._largest))
        return status_of(self._rows, self._largest)

    def _turn_density(self) -> None:
        self.set_roomy(on=not self._roomy)
        self.roomy_chosen.emit(self._roomy)

    def _open_current(self) -> None:
        if self.table.rows.rowCount():
            key = self.table.current_key
            self.account_asked.emit(key if key is not None else self.table.rows.key(0))

    def _back_to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_menu(self, key: object, at: QPoint) -> None:
        chosen = self.table.selected_keys or [key]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        one = len(chosen) == 1
        if one:
            menu.addAction(icon("building-2", "muted"), self.tr("Open"), self._open_current)
        words = self.tr("Remove") if one else self.tr("Remove {n} accounts").format(n=len(chosen))
        menu.addAction(icon("trash-2", "muted"), words, self._remove_chosen)
        menu.popup(at)

    def _remove_chosen(self) -> None:
        self.remove_asked.emit(self.table.selected_keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chips beside the filter, or under it where the page is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _CHIPS_BESIDE_FROM
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._tool_grid.removeWidget(self._level)
            place = (1, 0, 1, 3) if narrow else (0, 1, 1, 1)
            self._tool_grid.addWidget(self._level, *place)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the person type and move at once."""
        super().showEvent(event)
        if not self.new_account.isVisible():
            self._back_to_list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let typing on the list go to the filter, and Down in the filter go to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.table and _is_typed(event):
                self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
                self.filter.insert(event.text())
                return True
            if watched is self.table and event.key() == Qt.Key.Key_Delete and self.table.selected_keys:
                self._remove_chosen()
                return True
            if watched is self.filter and event.key() == Qt.Key.Key_Down:
                self._back_to_list()
                return True
            if watched is self.filter and event.key() == Qt.Key.Key_Escape:
                self.show_all()
                return True
        return super().eventFilter(watched, event)


def _is_typed(event: QKeyEvent) -> bool:
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return plain and bool(event.text()) and event.text().isprintable() and event.text() != " "
