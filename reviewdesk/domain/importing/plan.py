"""The plan of an import: every record that will be made or changed, what is left out, and what is to be decided."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, Generic, TypeVar
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.importing.decisions import ToDecide
from reviewdesk.domain.importing.fields import TableUse
from reviewdesk.domain.importing.incoming import LeftOut, Origin
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.purchase import Product, Purchase, SourceKey
from reviewdesk.domain.said import Contact

# What the steps of an import begin with, as undo names them.
IMPORT: Final = "Import "
REFRESH: Final = "Refresh sales figures"
Record = TypeVar("Record", Account, Person, Colleague, Product, Purchase, Contact)


class Action(StrEnum):
    """What happens to a record."""

    NEW = "new"
    UPDATE = "update"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record already in the book, with its value before and after."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Planned(Generic[Record]):
    """One record as it will stand after the import; `origin` is empty where no row of its own names it."""

    action: Action
    after: Record
    origin: Origin | None = None
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import will do, exactly: applying it writes these records and keys and nothing else.

    `removed` are purchases that a newer file of sales figures no longer holds, where the person has them taken out;
    `figures` are the sets of such figures with the file each was read from. `totals` sums the amounts of the purchases
    that will be new, apart for each currency. `newest` is the day of the newest purchase in the files. `window_end` is
    the last day of the revenue year where the person chose one, to be kept in the book; empty leaves the book's own
    rule alone. `names` are those of the accounts, colleagues and products that changed fields and new purchases refer
    to.
    """

    tables: tuple[TableUse, ...] = ()
    accounts: tuple[Planned[Account], ...] = ()
    people: tuple[Planned[Person], ...] = ()
    colleagues: tuple[Planned[Colleague], ...] = ()
    products: tuple[Planned[Product], ...] = ()
    purchases: tuple[Planned[Purchase], ...] = ()
    contacts: tuple[Planned[Contact], ...] = ()
    removed: tuple[Purchase, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    keys: tuple[SourceKey, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    to_decide: tuple[ToDecide, ...] = ()
    notes: tuple[str, ...] = ()
    totals: Mapping[str, Decimal] = field(default_factory=dict)
    newest: date | None = None
    window_end: date | None = None
    names: Mapping[UUID, str] = field(default_factory=dict)

    def planned(
        self,
    ) -> Iterator[Planned[Account] | Planned[Person] | Planned[Colleague] | Planned[Product] | Planned[Contact]]:
        """Go through all records but the purchases, colleagues and products before what refers to them."""
        yield from self.colleagues
        yield from self.products
        yield from self.accounts
        yield from self.people
        yield from self.contacts

    @property
    def change_count(self) -> int:
        """Count the records that will be new, changed or gone."""
        others = sum(1 for each in self.planned() if each.action is not Action.UNCHANGED)
        return others + len(self.removed) + sum(1 for each in self.purchases if each.action is not Action.UNCHANGED)

    @property
    def rows_left_out(self) -> int:
        """Count the rows that are left out, without those of files that are left out as a whole."""
        return sum(1 for each in self.left_out if each.line)

    def left_out_by_reason(self) -> dict[str, int]:
        """Count the rows that are left out by their reason, the most frequent first."""
        return dict(Counter(each.reason for each in self.left_out if each.line).most_common())

    def files_left_out(self) -> dict[str, str]:
        """Give each file that is left out as a whole, with its reason."""
        return {each.file: each.reason for each in self.left_out if not each.line}
