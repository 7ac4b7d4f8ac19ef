"""What a person does with files: keeps them inside the book, on an account or on one record of it."""

from mimetypes import guess_type
from pathlib import Path
from typing import Final, TypedDict, Unpack
from uuid import UUID

from reviewdesk.domain.attachment import Attachment
from reviewdesk.domain.changes import Changes
from reviewdesk.domain.errors import RefusedError, UnreadableError
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.contents import keep
from reviewdesk.storage.reading import UnitOfWork
from reviewdesk.storage.store import Store

LARGEST: Final = 50 * 1024 * 1024  # bytes
LONGEST_NAME: Final = 200
UNKNOWN: Final = "application/octet-stream"


class On(TypedDict, total=False):
    """The record of the account that a file belongs to, where it belongs to one."""

    review_id: UUID | None
    concern_id: UUID | None
    follow_up_id: UUID | None
    contact_id: UUID | None


class AttachmentService:
    """Keeps files inside the book."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, account_id: UUID, path: Path, **on: Unpack[On]) -> Outcome[Attachment]:
        """Keep a file on an account; the one on the disk stays as it is.

        Raises:
            UnreadableError: there is no such file, or it cannot be read.
            RefusedError: it is larger than a book should hold.
        """
        return self.add_bytes(account_id, path.name, _content(path), **on)

    def add_bytes(self, account_id: UUID, name: str, content: bytes, **on: Unpack[On]) -> Outcome[Attachment]:
        """Keep a content under a name on an account; what is there already is not kept twice.

        Raises:
            RefusedError: it is larger than a book should hold.
        """
        with self._store.write("Attach file") as work:
            work.accounts.get(account_id)
            attachment = attach(work, account_id, name, content, **on)
        return Outcome(attachment, work.changes if work.records else Changes())


def attach(work: UnitOfWork, account_id: UUID, name: str, content: bytes, **on: Unpack[On]) -> Attachment:
    """Keep a content within a step; give what is kept there already where it is the same.

    Raises:
        RefusedError: it is larger than a book should hold.
    """
    refuse_large(len(content), name)
    digest = keep(work.connection, content)
    tidy = plain_name(name)
    given = Attachment(
        account_id=account_id, name=tidy, size=len(content), digest=digest, added_on=work.clock.today(),
        media_type=guess_type(tidy)[0] or UNKNOWN, **on,
    )  # fmt: skip
    there = work.attachments.where(account_id=account_id, digest=digest)
    known = next((each for each in there if _place(each) == _place(given)), None)
    return known or work.attachments.put(given)


def refuse_large(size: int, name: str) -> None:
    """Refuse a file that a book should not hold.

    Raises:
        RefusedError: it is larger than that.
    """
    if size > LARGEST:
        most = LARGEST // (1024 * 1024)
        raise RefusedError(f"“{plain_name(name)}” is larger than {most} MB. Keep it elsewhere and note where it lies.")


def plain_name(name: str) -> str:
    """Give a file's name without folders, line ends and control characters."""
    last = name.replace("\\", "/").rpartition("/")[2]
    tidy = "".join(each for each in last if each.isprintable()).strip(" .")
    return tidy[-LONGEST_NAME:] or "file"


def _place(one: Attachment) -> tuple[UUID | None, ...]:
    return one.review_id, one.concern_id, one.follow_up_id, one.contact_id


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UnreadableError(f"“{path.name}” is no file that can be kept. Choose a file.")
        refuse_large(path.stat().st_size, path.name)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(
            f"“{path.name}” cannot be read. Check that it is there and that you may read it."
        ) from error
