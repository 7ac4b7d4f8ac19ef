"""Two years of purchases of one sample customer: monthly, with its season, its trend and its products."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from reviewdesk.domain.intervals import add_months
from reviewdesk.domain.money import DECIMALS
from reviewdesk.domain.purchase import Product, Purchase
from reviewdesk.services.sample_files import Customer, SampleFiles, made_id, pick

YEAR: Final = 12
WITHOUT_RATE: Final = Decimal("0.021")
SEASONS: Final = {"winter": {10, 11, 12, 1}, "summer": {5, 6, 7, 8}}


def lines_of(customer: Customer, products: Mapping[str, Product]) -> list[str]:
    """Give the two products that a customer buys, by their keys."""
    keys = list(products)
    first = pick(len(keys), customer.name, "first")
    return [keys[first], keys[(first + 1 + pick(len(keys) - 1, customer.name, "second")) % len(keys)]]


def purchases_of(
    customer: Customer, files: SampleFiles, products: Mapping[str, Product], today: date
) -> list[Purchase]:
    """Make two years of purchases: each month one or two, small customers every second month."""
    months = _months(customer)
    weights = {month: _weight(customer, month, today) for month in months}
    found: list[Purchase] = []
    for first in (0, YEAR):
        year = [each for each in months if first <= each < first + YEAR]
        euros = Decimal(customer.revenue * 1000 + pick(300, customer.name, first) - 150)
        if first:
            euros = euros * 100 / (100 + customer.growth)
        whole = sum((weights[each] for each in year), Decimal(0))
        for month in year:
            found += _bought(customer, files, products, _day(customer, month, today), euros * weights[month] / whole)
    return found


def _months(customer: Customer) -> list[int]:
    first = 0 if customer.lost is None else customer.lost // 30 + 1
    last = 1 if customer.added is not None else 2 * YEAR
    step = 1 if customer.revenue > 30 else 2  # noqa: PLR2004 - small customers buy every second month
    return list(range(first, last, step))


def _day(customer: Customer, month: int, today: date) -> date:
    return add_months(today, -month) - timedelta(days=2 + pick(9, customer.name, month))


def _weight(customer: Customer, month: int, today: date) -> Decimal:
    season = Decimal("1.6") if add_months(today, -month).month in SEASONS.get(customer.season, ()) else Decimal(1)
    trend = 1 + Decimal(customer.growth * (YEAR - month % YEAR)) / 2400
    return season * trend * (92 + pick(17, customer.name, month, "noise")) / 100


def _bought(
    customer: Customer, files: SampleFiles, products: Mapping[str, Product], day: date, euros: Decimal
) -> list[Purchase]:
    keys = lines_of(customer, products)
    shares = (Decimal("0.64"), Decimal("0.36")) if customer.revenue > 60 else (Decimal(1),)  # noqa: PLR2004 - large ones
    return [
        _purchase(customer, files, products[key], day, euros * share) for key, share in zip(keys, shares, strict=False)
    ]


def _purchase(customer: Customer, files: SampleFiles, product: Product, day: date, euros: Decimal) -> Purchase:
    rate = Decimal(files.company["rates"].get(customer.currency, "1" if customer.currency == "EUR" else WITHOUT_RATE))
    places = Decimal(1).scaleb(-DECIMALS[customer.currency])
    return Purchase(
        id=made_id("purchase", customer.name, day, product.name),
        account_id=made_id("account", customer.name),
        bought_on=day,
        amount=(euros / rate).quantize(places),
        currency=customer.currency,
        product_id=product.id,
        product_name=product.name,
        quantity=max(Decimal(1), (euros / (product.list_price or euros)).quantize(Decimal(1))),
        margin=Decimal(14 + pick(18, customer.name, product.name)),
        carrier=("Own fleet", "Partner")[pick(2, customer.name, day)] if product.series == "Transport" else "",
    )
