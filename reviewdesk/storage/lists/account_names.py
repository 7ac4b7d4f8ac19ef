"""What tells accounts apart and what may show that two of them are one: names, domains, telephones and addresses."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, func, select

from reviewdesk.domain.changes import Kind
from reviewdesk.storage.lists.touched import Fields
from reviewdesk.storage.tables import account, person

# What is read here of an account: a change of anything else leaves it as it is.
NAMED_BY: Final[Fields] = {
    Kind.ACCOUNT: frozenset({"name", "domain", "website", "city", "phones", "parent_id", "is_site"})
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAccount:
    """One account as far as it can be taken for another one."""

    id: UUID
    name: str
    domain: str
    website: str
    city: str
    phones: tuple[str, ...]
    parent_id: UUID | None
    is_site: bool


def named_accounts(connection: Connection) -> tuple[NamedAccount, ...]:
    """Give every account, by name."""
    columns = account.c
    query = select(
        columns.id, columns.name, columns.domain, columns.website, columns.city, columns.phones, columns.parent_id,
        columns.is_site,
    )  # fmt: skip
    return tuple(
        NamedAccount(
            id=UUID(row.id),
            name=row.name,
            domain=row.domain,
            website=row.website,
            city=row.city,
            phones=tuple(json.loads(row.phones)),
            parent_id=UUID(row.parent_id) if row.parent_id else None,
            is_site=bool(row.is_site),
        )
        for row in connection.execute(query.order_by(columns.name))
    )


def shared_addresses(connection: Connection) -> Iterator[tuple[str, tuple[UUID, ...]]]:
    """Give each e-mail address that people of more than one account have, with those accounts."""
    address = func.lower(person.c.email)
    shared = (
        select(address.label("address"))
        .where(person.c.email != "")
        .group_by(address)
        .having(func.count(person.c.account_id.distinct()) > 1)
        .subquery()
    )
    query = select(address, person.c.account_id).join(shared, shared.c.address == address).distinct()
    found: dict[str, list[UUID]] = {}
    for row in connection.execute(query.order_by(address, person.c.account_id)):
        found.setdefault(row[0], []).append(UUID(row[1]))
    return iter([(each, tuple(ids)) for each, ids in found.items()])
