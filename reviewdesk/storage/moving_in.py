"""Moving what lies ready beside the book into it, in pieces of one transaction."""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, Integer, Table, column, func, insert, literal, literal_column, select, table

from reviewdesk.domain.changes import Changes
from reviewdesk.domain.clock import Clock
from reviewdesk.storage import health_days, kept_tables, search, standing, steps, tables
from reviewdesk.storage.kept_tables import search_entry
from reviewdesk.storage.staging import Staging
from reviewdesk.storage.steps import Intent
from reviewdesk.storage.unit_of_work import UnitOfWork

_AT_ONCE: Final = 2_500
_WORDS_AT_ONCE: Final = 500
_ROWID: Final = literal_column("rowid", Integer)
_INDEX: Final = table("search_index", column("rowid"), column("words"))


def move_in(staging: Staging, work: UnitOfWork, intent: Intent, who: str) -> Iterator[None]:
    """Move the new records in with all that goes with them, and keep what the step changes beside them.

    Where there is neither, no step is written.
    """
    connection = staging.connection
    if not (staging.records or work.noted):
        return
    for record_map, coming in staging.coming.items():
        yield from _move(connection, coming, record_map.table, record_map.table.columns.keys())
    yield from _move(connection, staging.changes, kept_tables.change, kept_tables.change.columns.keys()[1:])
    yield from _move_words(connection, staging.words)
    steps.record_step(connection, work.noted, intent, who=who, at=work.now, id=staging.step_id)
    changed = list(work.records)
    for start in range(0, len(changed), _WORDS_AT_ONCE):
        search.index(connection, changed[start : start + _WORDS_AT_ONCE])
        yield
    yield from _keep_standing(staging, work)
    work.changes = Changes(
        staging.step_id,
        intent.label,
        frozenset(work.records | staging.records),
        frozenset(work.account_ids | staging.account_ids),
    )


def _move(connection: Connection, coming: Table, into: Table, names: Sequence[str]) -> Iterator[None]:
    query = select(*(coming.c[each] for each in names))
    for first, last in _parts(connection, coming, _AT_ONCE):
        connection.execute(insert(into).from_select(names, query.where(_ROWID.between(first, last))))
        yield


def _move_words(connection: Connection, coming: Table) -> Iterator[None]:
    before = connection.execute(select(func.coalesce(func.max(search_entry.c.number), 0))).scalar_one()
    names = ["number", "kind", "record_id", "account_id", "day"]
    entries = select(literal(before) + _ROWID, *(coming.c[each] for each in names[1:]))
    words = select(literal(before) + _ROWID, coming.c.words)
    for first, last in _parts(connection, coming, _WORDS_AT_ONCE):
        connection.execute(insert(search_entry).from_select(names, entries.where(_ROWID.between(first, last))))
        connection.execute(insert(_INDEX).from_select(["rowid", "words"], words.where(_ROWID.between(first, last))))
        yield


def _keep_standing(staging: Staging, work: UnitOfWork) -> Iterator[None]:
    """Keep how accounts stand: of the new ones what lies ready, of the others what the step changes."""
    connection, today = work.connection, Clock().today()
    if standing.is_of_another_year(connection, work.book, today):
        touched = set(connection.execute(select(tables.account.c.id)).scalars())
    else:
        touched = {each.hex for each in (*work.account_ids, *staging.account_ids)}
    known = sorted(touched - {each.hex for each in staging.new_accounts})
    for _ in standing.refreshing(connection, work.book, today, known):
        yield
    yield from _move(connection, staging.standing, kept_tables.standing, kept_tables.standing.columns.keys())
    if work.clock.is_real:
        yield from health_days.keeping(connection, today, known)
        health_days.keep_new(connection, staging.standing, today)


def _parts(connection: Connection, coming: Table, size: int) -> Iterator[tuple[int, int]]:
    last = connection.execute(select(func.coalesce(func.max(_ROWID), 0)).select_from(coming)).scalar_one()
    yield from ((start + 1, start + size) for start in range(0, last, size))
