"""Whether anything that something hangs on was touched after a step."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import Connection, func, select

from reviewdesk.domain.changes import Kind
from reviewdesk.storage.kept_tables import change, step

# Of each kind the fields that count; none given are all of them.
Fields = Mapping[Kind, frozenset[str]]


def newest_step(connection: Connection) -> int:
    """Give the number of the newest step, 0 in a book without any."""
    return int(connection.execute(select(func.coalesce(func.max(step.c.number), 0))).scalar_one())


def touched_since(connection: Connection, number: int, fields: Fields, own: Collection[UUID] = ()) -> bool:
    """Say whether a record of these kinds came or went after this step, or one of these fields was changed.

    Of `own` records every field counts.
    """
    query = select(change.c.kind, change.c.record_id, change.c.field).join(step, step.c.id == change.c.step_id)
    query = query.where(step.c.number > number, change.c.kind.in_([each.value for each in fields]))
    ids = {each.hex for each in own}
    return any(
        not field or record_id in ids or not fields[Kind(kind)] or field in fields[Kind(kind)]
        for kind, record_id, field in connection.execute(query)
    )
