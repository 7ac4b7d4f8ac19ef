"""Writing a file so that there is always either the old one or the new one, whole."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from reviewdesk.domain.errors import RefusedError


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, bring it to the disk, and only then give it its name.

    Raises:
        RefusedError: there is no room or no right to write there; what was there before is untouched.
    """
    part: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = mkstemp(dir=path.parent, prefix=".", suffix=".part")
        part = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except (OSError, ValueError) as error:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        why = error.strerror if isinstance(error, OSError) else "the name has a character that no file can have"
        raise RefusedError(
            f"{path.name} could not be written to {path.parent} ({why}). Choose another place and try again."
        ) from error


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
