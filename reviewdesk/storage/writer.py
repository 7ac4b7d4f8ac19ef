"""The one connection of a book that writes, and what it has read that nobody has changed since."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, Engine
from sqlalchemy import text as sql

from reviewdesk.storage.memory import Memory
from reviewdesk.storage.ready import Ready

_VERSION: Final = Ready(sql("PRAGMA data_version"))


class Writer:
    """Begins each writing transaction; whoever begins one sees to it that no other is open.

    What one transaction has read still holds in the next, as long as no other connection, of this program or of
    another one, has committed anything between.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._memory = Memory()
        self._version = -1

    @contextmanager
    def begin(self) -> Iterator[tuple[Connection, Memory]]:
        """Begin a writing transaction and give what is remembered; it is committed, or undone where that fails."""
        connection = self._open()
        memory, self._memory = self._memory, Memory()
        with connection.begin():
            version = _VERSION.run(connection)[0][0]
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
        if self._connection is not None:
            self._connection.close()
            self._connection = None
