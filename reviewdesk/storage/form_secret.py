"""The secret by which a book knows its own feedback forms; it is in no record, so nothing exports or shows it."""

from secrets import token_bytes
from typing import Final

from sqlalchemy import Connection, insert, select

from reviewdesk.storage.kept_tables import form_secret

_LENGTH: Final = 32


def find(connection: Connection) -> bytes | None:
    """Give the secret of a book, or nothing where it made no form yet."""
    found: bytes | None = connection.execute(select(form_secret.c.secret)).scalar()
    return found


def find_or_make(connection: Connection) -> bytes:
    """Give the secret of a book, within a step; it stays though that step is taken back."""
    found = find(connection)
    if found is None:
        found = token_bytes(_LENGTH)
        connection.execute(insert(form_secret).values(number=1, secret=found))
    return found
