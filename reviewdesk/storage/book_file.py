"""Opening a book: checked, brought up to date after a backup, and refused where it must not be touched."""

from contextlib import closing
from pathlib import Path

from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import BookError, DamagedBookError, MissingError
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.engine import make_engine, peek
from reviewdesk.storage.schema import SCHEMA, create, schema_of, upgrade
from reviewdesk.storage.store import Store
from reviewdesk.storage.window_lock import WindowLock

_SHORTEST = 512  # what is shorter and not empty SQLite would take for an empty book


def open_book(
    path: Path, clock: Clock, *, key: bytes | None = None, may_create: bool = False, name: str = "", who: str = "me"
) -> Store:
    """Open a book, or make it where that is allowed.

    Raises:
        MissingError: there is no such file and none may be made.
        NewerBookError: a newer program made it; it is untouched.
        DamagedBookError: it is no book, does not read as it was written, or is gone or empty and has backups.
        BookError: the folder cannot be written to.
    """
    if not _is_there(path):
        _refuse_in_place_of_a_lost_one(path, clock)
        if not may_create:
            raise _missing(path)
        _make_room(path)
    schema = _schema(path, key)
    if schema == 0 and not may_create:
        raise _missing(path)
    if 0 < schema < SCHEMA:
        WindowLock(path).refuse_if_held()
        Backups(path, Clock(), key).make("before upgrade")
        upgrade(path, key)
    store = Store(path, make_engine(path, key), clock, who)
    if schema == 0:
        create(store.engine, clock, name or path.stem)
    return store


def _is_there(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _missing(path: Path) -> MissingError:
    return MissingError(
        f"There is no book at {path}. Name yours with --book, or import a file to start a new book there."
    )


def _refuse_in_place_of_a_lost_one(path: Path, clock: Clock) -> None:
    """Let no empty book take the place of one that has backups; what happened to it, its file is gone or empty."""
    backups = [each for each in Backups(path, clock).all() if each.why != "damaged"]
    if backups:
        raise DamagedBookError(
            f"{path.name} is empty or gone, and there are backups of it, the newest of "
            f"{backups[0].made_at.astimezone():%d %b %Y %H:%M}. Restore one; or, to begin anew, choose another name."
        )


def _make_room(path: Path) -> None:
    """Make an empty file that nobody else on the machine can read, and its folder."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise BookError(
            f"{path.name} cannot be made in {path.parent} ({error.strerror}). Choose another place and try again."
        ) from error


def _schema(path: Path, key: bytes | None) -> int:
    """Look at the schema without writing a byte: the file may be another program's, or a newer one's."""
    if 0 < path.stat().st_size < _SHORTEST:
        raise DamagedBookError(
            f"{path.name} does not read as a ReviewDesk book. Restore a backup, or open another book."
        )
    with closing(peek(path, key)) as connection:
        return schema_of(connection, path)
