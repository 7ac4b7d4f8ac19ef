"""The index of folded words over everything written, kept in the transaction of each write.

The index holds no text of its own; what was found is read from its record. How it is asked stands in `search_finding`.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, insert, select
from sqlalchemy import text as sql

from reviewdesk.domain.changes import Kind
from reviewdesk.storage import tables
from reviewdesk.storage.kept_tables import search_entry
from reviewdesk.storage.ready import Ready, ReadySelect
from reviewdesk.storage.search_sources import SOURCES, kind_mark, query_of, words_in

INDEX_SQL: Final = (
    "CREATE VIRTUAL TABLE search_index USING fts5("
    "words, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 0')"
)
_BATCH = 500
_Each = TypeVar("_Each")
_IDS: Final = func.json_each(bindparam("ids")).table_valued("value")
_ONE_OF: Final = select(_IDS.c.value).scalar_subquery()
_NUMBERS: Final = Ready(select(search_entry.c.number).where(search_entry.c.record_id.in_(_ONE_OF)))
_FORGET: Final = Ready(delete(search_entry).where(search_entry.c.record_id.in_(_ONE_OF)))
_LAST: Final = Ready(sql("SELECT coalesce(max(number), 0) FROM search_entry"))
_OLDEST: Final = Ready(sql("SELECT number, kind FROM search_entry ORDER BY number LIMIT 1"))
_HOLDS: Final = Ready(sql("SELECT 1 FROM search_index WHERE search_index MATCH :word AND rowid = :number"))
_ENTER: Final = Ready(insert(search_entry), *search_entry.c.keys())
_INDEX: Final = Ready(sql("INSERT INTO search_index(rowid, words) VALUES (:number, :words)"))
_TAKE_OUT: Final = Ready(sql("DELETE FROM search_index WHERE rowid=:number"))


def index(
    connection: Connection, records: Collection[tuple[Kind, UUID]], *, redated: Collection[str] = frozenset()
) -> None:
    """Bring the index up to date with these records.

    `redated` are reviews whose lines are of another day, or of another account, now.
    """
    if redated:
        lines = connection.execute(select(tables.note_line.c.id).where(tables.note_line.c.review_id.in_(redated)))
        records = {*records, *((Kind.NOTE_LINE, UUID(each)) for each in lines.scalars())}
    for kind in SOURCES:
        ids = [record_id.hex for each, record_id in records if each is kind]
        for some in _batched(ids):
            _index_some(connection, kind, some)


def rebuild(connection: Connection) -> None:
    """Make the index anew from the records."""
    connection.execute(sql("DELETE FROM search_index"))
    connection.execute(delete(search_entry))
    for kind, source in SOURCES.items():
        for some in _batched(connection.execute(select(source.table.c.id)).scalars().all()):
            _index_some(connection, kind, some)


def is_current(connection: Connection) -> bool:
    """Say whether the index was made with the words that say of which kind and account each entry is."""
    oldest = _OLDEST.run(connection)
    if not oldest:
        return True
    number, kind = oldest[0]
    return bool(_HOLDS.run(connection, {"word": f'"{kind_mark(Kind(kind))}"', "number": number}))


def pieces(connection: Connection) -> Iterator[Callable[[Connection], None]]:
    """Give what to do, piece by piece, to make an index anew that is not current: the newest entries come last.

    What has no entry yet comes first, so that a rebuilding that was broken off is not taken for a whole one.
    """
    known = select(search_entry.c.record_id)
    for kind, source in SOURCES.items():
        unknown = select(source.table.c.id).where(source.table.c.id.not_in(known))
        yield from (_piece(kind, some) for some in _batched(connection.execute(unknown).scalars().all()))
    entries = connection.execute(select(search_entry.c.kind, search_entry.c.record_id).order_by(search_entry.c.number))
    for some_entries in _batched(entries.all()):
        yield from (
            _piece(kind, [each for of, each in some_entries if of == kind]) for kind in {of for of, _ in some_entries}
        )


def _batched(every: Sequence[_Each]) -> Iterator[Sequence[_Each]]:
    return (every[start : start + _BATCH] for start in range(0, len(every), _BATCH))


def _piece(kind: str, ids: Sequence[str]) -> Callable[[Connection], None]:
    def index_them(connection: Connection) -> None:
        _index_some(connection, Kind(kind), ids)

    return index_them


def _index_some(connection: Connection, kind: Kind, ids: Sequence[str]) -> None:
    wanted = {"ids": json.dumps(ids)}
    _forget(connection, wanted)
    entries: list[dict[str, object]] = []
    for row in _rows(kind).rows(connection, wanted):
        account_id, day = row["of_account"], row["of_day"] or ""
        if folded := words_in(kind, row, account_id, day):
            entry = {"kind": kind.value, "record_id": row["id"], "account_id": account_id, "day": day, "words": folded}
            entries.append(entry)
    if entries:
        first = _LAST.run(connection)[0][0] + 1
        numbered = [{"number": first + at, **entry} for at, entry in enumerate(entries)]
        _ENTER.run_each(connection, numbered)
        _INDEX.run_each(connection, numbered)


def _forget(connection: Connection, wanted: Mapping[str, str]) -> None:
    old = _NUMBERS.run(connection, wanted)
    if old:
        _TAKE_OUT.run_each(connection, [{"number": number} for (number,) in old])
        _FORGET.run(connection, wanted)


@cache
def _rows(kind: Kind) -> ReadySelect:
    """Select the words of some records of a kind with their account and day."""
    return ReadySelect(query_of(kind).where(SOURCES[kind].table.c.id.in_(_ONE_OF)))
