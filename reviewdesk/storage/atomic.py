"""Writing a file so that there is always either the old one or the new one, whole."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from reviewdesk.domain.errors import RefusedError


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, bring it to the disk, and only then give it its name.

    Raises:
        RefusedError: there is no room or no right to write there; what was there before is untouched.
    """

    def name(part: Path) -> Path:
        part.replace(path)
        return path

    _write(path, content, name, ".")


def write_new(path: Path, content: bytes, mark: str = "") -> Path:
    """Write a file whole under this name, or with a number behind it where that is taken; give the file.

    Nothing that is there is overwritten, whoever writes there at the same moment. `mark` is how the name begins that it
    has while it is written.

    Raises:
        RefusedError: there is no room or no right to write there.
    """

    def name(part: Path) -> Path:
        number = 1
        while True:
            target = path if number == 1 else path.with_name(f"{path.stem} ({number}){path.suffix}")
            if _named(part, target):
                return target
            number += 1

    return _write(path, content, name, f".{mark}")


def _named(part: Path, target: Path) -> bool:
    """Give a file its name unless that is taken."""
    try:
        os.link(part, target)
    except FileExistsError:
        return False
    except OSError:  # some disks know no second name for a file
        if target.exists():
            return False
        part.rename(target)
        return True
    part.unlink()
    return True


def _write(path: Path, content: bytes, name: Callable[[Path], Path], begins: str) -> Path:
    part: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, at = mkstemp(dir=path.parent, prefix=begins, suffix=".part")
        part = Path(at)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        written = name(part)
        sync_folder(path.parent)
    except (OSError, ValueError) as error:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        why = error.strerror if isinstance(error, OSError) else "the name has a character that no file can have"
        raise RefusedError(
            f"{path.name} could not be written to {path.parent} ({why}). Choose another place and try again."
        ) from error
    return written


def sync_folder(folder: Path) -> None:
    """Bring a folder's list of names to the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network and USB disks cannot do this for folders
            os.fsync(handle)
    finally:
        os.close(handle)
