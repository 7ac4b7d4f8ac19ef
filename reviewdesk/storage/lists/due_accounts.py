"""Which accounts a day asks for, found by the dates that are kept of them."""

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, func, select

from reviewdesk.domain.account import AccountStatus
from reviewdesk.storage.kept_tables import standing
from reviewdesk.storage.tables import account

BUYING: Final = (AccountStatus.ACTIVE.value, AccountStatus.WON_BACK.value)


def due_or_quiet(connection: Connection, today: date, until: date) -> frozenset[UUID]:
    """Give the accounts that buy and whose review is due by a day, or that are quiet today."""
    columns = standing.c
    query = select(columns.account_id).join(account, account.c.id == columns.account_id)
    query = query.where(
        account.c.status.in_(BUYING),
        (columns.next_due <= until.isoformat()) | (columns.quiet_from <= today.isoformat()),
    )
    return frozenset(map(UUID, connection.execute(query).scalars()))


def count_due_between(connection: Connection, first: date, last: date) -> int:
    """Count the accounts that buy and whose review is due from the first of these days to the last."""
    query = select(func.count()).join_from(standing, account, account.c.id == standing.c.account_id)
    query = query.where(account.c.status.in_(BUYING), standing.c.next_due.between(first.isoformat(), last.isoformat()))
    return int(connection.execute(query).scalar_one())


def count_accounts(connection: Connection) -> int:
    """Count all accounts of the book."""
    return int(connection.execute(select(func.count()).select_from(account)).scalar_one())
