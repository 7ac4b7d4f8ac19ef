"""What an account bought month by month, as a customer may be shown it: in the one currency that it was bought in."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from dateutil.relativedelta import relativedelta

from reviewdesk.domain.money import Money, Rates, convert
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.summary_material import MonthSums
from reviewdesk.storage.lists.accounts import revenue_year
from reviewdesk.storage.lists.purchases import Bought, bought_by_month
from reviewdesk.storage.reading import Reading

YEARS_BACK: Final = 3


def months_bought(reading: Reading, account_id: UUID, until: date) -> MonthSums | None:
    """Sum what an account bought in each month of the last years.

    Nothing where nothing is known, or where a currency has no rate: a sum without it would be wrong.
    """
    window = revenue_year(reading)
    if window is None:
        return None
    known = min(until, window.end)
    first = known.replace(day=1) - relativedelta(years=YEARS_BACK)
    return _together(bought_by_month(reading.connection, account_id, first, known), reading, known)


def _together(bought: tuple[Bought, ...], reading: Reading, known: date) -> MonthSums | None:
    used = {each.currency for each in bought}
    if not used:
        return None
    is_converted = len(used) > 1
    rates = Rates.entered(reading.book.base_currency, reading.book.rates) if is_converted else Rates(used.pop())
    sums: dict[date, Decimal] = defaultdict(Decimal)
    for each in bought:
        found = convert(Money(each.amount, each.currency), rates, known)
        if found is None:
            return None
        sums[date.fromisoformat(f"{each.name}-01")] += found.amount
    return MonthSums(rates.base, dict(sums), known, is_converted)


def month_sums(purchases: Iterable[Purchase], until: date) -> MonthSums | None:
    """Sum by month what was bought up to a day, all of it in one currency."""
    sums: dict[date, Decimal] = defaultdict(Decimal)
    currency = ""
    for each in purchases:
        sums[each.bought_on.replace(day=1)] += each.amount
        currency = each.currency
    return MonthSums(currency, dict(sums), until) if sums else None
