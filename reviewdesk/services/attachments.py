"""What a person does with files: keeps them inside the book, on an account or on one record of it."""

from dataclasses import replace
from mimetypes import guess_type
from pathlib import Path
from typing import Final, TypedDict, Unpack
from uuid import UUID

from reviewdesk.domain.attachment import Attachment
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import MissingError, RefusedError, UnreadableError
from reviewdesk.domain.file_names import ending_of, safe_name
from reviewdesk.services.attachment_values import AccountFiles, FileRow, RemovedFiles
from reviewdesk.services.file_places import place_of, places_of, put_on
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.atomic import write_whole
from reviewdesk.storage.contents import find, forget_unnamed, keep, unnamed
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

LARGEST: Final = 100 * 1024 * 1024  # bytes
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

    def files(self, account_id: UUID) -> AccountFiles:
        """Give the files of an account, the newest first, and where they can hang."""
        with self._store.read() as reading:
            places = places_of(reading, account_id)
            by_id = {each.id: each for each in places if each.id is not None}
            files = sorted(reading.attachments.where(account_id=account_id), key=_newest_first)
            today = reading.clock.today()
        return AccountFiles(account_id, tuple(FileRow(each, place_of(each, by_id)) for each in files), places, today)

    def content(self, file_id: UUID) -> bytes:
        """Give what stands in a file.

        Raises:
            MissingError: the file is not in the book, or its content was erased for good.
        """
        with self._store.read() as reading:
            file = reading.attachments.get(file_id)
            content = find(reading.connection, file.digest)
        if content is None:
            raise MissingError(f"What stood in “{file.name}” was erased for good. An older backup may still have it.")
        return content

    def save_as(self, file_id: UUID, path: Path) -> Path:
        """Write a copy of a file to a place on the disk.

        Raises:
            RefusedError: there is no room or no right to write there.
        """
        write_whole(path, self.content(file_id))
        return path

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

    def rename(self, file_id: UUID, name: str) -> Outcome[Attachment]:
        """Call a file something else; without an ending it keeps the one it had.

        Raises:
            RefusedError: the name is empty.
        """
        if not name.strip():
            raise RefusedError("A file needs a name. Type one, or press Escape to keep the old one.")
        with self._store.write("Rename file", join_key=f"attachment/{file_id}/name") as work:
            file = work.attachments.get(file_id)
            tidy, ending = safe_name(name), ending_of(file.name)
            tidy = tidy if ending_of(tidy) or not ending else safe_name(f"{tidy}.{ending}")
            changed = work.attachments.put(replace(file, name=tidy, media_type=guess_type(tidy)[0] or UNKNOWN))
        return Outcome(changed, work.changes)

    def hang(self, file_id: UUID, kind: Kind | None, id: UUID | None) -> Outcome[Attachment]:
        """Hang a file on a review, a concern, a follow-up or a contact of its account, or on the account alone."""
        with self._store.write("Move file") as work:
            changed = work.attachments.put(put_on(work.attachments.get(file_id), kind, id))
        return Outcome(changed, work.changes)

    def remove(self, file_id: UUID) -> Outcome[None]:
        """Take a file out; undo brings it back with what stands in it."""
        with self._store.write("Remove file") as work:
            work.attachments.remove(file_id)
        return Outcome(None, work.changes)

    def removed(self) -> RemovedFiles:
        """Say how many contents no file has any more, and how large they are together."""
        with self._store.read() as reading:
            found = unnamed(reading.connection)
        return RemovedFiles(found.count, found.size)

    def erase_removed(self) -> int:
        """Erase for good what no file has any more, and say how many contents that were; undo cannot bring it back."""
        with self._store.write("Erase removed files", quiet=True) as work:
            return forget_unnamed(work.connection)


def attach(work: UnitOfWork, account_id: UUID, name: str, content: bytes, **on: Unpack[On]) -> Attachment:
    """Keep a content within a step; give what is kept there already where it is the same.

    Raises:
        RefusedError: it is larger than a book should hold.
    """
    refuse_large(len(content), name)
    digest = keep(work.connection, content)
    tidy = safe_name(name)
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
        raise RefusedError(f"“{safe_name(name)}” is larger than {most} MB. Keep it elsewhere and note where it lies.")


def _place(one: Attachment) -> tuple[UUID | None, ...]:
    return one.review_id, one.concern_id, one.follow_up_id, one.contact_id


def _newest_first(file: Attachment) -> tuple[int, str, str]:
    return -file.added_on.toordinal(), file.name.casefold(), file.id.hex


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
