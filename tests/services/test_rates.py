"""Exchange rates: dated, checked, undone, and followed by every total."""

from datetime import date
from decimal import Decimal

import pytest

from reviewdesk.domain.errors import RefusedError
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.purchases import PurchaseService
from reviewdesk.services.rates import RateService
from tests.books import TUESDAY, a_store


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def rates(store):
    return RateService(store)


@pytest.fixture
def revenue(store):
    """Give what the account with one purchase in zloty and one in euro bought in a year."""
    account = AccountService(store).add("Hooli").value
    buy = PurchaseService(store).add
    buy(account.id, "1000", currency="EUR", day="3 Nov 2026")
    buy(account.id, "1000", currency="PLN", day="3 Nov 2026")
    return lambda: AccountService(store).brief(account.id).standing.revenue


def test_a_total_follows_the_rate_of_the_day_and_its_undoing(store, rates, revenue):
    assert revenue() is None
    assert rates.now().missing == ("PLN",)

    added = rates.add("pln", "1 Jan 2026", "0.2").value
    assert (revenue(), rates.now().missing) == (Decimal(1200), ())

    rates.add("PLN", "1 Nov 2026", "0.25")
    assert revenue() == Decimal(1250)

    rates.change(added.key, "since", "2 Nov 2026")
    assert revenue() == Decimal(1200)

    for _ in range(3):
        store.undo()
    assert revenue() is None


def test_the_newest_rate_of_each_currency_comes_first(rates):
    for currency, day in (("USD", "2026-01-01"), ("PLN", "2025-01-01"), ("PLN", "2026-01-01")):
        rates.add(currency, day, "0.5")
    assert [each.key for each in rates.now().rates] == [
        ("PLN", date(2026, 1, 1)),
        ("PLN", date(2025, 1, 1)),
        ("USD", date(2026, 1, 1)),
    ]


def test_without_a_day_a_rate_holds_from_today(rates):
    assert rates.add("USD", "", "0.92").value.since == TUESDAY


@pytest.mark.parametrize(
    ("currency", "day", "rate", "sentence"),
    [
        ("XYZ", "", "1", "is not a currency"),
        ("EUR", "", "1", "is the currency of the book itself"),
        ("USD", "", "0", "a number above 0"),
        ("USD", "", "", "a number above 0"),
        ("USD", "someday", "1", "is not a day"),
        ("GBP", "2026-01-01", "1.2", "GBP has a rate from"),
    ],
)
def test_what_is_no_rate_is_refused_with_what_to_do(rates, currency, day, rate, sentence):
    rates.add("GBP", "2026-01-01", "1.17")
    with pytest.raises(RefusedError, match=sentence):
        rates.add(currency, day, rate)
    assert len(rates.now().rates) == 1
