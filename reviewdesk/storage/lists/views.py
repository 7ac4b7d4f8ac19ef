"""Whether anybody ever had to do with certain records of this book."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Connection, select

from reviewdesk.storage.kept_tables import change


def were_kept(connection: Connection, record_ids: Collection[UUID]) -> bool:
    """Say whether one of these records is or ever was in the book."""
    query = select(change.c.number).where(change.c.record_id.in_([each.hex for each in record_ids])).limit(1)
    return connection.execute(query).first() is not None
