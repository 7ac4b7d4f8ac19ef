"""The rows that an import leaves out, as a file of their own."""

from collections.abc import Iterator

from reviewdesk.domain.importing.incoming import LeftOut
from reviewdesk.exchange.csv_writing import csv_bytes
from reviewdesk.services.import_values import ShownPlan

_OWN = ("File", "Line", "Reason")


def left_out_file(shown: ShownPlan) -> bytes:
    """Give the left-out rows as CSV: file, line and reason, then the row's own cells under their headers."""
    files = {each.file for each in shown.made.left_out if each.line}
    tables = [each for each in shown.tables if each.name in files]
    headers = tuple(dict.fromkeys(header for table in tables for header in table.headers))
    return csv_bytes((*_OWN, *headers), _rows(shown, headers))


def _rows(shown: ShownPlan, headers: tuple[str, ...]) -> Iterator[list[str]]:
    tables = {each.name: each for each in shown.tables}
    cells = {(name, row.line): row.cells for name, table in tables.items() for row in table.rows}
    place = {header: at for at, header in enumerate(headers)}
    for each in shown.made.left_out:
        row = [""] * len(headers)
        for header, cell in zip(tables[each.file].headers, cells.get((each.file, each.line), ()), strict=False):
            row[place[header]] = row[place[header]] or cell
        yield [*_own(each), *row]


def _own(each: LeftOut) -> tuple[str, str, str]:
    return each.file, str(each.line) if each.line else "", each.reason
