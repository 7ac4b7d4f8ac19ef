"""What a person does with the purchases of an account: looks at them, adds one by hand, changes and removes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.purchase import Product, Purchase, PurchaseLine
from reviewdesk.services import typed_values as typed
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.lists.purchases import count_of, products_of, purchase_lines
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

PAGE: Final = 60
_LOWEST_MARGIN: Final = -1000
_HIGHEST_MARGIN: Final = 100


@dataclass(frozen=True, slots=True)
class PurchasePage:
    """A page of purchases, the newest first; `products` are names to complete with, `currency` is the usual one."""

    purchases: tuple[PurchaseLine, ...]
    count: int
    products: tuple[str, ...]
    currency: str


class PurchaseService:
    """What a person does with purchases."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, account_id: UUID, *, most: int = PAGE) -> PurchasePage:
        """Give the newest purchases of an account."""
        with self._store.read() as reading:
            lines = purchase_lines(reading.connection, account_id, most=most)
            account = reading.accounts.get(account_id)
            currency = lines[0].purchase.currency if lines else account.currency or reading.book.base_currency
            count = count_of(reading.connection, account_id)
            return PurchasePage(lines, count, products_of(reading.connection, account_id), currency)

    def add(
        self, account_id: UUID, amount: str, *, currency: str, product: str = "", day: str = ""
    ) -> Outcome[Purchase]:
        """Add a purchase by hand; without a day it is of today.

        Raises:
            RefusedError: there is no amount, or something cannot be read.
        """
        today = self._store.clock.today()
        bought = Purchase(
            account_id=account_id,
            bought_on=typed.past_day(day, today) or today,
            amount=_amount(amount),
            currency=_currency(currency),
        )
        with self._store.write("Add purchase") as work:
            work.accounts.get(account_id)
            added = work.purchases.put(_of_product(work, bought, product))
        return Outcome(added, work.changes)

    def change(self, purchase_id: UUID, field: str, text: str) -> Outcome[Purchase]:
        """Put what was typed into one field of a purchase; typing on in it is one step of undo.

        Raises:
            RefusedError: it cannot be read as what the field holds.
        """
        with self._store.write("Change purchase", join_key=f"purchase/{purchase_id}/{field}") as work:
            purchase = work.purchases.get(purchase_id)
            if field == "product":
                changed = _of_product(work, purchase, text)
            else:
                changed = replace(purchase, **{field: _read(field, text, self._store.clock.today())})
            put = work.purchases.put(changed)
        return Outcome(put, work.changes)

    def remove(self, purchase_id: UUID) -> Outcome[None]:
        """Take a purchase out; undo brings it back."""
        with self._store.write("Remove purchase") as work:
            work.purchases.remove(purchase_id)
        return Outcome(None, work.changes)


def _of_product(work: UnitOfWork, purchase: Purchase, name: str) -> Purchase:
    """Name the product: the one on the list where there is one so called, else in words."""
    tidy = " ".join(name.split())
    wanted = folded(tidy)
    known: Product | None = next((each for each in work.products.all() if tidy and folded(each.name) == wanted), None)
    return replace(purchase, product_id=known.id if known else None, product_name="" if known else tidy)


def _amount(text: str) -> Decimal:
    found = typed.amount(text)
    if found is None:
        raise RefusedError("Type how much it was, for example 12500 or 12,500.00; a credit has a minus before it.")
    return found


def _currency(text: str) -> str:
    found = typed.currency(text)
    if not found:
        raise RefusedError("Type the currency by its code of three letters, for example EUR or USD.")
    return found


def _margin(text: str) -> Decimal | None:
    found = typed.amount(text.rstrip("% "))
    if found is not None and not _LOWEST_MARGIN <= found <= _HIGHEST_MARGIN:
        raise RefusedError("A margin is at most 100 %. Correct it, or leave it empty.")
    return found


def _day(text: str, today: date) -> date:
    found = typed.past_day(text, today)
    if found is None:
        raise RefusedError("Type the day on which it was bought, for example 3 Nov or 2026-11-03.")
    return found


_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "amount": _amount,
    "currency": _currency,
    "quantity": typed.amount,
    "margin": _margin,
    **dict.fromkeys(("lot", "site", "carrier", "contract_term"), typed.words),
}


def _read(field: str, text: str, today: date) -> Any:  # noqa: ANN401 - what the field holds
    return _day(text, today) if field == "bought_on" else _READERS[field](text)
