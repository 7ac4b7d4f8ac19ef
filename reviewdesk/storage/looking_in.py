"""Looking into a book that is not the open one: nothing of it is written, and it is never brought up to date."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import DamagedBookError, MissingError, OlderBookError
from reviewdesk.storage.driver import driver
from reviewdesk.storage.engine import peek
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.schema import SCHEMA, schema_of
from reviewdesk.storage.told import told


@contextmanager
def look_into(path: Path, clock: Clock) -> Iterator[Reading]:
    """Read a book as it stands, also while another window has it open.

    Raises:
        MissingError: there is no such file.
        OlderBookError: an older program made it, and only opening brings it up to date.
        NewerBookError: a newer program made it.
        DamagedBookError: it is no book, or does not read as it was written.
        BookError: the file cannot be read.
    """
    if not path.is_file():
        raise MissingError("It is not there. It may lie on a drive that is not connected, or have been moved.")
    with _told(path), told(), closing(peek(path)) as connection:
        schema = schema_of(connection, path)
        if schema == 0:
            raise DamagedBookError(f"{path.name} is empty. Restore a backup of it, or take it off the list.")
        if schema < SCHEMA:
            raise OlderBookError(
                "An older ReviewDesk made it. Open it once, and it is backed up and brought up to date."
            )
        with _reading(connection, clock) as reading:
            yield reading


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say of whatever else the database cannot read that the book is damaged: it is not ours to look into further."""
    try:
        yield
    except (DBAPIError, driver.Error) as error:
        raise DamagedBookError(f"{path.name} does not read as it was written. Restore a backup of it.") from error


@contextmanager
def _reading(connection: driver.Connection, clock: Clock) -> Iterator[Reading]:
    engine = create_engine("sqlite://", module=driver, creator=lambda: connection, poolclass=StaticPool,
                           hide_parameters=True)  # fmt: skip
    try:
        with engine.connect() as one:
            one.exec_driver_sql("BEGIN")  # so that all of it is of one moment
            yield Reading(one, clock)
    finally:
        engine.dispose()
