"""Mail drafts written as files beside the book, for the person's own mail program to open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from reviewdesk.domain.errors import RefusedError
from reviewdesk.exchange.mail_draft import MailDraft, draft_file
from reviewdesk.services.documents import free_path
from reviewdesk.storage.atomic import write_whole

LONGEST_LINK: Final = 1900


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDraft:
    """A draft as it was written, and the same as a link for mail programs that open no drafts.

    `lacking` names those of theirs who have no address; `attached` is what goes along, where it lies by itself too.
    """

    path: Path
    subject: str
    link: str
    lacking: tuple[str, ...] = ()
    attached: Path | None = None


def folder_of(book: Path) -> Path:
    """Give where the drafts of a book lie."""
    return book.parent / f"{book.stem} drafts"


def write_draft(
    folder: Path, draft: MailDraft, name: str, lacking: tuple[str, ...] = (), *, apart: bool = False
) -> WrittenDraft:
    """Write a draft whole into a folder, where nothing is overwritten; `apart` also the first file that goes along.

    Raises:
        RefusedError: the folder cannot be made, or the draft cannot be written there.
    """
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        said = f"The draft cannot be written: no folder {folder} can be made. {error.strerror}."
        raise RefusedError(said) from error
    path = free_path(folder, f"{name}.eml")
    write_whole(path, draft_file(draft))
    attached = None
    if apart and draft.parts:
        attached = free_path(folder, draft.parts[0].name)
        write_whole(attached, draft.parts[0].content)
    return WrittenDraft(path=path, subject=draft.subject, link=link_of(draft), lacking=lacking, attached=attached)


def link_of(draft: MailDraft) -> str:
    """Give a draft as a mailto link, without what goes along; its text is cut where programs take no longer one."""
    to = ",".join(quote(address, safe="@") for _, address in draft.to)
    text = draft.text.replace("\n", "\r\n")
    while len(link := f"mailto:{to}?subject={quote(draft.subject)}&body={quote(text)}") > LONGEST_LINK and text:
        text = text[: len(text) * 3 // 4]
    return link
