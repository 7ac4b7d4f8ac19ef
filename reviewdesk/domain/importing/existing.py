"""What an import is compared with: the book as it stands, and the settings that change the result."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.money import Rates
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.purchase import Product, Purchase, SourceKey


@dataclass(frozen=True, slots=True)
class Existing:
    """The records of the book that an import may touch or refer to; any of them may be read once, in any order."""

    accounts: Iterable[Account] = ()
    people: Iterable[Person] = ()
    colleagues: Iterable[Colleague] = ()
    products: Iterable[Product] = ()
    purchases: Iterable[Purchase] = ()
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


class KeyRing:
    """The ids that sources gave to the book's records, old and new."""

    def __init__(self, keys: Iterable[SourceKey]) -> None:
        self._records: dict[tuple[str, str, str], UUID] = {}
        self._ids: dict[tuple[UUID, str], str] = {}
        self.added: list[SourceKey] = []
        for key in keys:
            self._remember(key)

    def find(self, kind: Kind, source: str, id: str) -> UUID | None:
        """Give the record that a source means by an id."""
        return self._records.get((kind.value, source, id)) if id else None

    def is_other(self, record_id: UUID, source: str, id: str) -> bool:
        """Say whether a source knows this record by another id, so that it cannot be the one meant."""
        known = self._ids.get((record_id, source), "")
        return bool(known and id and known != id)

    def add(self, kind: Kind, source: str, id: str, record_id: UUID) -> None:
        """Keep an id for a record, once."""
        if id and (kind.value, source, id) not in self._records:
            key = SourceKey(source=source, source_id=id, kind=kind.value, record_id=record_id)
            self.added.append(key)
            self._remember(key)

    def _remember(self, key: SourceKey) -> None:
        self._records[key.kind, key.source, key.source_id] = key.record_id
        self._ids[key.record_id, key.source] = key.source_id
