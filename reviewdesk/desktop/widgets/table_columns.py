"""Which columns a table shows, in which order and how wide: what the person chose, and what there is room for."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.widgets.table_delegate import INSET
from reviewdesk.desktop.widgets.table_model import Column

if TYPE_CHECKING:
    from reviewdesk.desktop.widgets.table import RowTable
    from reviewdesk.desktop.widgets.table_header import TableHeader

NARROWEST = 3
WIDEST = 90


class TableColumns(QObject):
    """Keeps the columns of a table; the first one is what a row is and always stays in front.

    Signals:
        order_changed: the keys of the columns in the order the person dragged them into, as a list.
        widths_changed: the widths in characters that the person gave, by key.
    """

    order_changed = Signal(object)
    widths_changed = Signal(object)

    def __init__(self, table: "RowTable[Any]", head: "TableHeader", columns: Sequence[Column[Any]]) -> None:
        super().__init__(table)
        self._table = table
        self._head = head
        self._take(columns)
        self._wanted: list[str] = [each.key for each in self._columns]
        self._are_chosen = False
        self._is_placing = False
        self._is_pulled = False
        self.widths: dict[str, float] = {}
        head.sectionMoved.connect(self._moved)
        head.sectionResized.connect(self._resized)
        head.sectionHandleDoubleClicked.connect(self.fit_to_content)
        head.let_go.connect(self._let_go)

    def _take(self, columns: Sequence[Column[Any]]) -> None:
        self._columns = tuple(columns)
        self._at = {each.key: at for at, each in enumerate(self._columns)}

    def offer(self, columns: Sequence[Column[Any]]) -> None:
        """Offer other columns; `show` says which of them are shown."""
        self._is_placing = True
        self._table.rows.set_columns(columns)
        self._take(columns)
        self._wanted = [each for each in self._wanted if each in self._at]
        self._is_placing = False

    @property
    def shown(self) -> list[str]:
        """The keys of the columns on screen, from left to right."""
        visual = (self._head.logicalIndex(at) for at in range(self._head.count()))
        return [self._columns[at].key for at in visual if not self._head.isSectionHidden(at)]

    def at(self, key: str) -> int:
        """Give the place of a column in the model."""
        return self._at[key]

    def show(self, keys: Sequence[str], *, are_chosen: bool = False) -> None:
        """Show these columns in this order; chosen ones stay where the room is short, and the table scrolls."""
        first = self._columns[0].key
        known = [each for each in dict.fromkeys(keys) if each in self._at and each != first]
        self._wanted, self._are_chosen = [first, *known], are_chosen
        self._is_placing = True
        for visual, key in enumerate(self._wanted):
            self._head.moveSection(self._head.visualIndex(self._at[key]), visual)
        self._is_placing = False
        self.fit()

    def set_widths(self, widths: Mapping[str, float]) -> None:
        """Give columns the widths in characters that the person once gave them."""
        self.widths = {key: _within(width) for key, width in widths.items()}
        self.fit()

    def widen(self, key: str, by: int) -> None:
        """Make a column so many characters wider, or narrower below zero."""
        now = self._table.columnWidth(self._at[key]) - INSET * 2
        self._keep(key, now / self._em + by)

    def fit_to_content(self, at: int) -> None:
        """Make a column as wide as what can be seen of it."""
        rows, metrics = self._table.rows, self._table.fontMetrics()
        top = max(self._table.rowAt(0), 0)
        bottom = self._table.rowAt(self._table.viewport().height() - 1)
        last = bottom if bottom >= 0 else rows.rowCount() - 1
        texts = [self._columns[at].title + "  ↓", *(rows.cell(row, at).text for row in range(top, last + 1))]
        self._keep(self._columns[at].key, max(map(metrics.horizontalAdvance, texts)) / self._em + 2)

    def fit(self) -> None:
        """Give each column its width, hide what there is no room for, and share what is left over."""
        room = self._table.viewport().width()
        widths = {key: round(self._own_width(key) * self._em) + INSET * 2 for key in self._wanted}
        shown = list(self._wanted)
        for key in sorted(() if self._are_chosen else shown, key=self._goes_first, reverse=True):
            if sum(widths[each] for each in shown) > room and self._goes_first(key):
                shown.remove(key)
        spare = max(room - sum(widths[each] for each in shown), 0)
        stretch = {each: 0 if each in self.widths else self._columns[self._at[each]].stretch for each in shown}
        shares = sum(stretch.values()) or 1
        self._is_placing = True
        for at, column in enumerate(self._columns):
            self._table.setColumnHidden(at, column.key not in shown)
            if column.key in shown:
                self._table.setColumnWidth(at, widths[column.key] + spare * stretch[column.key] // shares)
        self._is_placing = False

    @property
    def _em(self) -> int:
        return self._table.fontMetrics().averageCharWidth()

    def _own_width(self, key: str) -> float:
        return self.widths.get(key, self._columns[self._at[key]].width)

    def _goes_first(self, key: str) -> int:
        return self._columns[self._at[key]].goes_first

    def _keep(self, key: str, characters: float) -> None:
        self.widths = {**self.widths, key: _within(characters)}
        self.fit()
        self.widths_changed.emit(dict(self.widths))

    def _resized(self, at: int, _old: int, new: int) -> None:
        if not self._is_placing and new and self._head.is_pressed:
            self.widths = {**self.widths, self._columns[at].key: _within((new - INSET * 2) / self._em)}
            self._is_pulled = True

    def _moved(self, _section: int, _old: int, _new: int) -> None:
        if self._is_placing:
            return
        if self._head.visualIndex(0) != 0:
            self._is_placing = True
            self._head.moveSection(self._head.visualIndex(0), 0)
            self._is_placing = False
        # What there is no room for keeps its place behind what the person sees.
        hidden = [each for each in self._wanted if each not in self.shown]
        self._wanted = [*self.shown, *hidden]
        self.order_changed.emit(list(self._wanted))

    def _let_go(self) -> None:
        """Tell the widths once the person lets go of the edge."""
        if self._is_pulled:
            self._is_pulled = False
            self.widths_changed.emit(dict(self.widths))


def _within(characters: float) -> float:
    return round(min(max(characters, NARROWEST), WIDEST), 1)
