"""The draft journal: what is being typed, on disk within a second, until it is saved in the book.

One line of JSON for each draft, appended and brought to the disk; the last line of a key counts. A line that was cut
off by a crash or a full disk is passed over, and the next one starts on a line of its own.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Final

from reviewdesk.domain.errors import BookError, RefusedError
from reviewdesk.storage.atomic import sync_folder, write_whole

TIDY_FROM: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into one place, named by `key` (like "review/<id>/notes"), and when (UTC, ISO 8601)."""

    key: str
    text: str
    at: str


class Journal:
    """The drafts of one book, in a file beside it; lanes may share one."""

    def __init__(self, book: Path) -> None:
        self.path = book.with_name(book.name + "-drafts")
        self._lock = RLock()
        self._tidied_size = 0
        self._open: dict[str, Draft] = self._read()

    def keep(self, key: str, text: str, at: datetime) -> None:
        """Put what is typed on the disk.

        Raises:
            BookError: the disk is full; the text in the window is still whole.
        """
        draft = Draft(key, text, at.isoformat())
        with self._lock:
            self._append(draft)
            self._open[key] = draft
            self._tidy_when_large()

    def saved(self, key: str, text: str) -> None:
        """Forget a draft that is saved in the book, unless more was typed since.

        Where the disk does not let it be forgotten it is offered again, which loses nothing.
        """
        with self._lock:
            known = self._open.get(key)
            if known is None or known.text != text:
                return
            del self._open[key]
            with suppress(BookError):
                if self._open:
                    self._append(Draft(key, "", ""))
                else:
                    self._rewrite()

    def drafts(self) -> tuple[Draft, ...]:
        """Give the drafts that were not saved yet, oldest first."""
        with self._lock:
            return tuple(self._open.values())

    def _append(self, draft: Draft) -> None:
        line = b"\n" + _line(draft)
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

    def _tidy_when_large(self) -> None:
        """Leave out what counts no longer, once the file has doubled; where there is no room for that it stays."""
        if self.path.stat().st_size > max(TIDY_FROM, 2 * self._tidied_size):
            with suppress(BookError):
                self._rewrite()
                self._tidied_size = self.path.stat().st_size

    def _rewrite(self) -> None:
        try:
            if self._open:
                write_whole(self.path, b"".join(map(_line, self._open.values())))
            else:
                self.path.unlink(missing_ok=True)
        except (OSError, RefusedError) as error:
            raise BookError(str(error)) from error

    def _read(self) -> dict[str, Draft]:
        found: dict[str, Draft] = {}
        if not self.path.exists():
            return found
        for line in self.path.read_bytes().split(b"\n"):
            draft = _draft(line)
            if draft is not None:
                found.pop(draft.key, None)
                if draft.at:
                    found[draft.key] = draft
        return found


def _line(draft: Draft) -> bytes:
    return json.dumps(asdict(draft), ensure_ascii=True).encode() + b"\n"


def _draft(line: bytes) -> Draft | None:
    try:
        found = json.loads(line)
        return Draft(str(found["key"]), str(found["text"]), str(found["at"]))
    except (ValueError, TypeError, KeyError):
        return None


def _write_all(handle: int, content: bytes) -> None:
    while content:
        content = content[os.write(handle, content) :]
