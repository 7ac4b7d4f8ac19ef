"""The one SQLite of this process: connections with our settings, and transactions that we begin ourselves."""

from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from reviewdesk.domain.errors import BookError, BusyBookError, DamagedBookError
from reviewdesk.storage.driver import driver

APPLICATION_ID = 0x52564457
OLDEST_SQLITE = (3, 51, 3)
_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)
_OF_THE_FILE = 3  # the first settings write to the file, or are about writing to it


def connect(path: Path, key: bytes | None = None, *, read_only: bool = False) -> driver.Connection:
    """Open one connection with our settings; with a key, prove it before anything else.

    Raises:
        DamagedBookError: the file is no book, or the key does not fit.
        BookError: the file cannot be opened.
    """
    return _connect(path, key, "mode=ro" if read_only else "mode=rwc", read_only=read_only)


def peek(path: Path, key: bytes | None = None) -> driver.Connection:
    """Open a file that may not be ours, so that not one byte of it or beside it changes.

    Raises:
        DamagedBookError: the file is no book, or the key does not fit.
        BookError: the file cannot be opened.
    """
    is_at_rest = not path.with_name(path.name + "-wal").exists()
    return _connect(path, key, "mode=ro&immutable=1" if is_at_rest else "mode=ro", read_only=True)


def _connect(path: Path, key: bytes | None, mode: str, *, read_only: bool) -> driver.Connection:
    try:
        connection = driver.connect(
            f"{path.resolve().as_uri()}?{mode}", uri=True, isolation_level=None, check_same_thread=False
        )
    except driver.DatabaseError as error:
        raise _told(path, error) from error
    try:
        _prepare(connection, key, _SETTINGS[_OF_THE_FILE:] if read_only else _SETTINGS)
    except driver.DatabaseError as error:
        connection.close()
        raise _told(path, error) from error
    return connection


def _prepare(connection: driver.Connection, key: bytes | None, settings: tuple[str, ...]) -> None:
    _unlock(connection, key)
    for setting in settings:
        connection.execute(setting).fetchall()


def _unlock(connection: driver.Connection, key: bytes | None) -> None:
    if key is not None:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _told(path: Path, error: driver.DatabaseError) -> BookError:
    if error.sqlite_errorcode & 0xFF in {driver.SQLITE_NOTADB, driver.SQLITE_CORRUPT}:
        return DamagedBookError(
            f"{path.name} does not read as a ReviewDesk book. Nothing was changed in it; restore a backup, or open "
            "another book."
        )
    if error.sqlite_errorcode & 0xFF == driver.SQLITE_BUSY:
        return BusyBookError(f"Another program is writing to {path.name}. Wait a moment and try again.")
    return BookError(
        f"{path.name} cannot be opened ({error}). Check that its disk has room and its folder may be written to."
    )


def make_engine(path: Path, key: bytes | None = None) -> Engine:
    """Make the engine of one book.

    A connection begins its transactions with BEGIN, or with BEGIN IMMEDIATE under the execution option `writes`.

    Raises:
        BookError: this machine's SQLite is too old to be trusted.
    """
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise BookError(f"SQLite {driver.sqlite_version} is too old to be safe. Install ReviewDesk again with its own.")
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
        pool_size=5,
        max_overflow=3,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def pragma(connection: driver.Connection, name: str) -> int:
    """Read a whole-number pragma."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def is_sound(connection: driver.Connection) -> bool:
    """Say whether the whole file reads as it was written, foreign keys included."""
    try:
        whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        return whole and not connection.execute("PRAGMA foreign_key_check").fetchone()
    except driver.DatabaseError:
        return False
