"""What stands in a file that a person names or drops, or why it cannot be had."""

from hashlib import sha256
from pathlib import Path

from reviewdesk.domain.errors import UnreadableError


def content_of(path: Path, most: int) -> bytes:
    """Give what stands in a file; `most` is the number of bytes that are looked at.

    Raises:
        UnreadableError: it is not there, is no file, cannot be read, or is larger.
    """
    try:
        if not path.is_file():
            raise UnreadableError(f"There is no file “{path.name}” any more. Choose it where it lies now.")
        if path.stat().st_size > most:
            raise UnreadableError(
                f"“{path.name}” is larger than {most // 1024**2} MB, which is more than is read here."
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"“{path.name}” cannot be read. Check that you may read it, and try again.") from error


def digest_of(content: bytes) -> str:
    """Give the sign by which a content is known again: its SHA-256 in hex."""
    return sha256(content).hexdigest()
