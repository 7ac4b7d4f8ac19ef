"""Workbooks that any spreadsheet opens: typed cells, a head that stays, and no formula anywhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

SheetValue = str | int | Decimal | date | None
LONGEST_CELL: Final = 32_767
WIDEST: Final = 60
FIRST_DAY: Final = date(1900, 3, 1)


class SheetFormat(StrEnum):
    """How the cells of a column are shown."""

    WORDS = "@"
    DAY = "yyyy-mm-dd"
    COUNT = "#,##0"
    NUMBER = "General"
    MONEY = "#,##0.00"
    PER_CENT = "0.##%"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a sheet: its title and how its cells are shown."""

    title: str
    format: SheetFormat = SheetFormat.WORDS


def xlsx_bytes(name: str, columns: Sequence[SheetColumn], rows: Iterable[Sequence[SheetValue]]) -> bytes:
    """Write one sheet; its head stays in view and can be filtered by, and text is never run as a formula."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(stream, safe) as book:
        sheet = book.add_worksheet(_sheet_name(name))
        head = book.add_format({"bold": True, "bottom": 1})
        formats = [book.add_format({"num_format": each.format.value}) for each in columns]
        widths = [len(each.title) + 3 for each in columns]
        for at, each in enumerate(columns):
            sheet.write_string(0, at, _fitting(each.title), head)
        last = 0
        for last, row in enumerate(rows, 1):
            for at, value in enumerate(row):
                _write(sheet, last, at, value, columns[at].format, formats[at])
                widths[at] = max(widths[at], min(_length(value), WIDEST))
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width + 2)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, max(len(columns) - 1, 0))
    return stream.getvalue()


def _write(sheet: "Worksheet", row: int, at: int, value: SheetValue, kind: SheetFormat, style: "Format") -> None:
    if value is None or value == "":
        return
    if isinstance(value, date):
        if value >= FIRST_DAY:
            sheet.write_datetime(row, at, _as_moment(value), style)
        else:
            sheet.write_string(row, at, value.isoformat())
    elif isinstance(value, int | Decimal):
        sheet.write_number(row, at, float(value) / 100 if kind is SheetFormat.PER_CENT else float(value), style)
    else:
        sheet.write_string(row, at, _fitting(value), style)


def _as_moment(day: date) -> Any:  # noqa: ANN401 - the library takes dates and says it wants times
    return day


def _length(value: SheetValue) -> int:
    return 0 if value is None else 10 if isinstance(value, date) else len(str(value))


def _fitting(text: str) -> str:
    """Give the text as a cell can hold it: without characters that no workbook may hold, and not too long."""
    plain = "".join(each for each in text if each >= " " or each in "\t\n")
    return plain[:LONGEST_CELL]


def _sheet_name(name: str) -> str:
    plain = "".join(each for each in name if each not in "[]:*?/\\'" and each >= " ")
    return plain[:31] or "Sheet"
