"""The names in a book that belong to somebody else than one customer: rivals, other customers and their people."""

import json
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from reviewdesk.storage.tables import account, person

_NONE = "[]"


@dataclass(frozen=True, slots=True)
class OtherNames:
    """Names that a paper about one customer must not hold; accounts of one group are not other customers."""

    rivals: tuple[str, ...]
    accounts: tuple[str, ...]
    people: tuple[str, ...]


def other_names(connection: Connection, account_id: UUID) -> OtherNames:
    """Give every rival of the book, and the accounts and people that do not belong to a customer's own group."""
    rows = connection.execute(select(account.c.id, account.c.parent_id, account.c.name, account.c.rivals)).all()
    parent_id = next((row.parent_id for row in rows if row.id == account_id.hex), None)
    near = {account_id.hex, parent_id} - {None}
    family = {row.id for row in rows if row.id in near or row.parent_id in near}
    rivals = {each for row in rows if row.rivals != _NONE for each in json.loads(row.rivals)}
    people = connection.execute(select(person.c.account_id, person.c.name)).all()
    return OtherNames(
        rivals=tuple(sorted(rivals)),
        accounts=tuple(row.name for row in rows if row.id not in family),
        people=tuple(row.name for row in people if row.account_id not in family),
    )
