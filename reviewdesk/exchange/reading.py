"""Any file with records in it, read as the tables it holds."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from reviewdesk.exchange.cards import are_cards, read_cards
from reviewdesk.exchange.csv_files import read_table
from reviewdesk.exchange.readable import told_plainly
from reviewdesk.exchange.table import LIMITS, Limits, SourceTable

_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_Look = Callable[[], None]


def read_tables(path: Path, limits: Limits = LIMITS, look: _Look | None = None) -> list[SourceTable]:
    """Read the tables of a file, by what it holds and not by its name; `look` is called often and may stop it.

    Raises:
        UnreadableError: it is not there, damaged, protected, too large, or nothing that is known.
    """
    with told_plainly(path, limits):
        with path.open("rb") as file:
            start = file.read(4096)
        if start.startswith(_WORKBOOKS):
            from reviewdesk.exchange.workbook import read_workbook

            return read_workbook(path, limits, look)
        if are_cards(start):
            return read_cards(path, limits, look)
        return [read_table(path, limits, look)]
