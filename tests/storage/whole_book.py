"""Everything in a book, to see whether two moments of it are the same, and whether what is worked out is right."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, text

from reviewdesk.domain.clock import Clock
from reviewdesk.storage import search, standing
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.records import TABLES
from reviewdesk.storage.store import Store

COUNTED = {"version", "changed_at"}
REPOSITORIES = (
    "books", "accounts", "people", "colleagues", "purchases", "reviews", "concerns", "follow_ups", "questions",
    "quotes", "opportunities", "contacts", "summaries",
)  # fmt: skip


def rows_of(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Give every row of every record, but for how often and when it was written."""
    with store.read() as reading:
        return {table.name: _rows(reading, table.name) for table in TABLES.values()}


def _rows(reading: Reading, name: str) -> list[dict[str, Any]]:
    found = reading.connection.execute(text(f"SELECT * FROM {name} ORDER BY id")).mappings()  # noqa: S608 - our names
    return [{key: value for key, value in row.items() if key not in COUNTED} for row in found]


def check_what_is_worked_out(store: Store) -> None:
    """See that standing and search are as if they were made anew from the records."""
    with store.read() as reading:
        kept = standing.stored(reading.connection)
        assert kept == standing.work_out(reading.connection, reading.book, Clock().today())
        before = _indexed(reading.connection)
        search.rebuild(reading.connection)
        assert before == _indexed(reading.connection)


def check_what_is_remembered(store: Store) -> None:
    """See that a write is told what stands in the book; so the next one remembers everything that was asked here."""
    with store.write("Look") as work:
        fresh = Reading(work.connection, work.clock)
        for name in REPOSITORIES:
            known, stored = getattr(work, name), getattr(fresh, name)
            every = stored.all()
            assert _with_versions(known.all()) == _with_versions(every), name
            assert _with_versions(known.get(each.id) for each in every) == _with_versions(every), name
        for review in fresh.reviews.all():
            account_id, line_store = review.account_id, (work.reviews._lines, fresh.reviews._lines)
            assert line_store[0]._placed(review.id.hex) == line_store[1]._placed(review.id.hex)
            assert set(work.reviews.set_by_hand(account_id)) == set(fresh.reviews.set_by_hand(account_id))
            assert _with_versions(work.reviews.outlines(account_id)) == _with_versions(
                fresh.reviews.outlines(account_id)
            )


def _with_versions(records: Iterable[Any]) -> list[tuple[Any, int]]:
    """Versions do not count where two records are compared."""
    return sorted(((each, each.version) for each in records), key=lambda pair: pair[0].id)


def _indexed(connection: Connection) -> list[tuple[Any, ...]]:
    """Give each word with the record it stands in, its account and its day."""
    connection.execute(
        text("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, search_index, instance)")
    )
    query = (
        "SELECT v.term, v.offset, e.kind, e.record_id, e.account_id, e.day FROM temp.vocabulary v"
        " LEFT JOIN search_entry e ON e.number = v.doc ORDER BY 4, 2"
    )
    return [tuple(row) for row in connection.execute(text(query))]
