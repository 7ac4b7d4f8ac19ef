"""The list of accounts as a table for other programs: CSV, a workbook, or text to paste."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.money import rounded
from reviewdesk.exchange.cells import guarded
from reviewdesk.exchange.csv_writing import csv_bytes
from reviewdesk.services.account_columns import AccountColumn, Holds, Value
from reviewdesk.services.account_filter import Listed
from reviewdesk.storage.atomic import write_whole

ENDINGS: Final = (".csv", ".xlsx")


@dataclass(frozen=True, slots=True)
class AccountTable:
    """Accounts in the columns that were chosen: a title and what it holds for each, and typed cells."""

    titles: tuple[str, ...]
    holds: tuple[Holds, ...]
    rows: tuple[tuple[Value, ...], ...]


def table_of(rows: Sequence[Listed], columns: Sequence[AccountColumn]) -> AccountTable:
    """Give these accounts in these columns; a title of money names its currency."""
    currency = next((each.row.currency for each in rows), "")
    titles = tuple(f"{each.title} ({currency})" if _is_money(each) and currency else each.title for each in columns)
    cells = tuple(tuple(_cell(column, each) for column in columns) for each in rows)
    return AccountTable(titles, tuple(each.holds for each in columns), cells)


def csv_of(table: AccountTable) -> bytes:
    """Write the table as CSV; days are YYYY-MM-DD, numbers have a point and no sign of their kind."""
    return csv_bytes(table.titles, [[_plain(cell) for cell in row] for row in table.rows])


def xlsx_of(table: AccountTable) -> bytes:
    """Write the table as a workbook, each cell as what it is."""
    from reviewdesk.exchange.xlsx_writing import SheetColumn, SheetFormat, xlsx_bytes

    formats = {
        Holds.WORDS: SheetFormat.WORDS,
        Holds.DAY: SheetFormat.DAY,
        Holds.COUNT: SheetFormat.COUNT,
        Holds.NUMBER: SheetFormat.NUMBER,
        Holds.MONEY: SheetFormat.MONEY,
        Holds.PER_CENT: SheetFormat.PER_CENT,
    }
    columns = [SheetColumn(title, formats[holds]) for title, holds in zip(table.titles, table.holds, strict=True)]
    return xlsx_bytes("Accounts", columns, table.rows)


def text_of(table: AccountTable) -> str:
    """Write the table as text that spreadsheets and mails take when it is pasted."""
    lines = [table.titles, *table.rows]
    return "\n".join("\t".join(_on_one_line(_plain(cell)) for cell in row) for row in lines)


def write_table(table: AccountTable, path: Path) -> Path:
    """Write the table to a file, as its ending says.

    Raises:
        RefusedError: it ends in neither .csv nor .xlsx, or cannot be written there.
    """
    ending = path.suffix.casefold()
    if ending not in ENDINGS:
        raise RefusedError(f"“{path.name}” is neither a CSV file nor a workbook. End its name in .csv or .xlsx.")
    write_whole(path, csv_of(table) if ending == ".csv" else xlsx_of(table))
    return path


def _is_money(column: AccountColumn) -> bool:
    return column.holds is Holds.MONEY


def _cell(column: AccountColumn, each: Listed) -> Value:
    value = column.value(each)
    if isinstance(value, Decimal) and _is_money(column):
        return rounded(value, each.row.currency)
    return value


def _plain(value: Value) -> str | Decimal:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return Decimal(value) if isinstance(value, int) else value


def _on_one_line(cell: str | Decimal) -> str:
    return guarded(" ".join(cell.split())) if isinstance(cell, str) else str(cell)
