"""A table model over plain frozen rows: columns say how a row becomes a cell."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.table_order import Ranks

R = TypeVar("R")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FALLING = Qt.SortOrder.DescendingOrder
_SORTS = 3
_FEW = 8


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
    """One column: how a row becomes its cell and what it is sorted by, None where there is nothing.

    `width` is in characters. A column with `stretch` shares the room left over. Where the room is short, columns
    with the highest `goes_first` disappear first; 0 stays always. One that `falls` has its largest on top at first.
    """

    key: str
    title: str
    cell: Callable[[R], Cell]
    order: Callable[[R], Any] | None = None
    width: int = 10
    stretch: int = 0
    right: bool = False
    goes_first: int = 0
    falls: bool = False
    hint: str = ""


class RowsModel(QAbstractTableModel, Generic[R]):
    """Holds rows by their places, and shows those that a filter leaves in the order they are sorted in.

    Signals:
        sorted_by: the key of the column the rows are sorted by now, and whether falling.
    """

    sorted_by = Signal(str, bool)

    def __init__(
        self, columns: Sequence[Column[R]], key: Callable[[R], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[R], ...] = tuple(columns)
        self._key = key
        self._all: Sequence[R] = ()
        self._order: list[int] = []
        self._shown: list[int] = []
        self._ranks: dict[str, Ranks] = {}
        self._sorts: list[tuple[int, Qt.SortOrder]] = []

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Offer other columns; the rows stay sorted by those that are still at their place."""
        self.beginResetModel()
        before, self.columns = self.columns, tuple(columns)
        same = [old.key == new.key for old, new in zip(before, self.columns, strict=False)]
        self._sorts = [each for each in self._sorts if each[0] < len(same) and same[each[0]]]
        self._ranks = {}
        self.endResetModel()

    @property
    def rows(self) -> Sequence[R]:
        """The rows as they are shown."""
        return [self._all[at] for at in self._shown]

    @property
    def order(self) -> Sequence[int]:
        """The places of all rows, in the order they are sorted in."""
        return self._order

    def show_rows(self, rows: Sequence[R], ranks: Mapping[str, Ranks] | None = None) -> None:
        """Show these rows, in the order last sorted by, else as they come; `ranks` were worked out before."""
        self.beginResetModel()
        self._all, self._ranks = rows, dict(ranks or {})
        self._order = list(range(len(rows)))
        for each in self._sorts:
            self._sort(self._order, *each)
        self._shown = list(self._order)
        self.endResetModel()

    def show_places(self, places: Sequence[int]) -> None:
        """Show only the rows at these places, which come in the order of `order`."""
        self.beginResetModel()
        self._shown = list(places)
        self.endResetModel()

    def row(self, at: int) -> R:
        """Give the row at this place of the list."""
        return self._all[self._shown[at]]

    def key(self, at: int) -> Hashable:
        """Give the key of the row at this place of the list."""
        return self._key(self.row(at))

    def base(self, at: int) -> int:
        """Give the place among all rows of what stands at this place of the list."""
        return self._shown[at]

    def at(self, base: int) -> int | None:
        """Give the place in the list of the row at this place among all rows, or None where it is not shown."""
        try:
            return self._shown.index(base)
        except ValueError:
            return None

    def place(self, key: Hashable) -> int | None:
        """Give the place in the list of the row with this key, or None where it is not shown."""
        rows = self._all
        return next((at for at, place in enumerate(self._shown) if self._key(rows[place]) == key), None)

    def holds(self, key: Hashable) -> bool:
        """Say whether a row with this key is there, shown or not."""
        return any(self._key(each) == key for each in self._all)

    def cell(self, row: int, column: int) -> Cell:
        """Give one cell."""
        return self.columns[column].cell(self._all[self._shown[row]])

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._shown)

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
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.hint or None
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            return _FALLING if column.falls else Qt.SortOrder.AscendingOrder
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by a column, where the same values keep their order; the person stays on their row."""
        if not 0 <= column < len(self.columns) or self.columns[column].order is None:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self._shown[each.row()] for each in before]
        others = [each for each in self._sorts if each[0] != column]
        self._sorts = [*others[1 - _SORTS :], (column, order)]
        is_whole = len(self._shown) == len(self._order)
        self._sort(self._order, column, order)
        if is_whole:
            self._shown = list(self._order)
        else:
            self._sort(self._shown, column, order)
        where = self._where(held)
        after = [self.index(where[place], old.column()) for place, old in zip(held, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.sorted_by.emit(self.columns[column].key, order == _FALLING)

    def _where(self, places: Sequence[int]) -> dict[int, int]:
        """Find where rows stand now: a few one by one, many by going through all."""
        wanted = set(places)
        if len(wanted) <= _FEW:
            return {each: self._shown.index(each) for each in wanted}
        return {place: at for at, place in enumerate(self._shown) if place in wanted}

    def _sort(self, places: list[int], column: int, order: Qt.SortOrder) -> None:
        ranks = self._ranks_of(self.columns[column])
        places.sort(key=(ranks.falling if order == _FALLING else ranks.rising).__getitem__)

    def _ranks_of(self, column: Column[R]) -> Ranks:
        if column.key not in self._ranks:
            assert column.order is not None  # noqa: S101 - only columns with an order are sorted by
            self._ranks[column.key] = Ranks.of(self._all, column.order)
        return self._ranks[column.key]

    def _said(self, row: int, column: int) -> str:
        cell = self.cell(row, column)
        words = cell.said or cell.text
        return words if column == 0 else f"{self.columns[column].title}: {words}" if words else ""
