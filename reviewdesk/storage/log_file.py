"""The log beside a book that holds what was written last, and whether it is still the one that is written to.

Where any part of a program opens and closes a file of the book, as dialogs for files do to see what it is, the system
takes all locks of that program on it. Another program then takes itself for the last to leave and clears the log away,
and what is written from then on lies in a file that nobody will find.
"""

from pathlib import Path

Mark = tuple[int, int] | None


class LogFile:
    """The log of one book as it was first seen since all connections were opened."""

    def __init__(self, book: Path) -> None:
        real = book.resolve()
        self._path = real.with_name(f"{real.name}-wal")
        self._seen: Mark = None

    def is_there(self) -> bool:
        """Say whether it is the one that was first seen; the first one to be seen is."""
        now = self._mark()
        if self._seen is None:
            self._seen = now
        return self._seen == now

    def begin_anew(self) -> None:
        """Forget what was seen: every connection was closed."""
        self._seen = None

    def _mark(self) -> Mark:
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino
