"""Statements that are written out once and handed to the driver as they are, for what happens at every saved line."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ClauseElement, Connection, Select

Values = Mapping[str, Any]


class Ready:
    """One statement of ours, compiled when it is first used; its values go in by name.

    An INSERT names the columns it fills. What the driver says of it is told as everywhere in storage.
    """

    def __init__(self, statement: ClauseElement, *columns: str) -> None:
        self.statement = statement
        self._columns = list(columns) or None
        self._text = ""
        self._names: tuple[str, ...] = ()
        self._own: dict[str, Any] = {}

    def run(self, connection: Connection, values: Values | None = None) -> list[tuple[Any, ...]]:
        """Run it within the transaction of a connection, and give the rows that it answers with."""
        self._compile(connection)
        cursor = connection.connection.cursor()
        cursor.execute(self._text, self._in_order(values or {}))
        return list(cursor.fetchall())

    def run_each(self, connection: Connection, every: Iterable[Values]) -> None:
        """Run it once with each of these values."""
        self._compile(connection)
        connection.connection.cursor().executemany(self._text, list(map(self._in_order, every)))

    def _in_order(self, values: Values) -> tuple[Any, ...]:
        given = {**self._own, **values}
        return tuple([given[name] for name in self._names])

    def _compile(self, connection: Connection) -> None:
        if not self._text:
            compiled = self.statement.compile(dialect=connection.dialect, column_keys=self._columns)
            self._names = tuple(compiled.positiontup or ())  # type: ignore[attr-defined]
            self._own = {name: value for name, value in compiled.params.items() if value is not None}
            self._text = str(compiled)


class ReadySelect(Ready):
    """A query whose rows are given by the names of their columns."""

    statement: Select[*tuple[Any, ...]]

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        super().__init__(statement)
        self._keys = tuple(statement.selected_columns.keys())

    def rows(self, connection: Connection, values: Values | None = None) -> list[dict[str, Any]]:
        """Run it within the transaction of a connection, and give its rows."""
        return [dict(zip(self._keys, row, strict=True)) for row in self.run(connection, values)]
