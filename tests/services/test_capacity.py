"""What the tiers ask of a quarter, against the hours set, down to the accounts."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from reviewdesk.domain.account import Account, AccountStatus, Tier
from reviewdesk.domain.capacity import Quarter
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.review import Review
from reviewdesk.services.capacity import CapacityService
from tests.books import TUESDAY, a_store, the


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def capacity(store):
    return CapacityService(store)


def add(store, **tiers):
    """Add an account of this tier under each name; a later one buys more."""
    with store.write("Add") as work:
        for at, (name, tier) in enumerate(tiers.items(), 1):
            account = work.accounts.put(Account(name=name, tier=tier, added_on=TUESDAY - timedelta(400)))
            bought = Purchase(account_id=account.id, bought_on=TUESDAY, amount=Decimal(at * 100), currency="EUR")
            work.purchases.put(bought)


def hours(store, **known):
    with store.write("Hours") as work:
        work.books.put(replace(work.book, **known))


def hold(store, name, on, *, by_call=False):
    with store.write("Hold") as work:
        review = Review(account_id=the(store, name).id, planned_on=on, by_call=by_call)
        work.reviews.put(review.held(on, finished_at=work.now))


def test_each_account_asks_for_three_months_of_its_interval(store, capacity):
    add(store, Hooli=Tier.A, Initech=Tier.B, Vega=Tier.C)

    found = capacity.of_quarter()

    assert found.quarter == Quarter(date(2026, 10, 1), date(2026, 12, 31))
    assert [(each.name, each.times, each.hours) for each in found.asked] == [
        ("Hooli", 1, 3),
        ("Initech", Fraction(1, 2), Fraction(3, 2)),
        ("Vega", Fraction(1, 4), Fraction(1, 8)),
    ]
    assert sum(each.hours for each in found.asked) == found.figures.hours
    assert found.figures.is_enough


def test_where_the_hours_do_not_suffice_the_smallest_b_could_become_calls(store, capacity):
    add(store, Initech=Tier.B, Umbrella=Tier.B, Hooli=Tier.A)
    hours(store, hours_a_week=Decimal("0.4"))

    found = capacity.of_quarter()

    assert not found.figures.is_enough
    assert [each.name for each in found.asked if each.could_be_called] == ["Initech"]


def test_what_was_held_in_the_quarter_is_done_and_what_was_held_before_it_is_not(store, capacity):
    add(store, Hooli=Tier.A, Vega=Tier.C, Initech=Tier.B)
    hold(store, "Hooli", date(2026, 10, 1))
    hold(store, "Vega", date(2026, 11, 2))
    hold(store, "Initech", date(2026, 11, 3), by_call=True)
    hold(store, "Initech", date(2026, 9, 30))

    found = capacity.of_quarter()

    assert (found.reviews_held, found.calls_held, found.hours_done) == (1, 2, Decimal("4.0"))
    assert {each.name: each.held for each in found.asked} == {"Hooli": 1, "Vega": 1, "Initech": 1}


def test_the_quarter_is_one_of_the_business_year(store, capacity):
    hours(store, business_year_start=2)

    assert capacity.of_quarter().quarter == Quarter(date(2026, 11, 1), date(2027, 1, 31))


def test_who_is_lost_asks_for_nothing(store, capacity):
    add(store, Hooli=Tier.A)
    with store.write("Lose") as work:
        work.accounts.put(replace(the(store, "Hooli"), status=AccountStatus.LOST))

    assert capacity.of_quarter().asked == ()
