"""Keeps what is read of one file within its limits."""

import time
from collections.abc import Callable, Iterable

from reviewdesk.domain.errors import UnreadableError
from reviewdesk.exchange.cells import LEADS, unguarded
from reviewdesk.exchange.table import Limits


class LimitsKept:
    """Counts the rows and cells of one file; `look` is called now and then and may end the reading by raising."""

    def __init__(self, name: str, limits: Limits, look: Callable[[], None] | None = None) -> None:
        self._name = name
        self._limits = limits
        self._look = look
        self._rows = self._cells = 0
        self._end = time.monotonic() + limits.seconds

    def clean(self, cells: Iterable[str]) -> tuple[str, ...]:
        """Count a row, and take off what exports put around cells that could run as formulas."""
        row = tuple([unguarded(each) if each[:1] in LEADS else each for each in cells])
        self._rows += 1
        self._cells += len(row)
        if len(row) > self._limits.columns:
            self.look()
            raise self.too_much(f"more than {self._limits.columns:,} columns")
        if max(map(len, row), default=0) > self._limits.cell_characters:
            raise self.too_much(f"a cell of more than {self._limits.cell_characters:,} characters")
        return row

    def look(self) -> None:
        """See whether the rows, the cells and the time are still within the limits.

        Raises:
            UnreadableError: they are not.
        """
        if self._rows > self._limits.rows + 1:
            raise self.too_much(f"more than {self._limits.rows:,} rows")
        if self._cells > self._limits.cells:
            raise self.too_much(f"more than {self._limits.cells:,} cells")
        if time.monotonic() > self._end:
            raise UnreadableError(f"Reading {self._name} took too long. Export fewer columns or years, or split it.")
        if self._look is not None:
            self._look()

    def too_much(self, what: str) -> UnreadableError:
        """Say that a file holds more than is read."""
        return UnreadableError(f"{self._name} has {what}. Export only what is needed, or split it into several files.")
