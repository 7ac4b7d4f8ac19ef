"""Everything in a book, to see whether two moments of it are the same, and whether what is worked out is right."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, text

from reviewdesk.domain.clock import Clock
from reviewdesk.storage import health_days, left_behind, search, standing
from reviewdesk.storage.health_days import HealthDay
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.records import TABLES
from reviewdesk.storage.store import Store

COUNTED = {"version", "changed_at"}
REPOSITORIES = (
    "books", "accounts", "people", "colleagues", "purchases", "reviews", "concerns", "follow_ups", "questions",
    "quotes", "opportunities", "contacts", "summaries", "answers",
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
        check_how_accounts_stand(reading)
        before = _indexed(reading.connection)
        search.rebuild(reading.connection)
        assert before == _indexed(reading.connection)


def check_how_accounts_stand(reading: Reading) -> None:
    """See that what is kept of each account is what its records make of it, and that its last health is kept too."""
    ids = reading.connection.execute(text("SELECT id FROM account")).scalars().all()
    today = Clock().today()
    fresh = {row["account_id"]: row for row in standing.rows_of(reading.connection, reading.book, today, ids)}
    assert standing.kept_rows(reading.connection, ids) == fresh
    assert left_behind.find(reading.connection, reading.book, today) == left_behind.LeftBehind()
    if reading.clock.is_real:
        assert health_days.missing(reading.connection, today) == []
        for each in ids:
            _check_days(health_days.days_of(reading.connection, UUID(each)), fresh[each], today)


def _check_days(days: Sequence[HealthDay], row: dict[str, Any], today: date) -> None:
    """See that no day repeats the one before it, none is to come, and the last one is how the account stands."""
    assert all(one.day < next_one.day for one, next_one in pairwise(days))
    assert all((one.score, one.basis) != (next_one.score, next_one.basis) for one, next_one in pairwise(days))
    if days:
        assert days[-1].day <= today
        assert (days[-1].score, days[-1].basis) == (row["health"], row["basis"])
    else:
        assert row["health"] is None


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
