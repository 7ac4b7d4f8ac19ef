"""A table model over plain frozen rows: columns say how a row becomes a cell."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewdesk.desktop.tokens import Tone

R = TypeVar("R")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows; `meta` and `tile` appear where rows are roomy, `said` replaces the text when read aloud."""

    text: str
    tone: Tone | None = None
    pill: bool = False
    muted: bool = False
    strong: bool = False
    meta: str = ""
    tile: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: how a row becomes its cell and what it is sorted by.

    `width` is in characters. A column with `stretch` shares the room left over. Where the room is short, columns
    with the highest `goes_first` disappear first; 0 stays always.
    """

    key: str
    title: str
    cell: Callable[[R], Cell]
    order: Callable[[R], Any] | None = None
    width: int = 10
    stretch: int = 0
    right: bool = False
    goes_first: int = 0


class RowsModel(QAbstractTableModel, Generic[R]):
    """Holds rows in the order they are shown in."""

    def __init__(
        self, columns: Sequence[Column[R]], key: Callable[[R], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[R], ...] = tuple(columns)
        self._key = key
        self._rows: list[R] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> Sequence[R]:
        """The rows as they are shown."""
        return self._rows

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these rows, in the order last sorted by, else as they come."""
        self.beginResetModel()
        self._rows = list(rows)
        self._order()
        self.endResetModel()

    def row(self, at: int) -> R:
        """Give the row at this place."""
        return self._rows[at]

    def key(self, at: int) -> Hashable:
        """Give the key of the row at this place."""
        return self._key(self._rows[at])

    def place(self, key: Hashable) -> int | None:
        """Give the place of the row with this key, or None where it is not shown."""
        return next((at for at, row in enumerate(self._rows) if self._key(row) == key), None)

    def cell(self, row: int, column: int) -> Cell:
        """Give one cell."""
        return self.columns[column].cell(self._rows[row])

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a view asks for."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what the head of a column shows."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by a column; the person stays on their row."""
        if not 0 <= column < len(self.columns) or self.columns[column].order is None:
            return
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        before = self.persistentIndexList()
        keys = [self.key(each.row()) for each in before]
        self._order()
        places = {self._key(row): at for at, row in enumerate(self._rows)} if before else {}
        after = [self.index(places[key], old.column()) for key, old in zip(keys, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _order(self) -> None:
        if self._sorted is None:
            return
        column, order = self._sorted
        by = self.columns[column].order
        if by is not None:
            self._rows.sort(key=by, reverse=order == Qt.SortOrder.DescendingOrder)

    def _said(self, row: int, column: int) -> str:
        cell = self.cell(row, column)
        words = cell.said or cell.text
        return words if column == 0 else f"{self.columns[column].title}: {words}" if words else ""
