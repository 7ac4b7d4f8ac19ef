"""Whose people are meant by mail addresses: an account is known by its people's addresses, then by its domain."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.importing.names import domain_of
from reviewdesk.domain.people import Colleague, Person


@dataclass(frozen=True, slots=True)
class Address:
    """A mail address with the name written beside it, if there is one."""

    email: str
    name: str = ""

    @property
    def key(self) -> str:
        """The address as it is compared."""
        return self.email.strip().casefold()


NOBODY: Final = Address("")


@dataclass(frozen=True, slots=True)
class AccountMeant:
    """An account that is meant by some addresses: which of its people, and by what it was known."""

    account_id: UUID
    name: str
    person_ids: tuple[UUID, ...]
    why: str


@dataclass(frozen=True, slots=True)
class AddressBook:
    """Everybody in a book who has an address."""

    accounts: Sequence[Account] = ()
    people: Sequence[Person] = ()
    colleagues: Sequence[Colleague] = ()

    def is_ours(self, address: Address) -> bool:
        """Say whether this is one of us: by address, or by a domain that one of us has and no account."""
        ours = {each.email.strip().casefold() for each in self.colleagues if each.email}
        domains = {domain_of(each) for each in ours} - self._domains().keys() - {""}
        return address.key in ours or domain_of(address.key) in domains

    def meant(self, addresses: Iterable[Address]) -> tuple[AccountMeant, ...]:
        """Give the accounts that these addresses mean, the surest first; none where nobody is known."""
        theirs = [each for each in dict.fromkeys(addresses) if each.email and not self.is_ours(each)]
        keys = {each.key for each in theirs}
        found: dict[UUID, list[Person]] = defaultdict(list)
        for person in self.people:
            if person.email and person.email.strip().casefold() in keys:
                found[person.account_id].append(person)
        hosts: dict[UUID, str] = {}
        domains = self._domains()
        for host in dict.fromkeys(domain_of(each.key) for each in theirs):
            for account_id in domains.get(host, ()):
                hosts.setdefault(account_id, host)
        names = {each.id: each.name for each in self.accounts}
        by_person = sorted(found, key=lambda each: (-len(found[each]), names.get(each, "")))
        order = [*by_person, *(each for each in hosts if each not in found)]
        return tuple(
            _meant(each, names[each], found.get(each, []), hosts.get(each, "")) for each in order if each in names
        )

    def _domains(self) -> dict[str, list[UUID]]:
        """Give the accounts of each domain, by their own addresses first and then by those of their people."""
        found: dict[str, list[UUID]] = defaultdict(list)
        own = [(domain_of(text), each.id) for each in self.accounts for text in (each.domain, each.website)]
        theirs = [(domain_of(each.email), each.account_id) for each in self.people if each.email]
        for host, account_id in (*own, *theirs):
            if host and account_id not in found[host]:
                found[host].append(account_id)
        return dict(found)


def _meant(account_id: UUID, name: str, people: Sequence[Person], host: str) -> AccountMeant:
    why = ", ".join(each.name for each in people) if people else host
    return AccountMeant(account_id, name, tuple(each.id for each in people), why)
