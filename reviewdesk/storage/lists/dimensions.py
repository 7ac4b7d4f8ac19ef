"""The answers about relationships of a whole book, without reading the scores."""

import json
from collections.abc import Collection, Iterator
from uuid import UUID

from sqlalchemy import Connection, func, select

from reviewdesk.domain.account import ReasonToStay
from reviewdesk.domain.answer import Answer
from reviewdesk.domain.relationship import DIMENSIONS
from reviewdesk.storage.records import ANSWER
from reviewdesk.storage.tables import account, answer


def dimension_answers(connection: Connection) -> Iterator[Answer]:
    """Give every answer to one of the seven dimensions."""
    query = select(answer).where(answer.c.asked.in_([each.value for each in DIMENSIONS]))
    return map(ANSWER.to_record, connection.execute(query).mappings())


def reasons_to_stay(connection: Connection, account_ids: Collection[UUID]) -> dict[UUID, ReasonToStay]:
    """Give the first reason to stay of those of these accounts that have one."""
    wanted = func.json_each(json.dumps([each.hex for each in account_ids])).table_valued("value").c.value
    query = select(account.c.id, account.c.reason_to_stay).where(
        account.c.id.in_(select(wanted)), account.c.reason_to_stay.is_not(None)
    )
    return {UUID(id): ReasonToStay(reason) for id, reason in connection.execute(query)}
