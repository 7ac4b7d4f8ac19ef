"""Which schema a book has, and how it is made or brought up to this program's."""

from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, Table, insert
from sqlalchemy import text as sql
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from reviewdesk.domain.book import Book
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import DamagedBookError, NewerBookError
from reviewdesk.storage.declaring import metadata
from reviewdesk.storage.driver import driver
from reviewdesk.storage.engine import APPLICATION_ID, connect, pragma
from reviewdesk.storage.records import BOOK
from reviewdesk.storage.search import INDEX_SQL
from reviewdesk.storage.told import told

SCHEMA: Final = 26
HEAD: Final = "m0031"
MIGRATIONS: Final = Path(__file__).parent / "migrations"
_REVISIONS_SQL: Final = (
    "CREATE TABLE alembic_version (\n"
    "\tversion_num VARCHAR(32) NOT NULL, \n"
    "\tCONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n"
    ")"
)


def schema_of(connection: driver.Connection, path: Path) -> int:
    """Give the schema number of a book; 0 is an empty file.

    Raises:
        DamagedBookError: the file belongs to another program.
        NewerBookError: it was made by a newer ReviewDesk.
    """
    application, schema = pragma(connection, "application_id"), pragma(connection, "user_version")
    if application == 0 and schema == 0 and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        return 0
    if application != APPLICATION_ID:
        raise DamagedBookError(f"{path.name} belongs to another program. Choose a ReviewDesk book, or make a new one.")
    if schema > SCHEMA:
        raise NewerBookError(
            f"{path.name} was made by a newer ReviewDesk and was not touched. Install that version to open it."
        )
    return schema


def create(engine: Engine, clock: Clock, name: str) -> None:
    """Make all tables of a new book, and its own record, in one transaction, unless another process just did."""
    now = clock.now().isoformat()
    row = {**BOOK.to_row(Book(name=name)), "version": 1, "created_at": now, "changed_at": now}
    with told(), engine.connect() as raw:
        connection = raw.execution_options(writes=True)
        with connection.begin():
            if connection.execute(sql("PRAGMA user_version")).scalar_one():
                return
            connection.execute(sql(_REVISIONS_SQL))
            connection.execute(sql("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
            for each in _all_tables():
                connection.exec_driver_sql(each)
            connection.execute(insert(BOOK.table), row)
            _stamp(connection, SCHEMA)


@cache
def _all_tables() -> tuple[str, ...]:
    """Give what makes every table and index of an empty book."""
    making: list[CreateTable | CreateIndex] = []
    for table in metadata.sorted_tables:
        making += [CreateTable(table), *_indexes(table)]
    return (*(str(each.compile(dialect=sqlite.dialect())) for each in making), INDEX_SQL)


def _indexes(table: Table) -> list[CreateIndex]:
    return [CreateIndex(each) for each in sorted(table.indexes, key=lambda index: index.name or "")]


def _stamp(connection: Connection, schema: int) -> None:
    connection.execute(sql(f"PRAGMA application_id={APPLICATION_ID}"))
    connection.execute(sql(f"PRAGMA user_version={schema}"))


def upgrade(
    path: Path, key: bytes | None, *, scripts: Path = MIGRATIONS, schema: int = SCHEMA,
    before_commit: Callable[[], None] | None = None,
) -> None:  # fmt: skip
    """Bring an older book to this schema on a connection of its own: all steps in one transaction, or none.

    `before_commit` lets a test stop the program at the worst moment.

    Raises:
        BookError: a step lost rows or left some pointing nowhere; the book is as it was.
    """
    from reviewdesk.storage.migrating import run_steps

    def finish(bound: Connection) -> None:
        _stamp(bound, schema)
        if before_commit is not None:
            before_commit()

    with told(), closing(connect(path, key)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        run_steps(connection, scripts, finish)
