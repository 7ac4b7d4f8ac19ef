"""Purchases that are added, changed and removed by hand, and the figures they make, on a real book."""

from datetime import date
from decimal import Decimal

import pytest

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.product_trend import Trend
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.purchases import PurchaseService
from tests.books import TUESDAY, a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


@pytest.fixture
def purchases(store):
    return PurchaseService(store)


def hooli(store):
    return the(store, "Hooli").id


def revenue(store):
    return AccountService(store).brief(hooli(store)).revenue


def test_a_purchase_added_by_hand_counts_at_once_and_undo_takes_it_back(store, purchases):
    before = revenue(store).year

    purchases.add(hooli(store), "1,000.50", currency="eur", product="sensor KIT", day="3 nov")
    page = purchases.page(hooli(store))
    added = next(each for each in page.purchases if each.purchase.amount == Decimal("1000.50"))

    assert (added.product, added.purchase.bought_on) == ("Sensor kit", date(2026, 11, 3))
    assert added.purchase.product_id is not None
    assert revenue(store).year == before + Decimal("1000.50")
    store.undo()
    assert revenue(store).year == before


def test_a_product_that_is_not_on_the_list_is_kept_in_words(store, purchases):
    added = purchases.add(hooli(store), "5", currency="EUR", product="Odd  job").value

    assert (added.product_id, added.product_name, added.bought_on) == (None, "Odd job", TUESDAY)
    assert "Odd job" in purchases.page(hooli(store)).products


def test_what_cannot_be_read_is_refused_with_how_it_is_written(store, purchases):
    for typed, says in (
        ({"amount": "", "currency": "EUR"}, "Type how much it was"),
        ({"amount": "5", "currency": ""}, "three letters"),
        ({"amount": "5", "currency": "EUR", "day": "next year"}, "."),
    ):
        with pytest.raises(RefusedError, match=says):
            purchases.add(hooli(store), typed.pop("amount"), **typed)


def test_each_field_is_changed_in_place_and_a_credit_is_negative(store, purchases):
    added = purchases.add(hooli(store), "5", currency="EUR").value
    for field, text in (
        ("amount", "-12.5"), ("quantity", "3"), ("lot", "L7"), ("site", "Works 2"), ("margin", "22 %"),
        ("product", "Drive X4"), ("bought_on", "1 Nov"),
    ):  # fmt: skip
        purchases.change(added.id, field, text)

    line = next(each for each in purchases.page(hooli(store)).purchases if each.purchase.id == added.id)

    bought = line.purchase
    assert (bought.amount, bought.quantity, bought.lot, bought.site, bought.margin) == (
        Decimal("-12.50"), Decimal(3), "L7", "Works 2", Decimal(22),
    )  # fmt: skip
    assert (line.product, bought.bought_on) == ("Drive X4", date(2026, 11, 1))
    with pytest.raises(RefusedError, match="at most 100"):
        purchases.change(added.id, "margin", "101")
    with pytest.raises(RefusedError, match="Type the day"):
        purchases.change(added.id, "bought_on", "")


def test_a_removed_purchase_comes_back(store, purchases):
    added = purchases.add(hooli(store), "5", currency="EUR").value
    count = purchases.page(hooli(store)).count

    purchases.remove(added.id)
    assert purchases.page(hooli(store)).count == count - 1
    store.undo()
    assert purchases.page(hooli(store)).count == count


def test_the_same_months_of_the_year_before_stand_beside(store):
    figures = revenue(store)

    assert len(figures.months) == len(figures.months_before) == 12
    assert all(
        (now.month.year - 1, now.month.month) == (then.month.year, then.month.month)
        for now, then in zip(figures.months, figures.months_before, strict=True)
    )
    assert sum(each.amount for each in figures.months_before) > 0


def test_products_are_compared_with_the_year_before(store, purchases):
    purchases.add(hooli(store), "90000", currency="EUR", product="Brand new thing")

    trends = {each.name: each.trend for each in revenue(store).changes}

    assert trends["Brand new thing"] is Trend.NEW
    assert set(trends) == {"Drive X4", "Sensor kit", "Service contract", "Brand new thing"}


def test_the_margin_is_weighed_and_says_for_how_much_it_is_known(store, purchases):
    assert revenue(store).margin is None
    year = revenue(store).year
    for amount, margin in (("100", "10"), ("300", "30")):
        added = purchases.add(hooli(store), amount, currency="EUR").value
        purchases.change(added.id, "margin", margin)

    margin = revenue(store).margin

    assert margin.per_cent == 25
    assert margin.share == Decimal(400) / (year + 400)


def test_currencies_without_a_rate_are_never_summed(store, purchases):
    year = revenue(store).year

    purchases.add(hooli(store), "1000000", currency="JPY", product="Drive X4")

    assert revenue(store).year == year
    assert revenue(store).unconverted == ("JPY",)
