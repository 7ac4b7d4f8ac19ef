"""CSV files: any that a person may have, read within limits or refused with a sentence that helps."""

import csv
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from reviewdesk.domain.errors import UnreadableError
from reviewdesk.exchange.encoding import find_encoding
from reviewdesk.exchange.header_row import LOOKED_AT, header_place
from reviewdesk.exchange.limits_kept import LimitsKept
from reviewdesk.exchange.readable import told_plainly
from reviewdesk.exchange.separator import find_separator, named_separator
from reviewdesk.exchange.table import LIMITS, Limits, SourceRow, SourceTable

_SAMPLE_LINES = 200
_SAMPLE_CHARACTERS = 400_000
_ROWS_BETWEEN_LOOKS = 1_000
# The csv module has one field limit for the whole process; it is raised once, and each reader keeps its own below it.
csv.field_size_limit(max(csv.field_size_limit(), 4 * LIMITS.cell_characters))


def read_table(path: Path, limits: Limits = LIMITS, look: Callable[[], None] | None = None) -> SourceTable:
    """Read one CSV file; `look` is called now and then and may stop it.

    Raises:
        UnreadableError: it is not there, no CSV file, damaged, or larger than the limits.
    """
    with told_plainly(path, limits):
        encoding = find_encoding(path)
        with path.open(encoding=encoding, newline="") as stream:
            return _Reader(path.name, encoding, limits, look).read(stream)


def read_pasted(text: str, name: str, limits: Limits = LIMITS) -> SourceTable:
    """Read cells that were copied from a spreadsheet, or a table as text.

    Raises:
        UnreadableError: there is no table in it, or it is larger than the limits.
    """
    return _Reader(name, "", limits).read(StringIO(text, newline=""))


class _Reader:
    """Reads one table within its limits."""

    def __init__(self, name: str, encoding: str, limits: Limits, look: Callable[[], None] | None = None) -> None:
        self._name = name
        self._encoding = encoding
        self._limits = limits
        self._kept = LimitsKept(name, limits, look)
        self._record: list[str] = []
        self._record_length = 0
        self._line = 1

    def read(self, stream: TextIO) -> SourceTable:
        """Read the whole table."""
        lines = self._lines(stream)
        sample = _sample(lines)
        separator = named_separator(sample[0]) if sample else ""
        before = 1 if separator else 0
        separator = separator or find_separator(sample)
        return self._table(chain(sample[before:], lines), separator, before)

    def _lines(self, stream: TextIO) -> Iterator[str]:
        while line := stream.readline(self._limits.cell_characters * 4):
            yield line.replace("\0", "") if "\0" in line else line

    def _table(self, lines: Iterable[str], separator: str, before: int) -> SourceTable:
        rows = self._rows(self._watched(lines), separator, before)
        first = list(islice(rows, LOOKED_AT))
        if not first:
            raise UnreadableError(f"{self._name} is empty. Export it again and see that it has rows.")
        at = header_place([each.cells for each in first])
        full = len(first[at].cells)
        headers = tuple(each.strip() for each in first[at].cells)
        while len(headers) > 1 and not headers[-1]:
            headers = headers[:-1]
        kept, ragged = self._all_rows(chain(first[at + 1 :], rows), len(headers), full)
        above = tuple(each.cells for each in first[:at])
        return SourceTable(self._name, headers, kept, self._encoding.removesuffix("-sig"), separator, ragged, above)

    def _all_rows(
        self, rows: Iterator[SourceRow], width: int, full: int
    ) -> tuple[tuple[SourceRow, ...], tuple[int, ...]]:
        kept: list[SourceRow] = []
        ragged: list[int] = []
        for row in rows:
            found = len(row.cells)
            if not width <= found <= full:
                ragged.append(row.line)
            kept.append(row if found >= width else SourceRow(row.line, row.cells + ("",) * (width - found)))
            if len(kept) % _ROWS_BETWEEN_LOOKS == 0:
                self._kept.look()
        self._kept.look()
        return tuple(kept), tuple(ragged)

    def _watched(self, lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            self._record.append(line)
            self._record_length += len(line)
            if self._record_length > self._limits.cell_characters * 4:
                raise self._endless()
            yield line

    def _rows(self, lines: Iterator[str], separator: str, before: int) -> Iterator[SourceRow]:
        reader = csv.reader(lines, delimiter=separator)
        self._line = last_line = before + 1
        last: list[str] = []
        try:
            for cells in reader:
                last, self._record, self._record_length = self._record, [], 0
                if any(map(str.strip, cells)):
                    yield SourceRow(self._line, self._kept.clean(cells))
                self._line, last_line = before + reader.line_num + 1, self._line
        except csv.Error as wrong:
            raise self._endless() from wrong
        if _has_open_quote(last, separator):
            self._line = last_line
            raise self._endless()

    def _endless(self) -> UnreadableError:
        return UnreadableError(
            f"A quotation mark that opens in line {self._line:,} of {self._name} is never closed. "
            "Correct that line, or export the file again."
        )


def _sample(lines: Iterator[str]) -> list[str]:
    taken: list[str] = []
    length = 0
    for line in islice(lines, _SAMPLE_LINES):
        taken.append(line)
        length += len(line)
        if length > _SAMPLE_CHARACTERS:
            break
    return taken


def _has_open_quote(record: list[str], separator: str) -> bool:
    """Say whether a file's last record ended only because the file did.

    Reading strictly from the start would also refuse files that are usable, so only this last record is read so.
    """
    try:
        list(csv.reader(record, delimiter=separator, strict=True))
    except csv.Error as wrong:
        return "unexpected end" in str(wrong)
    return False
