"""What is read about files kept inside the book: a row of the list, and where a file can hang."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reviewdesk.domain.attachment import Attachment
from reviewdesk.domain.changes import Kind


@dataclass(frozen=True, slots=True)
class Place:
    """Something of an account that a file can hang on; without a kind it is the account itself."""

    words: str
    kind: Kind | None = None
    id: UUID | None = None

    @property
    def key(self) -> str:
        """Give a word it is known by, where it is chosen from a few."""
        return f"{self.kind or ''}/{self.id.hex if self.id else ''}"


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file with the place it hangs on."""

    file: Attachment
    place: Place


@dataclass(frozen=True, slots=True)
class AccountFiles:
    """The files of one account, the newest first, and every place of it that a file can hang on."""

    account_id: UUID
    rows: tuple[FileRow, ...]
    places: tuple[Place, ...]
    today: date


@dataclass(frozen=True, slots=True)
class RemovedFiles:
    """What no file has any more and undo can still bring back: how many contents, and how many bytes together."""

    count: int
    size: int
