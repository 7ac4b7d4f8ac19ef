"""What one account bought: sums by month, product and margin, and the purchases themselves in pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from dateutil.relativedelta import relativedelta
from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from reviewdesk.domain.purchase import PurchaseLine
from reviewdesk.domain.since_review import Buying
from reviewdesk.domain.tiers import Window
from reviewdesk.storage.mapping import SCALE
from reviewdesk.storage.records import PURCHASE
from reviewdesk.storage.tables import product, purchase

SIX_MONTHS: Final = 6


@dataclass(frozen=True, slots=True)
class Bought:
    """What was bought under one name, or in one month (`2026-11`), in one currency."""

    name: str
    currency: str
    amount: Decimal


def bought_by_month(connection: Connection, account_id: UUID, start: date, end: date) -> tuple[Bought, ...]:
    """Sum what an account bought in each month of these days, first and last included."""
    month = func.substr(purchase.c.bought_on, 1, 7)
    query = select(month, purchase.c.currency, func.sum(purchase.c.amount)).where(*_of(account_id, start, end))
    rows = connection.execute(query.group_by(month, purchase.c.currency).order_by(month))
    return tuple(Bought(row[0], row[1], Decimal(row[2]) / SCALE) for row in rows)


def bought_by_month_of_all(connection: Connection, start: date, end: date) -> Iterator[tuple[UUID, Bought]]:
    """Sum what every account bought in each month of these days, each with the account."""
    columns = purchase.c
    month = func.substr(columns.bought_on, 1, 7)
    query = select(columns.account_id, month, columns.currency, func.sum(columns.amount))
    query = query.where(columns.bought_on.between(start.isoformat(), end.isoformat()))
    for row in connection.execute(query.group_by(columns.account_id, month, columns.currency)):
        yield UUID(row[0]), Bought(row[1], row[2], Decimal(row[3]) / SCALE)


def bought_by_product(connection: Connection, account_id: UUID, window: Window) -> tuple[Bought, ...]:
    """Sum what an account bought of each product in the revenue year; a product without a name is empty."""
    name = func.coalesce(product.c.name, purchase.c.product_name)
    query = select(name, purchase.c.currency, func.sum(purchase.c.amount))
    query = query.outerjoin_from(purchase, product, purchase.c.product_id == product.c.id)
    query = query.where(*_of(account_id, window.start, window.end)).group_by(name, purchase.c.currency)
    return tuple(Bought(row[0] or "", row[1], Decimal(row[2]) / SCALE) for row in connection.execute(query))


def bought_by_margin(connection: Connection, account_id: UUID, window: Window) -> tuple[Bought, ...]:
    """Sum what an account bought at each margin in the revenue year, leaving out what has none."""
    columns = purchase.c
    query = select(columns.margin, columns.currency, func.sum(columns.amount))
    query = query.where(*_of(account_id, window.start, window.end), columns.margin.is_not(None))
    rows = connection.execute(query.group_by(columns.margin, columns.currency))
    return tuple(Bought(row[0], row[1], Decimal(row[2]) / SCALE) for row in rows)


def all_bought_by_margin(connection: Connection, window: Window, *, besides: UUID) -> tuple[Bought, ...]:
    """Sum what all other accounts bought at each margin in these days, leaving out what has none."""
    columns = purchase.c
    query = select(columns.margin, columns.currency, func.sum(columns.amount)).where(
        columns.account_id != besides.hex, columns.margin.is_not(None),
        columns.bought_on.between(window.start.isoformat(), window.end.isoformat()),
    )  # fmt: skip
    rows = connection.execute(query.group_by(columns.margin, columns.currency))
    return tuple(Bought(row[0], row[1], Decimal(row[2]) / SCALE) for row in rows)


def purchase_lines(connection: Connection, account_id: UUID, *, most: int) -> tuple[PurchaseLine, ...]:
    """Give purchases of an account, the newest first."""
    query = _lines().where(purchase.c.account_id == account_id.hex)
    query = query.order_by(purchase.c.bought_on.desc(), purchase.c.created_at.desc(), purchase.c.id)
    rows = connection.execute(query.limit(most)).mappings()
    return tuple(PurchaseLine(PURCHASE.to_record(row), row["product"] or "") for row in rows)


def currencies_bought_in(connection: Connection) -> tuple[str, ...]:
    """Give the currencies of all purchases, by their codes."""
    return tuple(connection.execute(select(purchase.c.currency).distinct().order_by(purchase.c.currency)).scalars())


def buying_of(connection: Connection, account_id: UUID, *, until: date) -> tuple[Buying, ...]:
    """Say of each product in how many of the six months up to a day it was bought, and when last; no credits."""
    first = until - relativedelta(months=SIX_MONTHS)
    name = func.coalesce(product.c.name, purchase.c.product_name)
    before = case((purchase.c.bought_on <= until.isoformat(), func.substr(purchase.c.bought_on, 1, 7)))
    query = select(name, func.count(before.distinct()), func.max(purchase.c.bought_on))
    query = query.outerjoin_from(purchase, product, purchase.c.product_id == product.c.id)
    query = query.where(*_of(account_id, first + timedelta(days=1), date.max), purchase.c.amount > 0).group_by(name)
    return tuple(Buying(row[0] or "", row[1], date.fromisoformat(row[2])) for row in connection.execute(query))


def products_of(connection: Connection, account_id: UUID) -> tuple[str, ...]:
    """Give the names of all products on the list, and of those this account bought beside it."""
    listed = connection.execute(select(product.c.name).order_by(product.c.name)).scalars()
    own = select(purchase.c.product_name).where(purchase.c.account_id == account_id.hex, purchase.c.product_name != "")
    return tuple(dict.fromkeys([*listed, *connection.execute(own.distinct()).scalars()]))


def count_of(connection: Connection, account_id: UUID) -> int:
    """Count the purchases of an account."""
    query = select(func.count()).select_from(purchase).where(purchase.c.account_id == account_id.hex)
    return connection.execute(query).scalar_one()


def _lines() -> Select[tuple[object, ...]]:
    name = func.coalesce(product.c.name, purchase.c.product_name).label("product")
    return select(purchase, name).outerjoin_from(purchase, product, purchase.c.product_id == product.c.id)


def _of(account_id: UUID, start: date, end: date) -> tuple[ColumnElement[bool], ...]:
    return (purchase.c.account_id == account_id.hex, purchase.c.bought_on.between(start.isoformat(), end.isoformat()))
