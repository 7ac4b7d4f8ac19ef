"""The menu of a column: sort by it, move it, make it wider, hide it, choose others."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.widgets.table import RowTable

_STEP = 4


class HeadMenu(QMenu):
    """What can be done with one column of a table.

    Signals:
        columns_asked: the person wants to choose the columns.
        order_chosen: the keys of the columns in their new order, as a list; none are the usual ones.
    """

    columns_asked = Signal()
    order_chosen = Signal(object)

    def __init__(self, key: str, table: RowTable[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._key = key
        self._table = table
        self._sort()
        self.addSeparator()
        self._place()
        self.addSeparator()
        self._choose()

    def _sort(self) -> None:
        rising, falling = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        by = partial(self._table.sort_by, self._key)
        self.addAction(icon("arrow-up", "muted"), self.tr("Sort rising"), partial(by, rising))
        self.addAction(icon("arrow-down", "muted"), self.tr("Sort falling"), partial(by, falling))

    def _place(self) -> None:
        columns = self._table.columns
        shown = columns.shown
        at = shown.index(self._key) if self._key in shown else 0
        left = self.addAction(icon("arrow-left", "muted"), self.tr("Move left"), partial(self._move, -1))
        right = self.addAction(icon("arrow-right", "muted"), self.tr("Move right"), partial(self._move, 1))
        left.setEnabled(at > 1)
        right.setEnabled(0 < at < len(shown) - 1)
        self.addAction(self.tr("Wider"), partial(columns.widen, self._key, _STEP))
        self.addAction(self.tr("Narrower"), partial(columns.widen, self._key, -_STEP))
        self.addAction(self.tr("As wide as its text"), partial(columns.fit_to_content, columns.at(self._key)))

    def _choose(self) -> None:
        hide = self.addAction(icon("x", "muted"), self.tr("Hide this column"), self._hide)
        hide.setEnabled(self._key != self._table.columns.shown[0])
        self.addAction(icon("columns-3", "muted"), self.tr("Choose columns …"), self.columns_asked.emit)
        self.addAction(self.tr("The usual columns"), partial(self.order_chosen.emit, []))

    def _move(self, by: int) -> None:
        shown = self._table.columns.shown
        at = shown.index(self._key)
        shown.insert(at + by, shown.pop(at))
        self.order_chosen.emit(shown)

    def _hide(self) -> None:
        self.order_chosen.emit([each for each in self._table.columns.shown if each != self._key])
