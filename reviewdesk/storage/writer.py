"""The one connection of a book that writes, and what it has read that nobody has changed since."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from sqlalchemy import Connection, Engine

from reviewdesk.storage.memory import Memory


class Writer:
    """Lets the lanes write one after the other.

    What one transaction has read still holds in the next, as long as no other connection, of this program or of
    another one, has committed anything between.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._turn = RLock()
        self._connection: Connection | None = None
        self._memory = Memory()
        self._version = -1

    @contextmanager
    def begin(self) -> Iterator[tuple[Connection, Memory]]:
        """Begin a writing transaction and give what is remembered; it is committed, or undone where that fails."""
        with self._turn:
            connection = self._open()
            memory, self._memory = self._memory, Memory()
            with connection.begin():
                version = int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
                if version != self._version:
                    memory = Memory()
                yield connection, memory
            self._memory, self._version = memory, version

    def _open(self) -> Connection:
        if self._connection is None or self._connection.invalidated:
            self._connection = self._engine.connect().execution_options(writes=True)
            self._version = -1
        return self._connection

    def close(self) -> None:
        """Give the connection back."""
        with self._turn:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
