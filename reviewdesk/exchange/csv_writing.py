"""CSV files that any spreadsheet opens, and none runs as formulas."""

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

from reviewdesk.exchange.cells import guarded


def csv_bytes(headers: Sequence[str], rows: Iterable[Sequence[str | Decimal]]) -> bytes:
    """Write a table as CSV in UTF-8, marked so that spreadsheets know it; a number is written as it is."""
    stream = StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([guarded(each) for each in headers])
    writer.writerows([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig", "replace")
