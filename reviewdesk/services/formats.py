"""A customer's summary in other formats: saved as a file, or copied as text; each looked through before it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.file_names import ending_of
from reviewdesk.domain.summary import CustomerSummary, from_json
from reviewdesk.services.document_templates import read_template, template_in
from reviewdesk.services.documents import file_name_of, forbidden_for, free_path, refuse_leaks, review_to_name
from reviewdesk.services.making import Guard, Made, TemplateContent, fill, make
from reviewdesk.storage.atomic import write_whole

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class ToWrite:
    """A stored summary as it can be written: its value, what it is searched for, and the name of its PDF."""

    value: CustomerSummary
    guard: Guard
    file_name: str


class FormatService:
    """Saves and copies the summaries of one book in every format."""

    def __init__(self, store: Store, fonts: Path, other_books: tuple[str, ...] = ()) -> None:
        self._store, self._fonts = store, fonts
        self._other_books = other_books

    def save_as(
        self, summary_id: UUID, kind: DocumentKind, path: Path, *, template: UUID | Path | None = None,
        keep_what_is_there: bool = False,
    ) -> Path:  # fmt: skip
        """Write a summary whole to a file, or into a folder under its own name; give the file.

        A `template` of the book, or one in a file, is filled with it and gives its kind. With `keep_what_is_there` a
        new name is found beside a file that is there already.

        Raises:
            LeakError: it holds something internal that nobody said is meant; nothing is written.
            RefusedError: there is no such folder, no room or no right to write there; what was there is untouched.
        """
        if not path.parent.is_dir():
            raise RefusedError(f"There is no folder {path.parent}. Choose one that is there, or make it first.")
        wanted = self._to_write(summary_id)
        if template is None:
            made = self._made(wanted, kind)
        else:
            read = self._template(template)
            made, kind = self._filled(wanted, read), DocumentKind(ending_of(read.name))
        folder, name = (path, kind.named(wanted.file_name)) if path.is_dir() else (path.parent, path.name)
        target = free_path(folder, name) if keep_what_is_there or path.is_dir() else path
        write_whole(target, made.content)
        return target

    def text(self, summary_id: UUID, kind: DocumentKind) -> str:
        """Give a summary as text, for the clipboard.

        Raises:
            LeakError: it holds something internal that nobody said is meant.
        """
        return self._made(self._to_write(summary_id), kind).content.decode()

    def _filled(self, wanted: ToWrite, template: TemplateContent) -> Made:
        made = fill(wanted.value, template, wanted.guard)
        refuse_leaks(made.leaks)
        return made

    def _template(self, template: UUID | Path) -> TemplateContent:
        if isinstance(template, Path):
            return read_template(template)
        with self._store.read() as reading:
            return template_in(reading, template)

    def _to_write(self, summary_id: UUID) -> ToWrite:
        with self._store.read() as reading:
            return to_write(reading, summary_id, self._other_books)

    def _made(self, wanted: ToWrite, kind: DocumentKind) -> Made:
        made = make(wanted.value, kind, wanted.guard, self._fonts)
        refuse_leaks(made.leaks)
        return made


def to_write(reading: Reading, summary_id: UUID, other_books: tuple[str, ...]) -> ToWrite:
    """Give a stored summary with all that its writing needs of the book."""
    stored = reading.summaries.get(summary_id)
    value = from_json(stored.value)
    review = reading.reviews.get(stored.review_id)
    guard = Guard(forbidden_for(reading, review, value, other_books), frozenset(stored.meant))
    return ToWrite(value, guard, file_name_of(value, review_to_name(reading, review, value)))
