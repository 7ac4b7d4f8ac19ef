"""What the page of one account shows and no single record holds: its reviews in short, and what it bought."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, func, select

from reviewdesk.domain.purchase import SourceKey
from reviewdesk.domain.review import HELD_STATES, ReviewKind, ReviewState
from reviewdesk.storage.tables import account, note_line, person, review, source_key

_DAY: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewHead:
    """A review as a list shows it, without its notes; `lines` counts them."""

    id: UUID
    kind: ReviewKind
    period: str
    state: ReviewState
    day: date | None
    starts_at: datetime | None
    length: int
    place: str
    by_call: bool
    lines: int
    people_ids: tuple[UUID, ...] = ()

    @property
    def is_held(self) -> bool:
        """Say whether the meeting took place."""
        return self.state in HELD_STATES

    @property
    def is_open(self) -> bool:
        """Say whether the meeting is still ahead."""
        return not self.is_held and self.state is not ReviewState.CANCELLED


def review_heads(connection: Connection, account_id: UUID) -> tuple[ReviewHead, ...]:
    """Give the reviews of an account, the newest first."""
    columns = review.c
    day = func.coalesce(columns.held_on, columns.planned_on)
    lines = select(func.count()).where(note_line.c.review_id == columns.id).scalar_subquery()
    query = select(
        columns.id, columns.kind, columns.period, columns.state, day, columns.starts_at, columns.length, columns.place,
        columns.by_call, lines, columns.people_ids,
    ).where(columns.account_id == account_id.hex)  # fmt: skip
    return tuple(
        ReviewHead(
            id=UUID(row[0]),
            kind=ReviewKind(row[1]),
            period=row[2],
            state=ReviewState(row[3]),
            day=date.fromisoformat(row[4]) if row[4] else None,
            starts_at=datetime.fromisoformat(row[5]) if row[5] else None,
            length=row[6],
            place=row[7],
            by_call=bool(row[8]),
            lines=row[9],
            people_ids=tuple(UUID(each) for each in json.loads(row[10])),
        )
        for row in connection.execute(query.order_by(day.desc().nulls_first(), columns.created_at.desc()))
    )


def sources(connection: Connection, account_id: UUID) -> tuple[SourceKey, ...]:
    """Give where an account came from."""
    columns = source_key.c
    query = select(columns.id, columns.source, columns.source_id, columns.kind)
    rows = connection.execute(query.where(columns.record_id == account_id.hex).order_by(columns.source))
    return tuple(
        SourceKey(id=UUID(row[0]), source=row[1], source_id=row[2], kind=row[3], record_id=account_id) for row in rows
    )


def joined_days(connection: Connection, account_id: UUID) -> dict[UUID, date]:
    """Say when people came into the book, of those who came later than the account itself."""
    came, began = (func.substr(each.c.created_at, 1, _DAY) for each in (person, account))
    query = select(person.c.id, came).join_from(person, account, person.c.account_id == account.c.id)
    rows = connection.execute(query.where(account.c.id == account_id.hex, came > began))
    return {UUID(row[0]): date.fromisoformat(row[1]) for row in rows}
