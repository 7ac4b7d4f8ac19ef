"""Opening a book: checked, brought up to date after a backup, and refused where it must not be touched."""

from pathlib import Path

from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import MissingError
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.engine import connect, make_engine
from reviewdesk.storage.schema import SCHEMA, create, schema_of, upgrade
from reviewdesk.storage.store import Store


def open_book(
    path: Path, clock: Clock, *, key: bytes | None = None, may_create: bool = False, name: str = "", who: str = "me"
) -> Store:
    """Open a book, or make it where that is allowed.

    Raises:
        MissingError: there is no such file and none may be made.
        NewerBookError: a newer program made it; it is untouched.
        DamagedBookError: it is no book, or does not read as it was written.
        BookError: the folder cannot be written to.
    """
    is_new = not path.exists() or path.stat().st_size == 0
    if is_new and not may_create:
        raise MissingError(f"There is no book at {path}. Check the name, or import a file to start a new book there.")
    if is_new:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    schema = _schema(path, key)
    if 0 < schema < SCHEMA:
        Backups(path, clock, key).make("before upgrade")
        upgrade(path, key)
    store = Store(path, make_engine(path, key), clock, who)
    if schema == 0:
        create(store.engine, clock, name or path.stem)
    return store


def _schema(path: Path, key: bytes | None) -> int:
    connection = connect(path, key)
    try:
        return schema_of(connection, path)
    finally:
        connection.close()
