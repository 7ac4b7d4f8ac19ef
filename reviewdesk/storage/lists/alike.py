"""Notes that may be like a complaint."""

import json
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Connection, func, select

from reviewdesk.storage.tables import note_line


def line_texts(connection: Connection, line_ids: Collection[UUID]) -> dict[UUID, str]:
    """Give the text of these note lines; those that are gone are left out."""
    wanted = func.json_each(json.dumps([each.hex for each in line_ids])).table_valued("value").c.value
    query = select(note_line.c.id, note_line.c.text).where(note_line.c.id.in_(select(wanted)))
    return {UUID(row.id): row.text for row in connection.execute(query)}
