"""The sheets of a workbook as tables: those that are understood, by their headers and not by their place."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reviewdesk.exchange.header_row import LOOKED_AT, header_place
from reviewdesk.exchange.known_headers import are_known, folded_headers
from reviewdesk.exchange.table import SourceRow, SourceTable


@dataclass(slots=True)
class Sheet:
    """One sheet with its rows that are not blank."""

    name: str
    is_visible: bool = True
    rows: list[SourceRow] = field(default_factory=list)


def tables_of(file: str, sheets: Sequence[Sheet]) -> list[SourceTable]:
    """Give a table for each sheet that is understood; where none is, for each that a person sees and that has rows."""
    tables = {each.name: _table(each) for each in sheets if each.rows}
    understood = [each for each, table in tables.items() if are_known(folded_headers(table.headers))]
    seen = [each.name for each in sheets if each.is_visible and each.name in tables]
    wanted = understood or [each for each in seen if tables[each].rows] or seen
    alone = len(wanted) == 1
    return [_named(tables[each], file if alone else f"{file}, {each}") for each in wanted]


def _named(table: SourceTable, name: str) -> SourceTable:
    return SourceTable(name, table.headers, table.rows, above=table.above)


def _table(sheet: Sheet) -> SourceTable:
    first = [each.cells for each in sheet.rows[:LOOKED_AT]]
    at = header_place(first)
    headers = tuple(each.strip() for each in sheet.rows[at].cells)
    while len(headers) > 1 and not headers[-1]:
        headers = headers[:-1]
    width = len(headers)
    rows = tuple(row if len(row.cells) >= width else _padded(row, width) for row in sheet.rows[at + 1 :])
    return SourceTable(sheet.name, headers, rows, above=tuple(first[:at]))


def _padded(row: SourceRow, width: int) -> SourceRow:
    return SourceRow(row.line, row.cells + ("",) * (width - len(row.cells)))
