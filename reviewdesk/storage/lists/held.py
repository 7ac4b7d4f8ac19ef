"""The reviews that were held, as small rows: of whom, when, and whether by a call."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from reviewdesk.domain.review import HELD_STATES
from reviewdesk.storage.tables import review


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One review that took place."""

    id: UUID
    account_id: UUID
    held_on: date
    by_call: bool


def held_lines(connection: Connection, *, since: date = date.min) -> tuple[HeldLine, ...]:
    """Give the reviews held on a day or after it, the oldest first."""
    columns = review.c
    query = (
        select(columns.id, columns.account_id, columns.held_on, columns.by_call)
        .where(columns.state.in_([each.value for each in HELD_STATES]), columns.held_on >= since.isoformat())
        .order_by(columns.held_on, columns.id)
    )
    return tuple(
        HeldLine(UUID(row.id), UUID(row.account_id), date.fromisoformat(row.held_on), bool(row.by_call))
        for row in connection.execute(query)
    )
