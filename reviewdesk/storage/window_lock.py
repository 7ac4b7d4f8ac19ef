"""One window per book: a lock file that tells who has it, and survives a crash without locking anybody out."""

import json
import os
import socket
from contextlib import suppress
from pathlib import Path

from reviewdesk.domain.errors import BusyBookError


class WindowLock:
    """The right to have the window of one book; `pid` and host of its holder stand in the file."""

    def __init__(self, book: Path) -> None:
        self.path = book.with_name(book.name + "-window")
        self._held = False

    def take(self) -> None:
        """Take the lock; one left behind by a program that no longer runs on this machine is taken over.

        Raises:
            BusyBookError: a window has this book open.
        """
        for _ in range(2):
            try:
                handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                self._clear_if_left_behind()
                continue
            with os.fdopen(handle, "w") as file:
                json.dump({"pid": os.getpid(), "host": socket.gethostname()}, file)
            self._held = True
            return
        raise BusyBookError("This book is open in another window already. Go to that window, or close it first.")

    def take_over(self) -> None:
        """Take the lock from whoever holds it, when the person says so."""
        self.path.unlink(missing_ok=True)
        self.take()

    def release(self) -> None:
        """Give the lock back."""
        if self._held:
            self.path.unlink(missing_ok=True)
            self._held = False

    def _clear_if_left_behind(self) -> None:
        try:
            holder = json.loads(self.path.read_text())
            pid, host = int(holder["pid"]), str(holder["host"])
        except (OSError, ValueError, KeyError, TypeError):
            self.path.unlink(missing_ok=True)
            return
        if host == socket.gethostname() and not _runs(pid):
            with suppress(FileNotFoundError):
                self.path.unlink()


def _runs(pid: int) -> bool:
    if os.name != "posix":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _runs_on_windows(pid: int) -> bool:
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    handle = kernel.OpenProcess(0x1000, 0, pid)
    if handle:
        kernel.CloseHandle(handle)
    return bool(handle)
