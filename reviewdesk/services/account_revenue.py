"""What one account bought, in figures: the revenue year, the one before, each month and each product."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from dateutil.relativedelta import relativedelta

from reviewdesk.domain.money import Money, Rates, convert
from reviewdesk.domain.product_trend import ProductChange, product_changes
from reviewdesk.domain.tiers import Window
from reviewdesk.storage.lists.accounts import revenue_year
from reviewdesk.storage.lists.purchases import Bought, bought_by_margin, bought_by_month, bought_by_product
from reviewdesk.storage.reading import Reading

MONTHS = 12


@dataclass(frozen=True, slots=True)
class MonthFigure:
    """What was bought in one calendar month, named by its first day; `is_whole` says that the month is over."""

    month: date
    amount: Decimal
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Margin:
    """The margin of the year in per cent, over the purchases whose margin is known; `share` is theirs of the year."""

    per_cent: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class RevenueFigures:
    """What an account bought, all in one currency.

    `year` is of the 12 months of the window, `before` of the 12 before them. `months` are the last 12 calendar months,
    of which the last may not be over, and `months_before` the same months a year earlier. `changes` compares the
    products of both years. `unconverted` names the currencies without a rate, whose amounts are left out.
    """

    currency: str
    window: Window
    year: Decimal
    before: Decimal
    months: tuple[MonthFigure, ...]
    products: tuple[tuple[str, Decimal], ...]
    unconverted: tuple[str, ...] = ()
    months_before: tuple[MonthFigure, ...] = ()
    changes: tuple[ProductChange, ...] = ()
    margin: Margin | None = None

    @property
    def trend(self) -> Decimal | None:
        """Give the change on the 12 months before in per cent; nothing where nothing was bought then."""
        return (self.year - self.before) / self.before * 100 if self.before > 0 else None


def figures_of(reading: Reading, account_id: UUID) -> RevenueFigures | None:
    """Work out what an account bought; nothing in a book without purchases.

    Amounts are in the book's base currency, or in the account's own where it buys in one alone that has no rate.
    """
    window = revenue_year(reading)
    if window is None:
        return None
    first = window.end.replace(day=1) - relativedelta(months=MONTHS - 1)
    year_before = Window(window.start - relativedelta(months=MONTHS), window.start - timedelta(days=1))
    connection = reading.connection
    by_product = bought_by_product(connection, account_id, window)
    by_product_before = bought_by_product(connection, account_id, year_before)
    by_month = bought_by_month(connection, account_id, first - relativedelta(months=MONTHS), window.end)
    bring = _Bring.fit(reading, (*by_product, *by_month, *by_product_before), window.end)
    sums, now, before = (bring.together(each) for each in (by_month, by_product, by_product_before))
    year = sum(now.values(), Decimal(0))
    return RevenueFigures(
        bring.rates.base,
        window,
        year,
        sum(before.values(), Decimal(0)),
        _months(first, sums, window.end),
        tuple(sorted(now.items(), key=_largest_first)),
        bring.without_rate,
        _months(first - relativedelta(months=MONTHS), sums, window.end),
        product_changes(now, before),
        _margin(bring, bought_by_margin(connection, account_id, window), year),
    )


@dataclass(frozen=True, slots=True)
class _Bring:
    """Brings amounts together in one currency, at the rates of one day."""

    rates: Rates
    on: date
    without_rate: tuple[str, ...]

    @classmethod
    def fit(cls, reading: Reading, bought: Iterable[Bought], on: date) -> "_Bring":
        rates = Rates.entered(reading.book.base_currency, reading.book.rates)
        used = sorted({each.currency for each in bought})
        without = tuple(each for each in used if rates.rate(each, on) is None)
        if len(used) == 1 and without:
            return cls(Rates(used[0]), on, ())
        return cls(rates, on, without)

    def together(self, bought: Iterable[Bought]) -> dict[str, Decimal]:
        sums: dict[str, Decimal] = defaultdict(Decimal)
        for each in bought:
            found = convert(Money(each.amount, each.currency), self.rates, self.on)
            if found is not None:
                sums[each.name] += found.amount
        return sums


def _months(first: date, sums: dict[str, Decimal], end: date) -> tuple[MonthFigure, ...]:
    return tuple(_month(first + relativedelta(months=each), sums, end) for each in range(MONTHS))


def _margin(bring: _Bring, bought: Iterable[Bought], year: Decimal) -> Margin | None:
    """Weigh the margins that are known with what was bought at each; nothing where none is."""
    known = {Decimal(name): amount for name, amount in bring.together(bought).items() if amount > 0}
    total = sum(known.values(), Decimal(0))
    if not total or year <= 0:
        return None
    weighed = sum((margin * amount for margin, amount in known.items()), Decimal(0))
    return Margin(weighed / total, min(total / year, Decimal(1)))


def _month(month: date, sums: dict[str, Decimal], end: date) -> MonthFigure:
    amount = sums.get(f"{month:%Y-%m}", Decimal(0))
    return MonthFigure(month, amount, month + relativedelta(months=1) <= end + timedelta(days=1))


def _largest_first(product: tuple[str, Decimal]) -> tuple[Decimal, str]:
    return -product[1], product[0]
