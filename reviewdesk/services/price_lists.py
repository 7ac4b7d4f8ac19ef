"""Reads a price list into a plan that is looked at before anything is written.

The per cent of an item is what its row says; else the new price against the old one of the row; else against the price
the person chose as today's: the list price in the book, or what a piece cost when anybody last bought it in the book's
currency. Where the chosen one lacks the other is taken, and the plan says so. Per cents are rounded to two decimals.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from pathlib import Path
from typing import Final

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.planned_change import ChangingItem
from reviewdesk.exchange.price_list import PriceRow, read_price_list
from reviewdesk.storage.lists.changing import last_prices, list_prices, product_names
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

_CENT: Final = Decimal("0.01")


class Against(StrEnum):
    """Which price of today a new one is compared with."""

    LIST = "list price"
    LAST = "last price paid"


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item that a price list changes, and what its per cent is worked out from."""

    item: ChangingItem
    basis: str


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A row of a price list that changes nothing, and why."""

    line: int
    item: str
    why: str


@dataclass(frozen=True, slots=True)
class PriceListPlan:
    """What a price list would change, and which of its rows change nothing."""

    file_name: str
    against: Against
    items: tuple[PlannedItem, ...]
    left: tuple[LeftRow, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    names: Mapping[str, str]
    prices: Mapping[Against, Mapping[str, Decimal]]

    @classmethod
    def read(cls, reading: Reading) -> "_Known":
        names = {folded(each): each for each in product_names(reading.connection)}
        listed, paid = list_prices(reading.connection), last_prices(reading.connection, reading.book.base_currency)
        return cls(names, {Against.LIST: listed, Against.LAST: paid})

    def price(self, name: str, against: Against) -> tuple[Decimal, Against] | None:
        """Give today's price, the wanted one first, and which one it is."""
        for each in (against, *(other for other in Against if other is not against)):
            found = self.prices[each].get(name)
            if found is not None and found > 0:
                return found, each
        return None


class PriceListService:
    """Reads price lists."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, path: Path, against: Against = Against.LIST) -> PriceListPlan:
        """Read a price list and say what it would change; nothing is written.

        Raises:
            UnreadableError: the file cannot be read, or has no such columns.
        """
        rows = read_price_list(path)
        with self._store.read() as reading:
            known = _Known.read(reading)
        items: dict[str, PlannedItem] = {}
        left: list[LeftRow] = []
        for row in rows:
            found = _planned(row, known, against)
            if isinstance(found, str):
                left.append(LeftRow(row.line, row.item, found))
            elif found.item.name in items:
                left.append(LeftRow(row.line, row.item, "stands in the list above already"))
            else:
                items[found.item.name] = found
        return PriceListPlan(path.name, against, tuple(items.values()), tuple(left))


def _planned(row: PriceRow, known: _Known, against: Against) -> PlannedItem | str:
    """Give what a row changes, or say why it changes nothing."""
    name = known.names.get(folded(row.item)) if row.item else None
    if row.why_not or name is None:
        return row.why_not or ("no product is called so" if row.item else "names no item")
    if row.ends:
        return PlannedItem(ChangingItem(name=name, replacement=row.replacement), "discontinued in the list")
    if row.percent is not None:
        share = row.percent / 100
        basis = f"{share.normalize():f} in the workbook is {row.percent.normalize():f} %" if row.was_share else ""
        return _item(name, row.percent, row, None, basis or "per cent of the list")
    return "has no new price" if row.new is None else _with_price(name, row, known, against)


def _with_price(name: str, row: PriceRow, known: _Known, against: Against) -> PlannedItem | str:
    """Compare a new price with the old one of the row, else with today's in the book."""
    if row.old is not None:
        return _compared(name, row, row.old, "old price of the list")
    found = known.price(name, against)
    if found is None:
        return "has neither a list price nor a price that was paid to compare with"
    return _compared(name, row, found[0], found[1].value)


def _compared(name: str, row: PriceRow, now: Decimal, basis: str) -> PlannedItem | str:
    if now <= 0 or row.new is None:
        return f"its {basis} is not above zero"
    percent = ((row.new - now) / now * 100).quantize(_CENT, ROUND_HALF_UP)
    return _item(name, percent, row, now, basis)


def _item(name: str, percent: Decimal, row: PriceRow, now: Decimal | None, basis: str) -> PlannedItem | str:
    if not percent:
        return "its price stays the same"
    try:
        item = ChangingItem(
            name=name, percent=percent, replacement=row.replacement,
            price_now=now if now is not None else row.old, price_then=row.new,
        )  # fmt: skip
    except RefusedError:
        return f"{percent.normalize():+f} % is beyond what a price changes by"
    return PlannedItem(item, basis)
