"""A table of rows: dense or roomy, its columns chosen and sorted by the person, read and moved through by keyboard."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QToolTip

from reviewdesk.desktop.widgets.table_columns import TableColumns
from reviewdesk.desktop.widgets.table_delegate import INSET, RowDelegate
from reviewdesk.desktop.widgets.table_header import TableHeader
from reviewdesk.desktop.widgets.table_model import Column, RowsModel
from reviewdesk.desktop.widgets.table_order import Ranks

R = TypeVar("R")
_SELECT = QItemSelectionModel.SelectionFlag
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Move = QAbstractItemView.CursorAction


class RowTable(QTableView, Generic[R]):
    """Shows rows of one kind.

    Signals:
        opened: the person opened the row with this key (Enter, double click).
        current_changed: the person went to the row with this key.
        selection_changed: how many rows are selected now.
        menu_asked: the person wants the menu of the row with this key, at this point of the screen.
        head_menu_asked: the person wants the menu of the column with this key, at this point of the screen.
        copy_asked: the person wants the selected rows on the clipboard.
    """

    opened = Signal(object)
    current_changed = Signal(object)
    selection_changed = Signal(int)
    menu_asked = Signal(object, QPoint)
    head_menu_asked = Signal(str, QPoint)
    copy_asked = Signal()

    def __init__(self, name: str, columns: Sequence[Column[R]], key: Callable[[R], Hashable]) -> None:
        super().__init__()
        self.rows: RowsModel[R] = RowsModel(columns, key, self)
        self._delegate = RowDelegate(self, self.rows)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self._head = TableHeader(self.rows, name)
        self._set_up_view()
        self._set_up_header()
        self.columns = TableColumns(self, self._head, self.rows.columns)
        self._take_height()
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
        self.setHorizontalHeader(self._head)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(8)

    def _connect(self) -> None:
        self.setSortingEnabled(True)
        self.entered.connect(self._hover)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._went)
        self.selectionModel().selectionChanged.connect(self._selected)
        self.rows.modelReset.connect(self._selected)
        self._head.menu_asked.connect(self.head_menu_asked)

    @property
    def current_key(self) -> Hashable | None:
        """The key of the row the person is on."""
        at = self.currentIndex()
        return self.rows.key(at.row()) if at.isValid() else None

    @property
    def current_column(self) -> str:
        """The key of the column the person is in."""
        at = self.currentIndex()
        return self.rows.columns[at.column() if at.isValid() else 0].key

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(bottom - top + 1 for top, bottom in self._spans())

    @property
    def selected_rows(self) -> list[R]:
        """The selected rows, from top to bottom."""
        return [self.rows.row(at) for top, bottom in self._spans() for at in range(top, bottom + 1)]

    @property
    def selected_keys(self) -> list[Hashable]:
        """The keys of all selected rows, from top to bottom."""
        return [self.rows.key(at) for top, bottom in self._spans() for at in range(top, bottom + 1)]

    def _spans(self) -> list[tuple[int, int]]:
        """Give the first and the last row of each run of selected rows, from top to bottom."""
        found = self.selectionModel().selection()
        ranges = [found.at(each) for each in range(found.count())]
        return sorted((each.top(), each.bottom()) for each in ranges)

    def show_rows(self, rows: Sequence[R], ranks: Mapping[str, Ranks] | None = None) -> None:
        """Show these rows; the person stays on the row they were on, if it is still there."""
        held, at_pixel = self.current_key, self.verticalScrollBar().value()
        self.rows.show_rows(rows, ranks)
        self._return_to(None if held is None else self.rows.place(held), at_pixel)

    def show_places(self, places: Sequence[int]) -> None:
        """Show only the rows at these places of the order; the person stays on their row, if it is still there."""
        index, at_pixel = self.currentIndex(), self.verticalScrollBar().value()
        base = self.rows.base(index.row()) if index.isValid() else None
        self.rows.show_places(places)
        self._return_to(None if base is None else self.rows.at(base), at_pixel)

    def _return_to(self, place: int | None, at_pixel: int) -> None:
        if place is not None:
            self._go(place)
            self.verticalScrollBar().setValue(at_pixel)

    def go_to(self, key: Hashable) -> bool:
        """Go to the row with this key; answers whether it is shown."""
        place = self.rows.place(key)
        if place is not None:
            self._go(place)
        return place is not None

    def _go(self, place: int) -> None:
        self.selectionModel().setCurrentIndex(self.rows.index(place, 0), _SELECT.ClearAndSelect | _SELECT.Rows)

    def select_again(self, keys: Sequence[Hashable]) -> None:
        """Select the rows with these keys alone, as far as they are still shown; of a single one nothing is done."""
        wanted = set(keys)
        if len(wanted) > 1:
            self.clearSelection()
        for at in range(self.rows.rowCount()) if len(wanted) > 1 else ():
            if self.rows.key(at) in wanted:
                self.selectionModel().select(self.rows.index(at, 0), _SELECT.Select | _SELECT.Rows)

    def set_roomy(self, *, on: bool) -> None:
        """Show two lines and a tile a row, or one dense line."""
        self._delegate.roomy = on
        self._take_height()

    def sort_by(self, key: str, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the column with this key."""
        self.sortByColumn(self.columns.at(key), order)

    def copy(self) -> None:
        """Ask for the selected rows on the clipboard; what Copy does where a table has the focus."""
        self.copy_asked.emit()

    def _take_height(self) -> None:
        self._delegate.take_font(self.font())
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self.columns.fit()

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
        self.selection_changed.emit(self.selected_count)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the font or the style changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "columns"):
            self._take_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.columns.fit()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget where the pointer was."""
        super().leaveEvent(event)
        self._delegate.hovered = -1
        self.viewport().update()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End go to the first and the last row, as in every list."""
        last = self.rows.rowCount() - 1
        if action in (_Move.MoveHome, _Move.MoveEnd) and last >= 0:
            column = max(self.currentIndex().column(), 0)
            return self.rows.index(0 if action == _Move.MoveHome else last, column)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys it knows and pass on the others."""
        at, key = self.currentIndex(), event.key()
        if key in _ENTER and at.isValid():
            self._open(at)
        elif key == Qt.Key.Key_Space and at.isValid():
            self.selectionModel().select(at, _SELECT.Toggle | _SELECT.Rows)
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._ask_for_head_menu()
        else:
            super().keyPressEvent(event)

    def _ask_for_head_menu(self) -> None:
        """Ask for the menu of the column the person is in."""
        at = self.columns.at(self.current_column)
        under = QPoint(max(self._head.sectionViewportPosition(at), 0), self._head.height())
        self.head_menu_asked.emit(self.current_column, self._head.viewport().mapToGlobal(under))

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
