"""What more can be known of each account in the list, each fact read only where a column shows it."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final
from uuid import UUID

from dateutil.relativedelta import relativedelta

from reviewdesk.domain.account import GUT_FEELING_LASTS
from reviewdesk.domain.money import Money, Rates, convert
from reviewdesk.domain.tiers import Window
from reviewdesk.services.account_filter import is_own
from reviewdesk.services.own_columns import read_own
from reviewdesk.storage.lists import account_facts as lists
from reviewdesk.storage.lists.accounts import revenue_year
from reviewdesk.storage.reading import Reading

Value = str | int | Decimal | date | tuple[str, ...]
Facts = Mapping[UUID, Any]
Ids = Collection[UUID] | None
FIELDS: Final = {
    "country": "country", "region": "region", "contract_end": "contract_end", "renewal": "renewal_agreed_on",
    "since": "customer_since", "currency": "currency", "employees": "employees", "tags": "tags",
    "lines": "lines_bought", "rivals": "rivals", "supplier": "supplier_position", "wallet": "share_of_wallet",
    "months": "interval_months", "their_revenue": "annual_revenue", "reason": "reason_to_stay",
}  # fmt: skip
ALWAYS: Final = ("tags", "names", "notice", "open_notice")


def read_facts(reading: Reading, keys: Collection[str], ids: Ids = None) -> Mapping[str, Facts]:
    """Read these facts of all accounts, or of these alone; an account without one is not among them."""
    found: dict[str, Facts] = {}
    for key in keys:
        if is_own(key):
            found[key] = read_own(reading, key, ids)
        elif key in FIELDS:
            found[key] = lists.fields_of(reading.connection, FIELDS[key], ids)
        elif key not in found:
            found |= OTHERS[key](reading, ids)
    return {key: found[key] for key in keys}


def _people(reading: Reading, ids: Ids) -> dict[str, Facts]:
    people = lists.present_people(reading.connection, reading.clock.today(), ids)
    return {
        "people": {key: count for key, (count, _, _) in people.items()},
        "sponsor": {key: "yes" for key, (_, is_there, _) in people.items() if is_there},
        "names": {key: names for key, (_, _, names) in people.items()},
    }


def _notice(reading: Reading, ids: Ids) -> dict[str, Facts]:
    periods = lists.notice_periods(reading.connection, ids)
    days = {key: (end - timedelta(days), agreed) for key, (end, days, agreed) in periods.items()}
    return {
        "notice": {key: day for key, (day, _) in days.items()},
        "open_notice": {key: day for key, (day, agreed) in days.items() if not agreed},
    }


def _parents(reading: Reading, ids: Ids) -> dict[str, Facts]:
    return {"parent": lists.parents(reading.connection, ids)}


def _heard(reading: Reading, ids: Ids) -> dict[str, Facts]:
    return {"heard": lists.heard_on(reading.connection, ids)}


def _gut(reading: Reading, ids: Ids) -> dict[str, Facts]:
    today = reading.clock.today()
    days = lists.fields_of(reading.connection, "gut_feeling_on", ids)
    felt = lists.fields_of(reading.connection, "gut_feeling", ids)
    return {
        "gut": {key: value for key, value in felt.items() if key in days and today - days[key] <= GUT_FEELING_LASTS}
    }


def _change(reading: Reading, ids: Ids) -> dict[str, Facts]:
    """Work out by how many per cent the revenue of 12 months changed on the 12 before."""
    year = revenue_year(reading)
    if year is None:
        return {"change": {}}
    before = Window(year.start - relativedelta(months=12), year.start - timedelta(days=1))
    rates = Rates.entered(reading.book.base_currency, reading.book.rates)
    earlier = _in_base(lists.sums_in(reading.connection, before, ids), rates, year.end)
    now = _in_base(lists.sums_in(reading.connection, year, ids), rates, year.end)
    return {"change": {key: change for key, was in earlier.items() if (change := _per_cent(now, key, was)) is not None}}


def _in_base(sums: Mapping[UUID, list[tuple[str, Decimal]]], rates: Rates, on: date) -> dict[UUID, Decimal | None]:
    """Bring together what each bought; nothing where one amount has no rate."""
    found: dict[UUID, Decimal | None] = {}
    for key, amounts in sums.items():
        brought = [convert(Money(amount, currency), rates, on) for currency, amount in amounts]
        known = [each.amount for each in brought if each is not None]
        found[key] = sum(known, Decimal(0)) if len(known) == len(brought) else None
    return found


def _per_cent(now: Mapping[UUID, Decimal | None], key: UUID, was: Decimal | None) -> Decimal | None:
    """Give the change in whole per cent; nothing where there is nothing to compare."""
    is_now = now.get(key, Decimal(0))
    if was is None or was <= 0 or is_now is None:
        return None
    return ((is_now - was) / was * 100).quantize(Decimal(1), ROUND_HALF_UP)


OTHERS: Final[Mapping[str, Callable[[Reading, Ids], dict[str, Facts]]]] = {
    **dict.fromkeys(("people", "sponsor", "names"), _people),
    **dict.fromkeys(("notice", "open_notice"), _notice),
    "parent": _parents,
    "heard": _heard,
    "gut": _gut,
    "change": _change,
}
