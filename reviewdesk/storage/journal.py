"""The draft journal: what is being typed, on disk within a second, until it is saved in the book.

One line of JSON for each draft, appended and brought to the disk; the last line of a key counts. A line that was cut
off by a crash is passed over.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from reviewdesk.domain.errors import BookError
from reviewdesk.storage.atomic import sync_folder

TIDY_FROM: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into one place, named by `key` (like "review/<id>/notes"), and when (UTC, ISO 8601)."""

    key: str
    text: str
    at: str


class Journal:
    """The drafts of one book, in a file beside it."""

    def __init__(self, book: Path) -> None:
        self.path = book.with_name(book.name + "-drafts")
        self._open: dict[str, Draft] = self._read()

    def keep(self, key: str, text: str, at: datetime) -> None:
        """Put what is typed on the disk.

        Raises:
            BookError: the disk is full; the text in the window is still whole.
        """
        draft = Draft(key, text, at.isoformat())
        self._append(draft)
        self._open[key] = draft

    def saved(self, key: str, text: str) -> None:
        """Forget a draft that is saved in the book, unless more was typed since."""
        known = self._open.get(key)
        if known is None or known.text != text:
            return
        del self._open[key]
        if self._open and self.path.stat().st_size < TIDY_FROM:
            self._append(Draft(key, "", ""))
        else:
            self._rewrite()

    def drafts(self) -> tuple[Draft, ...]:
        """Give the drafts that were not saved yet, oldest first."""
        return tuple(self._open.values())

    def _append(self, draft: Draft) -> None:
        line = json.dumps(asdict(draft), ensure_ascii=True).encode() + b"\n"
        is_new = not self.path.exists()
        try:
            handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                _write_all(handle, line)
                os.fsync(handle)
            finally:
                os.close(handle)
            if is_new:
                sync_folder(self.path.parent)
        except OSError as error:
            raise BookError(
                f"What you type cannot be kept on the disk ({error.strerror}). Free some space; the text is still here."
            ) from error

    def _rewrite(self) -> None:
        if not self._open:
            self.path.unlink(missing_ok=True)
            return
        part = self.path.with_suffix(".part")
        part.write_bytes(b"".join(json.dumps(asdict(each)).encode() + b"\n" for each in self._open.values()))
        part.replace(self.path)

    def _read(self) -> dict[str, Draft]:
        found: dict[str, Draft] = {}
        if not self.path.exists():
            return found
        for line in self.path.read_bytes().split(b"\n"):
            with suppress(ValueError, TypeError):
                draft = Draft(**json.loads(line))
                found.pop(draft.key, None)
                if draft.at:
                    found[draft.key] = draft
        return found


def _write_all(handle: int, content: bytes) -> None:
    while content:
        content = content[os.write(handle, content) :]
