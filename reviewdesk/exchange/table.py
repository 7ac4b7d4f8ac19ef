"""A table as another program wrote it, whatever the format of its file."""

from dataclasses import dataclass
from typing import NamedTuple


class SourceRow(NamedTuple):
    """One row of a table and the line of the file it begins on, counted from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceTable:
    """One table: its headers and all its rows that are not blank.

    Rows are at least as long as the headers; `ragged` names the lines of rows that were shorter or longer in the file.
    `above` are the rows over the header. A table of a workbook has no separator.
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[SourceRow, ...] = ()
    encoding: str = ""
    separator: str = ""
    ragged: tuple[int, ...] = ()
    above: tuple[tuple[str, ...], ...] = ()

    @property
    def titles(self) -> tuple[str, ...]:
        """What stands above the header, a line for each row."""
        return tuple(" ".join(each.strip()[:200] for each in cells if each.strip()) for cells in self.above)

    def first(self, index: int, count: int) -> list[str]:
        """Give the first cells of one column."""
        return [row.cells[index] for row in self.rows[:count]]

    def column(self, index: int) -> list[str]:
        """Give all the cells of one column, top to bottom."""
        return [row.cells[index] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read before it is refused; `seconds` is the time for reading all of it."""

    file_bytes: int = 200 * 1024 * 1024
    columns: int = 2_000
    rows: int = 1_000_000
    cells: int = 10_000_000
    cell_characters: int = 1_000_000
    seconds: float = 120.0


LIMITS = Limits()
