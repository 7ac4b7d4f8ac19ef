"""What happened in a book in some days, and what was written for oneself alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, func, select

from reviewdesk.domain.account import AccountStatus
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.review import HELD_STATES, ReviewKind
from reviewdesk.storage import tables
from reviewdesk.storage.kept_tables import health_day
from reviewdesk.storage.lists.counted import COUNTED
from reviewdesk.storage.lists.today import ListedConcern
from reviewdesk.storage.records import CONCERN

_HELD: Final = tuple(each.value for each in HELD_STATES)


@dataclass(frozen=True, slots=True)
class HeldReview:
    """A review that took place."""

    id: UUID
    account_id: UUID
    account: str
    kind: ReviewKind
    on: date


@dataclass(frozen=True, slots=True)
class LostAccount:
    """An account that was lost on a day."""

    id: UUID
    name: str
    on: date


def only_me_lines(connection: Connection) -> frozenset[UUID]:
    """Give the note lines that made a record and were set to *only me*: that record is for nobody else either."""
    columns = tables.note_line.c
    query = select(columns.id).where(columns.audience == Audience.ONLY_ME.value)
    return frozenset(map(UUID, connection.execute(query).scalars()))


def held_reviews(connection: Connection, start: date, end: date) -> tuple[HeldReview, ...]:
    """Give the reviews held from one day to another, both included, the newest first."""
    columns, account = tables.review.c, tables.account.c
    query = (
        select(columns.id, columns.account_id, account.name, columns.kind, columns.held_on)
        .join(tables.account, account.id == columns.account_id)
        .where(columns.state.in_(_HELD), columns.held_on.between(start.isoformat(), end.isoformat()))
        .order_by(columns.held_on.desc(), account.name)
    )
    return tuple(
        HeldReview(UUID(row[0]), UUID(row[1]), row[2], ReviewKind(row[3]), date.fromisoformat(row[4]))
        for row in connection.execute(query)
    )


def grave_concerns(connection: Connection, start: date, end: date, severity: int) -> tuple[ListedConcern, ...]:
    """Give the concerns of at least this severity that were raised in some days, the newest first."""
    columns = tables.concern.c
    query = select(tables.concern, tables.account.c.name.label("account_name"))
    query = query.join(tables.account, tables.account.c.id == columns.account_id)
    query = query.where(columns.raised_on.between(start.isoformat(), end.isoformat()))
    query = query.where(columns.severity >= severity, *COUNTED)
    rows = connection.execute(query.order_by(columns.raised_on.desc(), tables.account.c.name)).mappings()
    return tuple(ListedConcern(concern=CONCERN.to_record(row), account=row["account_name"]) for row in rows)


def lost_accounts(connection: Connection, start: date, end: date) -> tuple[LostAccount, ...]:
    """Give the accounts that were lost in some days and are lost still, the newest first."""
    columns = tables.account.c
    query = select(columns.id, columns.name, columns.lost_on).where(
        columns.status == AccountStatus.LOST.value, columns.lost_on.between(start.isoformat(), end.isoformat())
    )
    rows = connection.execute(query.order_by(columns.lost_on.desc(), columns.name))
    return tuple(LostAccount(UUID(row[0]), row[1], date.fromisoformat(row[2])) for row in rows)


def health_on(connection: Connection, day: date) -> Mapping[UUID, int | None]:
    """Give the score of every account on a day: the last that is kept at or before it."""
    columns = health_day.c
    newest = select(columns.account_id, func.max(columns.day).label("day")).where(columns.day <= day.isoformat())
    last = newest.group_by(columns.account_id).subquery()
    query = select(columns.account_id, columns.score).join(
        last, (last.c.account_id == columns.account_id) & (last.c.day == columns.day)
    )
    return {UUID(row[0]): row[1] for row in connection.execute(query)}


def last_reviews(connection: Connection, until: date) -> Mapping[UUID, date]:
    """Give the day of the last held review of each account that had one."""
    columns = tables.review.c
    query = select(columns.account_id, func.max(columns.held_on)).where(
        columns.state.in_(_HELD), columns.held_on <= until.isoformat()
    )
    rows = connection.execute(query.group_by(columns.account_id))
    return {UUID(row[0]): date.fromisoformat(row[1]) for row in rows}
