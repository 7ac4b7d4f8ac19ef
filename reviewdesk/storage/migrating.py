"""Runs Alembic's steps on a connection whose transaction is ours."""

from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from reviewdesk.storage.driver import driver


def run_steps(connection: driver.Connection, scripts: Path) -> None:
    """Run every step the book has not seen, inside one BEGIN IMMEDIATE that the caller ends."""
    engine = create_engine("sqlite://", module=driver, creator=lambda: connection, poolclass=StaticPool)
    directory = ScriptDirectory(str(scripts))
    connection.execute("BEGIN IMMEDIATE")
    bound = engine.connect()
    context = MigrationContext.configure(
        bound, opts={"transactional_ddl": True, "fn": lambda revision, _: _ahead(directory, revision)}
    )
    with Operations.context(context):
        context.run_migrations()


def _ahead(directory: ScriptDirectory, revision: Any) -> list[Any]:  # noqa: ANN401 - as Alembic passes it
    head = directory.get_current_head() or ""
    return list(directory._upgrade_revs(head, revision))  # noqa: SLF001 - what Alembic's own upgrade command calls
