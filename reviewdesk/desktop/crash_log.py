"""Writes down what went wrong with us: where in the program, never what the person typed."""

from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final

from reviewdesk import __version__

_MOST_MESSAGES: Final = 500


class CrashLog:
    """Files in a folder: one per crash, and one with the warnings of this run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._messages = 0

    def write(self, error: BaseException, *, at: datetime) -> Path:
        """Write a crash file and give its path.

        Raises:
            OSError: the folder cannot be written to.
        """
        path = self._free_path(at)
        self._write_private(path, crash_text(error, at=at))
        return path

    def note(self, kind: str, words: str, *, at: datetime) -> None:
        """Add a line to the warnings of this run."""
        if self._messages >= _MOST_MESSAGES:
            return
        self._messages += 1
        path = self.folder / "warnings.log"
        before = path.read_text("utf-8") if path.exists() and self._messages > 1 else ""
        self._write_private(path, f"{before}{at:%Y-%m-%d %H:%M:%S} {kind}: {words}\n")

    def _free_path(self, at: datetime) -> Path:
        name = f"crash-{at:%Y%m%d-%H%M%S}"
        tries = (f"{name}{'' if n == 0 else f'-{n}'}.txt" for n in range(1000))
        return next(path for path in (self.folder / each for each in tries) if not path.exists())

    def _write_private(self, path: Path, text: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        path.write_text(text, "utf-8")


def crash_text(error: BaseException, *, at: datetime) -> str:
    """Give the kind of each error and the lines of the program it came through.

    The errors' own messages are left out: they may quote the book.
    """
    return "\n".join([*_head(at), *_chain(error), ""])


def _head(at: datetime) -> list[str]:
    import platform

    system = f"{platform.system()} {platform.release()} {platform.machine()}, Python {platform.python_version()}"
    return [f"ReviewDesk {__version__}", system, f"{at:%Y-%m-%d %H:%M:%S}", ""]


def _chain(error: BaseException) -> list[str]:
    """Give the errors from the first to the last, each with the lines it came through."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(lines) < 400:
        lines = [*_came_through(seen.__traceback__), _kind(seen), "", *lines]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return lines


def _kind(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _came_through(trace: TracebackType | None) -> list[str]:
    import traceback

    return [line.rstrip("\n") for line in traceback.format_tb(trace)]
