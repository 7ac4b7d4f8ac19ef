"""The menus of the list of accounts: of the selected rows, and of a column."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.accounts.chosen_bar import ChosenBar
from reviewdesk.desktop.accounts.head_menu import HeadMenu
from reviewdesk.desktop.accounts.model import is_typed
from reviewdesk.desktop.accounts.row_menu import RowMenu
from reviewdesk.desktop.widgets.table import RowTable


class ListMenus(QObject):
    """Opens them where the table asks for them.

    Signals:
        open_asked, remove_asked: the person wants to open or take out what is selected.
        columns_asked: the person wants to choose the columns.
        order_chosen: the keys of the columns in their new order.
    """

    open_asked = Signal()
    remove_asked = Signal()
    columns_asked = Signal()
    order_chosen = Signal(object)

    def __init__(self, table: RowTable[Any], bar: ChosenBar, page: QWidget) -> None:
        super().__init__(page)
        self._table, self._bar, self._page = table, bar, page
        table.menu_asked.connect(self._show_menu)
        table.head_menu_asked.connect(self._show_head_menu)

    def _show_menu(self, _key: object, at: QPoint) -> None:
        column = self._table.current_column
        menu = RowMenu(self._table.selected_count, self._bar, self._page, is_typed=is_typed(column))
        menu.open_asked.connect(self.open_asked)
        menu.edit_asked.connect(partial(self._table.edit_asked.emit, column))
        menu.remove_asked.connect(self.remove_asked)
        menu.popup(at)

    def _show_head_menu(self, key: str, at: QPoint) -> None:
        menu = HeadMenu(key, self._table, self._page)
        menu.columns_asked.connect(self.columns_asked)
        menu.order_chosen.connect(self.order_chosen)
        menu.popup(at)
