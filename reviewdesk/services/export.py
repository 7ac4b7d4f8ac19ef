"""Everything in a book as files that any program reads: JSON, a table for each kind of record, and the files kept."""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from reviewdesk.domain.attachment import Attachment
from reviewdesk.domain.audience import audiences_of
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.file_names import safe_name
from reviewdesk.domain.plain_json import write_json
from reviewdesk.domain.review import AgendaItem, NoteLine
from reviewdesk.exchange.csv_writing import csv_bytes
from reviewdesk.services.document_templates import templates_in
from reviewdesk.services.documents import free_path, slug
from reviewdesk.services.export_values import Exported
from reviewdesk.storage import records
from reviewdesk.storage.atomic import write_whole
from reviewdesk.storage.contents import find
from reviewdesk.storage.mapping import RecordMap
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.repository import Repository
from reviewdesk.storage.store import Store

ABOUT: Final = """Everything in the book “{name}”, as it stood on {day}.

everything.json   every record with every field; reads back exactly
tables/           the same as one table for each kind of record (CSV, UTF-8); lists and parts stand in a cell as JSON
audiences.csv     who may see each field: only me, our side, the customer
files/            the files kept in the book, each under the beginning of its id and its name

This holds what is for you alone. It is not for the customer, nor for the company's CRM.
"""


FORMAT: Final = 1
_PLURALS: Final = {"person": "people"}
_WITHIN_REVIEWS: Final[Mapping[str, type]] = {"note_lines": NoteLine, "agenda_items": AgendaItem}


class ExportService:
    """Writes out a whole book."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def write(self, folder: Path) -> Exported:
        """Write everything into a new folder within this one, whole or not at all.

        Raises:
            RefusedError: it cannot be written there.
        """
        with self._store.read() as reading:
            day, name = self._store.clock.today(), reading.book.name
            target = free_path(folder, f"{slug(name)} {day}")
            part = free_path(folder, f".{target.name}.part")
            try:
                count, missing = _write(reading, part)
                write_whole(part / "READ ME.txt", ABOUT.format(name=name, day=day).encode())
                part.replace(target)
            except OSError as error:
                raise RefusedError(f"It cannot be written to {folder}. Choose another place and try again.") from error
            finally:
                shutil.rmtree(part, ignore_errors=True)
        paths = tuple(sorted(each for each in target.rglob("*") if each.is_file()))
        return Exported(target, paths, count, missing)


def _write(reading: Reading, folder: Path) -> tuple[int, tuple[str, ...]]:
    """Write everything into a folder; give how many records there are, and the files whose content was erased."""
    kinds = {_name(each): (each.record, _found(reading, each)) for each in records.ALL}
    whole = {name: [json.loads(write_json(each)) for each in found] for name, (_, found) in kinds.items()}
    classes = {**{name: kind for name, (kind, _) in kinds.items()}, **_WITHIN_REVIEWS}
    audiences = {
        name: {field: who.value for field, who in audiences_of(kind).items()} for name, kind in classes.items()
    }
    _write_json(folder / "everything.json", {"format": FORMAT, "audiences": audiences, "records": whole})
    _write_tables(folder / "tables", classes, whole)
    rows = [(name, field, who) for name, found in audiences.items() for field, who in found.items()]
    write_whole(folder / "audiences.csv", csv_bytes(("record", "field", "audience"), rows))
    attachments = kinds[_name(records.ATTACHMENT)][1]
    missing = (*_keep_files(reading, attachments, folder / "files"), *_keep_logos(reading, folder / "logos"))
    for template in templates_in(reading):
        write_whole(folder / "templates" / safe_name(template.name), template.content)
    return sum(map(len, whole.values())), missing


def _name(kind: RecordMap[Any]) -> str:
    """Give the name of the table of a kind of record: accounts, people, follow_ups."""
    word = kind.table.name
    return _PLURALS.get(word) or (f"{word[:-1]}ies" if word.endswith("y") else f"{word}s")


def _found(reading: Reading, kind: RecordMap[Any]) -> Sequence[Any]:
    return reading.reviews.all() if kind is records.REVIEW else Repository(reading, kind).all()


def _write_json(path: Path, everything: Mapping[str, object]) -> None:
    write_whole(path, json.dumps(everything, ensure_ascii=False, indent=1).encode("utf-8", "replace"))


def _write_tables(folder: Path, classes: Mapping[str, type], whole: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    lines = [{"review_id": each["id"], **line} for each in whole["reviews"] for line in each["lines"]]
    for name, found in whole.items():
        headers = [each.name for each in fields(classes[name]) if each.name != "lines"]
        write_whole(folder / f"{name}.csv", _table(headers, found))
    write_whole(folder / "note_lines.csv", _table(["review_id", *(each.name for each in fields(NoteLine))], lines))


def _table(headers: Sequence[str], found: Sequence[Mapping[str, Any]]) -> bytes:
    return csv_bytes(headers, ([_cell(each[header]) for header in headers] for each in found))


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _keep_files(reading: Reading, attachments: Sequence[Attachment], folder: Path) -> Iterator[str]:
    """Write the files kept in the book, and name those whose content was erased for good."""
    for each in attachments:
        content = find(reading.connection, each.digest)
        if content is None:
            yield each.name
        else:
            write_whole(folder / f"{each.id.hex[:8]} {safe_name(each.name)}", content)


def _keep_logos(reading: Reading, folder: Path) -> Iterator[str]:
    """Write the logos kept in the book, and name those that were erased for good."""
    book = reading.book
    own = [("our logo", book.logo), ("logo of who prepares it", book.prepared_logo)]
    for name, digest in [*own, *((each.name, each.logo) for each in reading.accounts.all())]:
        content = find(reading.connection, digest) if digest else None
        if content is not None:
            write_whole(folder / f"{digest[:8]} {safe_name(f'{name}.{_ending(content)}')}", content)
        elif digest:
            yield f"logo of {name}"


def _ending(picture: bytes) -> str:
    return {b"\x89PNG": "png", b"<svg": "svg"}.get(picture[:4], "jpg")
