"""The books that this machine's person has opened, the newest first; the list belongs to the machine and to no book."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from reviewdesk.domain.errors import RefusedError
from reviewdesk.storage.atomic import write_whole

MOST: Final = 50


class RecentBooks:
    """A small file of the machine's own with the paths of books; a file that does not read lists none."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def paths(self) -> tuple[Path, ...]:
        """Give the paths, the book that was opened last first; what they lead to may be gone."""
        kept = self._read().get("books")
        return tuple(Path(each) for each in kept if isinstance(each, str) and each) if isinstance(kept, list) else ()

    @property
    def is_hidden(self) -> bool:
        """Whether nobody who looks at the screen is to see which books there are."""
        return self._read().get("hidden") is True

    def remember(self, path: Path) -> None:
        """Put a book on top; where the list cannot be written, it stays as it is."""
        with suppress(RefusedError):
            self._write((path, *(each for each in self.paths() if each != path)), hidden=self.is_hidden)

    def forget(self, path: Path) -> None:
        """Take a book off the list; its file is untouched.

        Raises:
            RefusedError: the list cannot be written.
        """
        self._write(tuple(each for each in self.paths() if each != path), hidden=self.is_hidden)

    def hide(self, *, on: bool) -> None:
        """Hide the list from the screen, or show it again; it is kept either way.

        Raises:
            RefusedError: the list cannot be written.
        """
        self._write(self.paths(), hidden=on)

    def _read(self) -> dict[str, object]:
        try:
            kept = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _write(self, paths: tuple[Path, ...], *, hidden: bool) -> None:
        kept = {"books": [str(each) for each in paths[:MOST]], "hidden": hidden}
        write_whole(self._file, json.dumps(kept, ensure_ascii=False, indent=1).encode("utf-8"))
