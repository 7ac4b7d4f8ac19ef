"""What the search needs beside what it found: cards of accounts and people, and the accounts of a name."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, select

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.search_query import Phrase, SearchQuery
from reviewdesk.domain.text import fold, words_of
from reviewdesk.storage.search_finding import Part, Within, find
from reviewdesk.storage.tables import account, note_line, person, purchase

_MOST_ACCOUNTS: Final = 200


@dataclass(frozen=True, slots=True)
class NameCard:
    """What is shown of an account or a person under its name."""

    meta: str
    phone: str


def name_cards(connection: Connection, record_ids: Collection[UUID]) -> dict[UUID, NameCard]:
    """Give the cards of these accounts and people."""
    ids = [each.hex for each in record_ids]
    of_accounts = select(account.c.id, account.c.industry, account.c.city, account.c.country, account.c.phones)
    found = {}
    for row in connection.execute(of_accounts.where(account.c.id.in_(ids))):
        phones = json.loads(row.phones)
        found[UUID(row.id)] = NameCard(_joined(row.industry, row.city, row.country), phones[0] if phones else "")
    of_people = select(person.c.id, person.c.role, account.c.name, person.c.phone)
    of_people = of_people.join(account, account.c.id == person.c.account_id)
    for each in connection.execute(of_people.where(person.c.id.in_(ids))):
        found[UUID(each.id)] = NameCard(_joined(each.role, each.name), each.phone)
    return found


def accounts_named(connection: Connection, name: str) -> tuple[UUID, ...]:
    """Give the accounts in whose name every one of these words begins a word."""
    words = words_of(name)
    query = SearchQuery(tuple(Phrase((each,), is_open=True) for each in words))
    hits = find(connection, query, Within((Kind.ACCOUNT,)), Part(_MOST_ACCOUNTS))
    return tuple(each.record_id for each in hits if _is_named(each.text.partition("\n")[0], words))


def last_buyer(connection: Connection, product_id: UUID) -> UUID | None:
    """Give the account that bought a product last."""
    query = select(purchase.c.account_id).where(purchase.c.product_id == product_id.hex)
    found = connection.execute(query.order_by(purchase.c.bought_on.desc()).limit(1)).scalar()
    return UUID(found) if found else None


def lines_of(connection: Connection, review_id: UUID) -> list[tuple[UUID, str]]:
    """Give the notes of a review, line by line."""
    query = select(note_line.c.id, note_line.c.text).where(note_line.c.review_id == review_id.hex)
    return [(UUID(row[0]), row[1]) for row in connection.execute(query.order_by(note_line.c.position))]


def _is_named(name: str, words: Collection[str]) -> bool:
    parts = words_of(name)
    return all(any(part.startswith(word) for part in parts) or word in fold(name) for word in words)


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
