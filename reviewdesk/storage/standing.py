"""The standing of each account, kept in the transaction of the write that changes it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, RowMapping, delete, func, insert, select

from reviewdesk.domain.account import Tier
from reviewdesk.domain.book import Book
from reviewdesk.domain.concern import CLOSED_STAGES
from reviewdesk.domain.follow_up import Side
from reviewdesk.domain.review import HELD_STATES, ReviewState
from reviewdesk.domain.standing import Facts, Standing, Step, standing_of
from reviewdesk.domain.tiers import Window, revenue_window
from reviewdesk.storage import tables
from reviewdesk.storage.ids import id_of
from reviewdesk.storage.kept_tables import standing
from reviewdesk.storage.mapping import SCALE, Stored, map_fields

_BATCH = 900
_FIELDS = map_fields(Standing, standing)


def window_of(connection: Connection, book: Book, today: date) -> Window | None:
    """Give the revenue year of a book: up to today, or to its newest purchase where that is long ago."""
    newest = connection.execute(select(func.max(tables.purchase.c.bought_on))).scalar()
    return revenue_window(today, date.fromisoformat(newest) if newest else None, chosen_end=book.window_end)


def refresh(connection: Connection, book: Book, today: date, account_ids: Collection[UUID] | None = None) -> int:
    """Work out how these accounts stand, or all of them, write what differs and give the number that did."""
    if account_ids is not None and is_of_other_year(connection, window_of(connection, book, today)):
        account_ids = None
    return refresh_some(connection, book, today, account_ids)


def refresh_some(connection: Connection, book: Book, today: date, account_ids: Collection[UUID] | None = None) -> int:
    """Do the same for these accounts alone, also where all figures are of another revenue year."""
    return sum(refreshing(connection, book, today, _ids(connection, account_ids)))


def refreshing(connection: Connection, book: Book, today: date, ids: Sequence[str]) -> Iterator[int]:
    """Do what `refresh_some` does in pieces, and give the number that differed in each."""
    window = window_of(connection, book, today)
    for start in range(0, len(ids), _BATCH):
        yield _refresh_some(connection, book, today, window, ids[start : start + _BATCH])


def rows_of(connection: Connection, book: Book, today: date, ids: Sequence[str]) -> Iterator[dict[str, Stored]]:
    """Work out how these accounts stand, as it is kept, writing nothing."""
    window = window_of(connection, book, today)
    for start in range(0, len(ids), _BATCH):
        for facts in _facts(connection, ids[start : start + _BATCH], window, today):
            yield _row(facts, book, window)


def work_out(
    connection: Connection, book: Book, today: date, account_ids: Collection[UUID] | None = None
) -> dict[UUID, Standing]:
    """Work out how these accounts stand on a day, or all of them, writing nothing."""
    window = window_of(connection, book, today)
    wanted = _ids(connection, account_ids)
    found: dict[UUID, Standing] = {}
    for start in range(0, len(wanted), _BATCH):
        for facts in _facts(connection, wanted[start : start + _BATCH], window, today):
            found[facts.account_id] = standing_of(facts, book, window.end if window else None)
    return found


def stored(connection: Connection, account_ids: Collection[UUID] | None = None) -> dict[UUID, Standing]:
    """Give how accounts stand as it is kept."""
    query = select(standing)
    if account_ids is None:
        return _by_account(connection.execute(query).mappings())
    found: dict[UUID, Standing] = {}
    wanted = _ids(connection, account_ids)
    for start in range(0, len(wanted), _BATCH):
        some = query.where(standing.c.account_id.in_(wanted[start : start + _BATCH]))
        found |= _by_account(connection.execute(some).mappings())
    return found


def _by_account(rows: Iterable[RowMapping]) -> dict[UUID, Standing]:
    return {id_of(row["account_id"]): _standing(row) for row in rows}


def _standing(row: RowMapping) -> Standing:
    return Standing(**{each.name: each.load(row[each.name]) for each in _FIELDS})


def is_of_other_year(connection: Connection, window: Window | None) -> bool:
    """Say whether the kept figures are of another revenue year than this one."""
    kept = connection.execute(select(standing.c.window_end).limit(1)).first()
    return kept is not None and kept[0] != (window.end.isoformat() if window else None)


def _row(facts: Facts, book: Book, window: Window | None) -> dict[str, Stored]:
    value = standing_of(facts, book, window.end if window else None)
    return {each.name: each.store(getattr(value, each.name)) for each in _FIELDS}


def _ids(connection: Connection, account_ids: Collection[UUID] | None) -> list[str]:
    if account_ids is not None:
        return [each.hex for each in account_ids]
    return list(connection.execute(select(tables.account.c.id)).scalars())


def _refresh_some(connection: Connection, book: Book, today: date, window: Window | None, ids: Sequence[str]) -> int:
    query = select(standing).where(standing.c.account_id.in_(ids))
    old = {row["account_id"]: dict(row) for row in connection.execute(query).mappings()}
    fresh: list[dict[str, Stored]] = []
    for facts in _facts(connection, ids, window, today):
        row = _row(facts, book, window)
        if {**old.get(facts.account_id.hex, {}), **row} != old.get(facts.account_id.hex):
            fresh.append({**row, "health": None, "basis": None})
    if fresh:
        gone = [str(row["account_id"]) for row in fresh]
        connection.execute(delete(standing).where(standing.c.account_id.in_(gone)))
        connection.execute(insert(standing), fresh)
    return len(fresh)


def _facts(connection: Connection, ids: Sequence[str], window: Window | None, today: date) -> Iterator[Facts]:
    reviews = _reviews(connection, ids)
    contacts = _contacts(connection, ids)
    concerns = _concerns(connection, ids)
    steps = _steps(connection, ids)
    sums = _sums(connection, ids, window)
    table = tables.account
    for row in connection.execute(select(table).where(table.c.id.in_(ids))).mappings():
        held = [each.held_on for each in reviews[row["id"]] if each.state in _HELD and each.held_on]
        booked = _booked(reviews[row["id"]], today)
        count, worst = concerns.get(row["id"], (0, 0))
        yield Facts(
            account_id=id_of(row["id"]),
            tier=Tier(row["tier"]) if row["tier"] else None,
            own_months=row["interval_months"],
            added_on=_day(row["added_on"]) or date.fromisoformat(row["created_at"][:10]),
            first_review_due=_day(row["first_review_due"]),
            last_review_before=_day(row["last_review_before"]),
            last_contact_before=_day(row["last_contact_before"]),
            last_held=_day(max(held, default=None)),
            booked_on=_day(booked.planned_on) if booked else None,
            booked_id=UUID(booked.id) if booked else None,
            booked_at=datetime.fromisoformat(booked.starts_at) if booked and booked.starts_at else None,
            last_contact=_day(contacts.get(row["id"])),
            open_concerns=count,
            worst_severity=worst,
            steps=tuple(steps[row["id"]]),
            sums=tuple(sums[row["id"]]),
        )


_HELD = {each.value for each in HELD_STATES}
_OVER = {*_HELD, ReviewState.CANCELLED.value}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _contacts(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    columns = tables.contact.c
    query = select(columns.account_id, func.max(columns.made_on)).where(columns.account_id.in_(ids))
    return {row[0]: row[1] for row in connection.execute(query.group_by(columns.account_id))}


def _reviews(connection: Connection, ids: Sequence[str]) -> dict[str, list[Row[*tuple[Any, ...]]]]:
    columns = tables.review.c
    query = select(
        columns.id, columns.account_id, columns.state, columns.planned_on, columns.starts_at, columns.held_on
    )
    found: dict[str, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    for row in connection.execute(query.where(columns.account_id.in_(ids))):
        found[row.account_id].append(row)
    return found


def _booked(reviews: Iterable[Row[*tuple[Any, ...]]], today: date) -> Row[*tuple[Any, ...]] | None:
    ahead = [each for each in reviews if each.state not in _OVER and (each.planned_on or "") >= today.isoformat()]
    return min(ahead, key=_planned_on, default=None)


def _planned_on(review: Row[*tuple[Any, ...]]) -> tuple[str, str, str]:
    return (review.planned_on, review.starts_at or "", review.id)


def _concerns(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[int, int]]:
    columns = tables.concern.c
    closed = [each.value for each in CLOSED_STAGES]
    query = select(columns.account_id, func.count(), func.max(columns.severity)).group_by(columns.account_id)
    query = query.where(columns.account_id.in_(ids), columns.stage.not_in(closed), columns.withdrawn == 0)
    return {account_id: (count, worst) for account_id, count, worst in connection.execute(query)}


def _steps(connection: Connection, ids: Sequence[str]) -> dict[str, list[Step]]:
    columns = tables.follow_up.c
    query = select(columns.account_id, columns.what, columns.due, columns.side, columns.is_promise)
    found: dict[str, list[Step]] = defaultdict(list)
    for row in connection.execute(
        query.where(columns.account_id.in_(ids), columns.ending.is_(None), columns.withdrawn == 0)
    ):
        ours = bool(row.is_promise) and row.side == Side.OURS.value
        found[row.account_id].append(Step(what=row.what, due=_day(row.due), is_our_promise=ours))
    return found


def _sums(connection: Connection, ids: Sequence[str], window: Window | None) -> dict[str, list[tuple[str, Decimal]]]:
    found: dict[str, list[tuple[str, Decimal]]] = defaultdict(list)
    if window is None:
        return found
    columns = tables.purchase.c
    query = select(columns.account_id, columns.currency, func.sum(columns.amount))
    query = query.where(
        columns.account_id.in_(ids), columns.bought_on.between(window.start.isoformat(), window.end.isoformat())
    )
    query = query.group_by(columns.account_id, columns.currency).order_by(columns.currency)
    for account_id, currency, total in connection.execute(query):
        found[account_id].append((currency, Decimal(total) / SCALE))
    return found
