"""A table of rows: dense or roomy, sorted by a click on its head, read and moved through by keyboard."""

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QToolTip

from reviewdesk.desktop.widgets.table_delegate import INSET, RowDelegate
from reviewdesk.desktop.widgets.table_header import TableHeader
from reviewdesk.desktop.widgets.table_model import Column, RowsModel

R = TypeVar("R")


class RowTable(QTableView, Generic[R]):
    """Shows rows of one kind.

    Signals:
        opened: the person opened the row with this key (Enter, double click).
        current_changed: the person went to the row with this key.
        selection_changed: the keys of all selected rows, as a list.
        menu_asked: the person wants the menu of the row with this key, at this point of the screen.
    """

    opened = Signal(object)
    current_changed = Signal(object)
    selection_changed = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, name: str, columns: Sequence[Column[R]], key: Callable[[R], Hashable]) -> None:
        super().__init__()
        self.rows: RowsModel[R] = RowsModel(columns, key, self)
        self._delegate = RowDelegate(self, self.rows)
        self._wanted = frozenset(column.key for column in columns)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self._set_up_view()
        self._set_up_header()
        self._connect()

    def _set_up_view(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _set_up_header(self) -> None:
        self.setHorizontalHeader(TableHeader(self.rows, self.accessibleName()))
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._take_height()

    def _connect(self) -> None:
        self.setSortingEnabled(True)
        self.entered.connect(self._hover)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._went)
        self.selectionModel().selectionChanged.connect(self._selected)

    @property
    def current_key(self) -> Hashable | None:
        """The key of the row the person is on."""
        at = self.currentIndex()
        return self.rows.key(at.row()) if at.isValid() else None

    @property
    def selected_keys(self) -> list[Hashable]:
        """The keys of all selected rows, from top to bottom."""
        return [self.rows.key(each.row()) for each in sorted(self.selectionModel().selectedRows())]

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these rows; the person stays on the row they were on, if it is still there."""
        held, at_pixel = self.current_key, self.verticalScrollBar().value()
        self.rows.show_rows(rows)
        if held is not None:
            self.go_to(held)
            self.verticalScrollBar().setValue(at_pixel)

    def go_to(self, key: Hashable) -> bool:
        """Go to the row with this key; answers whether it is shown."""
        place = self.rows.place(key)
        if place is None:
            return False
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.rows.index(place, 0), how)
        return True

    def set_roomy(self, *, on: bool) -> None:
        """Show two lines and a tile a row, or one dense line."""
        self._delegate.roomy = on
        self._take_height()

    def show_columns(self, keys: Collection[str]) -> None:
        """Show only the columns with these keys, as far as there is room."""
        self._wanted = frozenset(keys)
        self._fit_columns()

    def sort_by(self, key: str, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the column with this key."""
        at = next(at for at, column in enumerate(self.rows.columns) if column.key == key)
        self.sortByColumn(at, order)

    def _take_height(self) -> None:
        self._delegate.take_font(self.font())
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give each column its width, hide what does not fit, and share what is left over."""
        em = self.fontMetrics().averageCharWidth()
        room = self.viewport().width()
        widths = [column.width * em + INSET * 2 for column in self.rows.columns]
        shown = {at for at, column in enumerate(self.rows.columns) if column.key in self._wanted}
        for at in sorted(shown, key=self._goes_first, reverse=True):
            if sum(widths[each] for each in shown) > room and self.rows.columns[at].goes_first:
                shown.discard(at)
        spare = max(room - sum(widths[each] for each in shown), 0)
        shares = sum(self.rows.columns[each].stretch for each in shown) or 1
        for at, column in enumerate(self.rows.columns):
            self.setColumnHidden(at, at not in shown)
            self.setColumnWidth(at, widths[at] + spare * column.stretch // shares)

    def _goes_first(self, at: int) -> int:
        return self.rows.columns[at].goes_first

    def _hover(self, index: QModelIndex) -> None:
        if index.row() != self._delegate.hovered:
            self._delegate.hovered = index.row()
            self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.key(index.row()))

    def _went(self, now: QModelIndex) -> None:
        if now.isValid():
            self.current_changed.emit(self.rows.key(now.row()))

    def _selected(self) -> None:
        self.selection_changed.emit(self.selected_keys)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the font or the style changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_delegate"):
            self._take_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget where the pointer was."""
        super().leaveEvent(event)
        self._delegate.hovered = -1
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys it knows and pass on the others."""
        at = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at.isValid():
            self._open(at)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row."""
        at = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            at = self.indexAt(event.pos())
        if at.isValid():
            self.menu_asked.emit(self.rows.key(at.row()), self.viewport().mapToGlobal(self.visualRect(at).bottomLeft()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole text of what is cut off."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_whole(event)
            return True
        return super().viewportEvent(event)

    def _show_whole(self, event: QHelpEvent) -> None:
        """Show the whole text of a cell that is cut off."""
        at = self.indexAt(event.pos())
        text = str(at.data() or "") if at.isValid() else ""
        cut = self.fontMetrics().horizontalAdvance(text) > self.columnWidth(at.column()) - INSET * 2
        QToolTip.showText(event.globalPos(), text if cut else "", self)
