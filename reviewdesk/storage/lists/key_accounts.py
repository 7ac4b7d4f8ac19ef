"""The key accounts, what comes next with each, and how meetings felt."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, select

from reviewdesk.domain.account import Tier
from reviewdesk.domain.reasons import GoalMet
from reviewdesk.domain.review import HELD_STATES, Feeling
from reviewdesk.domain.summary import GoalStatus
from reviewdesk.storage.kept_tables import standing
from reviewdesk.storage.lists.due_accounts import BUYING
from reviewdesk.storage.repository import MANY
from reviewdesk.storage.tables import account, actual, goal, review

_HELD: Final = [each.value for each in HELD_STATES]


@dataclass(frozen=True, slots=True)
class KeyAccount:
    """One A account that buys; `has_next` says that a follow-up or a review of it lies ahead."""

    id: UUID
    name: str
    customer_since: date | None
    has_next: bool
    last_contact: date | None


def key_accounts(connection: Connection, today: date) -> tuple[KeyAccount, ...]:
    """Give the A accounts that buy, by name."""
    query = select(
        account.c.id, account.c.name, account.c.customer_since, standing.c.next_step, standing.c.booked_on,
        standing.c.last_contact,
    )  # fmt: skip
    query = query.join(standing, standing.c.account_id == account.c.id)
    query = query.where(account.c.tier == Tier.A.value, account.c.status.in_(BUYING)).order_by(account.c.name)
    return tuple(
        KeyAccount(
            id=UUID(row.id),
            name=row.name,
            customer_since=_day(row.customer_since),
            has_next=bool(row.next_step) or (row.booked_on or "") >= today.isoformat(),
            last_contact=_day(row.last_contact),
        )
        for row in connection.execute(query)
    )


def goals_met(connection: Connection, account_ids: Collection[UUID]) -> dict[UUID, list[GoalMet]]:
    """Give for each account the goals whose figure said met, each with the day of it."""
    found: dict[UUID, list[GoalMet]] = {each: [] for each in account_ids}
    ids = [each.hex for each in account_ids]
    query = select(actual.c.account_id, goal.c.what, actual.c.measured_on, review.c.held_on)
    query = query.join(goal, goal.c.id == actual.c.goal_id).join(review, review.c.id == actual.c.review_id)
    query = query.where(actual.c.status == GoalStatus.MET.value)
    for start in range(0, len(ids), MANY):
        for row in connection.execute(query.where(actual.c.account_id.in_(ids[start : start + MANY]))):
            if (on := _day(row.measured_on or row.held_on)) is not None:
                found[UUID(row.account_id)].append(GoalMet(row.what, on))
    return found


def feelings(connection: Connection) -> dict[UUID, tuple[str, list[tuple[Feeling, ...]]]]:
    """Give the name and how the meetings felt, the newest first, of each account where one felt forced."""
    felt_forced = select(review.c.account_id).where(review.c.feelings.like(f'%"{Feeling.FORCED.value}"%'))
    query = select(review.c.account_id, account.c.name, review.c.feelings)
    query = query.join(account, account.c.id == review.c.account_id)
    query = query.where(review.c.state.in_(_HELD), review.c.account_id.in_(felt_forced), account.c.status.in_(BUYING))
    found: dict[UUID, tuple[str, list[tuple[Feeling, ...]]]] = {}
    for row in connection.execute(query.order_by(review.c.held_on.desc())):
        felt = tuple(Feeling(each) for each in json.loads(row.feelings))
        found.setdefault(UUID(row.account_id), (row.name, []))[1].append(felt)
    return found


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
