"""What an import is compared with: the book as it stands, and the settings that change the result."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.importing.ids import ids_in_order
from reviewdesk.domain.money import Rates
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.purchase import Product, Purchase, SourceKey
from reviewdesk.domain.said import Contact

_BY_NAME = "name "


@dataclass(frozen=True, slots=True)
class Existing:
    """The records of the book that an import may touch or refer to; any of them may be read once, in any order."""

    accounts: Iterable[Account] = ()
    people: Iterable[Person] = ()
    colleagues: Iterable[Colleague] = ()
    products: Iterable[Product] = ()
    purchases: Iterable[Purchase] = ()
    contacts: Iterable[Contact] = ()
    keys: Iterable[SourceKey] = ()


@dataclass(frozen=True, slots=True)
class ImportSettings:
    """What of the book and of the day changes the result; `window_end` is the end of the revenue year if chosen."""

    today: date
    base_currency: str = "EUR"
    rates: Rates | None = None
    window_end: date | None = None

    @property
    def all_rates(self) -> Rates:
        """Give the rates, which are the base currency alone where the person entered none."""
        return self.rates or Rates(self.base_currency)


def id_or_name(id: str, folded_name: str) -> str:
    """Give a source's id, or an id made of the name where the source has none."""
    return id or _BY_NAME + folded_name


class KeyRing:
    """The ids that sources gave to the book's records, old and new.

    The key of a record that is gone is given to the record that takes its place.
    """

    def __init__(self, keys: Iterable[SourceKey], present: Container[UUID]) -> None:
        self._records: dict[tuple[str, str, str], UUID] = {}
        self._free: dict[tuple[str, str, str], SourceKey] = {}
        self._ids: dict[tuple[UUID, str], str] = {}
        self._new_ids = ids_in_order()
        self.added: list[SourceKey] = []
        for key in keys:
            if key.record_id in present:
                self._remember(key)
            else:
                self._free[key.kind, key.source, key.source_id] = key

    def find(self, kind: Kind, source: str, id: str) -> UUID | None:
        """Give the record that a source means by an id."""
        return self._records.get((kind.value, source, id)) if id else None

    def of(self, kind: Kind, source: str) -> Iterator[tuple[str, UUID]]:
        """Go through the ids that a source gave to records of a kind, with the records."""
        known = ((key, record) for key, record in self._records.items() if key[:2] == (kind.value, source))
        return ((id, record) for (_, _, id), record in known)

    def records_of(self, kind: Kind, sources: str) -> frozenset[UUID]:
        """Give the records of a kind that a source with such a beginning of its name knows."""
        return frozenset(
            record for key, record in self._records.items() if key[0] == kind.value and key[1].startswith(sources)
        )

    def is_other(self, record_id: UUID, source: str, id: str) -> bool:
        """Say whether a source knows this record by another id, so that it cannot be the one meant."""
        known = self._ids.get((record_id, source), "")
        return bool(known and id and known != id)

    def add(self, kind: Kind, source: str, id: str, record_id: UUID) -> None:
        """Keep an id for a record, once."""
        spot = (kind.value, source, id)
        if id and spot not in self._records:
            free = self._free.get(spot)
            key = replace(free, record_id=record_id) if free else self._new(kind, source, id, record_id)
            self.added.append(key)
            self._remember(key)

    def _new(self, kind: Kind, source: str, id: str, record_id: UUID) -> SourceKey:
        return SourceKey(id=next(self._new_ids), source=source, source_id=id, kind=kind.value, record_id=record_id)

    def _remember(self, key: SourceKey) -> None:
        self._records[key.kind, key.source, key.source_id] = key.record_id
        if not key.source_id.startswith(_BY_NAME):
            self._ids[key.record_id, key.source] = key.source_id
