"""The files of one account as rows: what each is, how large, and what it hangs on."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from reviewdesk.desktop.widgets.row_value import Row, RowAction
from reviewdesk.domain.file_kinds import PICTURES, TEXTS, kind_of, size_words
from reviewdesk.domain.file_names import ending_of
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.attachment_values import FileRow

_ACTIONS: Final = (
    RowAction("open", "Open", "external-link", "O"),
    RowAction("remove", "Remove", "trash-2", "Del"),
)


def file_rows(rows: Iterable[FileRow], today: date) -> tuple[Row, ...]:
    """Give files as rows."""
    return tuple(_row(each, today) for each in rows)


def facts_of(row: FileRow, today: date) -> str:
    """Say in a line what a file is, how large, and since when it is here."""
    file = row.file
    return " · ".join((kind_of(file.name), size_words(file.size), short_day(file.added_on, today)))


def icon_of(name: str) -> str:
    """Give the icon of a file by its name."""
    ending = ending_of(name)
    if ending in PICTURES:
        return "image"
    return "mail" if ending in ("eml", "msg") else "file-text" if ending in TEXTS | {"pdf"} else "file"


def _row(row: FileRow, today: date) -> Row:
    where = "" if row.place.kind is None else row.place.words
    meta = " · ".join(filter(None, (facts_of(row, today), where)))
    return Row(row.file.id, row.file.name, meta, icon=icon_of(row.file.name), actions=_ACTIONS)
