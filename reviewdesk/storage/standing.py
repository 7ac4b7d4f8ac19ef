"""The standing of each account, kept in the transaction of the write that changes it."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import MISSING, fields
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, RowMapping, delete, func, insert, select

from reviewdesk.domain.book import Book
from reviewdesk.domain.health import Health
from reviewdesk.domain.health_facts import HealthFacts
from reviewdesk.domain.standing import Standing, Worked, worked_out
from reviewdesk.domain.tiers import Window, revenue_window
from reviewdesk.storage import tables
from reviewdesk.storage.ids import id_of
from reviewdesk.storage.kept_tables import standing
from reviewdesk.storage.mapping import Stored, map_fields, plain, rich
from reviewdesk.storage.standing_facts import read_facts

_BATCH = 900
_FIELDS = map_fields(Standing, standing)
_COLUMNS = tuple(standing.c[each.name] for each in _FIELDS)
_EMPTY: Final = {each.name: each.default for each in fields(HealthFacts) if each.default is not MISSING}


def window_of(connection: Connection, book: Book, today: date) -> Window | None:
    """Give the revenue year of a book: up to today, or to its newest purchase where that is long ago."""
    newest = connection.execute(select(func.max(tables.purchase.c.bought_on))).scalar()
    return revenue_window(today, date.fromisoformat(newest) if newest else None, chosen_end=book.window_end)


def refresh(connection: Connection, book: Book, today: date, account_ids: Collection[UUID] | None = None) -> int:
    """Work out how these accounts stand, or all of them, write what differs and give the number that did."""
    if account_ids is not None and is_of_another_year(connection, book, today):
        account_ids = None
    return refresh_some(connection, book, today, account_ids)


def refresh_some(connection: Connection, book: Book, today: date, account_ids: Collection[UUID] | None = None) -> int:
    """Do the same for these accounts alone, also where all figures are of another revenue year."""
    return sum(refreshing(connection, book, today, _ids(connection, account_ids)))


def refreshing(connection: Connection, book: Book, today: date, ids: Sequence[str]) -> Iterator[int]:
    """Do what `refresh_some` does in pieces, and give the number that differed in each."""
    window = window_of(connection, book, today)
    for start in range(0, len(ids), _BATCH):
        some = ids[start : start + _BATCH]
        worked = _worked(connection, book, today, window, some)
        yield write_rows(connection, some, [row_of(each) for each in worked])


def rows_of(connection: Connection, book: Book, today: date, ids: Sequence[str]) -> Iterator[dict[str, Stored]]:
    """Work out how these accounts stand, as it is kept, writing nothing."""
    window = window_of(connection, book, today)
    for start in range(0, len(ids), _BATCH):
        yield from map(row_of, _worked(connection, book, today, window, ids[start : start + _BATCH]))


def work_out(
    connection: Connection, book: Book, today: date, account_ids: Collection[UUID] | None = None
) -> dict[UUID, Standing]:
    """Work out how these accounts stand on a day, or all of them, writing nothing."""
    return {each.standing.account_id: each.standing for each in work_out_all(connection, book, today, account_ids)}


def work_out_all(
    connection: Connection, book: Book, today: date, account_ids: Collection[UUID] | None = None
) -> Iterator[Worked]:
    """Do the same, and give with each what its health was worked out from."""
    window = window_of(connection, book, today)
    wanted = _ids(connection, account_ids)
    for start in range(0, len(wanted), _BATCH):
        yield from _worked(connection, book, today, window, wanted[start : start + _BATCH])


def stored(connection: Connection, account_ids: Collection[UUID] | None = None) -> dict[UUID, Standing]:
    """Give how accounts stand as it is kept."""
    query = select(*_COLUMNS)
    if account_ids is None:
        return _by_account(connection.execute(query).mappings())
    found: dict[UUID, Standing] = {}
    wanted = _ids(connection, account_ids)
    for start in range(0, len(wanted), _BATCH):
        some = query.where(standing.c.account_id.in_(wanted[start : start + _BATCH]))
        found |= _by_account(connection.execute(some).mappings())
    return found


def kept_facts(connection: Connection, ids: Sequence[str]) -> dict[UUID, HealthFacts]:
    """Give what health is worked out from as it is kept of these accounts."""
    query = select(standing.c.account_id, standing.c.health_facts).where(standing.c.account_id.in_(ids))
    return {UUID(account_id): _unpacked(text) for account_id, text in connection.execute(query) if text}


def kept_rows(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, Stored]]:
    """Give all that is kept of these accounts, as it is kept."""
    query = select(standing).where(standing.c.account_id.in_(ids))
    return {row["account_id"]: dict(row) for row in connection.execute(query).mappings()}


def row_of(worked: Worked) -> dict[str, Stored]:
    """Give all that is kept of one account, as it is kept."""
    row = {each.name: each.store(getattr(worked.standing, each.name)) for each in _FIELDS}
    return {**row, "factors": points(worked.health), "health_facts": packed(worked.facts)}


def write_rows(connection: Connection, ids: Sequence[str], rows: Iterable[dict[str, Stored]]) -> int:
    """Keep what differs from what is kept of these accounts, and give the number that did."""
    old = kept_rows(connection, ids)
    fresh = [each for each in rows if each != old.get(str(each["account_id"]))]
    if fresh:
        gone = [str(row["account_id"]) for row in fresh]
        connection.execute(delete(standing).where(standing.c.account_id.in_(gone)))
        connection.execute(insert(standing), fresh)
    return len(fresh)


def is_of_another_year(connection: Connection, book: Book, today: date) -> bool:
    """Say whether the kept figures are of another revenue year than that of a day."""
    window = window_of(connection, book, today)
    kept = connection.execute(select(standing.c.window_end).limit(1)).first()
    return kept is not None and kept[0] != (window.end.isoformat() if window else None)


def _by_account(rows: Iterable[RowMapping]) -> dict[UUID, Standing]:
    return {id_of(row["account_id"]): _standing(row) for row in rows}


def _standing(row: RowMapping) -> Standing:
    return Standing(**{each.name: each.load(row[each.name]) for each in _FIELDS})


def _worked(
    connection: Connection, book: Book, today: date, window: Window | None, ids: Sequence[str]
) -> Iterator[Worked]:
    for facts in read_facts(connection, ids, window, today):
        yield worked_out(facts, book, window.end if window else None, today)


def _ids(connection: Connection, account_ids: Collection[UUID] | None) -> list[str]:
    if account_ids is not None:
        return [each.hex for each in account_ids]
    return list(connection.execute(select(tables.account.c.id)).scalars())


def points(health: Health) -> str:
    """Write what each factor is worth in whole points."""
    return json.dumps(health.points, separators=(",", ":"))


def packed(facts: HealthFacts) -> str:
    """Write facts as JSON, without those that are as where nothing is known."""
    found = {name: item for name, item in plain(HealthFacts, facts).items() if getattr(facts, name) != _EMPTY.get(name)}
    return json.dumps(found, separators=(",", ":"))


def _unpacked(text: str) -> HealthFacts:
    facts: HealthFacts = rich(HealthFacts, json.loads(text))
    return facts
