"""The table behind a chart of Insights."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.insights.model import InsightColumn, InsightLine
from reviewdesk.desktop.widgets.table import RowTable
from reviewdesk.desktop.widgets.table_model import Cell, Column
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.text import fold
from reviewdesk.services.account_columns import Holds

_VERY_LARGE: Final = 100_000_000
_NUMBERS: Final = frozenset({Holds.MONEY, Holds.COUNT, Holds.PER_CENT})


def insight_table(name: str, columns: Sequence[InsightColumn]) -> RowTable[InsightLine]:
    """Make the table of a card; a line is known by all it says."""
    return RowTable(name, [_column(at, each) for at, each in enumerate(columns)], _itself)


class SortMenu(QMenu):
    """The menu of a column: sort by it, rising or falling."""

    def __init__(self, key: str, table: RowTable[InsightLine]) -> None:
        super().__init__(table)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, sign, order in (
            (self.tr("Sort rising"), "arrow-up", Qt.SortOrder.AscendingOrder),
            (self.tr("Sort falling"), "arrow-down", Qt.SortOrder.DescendingOrder),
        ):
            self.addAction(icon(sign, "muted"), words, partial(table.sort_by, key, order))


def _itself(line: InsightLine) -> InsightLine:
    return line


def _column(at: int, column: InsightColumn) -> Column[InsightLine]:
    is_number = column.holds in _NUMBERS
    return Column(
        f"{at} {column.title}",
        column.title,
        _cell(at, column.holds),
        _order(at),
        width=column.width,
        stretch=1 if column.stretches else 0,
        right=is_number,
        goes_first=column.gives_way,
        falls=is_number,
    )


def _cell(at: int, holds: Holds) -> Callable[[InsightLine], Cell]:
    def cell(line: InsightLine) -> Cell:
        value = line.cells[at]
        if value is None:
            return Cell("")
        if isinstance(value, date):
            return Cell(short_day(value, date.max), muted=True)
        if isinstance(value, str):
            return Cell(value, tile=value if at == 0 else "")
        shown = _money(Decimal(value)) if holds is Holds.MONEY else f"{value:,}"
        return Cell(f"{shown} %" if holds is Holds.PER_CENT else shown)

    return cell


def _money(amount: Decimal) -> str:
    """Write an amount in whole units, and a very large one in millions."""
    return f"{amount:,.0f}" if abs(amount) < _VERY_LARGE else f"{amount / 1_000_000:,.0f}M"


def _order(at: int) -> Callable[[InsightLine], Any]:
    def order(line: InsightLine) -> Any:  # noqa: ANN401 - words or a number, the same for a whole column
        value = line.cells[at]
        if isinstance(value, str):
            return fold(value)
        if isinstance(value, date):
            return value.toordinal()
        return float(value) if isinstance(value, Decimal) else value

    return order
