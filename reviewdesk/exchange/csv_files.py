"""CSV files: any that a person may have, read within limits or refused with a sentence that helps."""

import csv
import stat
import time
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from reviewdesk.domain.errors import UnreadableError
from reviewdesk.exchange.cells import LEADS, unguarded
from reviewdesk.exchange.encoding import find_encoding
from reviewdesk.exchange.separator import find_separator, named_separator
from reviewdesk.exchange.table import LIMITS, Limits, SourceRow, SourceTable

_SAMPLE_LINES = 200
_SAMPLE_CHARACTERS = 400_000
_ROWS_BETWEEN_LOOKS = 1_000
# The csv module has one field limit for the whole process; it is raised once, and each reader keeps its own below it.
csv.field_size_limit(max(csv.field_size_limit(), 4 * LIMITS.cell_characters))


def read_table(path: Path, limits: Limits = LIMITS) -> SourceTable:
    """Read one CSV file.

    Raises:
        UnreadableError: it is not there, no CSV file, damaged, or larger than the limits.
    """
    try:
        _refuse_wrong_file(path, limits)
        encoding = find_encoding(path)
        with path.open(encoding=encoding, newline="") as stream:
            return _Reader(path.name, encoding, limits).read(stream)
    except FileNotFoundError:
        raise UnreadableError(f"There is no file {path.name} in that place. Choose it again.") from None
    except PermissionError:
        raise UnreadableError(f"{path.name} may not be read. Copy it to your own folder and try that.") from None
    except (OSError, ValueError) as wrong:
        raise _unreadable(path, wrong) from wrong


def _unreadable(path: Path, wrong: Exception) -> UnreadableError:
    why = getattr(wrong, "strerror", None) or "its text is damaged"
    shown = path.name.replace("\0", "")[:100]
    return UnreadableError(f"{shown} cannot be read: {why}. Export it again, or copy it elsewhere and try that copy.")


def _refuse_wrong_file(path: Path, limits: Limits) -> None:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableError(f"{path.name} is not a file. Choose a CSV file.")
    if found.st_size > limits.file_bytes:
        size = limits.file_bytes // (1024 * 1024)
        raise UnreadableError(f"{path.name} is larger than {size} MB. Export fewer columns or years, or split it.")


class _Reader:
    """Reads one table within its limits."""

    def __init__(self, name: str, encoding: str, limits: Limits) -> None:
        self._name = name
        self._encoding = encoding
        self._limits = limits
        self._record: list[str] = []
        self._record_length = 0
        self._line = 1
        self._end = time.monotonic() + limits.seconds

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
        header = next(rows, None)
        if header is None:
            raise UnreadableError(f"{self._name} is empty. Export it again and see that it has rows.")
        headers = tuple(each.strip() for each in header.cells)
        if len(headers) > self._limits.columns:
            raise self._too_much(f"more than {self._limits.columns:,} columns")
        while len(headers) > 1 and not headers[-1]:
            headers = headers[:-1]
        kept, ragged = self._kept(rows, len(headers), len(header.cells))
        return SourceTable(self._name, headers, kept, self._encoding.removesuffix("-sig"), separator, ragged)

    def _kept(self, rows: Iterator[SourceRow], width: int, full: int) -> tuple[tuple[SourceRow, ...], tuple[int, ...]]:
        kept: list[SourceRow] = []
        ragged: list[int] = []
        cells = 0
        for row in rows:
            found = len(row.cells)
            cells += found
            if not width <= found <= full:
                ragged.append(row.line)
            kept.append(row if found >= width else SourceRow(row.line, row.cells + ("",) * (width - found)))
            if len(kept) % _ROWS_BETWEEN_LOOKS == 0 or found > self._limits.columns:
                self._look(len(kept), cells, found)
        self._look(len(kept), cells, 0)
        return tuple(kept), tuple(ragged)

    def _look(self, rows: int, cells: int, columns: int) -> None:
        if rows > self._limits.rows:
            raise self._too_much(f"more than {self._limits.rows:,} rows")
        if cells > self._limits.cells:
            raise self._too_much(f"more than {self._limits.cells:,} cells")
        if columns > self._limits.columns:
            raise self._too_much(f"more than {self._limits.columns:,} columns")
        if time.monotonic() > self._end:
            raise UnreadableError(f"Reading {self._name} took too long. Export fewer columns or years, or split it.")

    def _too_much(self, what: str) -> UnreadableError:
        return UnreadableError(f"{self._name} has {what}. Export only what is needed, or split it into several files.")

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
                    yield SourceRow(self._line, self._clean(cells))
                self._line, last_line = before + reader.line_num + 1, self._line
        except csv.Error as wrong:
            raise self._endless() from wrong
        if _has_open_quote(last, separator):
            self._line = last_line
            raise self._endless()

    def _clean(self, cells: list[str]) -> tuple[str, ...]:
        if max(map(len, cells)) > self._limits.cell_characters:
            raise self._too_much(f"a cell of more than {self._limits.cell_characters:,} characters")
        return tuple([unguarded(each) if each[:1] in LEADS else each for each in cells])

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
