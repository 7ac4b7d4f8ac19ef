"""Compares the search index with one made anew beside it from the records."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy import text as sql

from reviewdesk.domain.changes import Kind
from reviewdesk.storage.kept_tables import search_entry
from reviewdesk.storage.search import INDEX_SQL
from reviewdesk.storage.search_sources import SOURCES, query_of, words_in

_AGAIN: Final = INDEX_SQL.replace("search_index", "temp.search_again", 1)
_WORDS: Final = (
    "CREATE VIRTUAL TABLE temp.words_kept USING fts5vocab(main, search_index, instance)",
    "CREATE VIRTUAL TABLE temp.words_again USING fts5vocab(temp, search_again, instance)",
)
_DIFFERENT: Final = """
SELECT DISTINCT doc FROM (
    SELECT * FROM (SELECT term, doc, offset FROM temp.words_kept EXCEPT SELECT term, doc, offset FROM temp.words_again)
    UNION ALL
    SELECT * FROM (SELECT term, doc, offset FROM temp.words_again EXCEPT SELECT term, doc, offset FROM temp.words_kept)
)
"""
_DROP: Final = tuple(f"DROP TABLE temp.{each}" for each in ("words_kept", "words_again", "search_again"))

Indexed = tuple[Kind, UUID]


def wrongly_indexed(connection: Connection) -> list[Indexed]:
    """Give the records that are found by other words than stand in them, not at all, or although they are gone."""
    entries = {row.number: row for row in connection.execute(select(search_entry))}
    numbers = {row.record_id: number for number, row in entries.items()}
    wrong: list[Indexed] = []
    for each in (_AGAIN, *_WORDS):
        connection.execute(sql(each))
    for kind, record_id, words in _every(connection):
        number = numbers.pop(record_id, None)
        if number is None:
            wrong.append((kind, UUID(record_id)))
        else:
            _enter(connection, number, words)
    wrong += [(Kind(entries[number].kind), UUID(record_id)) for record_id, number in numbers.items()]
    wrong += [
        (Kind(entries[number].kind), UUID(entries[number].record_id))
        for number in connection.execute(sql(_DIFFERENT)).scalars()
        if number in entries
    ]
    for each in _DROP:
        connection.execute(sql(each))
    return list(dict.fromkeys(wrong))


def _every(connection: Connection) -> Iterator[tuple[Kind, str, str]]:
    """Give every record that has words, with them."""
    for kind in SOURCES:
        for row in connection.execute(query_of(kind)).mappings():
            if words := words_in(kind, row, row["of_account"], row["of_day"] or ""):
                yield kind, row["id"], words


def _enter(connection: Connection, number: int, words: str) -> None:
    statement = sql("INSERT INTO temp.search_again(rowid, words) VALUES (:number, :words)")
    connection.execute(statement, {"number": number, "words": words})
