"""What this machine's person was told about while the program was closed; it belongs to the machine and to no book."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from reviewdesk.storage.atomic import write_whole


class Reminded:
    """A small file of keys for each book; it holds no name, and a file that does not read holds nothing."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def keys(self, book: Path) -> frozenset[str]:
        """Give the keys of what was told about a book."""
        return frozenset(self._read().get(_mark(book), ()))

    def keep(self, told: Mapping[Path, Iterable[str]]) -> None:
        """Keep these keys in place of those kept for these books; what is kept for others stays.

        Raises:
            RefusedError: the file cannot be written.
        """
        kept = {**self._read(), **{_mark(book): sorted(keys) for book, keys in told.items()}}
        content = json.dumps({book: keys for book, keys in kept.items() if keys}, indent=1)
        write_whole(self._file, content.encode("utf-8"))

    def forget(self) -> None:
        """Leave nothing of it behind."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _read(self) -> dict[str, list[str]]:
        try:
            kept = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(book): _texts(keys) for book, keys in kept.items()} if isinstance(kept, dict) else {}


def _texts(keys: object) -> list[str]:
    return [each for each in keys if isinstance(each, str)] if isinstance(keys, list) else []


def _mark(book: Path) -> str:
    """Name a book so that nobody reads from the file which books there are."""
    return sha256(str(book).encode("utf-8", "surrogatepass")).hexdigest()[:24]
