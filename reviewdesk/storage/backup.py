"""Backups: made whole, verified, thinned, and brought back."""

import os
import re
import shutil
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import mkstemp
from typing import Final

from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import BookError, DamagedBookError
from reviewdesk.storage.atomic import sync_folder
from reviewdesk.storage.driver import driver
from reviewdesk.storage.engine import connect, is_sound

DAILY: Final = 10
WEEKLY: Final = 8
MONTHLY: Final = 6
_NAME = re.compile(r"(?P<stem>.+) (?P<at>\d{4}-\d\d-\d\d \d\d-\d\d-\d\d)(?: (?P<why>[a-z ]+))?\.reviewdesk")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup on disk: when it was made (UTC), why, and how many accounts it holds."""

    path: Path
    made_at: datetime
    why: str

    def accounts(self, key: bytes | None = None) -> int:
        """Count the accounts in it."""
        connection = connect(self.path, key, read_only=True)
        try:
            return int(connection.execute("SELECT count(*) FROM account").fetchone()[0])
        finally:
            connection.close()


class Backups:
    """The backups of one book, in a folder beside it."""

    def __init__(self, book: Path, clock: Clock, key: bytes | None = None) -> None:
        self._book = book
        self._clock = clock
        self._key = key
        self.folder = book.parent / f"{book.stem} backups"

    def make(self, why: str = "") -> Backup:
        """Copy the whole book as it is committed, reopen and check the copy, and only then give it its name.

        Raises:
            DamagedBookError: the copy does not read as it was written; no older backup is touched.
            BookError: there is no room for it.
        """
        self.folder.mkdir(mode=0o700, exist_ok=True)
        handle, name = mkstemp(dir=self.folder, suffix=".part")
        os.close(handle)
        part = Path(name)
        try:
            self._copy(self._book, part)
            self._verify(part)
            backup = Backup(self._free_name(why), self._clock.now(), why)
            part.replace(backup.path)
            sync_folder(self.folder)
        except (OSError, driver.DatabaseError) as error:
            raise BookError(f"No backup could be made ({error}). Free some space and try again.") from error
        finally:
            part.unlink(missing_ok=True)
        self._thin()
        return backup

    def all(self) -> tuple[Backup, ...]:
        """List the backups, newest first."""
        found = [each for each in map(_read_name, self.folder.glob("*.reviewdesk")) if each is not None]
        return tuple(sorted(found, key=_made_at, reverse=True))

    def restore(self, backup: Path) -> Backup:
        """Put a backup in place of the book; what is there now becomes a backup first.

        The book must not be open in any window.

        Raises:
            DamagedBookError: the backup does not read as it was written; the book is untouched.
        """
        self._verify(backup)
        before = self._set_aside()
        handle, name = mkstemp(dir=self._book.parent, suffix=".part")
        os.close(handle)
        self._copy(backup, Path(name))
        for tail in ("-wal", "-shm"):
            self._book.with_name(self._book.name + tail).unlink(missing_ok=True)
        Path(name).replace(self._book)
        sync_folder(self._book.parent)
        return before

    def _set_aside(self) -> Backup:
        """Keep the present book: as a backup, or, where it does not read, as the damaged file it is."""
        if not self._book.exists():
            return Backup(self._book, self._clock.now(), "")
        try:
            return self.make("before restore")
        except (BookError, DamagedBookError):
            kept = self._free_name("damaged")
            self.folder.mkdir(mode=0o700, exist_ok=True)
            shutil.copy2(self._book, kept)
            return Backup(kept, self._clock.now(), "damaged")

    def _copy(self, source: Path, target: Path) -> None:
        reader = connect(source, self._key)
        writer = driver.connect(str(target), isolation_level=None)
        try:
            if self._key is not None:
                writer.execute(f"PRAGMA key=\"x'{self._key.hex()}'\"")
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode=DELETE")
        finally:
            writer.close()
            reader.close()
        _sync(target)

    def _verify(self, path: Path) -> None:
        connection = connect(path, self._key, read_only=True)
        try:
            if not is_sound(connection) or not connection.execute("SELECT 1 FROM book").fetchone():
                raise DamagedBookError(f"{path.name} does not read as it was written. Choose another backup.")
        except driver.DatabaseError as error:
            raise DamagedBookError(f"{path.name} is not a whole book. Choose another backup.") from error
        finally:
            connection.close()

    def _free_name(self, why: str) -> Path:
        at = f"{self._clock.now():%Y-%m-%d %H-%M-%S}"
        base = f"{self._book.stem} {at}{' ' + why if why else ''}"
        path = self.folder / f"{base}.reviewdesk"
        return path if not path.exists() else self.folder / f"{base} again.reviewdesk"

    def _thin(self) -> None:
        """Keep the newest of 10 days, 8 weeks and 6 months, and every one that was made before something."""
        backups = self.all()
        kept = {each.path for each in backups if each.why not in {"", "again"}}
        kept |= _newest_of(backups, lambda each: each.made_at.date(), DAILY)
        kept |= _newest_of(backups, lambda each: each.made_at.date().isocalendar()[:2], WEEKLY)
        kept |= _newest_of(backups, lambda each: (each.made_at.year, each.made_at.month), MONTHLY)
        kept |= {each.path for each in backups[:2]}
        for each in backups:
            if each.path not in kept:
                each.path.unlink()


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
    return Backup(path, made_at, match["why"] or "")


def _made_at(backup: Backup) -> tuple[datetime, str]:
    return (backup.made_at, backup.path.name)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
