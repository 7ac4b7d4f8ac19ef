"""Note lines as rows and back, remembering both: a meeting is saved every second and few of its lines change."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Column, Row

from reviewdesk.domain.review import NoteLine
from reviewdesk.storage.mapping import Stored
from reviewdesk.storage.records import NOTE_LINE
from reviewdesk.storage.tables import note_line

REMEMBERED: Final = 10_000
NAMES: Final = tuple(each.name for each in NOTE_LINE.fields)
COLUMNS: Final[tuple[Column[Any], ...]] = (
    *(note_line.c[name] for name in NAMES),
    *(each for each in note_line.columns if each.name not in NAMES),
)
Values = tuple[Stored, ...]
_stored: dict[int, tuple[NoteLine, Values]] = {}


@lru_cache(maxsize=REMEMBERED)
def line_of(values: Values) -> NoteLine:
    """Give the line of its own columns, in the order of `NAMES`."""
    line = NOTE_LINE.to_record(dict(zip(NAMES, values, strict=True)))
    _remember(line, values)
    return line


def values_of(line: NoteLine) -> Values:
    """Give the stored values of a line, in the order of `NAMES`."""
    known = _stored.get(id(line))
    if known is not None and known[0] is line:
        return known[1]
    values = tuple(each.store(getattr(line, each.name)) for each in NOTE_LINE.fields)
    _remember(line, values)
    return values


def _remember(line: NoteLine, values: Values) -> None:
    """Keep the line itself too, so that its number is given to no other while it counts."""
    if len(_stored) >= REMEMBERED:
        _stored.clear()
    _stored[id(line)] = (line, values)


def named(row: Row[*tuple[Any, ...]]) -> Mapping[str, Stored]:
    """Give a row by the names of its columns."""
    return dict(row._mapping)  # noqa: SLF001 - public in SQLAlchemy, and so named to leave room for columns
