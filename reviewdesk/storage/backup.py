"""Backups: made whole, verified, thinned, and brought back."""

import os
import re
import shutil
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import mkstemp
from typing import Final

from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import BookError, BusyBookError, DamagedBookError
from reviewdesk.storage.atomic import sync_folder
from reviewdesk.storage.driver import driver
from reviewdesk.storage.engine import connect, is_sound
from reviewdesk.storage.schema import schema_of
from reviewdesk.storage.window_lock import WindowLock

DAILY: Final = 10
WEEKLY: Final = 8
MONTHLY: Final = 6
_TAILS: Final = ("-wal", "-shm")
_PATIENCE: Final = 500
_AHEAD: Final = timedelta(days=1)
_FRUGAL: Final = "PRAGMA cache_size=-500"  # each page is read once, so none of them needs to be kept
_NAME = re.compile(
    r"(?P<stem>.+) (?P<at>\d{4}-\d\d-\d\d \d\d-\d\d-\d\d)(?: (?P<why>[a-z]+(?: [a-z]+)*))?(?: (?P<number>\d+))?"
    r"\.reviewdesk"
)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup on disk: when it was made (UTC), why, and which one it is of those made in that second."""

    path: Path
    made_at: datetime
    why: str
    number: int = 0

    def accounts(self, key: bytes | None = None) -> int:
        """Count the accounts in it."""
        with closing(connect(self.path, key, read_only=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM account").fetchone()[0])


class Backups:
    """The backups of one book, in a folder beside it.

    `clock` is the machine's own also where the person works on another day: which backup is the newest hangs on it.
    """

    def __init__(self, book: Path, clock: Clock, key: bytes | None = None) -> None:
        self._book = book
        self._clock = clock
        self._key = key
        self.folder = book.parent / f"{book.stem} backups"

    def make(self, why: str = "", *, thins: bool = True) -> Backup:
        """Copy the whole book as it is committed, reopen and check the copy, and only then give it its name.

        Older backups are thinned afterwards, but not while one of them is about to be brought back.

        Raises:
            DamagedBookError: the copy does not read as it was written; no older backup is touched.
            BookError: there is no room for it.
        """
        with _told("No backup could be made"):
            self.folder.mkdir(mode=0o700, exist_ok=True)
            with _part_in(self.folder) as part:
                self._copy(self._book, part)
                self._verify(part)
                backup = Backup(self._free_name(why), self._clock.now(), why)
                part.replace(backup.path)
            sync_folder(self.folder)
            if thins:
                self._thin()
        return backup

    def all(self) -> tuple[Backup, ...]:
        """List the backups, newest first; one named after a day that has not come yet goes by the time of its file."""
        found = [each for each in map(_read_name, self.folder.glob("*.reviewdesk")) if each is not None]
        ahead = self._clock.now() + _AHEAD
        dated = [each if each.made_at <= ahead else replace(each, made_at=_written_at(each.path)) for each in found]
        return tuple(sorted(dated, key=_made_at, reverse=True))

    def restore(self, backup: Path) -> Backup:
        """Put a backup in place of the book; what is there now becomes a backup first.

        Raises:
            BusyBookError: a window or another program has the book open.
            DamagedBookError: the backup does not read as it was written; the book is untouched.
            NewerBookError: a newer ReviewDesk made the backup; the book is untouched.
        """
        with _told("The backup could not be restored"), WindowLock(self._book).alone():
            self._verify(backup)
            before = self._set_aside()
            with _part_in(self._book.parent) as part:
                self._copy(backup, part)
                self._verify(part)
                for tail in _TAILS:
                    self._book.with_name(self._book.name + tail).unlink(missing_ok=True)
                part.replace(self._book)
            sync_folder(self._book.parent)
        return before

    def _set_aside(self) -> Backup:
        """Keep the present book: as a backup, or, where it does not read, as the damaged files they are."""
        if not self._book.exists():
            return Backup(self._book, self._clock.now(), "")
        try:
            self._close_its_log()
            return self.make("before restore", thins=False)
        except BusyBookError:
            raise
        except BookError:
            return self._keep_damaged()

    def _close_its_log(self) -> None:
        """Bring what is in the write-ahead log into the book, which only works while nobody else has it open."""
        with closing(connect(self._book, self._key)) as connection:
            connection.execute(f"PRAGMA busy_timeout={_PATIENCE}")
            try:
                connection.execute("PRAGMA journal_mode=DELETE").fetchall()
            except driver.DatabaseError as error:
                if error.sqlite_errorcode & 0xFF in {driver.SQLITE_BUSY, driver.SQLITE_LOCKED}:
                    raise BusyBookError(
                        "Another program has this book open. Close it there first, then restore the backup."
                    ) from error
                raise DamagedBookError(f"{self._book.name} does not read as it was written.") from error

    def _keep_damaged(self) -> Backup:
        kept = self._free_name("damaged")
        self.folder.mkdir(mode=0o700, exist_ok=True)
        try:
            for tail in ("", *_TAILS):
                source = self._book.with_name(self._book.name + tail)
                if source.exists():
                    shutil.copy2(source, kept.with_name(kept.name + tail))
        except OSError:
            kept.unlink(missing_ok=True)
            raise
        return Backup(kept, self._clock.now(), "damaged")

    def _copy(self, source: Path, target: Path) -> None:
        with (
            closing(connect(source, self._key, read_only=True)) as reader,
            closing(_new_file(target, self._key)) as writer,
        ):
            reader.execute(_FRUGAL)
            writer.execute(_FRUGAL)
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode=DELETE").fetchall()
        _sync(target)

    def _verify(self, path: Path) -> None:
        """Refuse a file that is not a whole book, or one that this program could not open."""
        with closing(connect(path, self._key, read_only=True)) as connection:
            connection.execute(_FRUGAL)
            schema_of(connection, path)
            whole = is_sound(connection)
            if not whole or not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'book'").fetchone():
                raise DamagedBookError(f"{path.name} does not read as it was written. Choose another backup.")
            connection.execute("SELECT count(*) FROM account").fetchone()

    def _free_name(self, why: str) -> Path:
        """Give a name after those of the same second, also where an earlier one of them was thinned away."""
        now = self._clock.now().replace(microsecond=0)
        known = [each for each in map(_read_name, self.folder.glob("*.reviewdesk")) if each and each.made_at == now]
        number = max((each.number for each in known), default=-1) + 1
        parts = (self._book.stem, f"{now:%Y-%m-%d %H-%M-%S}", why, str(number) if number else "")
        return self.folder / f"{' '.join(each for each in parts if each)}.reviewdesk"

    def _thin(self) -> None:
        """Keep the newest of 10 days, 8 weeks and 6 months, and every one that was made before something.

        The one with the most accounts does not go while none that is kept holds as many.
        """
        backups = self.all()
        kept = {each.path for each in backups if each.why}
        kept |= _newest_of(backups, lambda each: each.made_at.date(), DAILY)
        kept |= _newest_of(backups, lambda each: each.made_at.date().isocalendar()[:2], WEEKLY)
        kept |= _newest_of(backups, lambda each: (each.made_at.year, each.made_at.month), MONTHLY)
        kept |= {each.path for each in backups[:2]}
        going = [each for each in backups if each.path not in kept]
        if going:
            fullest = max(going, key=self._counted)
            most = max((self._counted(each) for each in backups if each.path in kept), default=0)
            kept |= {fullest.path} if self._counted(fullest) > most else set()
        for each in going:
            if each.path not in kept:
                each.path.unlink()

    def _counted(self, backup: Backup) -> int:
        """Count the accounts in a backup; one that does not read holds none."""
        try:
            return backup.accounts(self._key)
        except (BookError, driver.DatabaseError):
            return -1


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Turn a full disk or a missing right into something to tell the person."""
    try:
        yield
    except (OSError, driver.DatabaseError) as error:
        raise BookError(f"{what} ({error}). Free some space, check the disk, and try again.") from error


@contextmanager
def _part_in(folder: Path) -> Iterator[Path]:
    """Give an empty file of our own in a folder; what is left of it afterwards goes."""
    handle, name = mkstemp(dir=folder, suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        yield part
    finally:
        for tail in ("", "-journal", *_TAILS):
            part.with_name(part.name + tail).unlink(missing_ok=True)


def _new_file(path: Path, key: bytes | None) -> driver.Connection:
    connection = driver.connect(str(path), isolation_level=None)
    if key is not None:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    return connection


def _newest_of(backups: Iterable[Backup], period: Callable[[Backup], Hashable], count: int) -> set[Path]:
    newest: dict[Hashable, Path] = {}
    for each in backups:
        newest.setdefault(period(each), each.path)
    return set(list(newest.values())[:count])


def _read_name(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    made_at = datetime.strptime(match["at"] + " +0000", "%Y-%m-%d %H-%M-%S %z")
    return Backup(path, made_at, match["why"] or "", int(match["number"] or 0))


def _written_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _made_at(backup: Backup) -> tuple[datetime, int]:
    return (backup.made_at, backup.number)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
