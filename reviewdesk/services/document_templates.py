"""A client's own templates for documents, kept in the book: Word and PowerPoint files with named placeholders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.domain.errors import MissingError
from reviewdesk.domain.file_names import ending_of, safe_name
from reviewdesk.domain.placeholders import PLACEHOLDERS, Placeholder
from reviewdesk.domain.source_file import SourceFile, SourceKind
from reviewdesk.services.file_content import content_of
from reviewdesk.services.making import TemplateContent
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.contents import find, keep

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store
    from reviewdesk.storage.unit_of_work import UnitOfWork

_MOST = 30 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class KeptTemplate:
    """A template as it is chosen."""

    id: UUID
    name: str
    kind: DocumentKind


class DocumentTemplateService:
    """Keeps the templates of one book."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """Give every placeholder a template may hold."""
        return PLACEHOLDERS

    def all(self) -> tuple[KeptTemplate, ...]:
        """Give the templates by their names."""
        with self._store.read() as reading:
            found = reading.source_files.where(kind=SourceKind.TEMPLATE)
        return tuple(sorted(map(_kept, found), key=lambda each: each.name.casefold()))

    def add(self, path: Path) -> Outcome[KeptTemplate]:
        """Keep a template; one of the same name is replaced.

        Raises:
            UnreadableError: it cannot be read, or holds what could run, fetch or tell on somebody.
            RefusedError: it asks for what is not known, or for nothing at all.
        """
        read = read_template(path)
        with self._store.write(f"Keep the template {read.name}") as work:
            digest = keep(work.connection, read.content)
            there = work.source_files.where(kind=SourceKind.TEMPLATE, path=read.name)
            given = replace(there[0], digest=digest) if there else _file(read.name, digest)
            kept = work.source_files.put(replace(given, read_on=work.clock.today()))
        return Outcome(_kept(kept), work.changes)

    def remove(self, template_id: UUID) -> Outcome[None]:
        """Take a template out of the book; undo brings it back."""
        with self._store.write("Remove the template") as work:
            work.source_files.remove(template_id)
        return Outcome(None, work.changes)


def read_template(path: Path) -> TemplateContent:
    """Read a template from a file and check it.

    Raises:
        UnreadableError: it cannot be read, or holds what could run, fetch or tell on somebody.
        RefusedError: it asks for what is not known, or for nothing at all.
    """
    from reviewdesk.exchange.office.template_filling import check_template

    content = content_of(path, _MOST)
    kind = check_template(content, path.name)
    stem = path.name.removesuffix(f".{ending_of(path.name)}")
    return TemplateContent(safe_name(f"{stem}.{kind.value}"), content)


def template_in(reading: Reading, template_id: UUID) -> TemplateContent:
    """Give a template of the book.

    Raises:
        MissingError: it is not there, or its content was erased for good.
    """
    file = reading.source_files.get(template_id)
    content = find(reading.connection, file.digest)
    if content is None:
        raise MissingError(f"What stood in “{file.path}” was erased for good. Choose the template again.")
    return TemplateContent(file.path, content)


def templates_in(reading: Reading) -> Iterator[TemplateContent]:
    """Give the templates of a book whose content was not erased."""
    for file in reading.source_files.where(kind=SourceKind.TEMPLATE):
        content = find(reading.connection, file.digest)
        if content is not None:
            yield TemplateContent(file.path, content)


def take_along(here: Reading, there: UnitOfWork) -> None:
    """Keep the templates of one book in another."""
    for each in templates_in(here):
        there.source_files.put(_file(each.name, keep(there.connection, each.content)))


def _file(name: str, digest: str) -> SourceFile:
    return SourceFile(kind=SourceKind.TEMPLATE, path=name, digest=digest)


def _kept(file: SourceFile) -> KeptTemplate:
    return KeptTemplate(file.id, file.path, DocumentKind(ending_of(file.path)))
