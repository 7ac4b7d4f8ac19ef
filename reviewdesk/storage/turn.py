"""Whose turn it is to write to a book, among the lanes of this program."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, RLock


class Turn:
    """One lane writes at a time; one that writes long can see that another waits, and let it go before."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._waiting = 0
        self._came = Condition()

    @property
    def is_wanted(self) -> bool:
        """Say whether another lane waits for its turn."""
        return self._waiting > 0

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for the turn and hold it."""
        self._count(1)
        try:
            self._lock.acquire()
        finally:
            self._count(-1)
        try:
            yield
        finally:
            self._lock.release()

    def let_others_go_before(self) -> None:
        """Wait until whoever waits has the turn; the caller must not hold it."""
        with self._came:
            self._came.wait_for(lambda: not self._waiting)

    def _count(self, more: int) -> None:
        with self._came:
            self._waiting += more
            self._came.notify_all()
