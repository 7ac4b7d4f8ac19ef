"""The health of each account, day by day: one row for each day on which it changed. Worked out, and no record."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, Table, delete, func, insert, literal, select

from reviewdesk.storage.kept_tables import health_day, standing

BATCH = 900
_Row = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class HealthDay:
    """What an account's health was from a day on: its score, nothing where not enough was known, and its factors."""

    day: date
    score: int | None
    basis: int
    factors: tuple[int | None, ...]


def keep(connection: Connection, today: date, account_ids: Collection[UUID] | None = None) -> None:
    """Keep the health of this day, of these accounts or all, where it is another than on the last day that is kept."""
    if account_ids is None:
        ids = list(connection.execute(select(standing.c.account_id)).scalars())
    else:
        ids = [each.hex for each in account_ids]
    for _ in keeping(connection, today, ids):
        pass


def keeping(connection: Connection, today: date, ids: Sequence[str]) -> Iterator[None]:
    """Do the same in pieces."""
    for start in range(0, len(ids), BATCH):
        _keep(connection, today.isoformat(), ids[start : start + BATCH])
        yield


def keep_new(connection: Connection, coming: Table, today: date) -> None:
    """Keep the first health of accounts that are new, from their standings."""
    known = select(
        coming.c.account_id, literal(today.isoformat()), coming.c.health, coming.c.basis, coming.c.factors
    ).where(coming.c.health.is_not(None))
    connection.execute(insert(health_day).from_select(health_day.c.keys(), known))


def missing(connection: Connection, today: date) -> list[UUID]:
    """Give the accounts whose health is another than the last one that is kept of them."""
    found = connection.execute(_beside(today.isoformat(), with_today=True))
    return [UUID(each.account_id) for each in found if not _is_as_before(each)]


def days_of(connection: Connection, account_id: UUID) -> tuple[HealthDay, ...]:
    """Give the health of an account day by day, the oldest first."""
    query = select(health_day).where(health_day.c.account_id == account_id.hex).order_by(health_day.c.day)
    return tuple(_day(row) for row in connection.execute(query))


def on_day(connection: Connection, account_id: UUID, day: date) -> HealthDay | None:
    """Give what the health of an account was on a day: the last that is kept at or before it."""
    query = select(health_day).where(health_day.c.account_id == account_id.hex, health_day.c.day <= day.isoformat())
    row = connection.execute(query.order_by(health_day.c.day.desc()).limit(1)).first()
    return None if row is None else _day(row)


def _keep(connection: Connection, today: str, ids: Sequence[str]) -> None:
    rows = connection.execute(_beside(today).where(standing.c.account_id.in_(ids))).all()
    gone = [each.account_id for each in rows if each.today is not None and (_is_as_before(each) or _moved(each))]
    if gone:
        connection.execute(delete(health_day).where(health_day.c.day == today, health_day.c.account_id.in_(gone)))
    fresh = [_fresh(each, today) for each in rows if not _is_as_before(each) and (each.today is None or _moved(each))]
    if fresh:
        connection.execute(insert(health_day), fresh)


def _beside(today: str, *, with_today: bool = False) -> Select[*tuple[Any, ...]]:
    """Read what is kept of accounts beside the last day before this one, or up to it, and beside the day itself."""
    now, last = health_day.alias("now"), health_day.alias("last")
    before = health_day.alias("before")
    newest = select(func.max(before.c.day)).where(
        before.c.account_id == standing.c.account_id, before.c.day <= today if with_today else before.c.day < today
    )
    query = select(
        standing.c.account_id, standing.c.health, standing.c.basis, standing.c.factors,
        now.c.day.label("today"), now.c.score.label("score_today"), now.c.basis.label("basis_today"),
        last.c.day.label("last"), last.c.score.label("score_before"), last.c.basis.label("basis_before"),
    )  # fmt: skip
    return query.outerjoin_from(
        standing, now, (now.c.account_id == standing.c.account_id) & (now.c.day == today)
    ).outerjoin(last, (last.c.account_id == standing.c.account_id) & (last.c.day == newest.scalar_subquery()))


def _is_as_before(row: _Row) -> bool:
    if row.last is None:
        return row.health is None
    return (row.health, row.basis) == (row.score_before, row.basis_before)


def _moved(row: _Row) -> bool:
    return (row.health, row.basis) != (row.score_today, row.basis_today)


def _fresh(row: _Row, today: str) -> dict[str, object]:
    kept = {"account_id": row.account_id, "day": today, "score": row.health, "basis": row.basis}
    return {**kept, "factors": row.factors}


def _day(row: _Row) -> HealthDay:
    return HealthDay(date.fromisoformat(row.day), row.score, row.basis, tuple(json.loads(row.factors)))
