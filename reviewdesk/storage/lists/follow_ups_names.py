"""Names to choose from: accounts that are worked with, and colleagues."""

from uuid import UUID

from sqlalchemy import Connection, select

from reviewdesk.domain.account import AccountStatus
from reviewdesk.storage.tables import account, colleague

_AT_WORK = (AccountStatus.ACTIVE.value, AccountStatus.WON_BACK.value)


def account_names(connection: Connection) -> tuple[tuple[UUID, str], ...]:
    """Give the accounts that buy from us, by name."""
    query = select(account.c.id, account.c.name).where(account.c.status.in_(_AT_WORK)).order_by(account.c.name)
    return tuple((UUID(row.id), row.name) for row in connection.execute(query))


def colleague_names(connection: Connection) -> tuple[tuple[UUID, str], ...]:
    """Give the colleagues but me, by name."""
    query = select(colleague.c.id, colleague.c.name).where(colleague.c.is_me == 0).order_by(colleague.c.name)
    return tuple((UUID(row.id), row.name) for row in connection.execute(query))
