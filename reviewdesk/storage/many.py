"""Writing many rows of one table at once, with nothing between them and the driver."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Connection, Dialect, Table, insert

AT_ONCE: Final = 10_000


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns, at least two."""
    if not rows:
        return
    statement, values = _statement(connection.dialect, table, tuple(rows[0]))
    for start in range(0, len(rows), AT_ONCE):
        connection.exec_driver_sql(statement, list(map(values, rows[start : start + AT_ONCE])))


@lru_cache(maxsize=64)
def _statement(
    dialect: Dialect, table: Table, names: tuple[str, ...]
) -> tuple[str, Callable[[Mapping[str, Any]], tuple[Any, ...]]]:
    """Give the statement and what takes the values out of a row in the order it names them."""
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    return str(compiled), itemgetter(*(compiled.positiontup or names))
