"""What accounts bought of items that change: sums in the revenue year, and when those last bought who did not in it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select

from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.tiers import Window
from reviewdesk.storage.ids import id_of
from reviewdesk.storage.mapping import SCALE
from reviewdesk.storage.tables import product, purchase

_BOUGHT = purchase.outerjoin(product, product.c.id == purchase.c.product_id)
_NAME: ColumnElement[str] = func.coalesce(func.nullif(product.c.name, ""), purchase.c.product_name)


@dataclass(frozen=True, slots=True)
class SpentOn:
    """What an account bought of one product in some days, in one currency."""

    account_id: UUID
    product: str
    currency: str
    amount: Decimal


def product_names(connection: Connection) -> tuple[str, ...]:
    """Give the names of all products, on the list or only bought."""
    listed = connection.execute(select(product.c.name)).scalars().all()
    bought = connection.execute(select(_NAME).select_from(_BOUGHT).distinct()).scalars().all()
    return tuple(sorted({each for each in (*listed, *bought) if each}, key=_by_name))


def list_prices(connection: Connection) -> dict[str, Decimal]:
    """Give the list price of each product that has one, by its name."""
    query = select(product.c.name, product.c.list_price).where(product.c.list_price.is_not(None))
    return {row[0]: Decimal(row[1]) for row in connection.execute(query)}


def last_prices(connection: Connection, currency: str) -> dict[str, Decimal]:
    """Give what a piece of each product cost when it was last bought in a currency with a quantity; no credits."""
    query = select(_NAME, purchase.c.amount, purchase.c.quantity).select_from(_BOUGHT)
    query = query.where(purchase.c.currency == currency, purchase.c.quantity.is_not(None), purchase.c.amount > 0)
    found: dict[str, Decimal] = {}
    for name, amount, quantity in connection.execute(query.order_by(purchase.c.bought_on, purchase.c.created_at)):
        if name and Decimal(quantity) > 0:
            found[name] = Decimal(amount) / SCALE / Decimal(quantity)
    return found


def spent_on(connection: Connection, names: Collection[str], window: Window) -> Iterator[SpentOn]:
    """Sum what every account bought of these products in the revenue year, by product and currency."""
    within = purchase.c.bought_on.between(window.start.isoformat(), window.end.isoformat())
    query = select(purchase.c.account_id, _NAME, purchase.c.currency, func.sum(purchase.c.amount))
    query = query.select_from(_BOUGHT).where(within, _NAME.in_(_written(connection, names)))
    for row in connection.execute(query.group_by(purchase.c.account_id, _NAME, purchase.c.currency)):
        yield SpentOn(id_of(row[0]), row[1], row[2], Decimal(row[3]) / SCALE)


def last_bought(connection: Connection, names: Collection[str], until: date) -> dict[UUID, date]:
    """Give the day up to this one on which each account last bought one of these products; no credits."""
    query = select(purchase.c.account_id, func.max(purchase.c.bought_on)).select_from(_BOUGHT)
    query = query.where(_NAME.in_(_written(connection, names)), purchase.c.amount > 0)
    query = query.where(purchase.c.bought_on <= until.isoformat()).group_by(purchase.c.account_id)
    return {id_of(row[0]): date.fromisoformat(row[1]) for row in connection.execute(query)}


def _written(connection: Connection, names: Collection[str]) -> list[str]:
    """Give the names as they are written in the book, whatever their case and accents here."""
    wanted = {folded(each) for each in names}
    return [each for each in product_names(connection) if folded(each) in wanted]


def _by_name(name: str) -> tuple[str, str]:
    return name.casefold(), name
