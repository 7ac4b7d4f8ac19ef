"""Concerns of all accounts, each with the name of its account."""

from datetime import date

from sqlalchemy import Connection, select

from reviewdesk.domain.concern import CLOSED_STAGES
from reviewdesk.storage import tables
from reviewdesk.storage.lists.today import ListedConcern
from reviewdesk.storage.records import CONCERN


def concerns_on_the_board(connection: Connection, ended_since: date) -> tuple[ListedConcern, ...]:
    """Give the concerns that are open, and those that ended on this day or later, the earliest raised first."""
    columns = tables.concern.c
    closed = [each.value for each in CLOSED_STAGES]
    query = select(tables.concern, tables.account.c.name.label("account_name"))
    query = query.join(tables.account, tables.account.c.id == columns.account_id)
    query = query.where(
        columns.withdrawn == 0, columns.stage.not_in(closed) | (columns.stage_since >= ended_since.isoformat())
    )
    rows = connection.execute(query.order_by(columns.raised_on, columns.id)).mappings()
    return tuple(ListedConcern(concern=CONCERN.to_record(row), account=row["account_name"]) for row in rows)
