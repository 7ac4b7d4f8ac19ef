"""All whose names may be somebody else's: read once, where many documents are looked through."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.people import Person
from reviewdesk.services.internal_words import rivals_noted
from reviewdesk.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class Everybody:
    """The accounts and people of a book, and the rivals named anywhere in it."""

    accounts: Mapping[UUID, Account]
    people: tuple[Person, ...]
    rivals: frozenset[str]


def everybody_in(reading: Reading) -> Everybody:
    """Read them all."""
    accounts = {each.id: each for each in reading.accounts.all()}
    known = {rival for each in accounts.values() for rival in each.rivals}
    return Everybody(accounts, reading.people.all(), frozenset((*known, *rivals_noted(reading))))
