"""The draft journal: what is being typed, on disk within a second, until it is saved in the book.

Keeping and saving run in lanes of their own, so each is numbered where the typing happens: what is kept late never
comes back over what was saved later. A draft also says which stored texts it was typed over, so that at the next start
it takes the place of no other.

One line of JSON for each draft, appended and brought to the disk; the last line of a key counts. A line that was cut
off by a crash or a full disk is passed over, and the next one starts on a line of its own.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from threading import RLock
from typing import Final

from reviewdesk.domain.errors import BookError, RefusedError
from reviewdesk.storage.atomic import sync_folder, write_whole

TIDY_FROM: Final = 4_000_000
EARLIER: Final = "/earlier"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into one place, named by `key` (like "review/<id>/notes"), and when (UTC, ISO 8601).

    `over` are the marks of the texts it may have been typed over, `into` those of the later texts it went into.
    """

    key: str
    text: str
    at: str
    over: tuple[str, ...] = ()
    into: tuple[str, ...] = ()

    def was_typed_over(self, stored: str) -> bool:
        """Say whether it was typed over this very text."""
        return mark_of(stored) in self.over

    def went_into(self, stored: str) -> bool:
        """Say whether this text came from it, so that nothing of it is to be brought back."""
        return stored == self.text or mark_of(stored) in self.into


def mark_of(text: str) -> str:
    """Give a mark by which a text is known again."""
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


class Journal:
    """The drafts of one book, in a file beside it; lanes may share one."""

    def __init__(self, book: Path) -> None:
        self.path = book.with_name(book.name + "-drafts")
        self._lock = RLock()
        self._tidied_size = 0
        self._open: dict[str, Draft] = self._read()
        self._numbers: dict[str, int] = {}
        self._saved: dict[str, int] = {}
        self._count = count(1)

    def next_number(self) -> int:
        """Number what is asked to be kept or saved now; called where the typing happens, before any lane takes over."""
        return next(self._count)

    def keep(self, key: str, text: str, at: datetime, *, number: int | None = None, over: tuple[str, ...] = ()) -> None:
        """Put what is typed over one of the texts `over` on the disk, unless something later was saved already.

        A draft left from before the program started stays beside it, under the key with "/earlier".

        Raises:
            BookError: the disk is full; the text in the window is still whole.
        """
        draft = Draft(key, text, at.isoformat(), tuple(map(mark_of, over)))
        with self._lock:
            number = self.next_number() if number is None else number
            if number <= max(self._saved.get(key, 0), self._numbers.get(key, 0)):
                return
            self._move_earlier(key)
            self._append(_line(draft))
            self._open[key], self._numbers[key] = draft, number
            self._tidy_when_large()

    def _move_earlier(self, key: str) -> None:
        left = self._open.get(key)
        if left is not None and key not in self._numbers:
            free = key + EARLIER
            while free in self._open:
                free += EARLIER
            self._open[free] = replace(left, key=free)
            self._append(_line(self._open[free]))

    def saving(self, key: str, text: str, number: int) -> None:
        """Note that a draft goes into this text, in case the program ends between saving it and forgetting the draft.

        Nothing is lost without the note, so it is not waited for and a full disk does not matter.
        """
        with self._lock:
            if 0 < self._numbers.get(key, 0) <= number:
                mark = mark_of(text)
                self._open[key] = replace(self._open[key], into=(*self._open[key].into, mark))
                with suppress(BookError):
                    self._append(json.dumps({"key": key, "into": mark}).encode() + b"\n", at_once=False)

    def saved(self, key: str, number: int | None = None) -> None:
        """Forget the draft that was kept before the save of this number was asked for; without one, up to now."""
        with self._lock:
            number = self.next_number() if number is None else number
            self._saved[key] = max(number, self._saved.get(key, 0))
            if 0 < self._numbers.get(key, 0) <= number:
                self.forget(key)

    def forget(self, key: str) -> None:
        """Forget a draft, whenever it was typed.

        Where the disk does not let it be forgotten it is offered again, which loses nothing.
        """
        with self._lock:
            self._numbers.pop(key, None)
            if self._open.pop(key, None) is None:
                return
            with suppress(BookError):
                if self._open:
                    self._append(_line(Draft(key, "", "")))
                else:
                    self._rewrite()

    def drafts(self) -> tuple[Draft, ...]:
        """Give the drafts that were not saved yet, oldest first."""
        with self._lock:
            return tuple(self._open.values())

    def _append(self, line: bytes, *, at_once: bool = True) -> None:
        is_new = not self.path.exists()
        try:
            handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                _write_all(handle, b"\n" + line)
                if at_once:
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
            draft = _draft(line, found)
            if draft is not None:
                found.pop(draft.key, None)
                if draft.at:
                    found[draft.key] = draft
        return found


def _line(draft: Draft) -> bytes:
    return json.dumps(asdict(draft), ensure_ascii=True).encode() + b"\n"


def _draft(line: bytes, known: dict[str, Draft]) -> Draft | None:
    """Read a line: a draft, or what one of those that are known went into."""
    try:
        found = json.loads(line)
        key = str(found["key"])
        if isinstance(found.get("into"), str):
            return replace(known[key], into=(*known[key].into, found["into"]))
        over, into = (tuple(map(str, found.get(each, ()))) for each in ("over", "into"))
        return Draft(key, str(found["text"]), str(found["at"]), over, into)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _write_all(handle: int, content: bytes) -> None:
    while content:
        content = content[os.write(handle, content) :]
