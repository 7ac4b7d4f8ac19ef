"""Runs Alembic's steps in one transaction of ours, and lets nothing be lost by them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool

from reviewdesk.domain.errors import BookError
from reviewdesk.storage.driver import driver

Counts = dict[str, int]


def run_steps(connection: driver.Connection, scripts: Path, before_commit: Callable[[Connection], None]) -> None:
    """Run every step the book has not seen inside one BEGIN IMMEDIATE; commit all of them, or none.

    The connection must not enforce foreign keys: rebuilding a parent table would delete its children.

    Raises:
        BookError: a step left rows pointing nowhere, or fewer rows than before; the book is as it was.
    """
    engine = create_engine("sqlite://", module=driver, creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    directory = ScriptDirectory(str(scripts))
    with engine.connect() as bound, bound.begin():
        before = _counts(bound)
        context = MigrationContext.configure(
            bound, opts={"transactional_ddl": True, "fn": lambda revision, _: _ahead(directory, revision)}
        )
        with Operations.context(context):
            context.run_migrations()
        _refuse_damage(bound, before)
        before_commit(bound)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _ahead(directory: ScriptDirectory, revision: Any) -> list[Any]:  # noqa: ANN401 - as Alembic passes it
    head = directory.get_current_head() or ""
    return list(directory._upgrade_revs(head, revision))  # noqa: SLF001 - what Alembic's own upgrade command calls


def _counts(connection: Connection) -> Counts:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    names = connection.exec_driver_sql(query).scalars().all()
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608 - names of tables
        for name in names
        if not name.startswith("sqlite_") and not name.startswith("search_index")
    }


def _refuse_damage(connection: Connection, before: Counts) -> None:
    """Refuse rows that point nowhere, and a table that stands with fewer rows than it had."""
    after = _counts(connection)
    fewer = any(name in after and after[name] < count for name, count in before.items())
    if fewer or connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise BookError("The book could not be brought up to date and is as it was. Keep it and tell us.")
