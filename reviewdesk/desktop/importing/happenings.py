"""Every record of a plan and every row left out, as rows of one list."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from reviewdesk.desktop.importing.entries import Entry
from reviewdesk.desktop.importing.figures import counted, money_words
from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.account import Account
from reviewdesk.domain.importing.incoming import LeftOut
from reviewdesk.domain.importing.plan import Action, FieldChange, ImportPlan, Planned
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.purchase import Product, Purchase
from reviewdesk.domain.said import Contact

NEW: Final = "new"
UPDATED: Final = "updated"
TAKEN_OUT: Final = "taken out"
LEFT_OUT: Final = "left out"
_DOT: Final = " · "
_LONGEST: Final = 300


def happenings(made: ImportPlan) -> tuple[Entry, ...]:
    """List what will happen: accounts, people, products, colleagues, purchases, then what is left out."""
    words = _Words(made)
    planned: tuple[Planned[Any], ...] = (
        *made.accounts, *made.people, *made.products, *made.colleagues, *made.contacts, *made.purchases,
    )  # fmt: skip
    changing = (each for each in planned if each.action is not Action.UNCHANGED)
    return (*map(words.entry, changing), *map(words.taken_out, made.removed), *map(_left_out, made.left_out))


def _left_out(row: LeftOut) -> Entry:
    key = ("left out", row.file, row.line, row.reason)
    if not row.line:
        return Entry(key, row.file, row.reason, LEFT_OUT, group=LEFT_OUT)
    title = f"Line {row.line:,}: {row.reason}"
    return Entry(key, title, _DOT.join(filter(None, (_short(row.shown), row.file))), LEFT_OUT, group=LEFT_OUT)


@dataclass(slots=True)
class _Bought:
    """What an account bought, summed up."""

    count: int = 0
    first: date = date.max
    last: date = date.min
    sums: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, purchase: Purchase) -> None:
        self.count += 1
        self.first, self.last = min(self.first, purchase.bought_on), max(self.last, purchase.bought_on)
        self.sums[purchase.currency] += purchase.amount

    @property
    def words(self) -> str:
        if not self.count:
            return ""
        years = f"{self.first.year}" if self.first.year == self.last.year else f"{self.first.year}-{self.last.year}"
        return f"{counted(self.count, 'purchase')}, {years}, {money_words(self.sums)}"


class _Words:
    """Puts the records of one plan into words."""

    def __init__(self, made: ImportPlan) -> None:
        self._names = made.names
        self._owners: Mapping[UUID, str] = {each.after.id: each.after.name for each in made.colleagues}
        self._bought: dict[UUID, _Bought] = defaultdict(_Bought)
        for each in made.purchases:
            if each.action is Action.NEW:
                self._bought[each.after.account_id].add(each.after)

    def entry(self, planned: Planned[Any]) -> Entry:
        """Give the row of one record."""
        record = planned.after
        title = self._title(record)
        if planned.action is Action.NEW:
            return Entry(record.id, title, _DOT.join(filter(None, self._said(record))), NEW, Tone.GOOD, NEW)
        meta = _DOT.join(filter(None, (_kind(record), *map(self._change, planned.changes))))
        return Entry(record.id, title, meta, UPDATED, Tone.ACCENT, UPDATED)

    def taken_out(self, purchase: Purchase) -> Entry:
        """Give the row of a purchase that goes."""
        meta = _DOT.join(filter(None, self._said(purchase)))
        return Entry(purchase.id, self._title(purchase), meta, TAKEN_OUT, Tone.WARN, TAKEN_OUT)

    def _title(self, record: object) -> str:
        if isinstance(record, Purchase):
            return f"{self._names.get(record.account_id, '')}, {money_words({record.currency: record.amount})}"
        if isinstance(record, Contact):
            return f"{self._names.get(record.account_id, '')}, {short_day(record.made_on, date.max)}"
        return str(getattr(record, "name", ""))

    def _said(self, record: object) -> Iterable[str]:
        if isinstance(record, Account):
            return self._account(record)
        if isinstance(record, Person):
            return (_kind(record), record.role, self._names.get(record.account_id, ""), record.email, record.phone)
        if isinstance(record, Product):
            price = f"{record.list_price:,}" if record.list_price is not None else ""
            return (_kind(record), record.series, price)
        if isinstance(record, Colleague):
            return (_kind(record), record.team, record.role, record.email)
        return self._dated(record)

    def _dated(self, record: object) -> Iterable[str]:
        if isinstance(record, Purchase):
            product = self._names.get(record.product_id, "") if record.product_id else record.product_name
            return (_kind(record), short_day(record.bought_on, date.max), product)
        if isinstance(record, Contact):
            return (_kind(record), record.channel.value, _short(record.words))
        return ()

    def _account(self, account: Account) -> Iterator[str]:
        yield account.industry
        yield account.city or account.country
        bought = self._bought.get(account.id)
        yield bought.words if bought else ""
        owner = self._owners.get(account.owner_id, "") if account.owner_id else ""
        yield f"owner {owner}" if owner else ""

    def _change(self, change: FieldChange) -> str:
        name = change.field.removesuffix("_id").replace("_", " ")
        return f"{name}: {self._value(change.old)} → {self._value(change.new)}"

    def _value(self, value: object) -> str:
        if value in (None, "", ()):
            return "blank"
        if isinstance(value, UUID):
            return self._names.get(value) or self._owners.get(value, "another")
        if isinstance(value, tuple):
            return _short(", ".join(map(str, value)))
        return short_day(value, date.max) if isinstance(value, date) else _short(str(value))


def _kind(record: object) -> str:
    kinds = {
        Person: "Person",
        Product: "Product",
        Colleague: "Colleague",
        Purchase: "Purchase",
        Contact: "Contact made",
    }
    return kinds.get(type(record), "")


def _short(text: str) -> str:
    one_line = " ".join(text[: _LONGEST * 2].split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[:_LONGEST]}…"
