"""What an import needs to know of the book: its newest step, and what was touched after a step."""

from uuid import UUID

from sqlalchemy import Connection, func, select

from reviewdesk.domain.changes import Kind
from reviewdesk.storage.kept_tables import change, step
from reviewdesk.storage.steps import stacks

COMPARED = (Kind.ACCOUNT, Kind.PERSON, Kind.COLLEAGUE, Kind.PRODUCT, Kind.PURCHASE, Kind.SOURCE_KEY, Kind.BOOK)


def newest_step(connection: Connection) -> int:
    """Give the number of the newest step, 0 in a book without any."""
    return int(connection.execute(select(func.coalesce(func.max(step.c.number), 0))).scalar_one())


def newest_called(connection: Connection, words: str) -> UUID | None:
    """Give the newest step that stands and whose name begins with these words."""
    standing = reversed(stacks(connection).undo)
    return next((each.id for each in standing if each.label.startswith(words)), None)


def touched_since(connection: Connection, number: int) -> bool:
    """Say whether a step after this one touched any record that an import is compared with."""
    wanted = [each.value for each in COMPARED]
    query = select(change.c.number).join(step, step.c.id == change.c.step_id)
    query = query.where(step.c.number > number, change.c.kind.in_(wanted)).limit(1)
    return connection.execute(query).first() is not None
