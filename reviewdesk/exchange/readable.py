"""What stands in the way of reading a file, said so that a person can do something about it."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewdesk.domain.errors import UnreadableError
from reviewdesk.exchange.table import Limits


@contextmanager
def told_plainly(path: Path, limits: Limits) -> Iterator[None]:
    """Read a file in here: what the system says against it becomes a sentence.

    Raises:
        UnreadableError: it is not there, may not be read, is no file, is damaged, or larger than the limits.
    """
    try:
        _refuse_wrong_file(path, limits)
        yield
    except FileNotFoundError:
        raise UnreadableError(f"There is no file {path.name} in that place. Choose it again.") from None
    except PermissionError:
        raise UnreadableError(f"{path.name} may not be read. Copy it to your own folder and try that.") from None
    except (OSError, ValueError) as wrong:
        raise _unreadable(path, wrong) from wrong


def _unreadable(path: Path, wrong: Exception) -> UnreadableError:
    why = getattr(wrong, "strerror", None) or "its text is damaged"
    shown = path.name.replace("\0", "")[:100]
    return UnreadableError(f"{shown} cannot be read: {why}. Export it again, or copy it elsewhere and try that copy.")


def _refuse_wrong_file(path: Path, limits: Limits) -> None:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableError(f"{path.name} is not a file. Choose a file that another program exported.")
    if found.st_size > limits.file_bytes:
        size = limits.file_bytes // (1024 * 1024)
        raise UnreadableError(f"{path.name} is larger than {size} MB. Export fewer columns or years, or split it.")
