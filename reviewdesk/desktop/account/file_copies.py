"""Copies of files for other programs to read; they go when the program ends, and those a crash left go at the next use.

They are read-only, so that nobody takes one for the file in the book and loses what they changed in it.
"""

import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from typing import Final

from PySide6.QtCore import QCoreApplication, QLockFile, QObject

PREFIX: Final = "reviewdesk-files-"
_LOCK: Final = "in-use"


class FileCopies(QObject):
    """A folder of this program alone, with a copy of each file that was opened or dragged out."""

    def __init__(self, parent: QObject, *, inside: Path | None = None) -> None:
        super().__init__(parent)
        self._inside = inside or Path(gettempdir())
        self._folder: Path | None = None
        self._lock: QLockFile | None = None
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.clear)

    def copy(self, digest: str, name: str, write: Callable[[Path], object]) -> Path:
        """Give the copy of a content under a name, and have it written where it is not there yet."""
        path = self._own_folder() / digest[:16] / name
        if not path.exists():
            path.parent.mkdir(mode=0o700, exist_ok=True)
            write(path)
            path.chmod(stat.S_IRUSR)
        return path

    def clear(self) -> None:
        """Take all copies away."""
        if self._lock is not None:
            self._lock.unlock()
        if self._folder is not None:
            _remove(self._folder)
        self._folder = self._lock = None

    def _own_folder(self) -> Path:
        if self._folder is None or self._lock is None or not self._folder.is_dir():
            self._sweep()
            self._folder = Path(mkdtemp(prefix=PREFIX, dir=self._inside))
            self._lock = _lock_of(self._folder)
            self._lock.tryLock(0)
        return self._folder

    def _sweep(self) -> None:
        """Take away what programs that are no more have left."""
        for folder in self._inside.glob(f"{PREFIX}*"):
            lock = _lock_of(folder)
            if (folder / _LOCK).exists() and not folder.is_symlink() and lock.tryLock(0):
                lock.unlock()
                _remove(folder)


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _LOCK))
    lock.setStaleLockTime(0)  # it is nobody's only when its program is no more, however long that runs
    return lock


def _remove(folder: Path) -> None:
    """Take a folder away; what another program holds open stays for the next time."""
    for each in folder.rglob("*"):
        with suppress(OSError):
            each.chmod(stat.S_IRWXU)
    shutil.rmtree(folder, ignore_errors=True)
