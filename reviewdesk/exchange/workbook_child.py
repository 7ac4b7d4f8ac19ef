"""The child process that reads one workbook: what it meets there cannot reach the program.

It takes the file as its standard input and answers lines of JSON: a sheet and its name, rows of text with their
numbers, and at last that all was read, or why it could not be.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from reviewdesk.exchange.memory_limit import MEGABYTE, limit_this_process

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MEMORY: Final = 256 * MEGABYTE
_AT_ONCE: Final = 500
# What the directory of a workbook that is encrypted names its content.
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_MOST_MERGED: Final = 10_000
_MOST_ROWS_MERGED: Final = 10_000
_EXACT: Final = 15
_NO_MEMORY: Final = 3
_Answer = list[Any]


def main(arguments: list[str]) -> int:
    """Read the workbook at standard input within the seconds that are given."""
    limit_this_process(MEMORY, int(arguments[0]))
    with open(0, "rb", closefd=False) as file, open(1, "wb", closefd=False) as answers:
        try:
            answers.writelines(_line(each) for each in _answers(file))
        except MemoryError:
            return _NO_MEMORY
    return 0


def _line(answer: _Answer) -> bytes:
    return json.dumps(answer, separators=(",", ":")).encode() + b"\n"


def _answers(file: BinaryIO) -> Iterator[_Answer]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        yield from _sheets(CalamineWorkbook.from_filelike(file))
        yield ["done"]
    except (CalamineError, OSError, ValueError, OverflowError):
        file.seek(0)
        yield ["password" if _ENCRYPTED in file.read() else "damaged"]


def _sheets(workbook: "CalamineWorkbook") -> Iterator[_Answer]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for each in workbook.sheets_metadata:
        if each.typ is SheetTypeEnum.WorkSheet:
            yield ["sheet", each.name, each.visible is SheetVisibleEnum.Visible]
            yield from _rows(workbook.get_sheet_by_name(each.name))


def _rows(sheet: "CalamineSheet") -> Iterator[_Answer]:
    """Give the rows that are not blank, several in one answer."""
    if sheet.start is None:
        return
    inherited, some = _inherited(sheet), []
    above: list[str] = []
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = [_text(each) for each in cells]
        for column in inherited.get(number, ()):
            row[column : column + 1] = [row[column] or above[column]] if column < len(row) else []
        above = row
        if any(row):
            some.append([number, row])
        if len(some) == _AT_ONCE:
            yield ["rows", some]
            some = []
    yield ["rows", some]


def _inherited(sheet: "CalamineSheet") -> dict[int, set[int]]:
    """Give, by row, the columns whose cell is merged with the one above it and holds what that one holds."""
    found: dict[int, set[int]] = {}
    first = sheet.start[1] if sheet.start else 0
    for (top, left), (bottom, right) in (sheet.merged_cell_ranges or ())[:_MOST_MERGED]:
        if first <= left == right and bottom - top < _MOST_ROWS_MERGED:
            for row in range(top + 1, bottom + 1):
                found.setdefault(row + 1, set()).add(left - first)
    return found


def _text(cell: object) -> str:
    """Write a cell as text that reads as what it is in any language."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return _number(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes") if cell.time() != time() else cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date | time) else str(cell) if isinstance(cell, timedelta) else ""


def _number(cell: float) -> str:
    """Write a number; three decimals get a fourth, so that nobody takes them for thousands."""
    if cell.is_integer() and abs(cell) < 10**_EXACT:
        return str(int(cell))
    text = format(Decimal(f"{cell:.{_EXACT}g}"), "f")
    return f"{text}0" if len(text.partition(".")[2]) == 3 else text
