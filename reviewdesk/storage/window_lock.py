"""One window per book: a lock file that tells who has it, and survives a crash without locking anybody out."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import mkstemp

from reviewdesk.domain.errors import BookError, BusyBookError


@dataclass(frozen=True, slots=True)
class _Holder:
    """The program that has a lock; `started` tells it from a later one with the same number, where that is known."""

    pid: int
    host: str
    started: str = ""

    @property
    def may_live(self) -> bool:
        """Say whether it may still run; of another machine nobody here can tell."""
        if self.host != socket.gethostname():
            return True
        return _runs(self.pid) and (not self.started or _started(self.pid) in ("", self.started))


class WindowLock:
    """The right to have the window of one book; `pid` and host of its holder stand in the file."""

    def __init__(self, book: Path) -> None:
        self.path = book.with_name(book.name + "-window")

    def take(self) -> None:
        """Take the lock; one left behind by a program that no longer runs on this machine is taken over.

        Raises:
            BusyBookError: a window has this book open.
            BookError: the folder cannot be written to.
        """
        try:
            with _one_at_a_time(self.path.parent):
                holder = self._holder()
                if holder is None or not holder.may_live:
                    self.path.unlink(missing_ok=True)
                    if self._place():
                        return
        except OSError as error:
            raise BookError(
                f"The folder {self.path.parent} cannot be written to ({error.strerror}). Check its rights and its disk."
            ) from error
        raise BusyBookError("This book is open in another window already. Go to that window, or close it first.")

    def take_over(self) -> None:
        """Take the lock from whoever holds it, when the person says so."""
        self.path.unlink(missing_ok=True)
        self.take()

    def release(self) -> None:
        """Give the lock back, unless somebody took it over."""
        if self._holder() == _myself():
            self.path.unlink(missing_ok=True)

    def refuse_if_held(self) -> None:
        """Refuse what needs the book alone while the window of another program has it.

        Raises:
            BusyBookError: a window has this book open.
        """
        if self.is_held_elsewhere:
            raise BusyBookError("This book is open in a window. Close that window first, then try again.")

    @property
    def is_held_elsewhere(self) -> bool:
        """Say whether the window of another program has this book open."""
        holder = self._holder()
        return holder is not None and holder != _myself() and holder.may_live

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Have the book for a while, so that no window opens it; a window that has it already keeps it.

        Raises:
            BusyBookError: the window of another program has this book open.
        """
        if self._holder() == _myself():
            yield
            return
        self.take()
        try:
            yield
        finally:
            self.release()

    def _place(self) -> bool:
        """Put our file in place, complete from its first moment, or say that there is one already."""
        handle, name = mkstemp(dir=self.path.parent, prefix=".", suffix=".window")
        try:
            with os.fdopen(handle, "w") as file:
                json.dump(asdict(_myself()), file)
            _rename_to_a_free_name(Path(name), self.path)
        except FileExistsError:
            return False
        finally:
            Path(name).unlink(missing_ok=True)
        return True

    def _holder(self) -> _Holder | None:
        """Read who has it; an empty or torn file was left by a crash and is held by nobody."""
        try:
            found = json.loads(self.path.read_text())
            return _Holder(int(found["pid"]), str(found["host"]), str(found.get("started", "")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None


def _myself() -> _Holder:
    return _Holder(os.getpid(), socket.gethostname(), _started(os.getpid()))


def _started(pid: int) -> str:
    """Say when a program was started, in the system's own count; nothing where the system does not tell."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return f"{boot} {after_name[19]}"


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Let of several programs that start at once one after the other look and decide, where the system can."""
    if os.name != "posix":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks cannot do this
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _rename_to_a_free_name(source: Path, target: Path) -> None:
    """Rename without replacing.

    Raises:
        FileExistsError: there is such a file.
    """
    if os.name != "posix":
        source.rename(target)
        return
    try:
        target.hardlink_to(source)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links, such as a USB stick
        with target.open("x") as file:
            file.write(source.read_text())
    source.unlink()


def _runs(pid: int) -> bool:
    if os.name != "posix":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _runs_on_windows(pid: int) -> bool:
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    handle = kernel.OpenProcess(0x1000, 0, pid)
    if handle:
        kernel.CloseHandle(handle)
    return bool(handle)
