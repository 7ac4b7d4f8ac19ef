"""Setting the tiers of a real book, and what is said about them."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account, Tier
from reviewdesk.domain.purchase import Purchase
from reviewdesk.services.tier_words import largest_words
from reviewdesk.services.tiers import TierService, after_import
from tests.books import TUESDAY, a_store

EXAMPLE = (400, 250, 120, 90, 60, 40, 20, 12, 8)


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def tiers(store):
    return TierService(store)


def bought(store, revenues, *, on=TUESDAY, currency="EUR", **of_account):
    """Add one account for each revenue, named after it."""
    with store.write("Add") as work:
        for each in revenues:
            account = work.accounts.put(Account(name=f"{each}", added_on=TUESDAY, **of_account))
            work.purchases.put(Purchase(account_id=account.id, bought_on=on, amount=Decimal(each), currency=currency))


def letters(store, revenues=EXAMPLE):
    with store.read() as reading:
        found = {each.name: each.tier for each in reading.accounts.all()}
    return " ".join(found[str(each)] or "-" for each in revenues)


def change_book(store, **settings):
    with store.write("Settings") as work:
        work.books.put(replace(work.book, **settings))


def test_the_first_eighty_per_cent_are_a_and_the_next_fifteen_b(store, tiers):
    bought(store, EXAMPLE)

    done = tiers.set_tiers()

    assert letters(store) == "A A A A B B C C C"
    assert done.value.changed == 9


def test_setting_the_tiers_is_one_step_of_undo(store, tiers):
    bought(store, EXAMPLE)
    tiers.set_tiers()

    store.undo()

    assert letters(store) == "- - - - - - - - -"


def test_setting_them_again_changes_no_account(store, tiers):
    bought(store, EXAMPLE)
    tiers.set_tiers()

    assert tiers.set_tiers().value.changed == 0


def test_a_holds_no_more_than_there_is_room_for(store, tiers):
    change_book(store, room_in_a=2)
    bought(store, EXAMPLE)

    done = tiers.set_tiers()

    assert letters(store) == "A A B B B B C C C"
    assert "2 accounts are A by revenue, no room: they stand as B." in done.value.figures.messages


def test_a_tier_set_by_hand_keeps_its_pin(store, tiers):
    bought(store, EXAMPLE)
    with store.write("Pin") as work:
        first = work.accounts.where(name="400")[0]
        work.accounts.put(first.with_tier(Tier.C, because="Sold to a rival"))

    tiers.set_tiers()

    assert letters(store) == "C A A A B B C C C"
    assert list(tiers.shown().would_be.values()) == [Tier.A]


def test_what_nobody_gave_a_rate_for_keeps_its_tier_and_is_named(store, tiers):
    bought(store, EXAMPLE)
    bought(store, (7000,), currency="JPY", tier=Tier.B)

    done = tiers.set_tiers()

    assert letters(store, (*EXAMPLE, 7000)) == "A A A A B B C C C B"
    assert done.value.figures.unranked == ("7000",)
    assert any("No exchange rate for 7000: unranked, keeps its tier." in each for each in done.value.figures.messages)


def test_a_rate_brings_other_currencies_into_the_ranking(store, tiers):
    change_book(store, rates=(("JPY", date(2026, 1, 1), Decimal("0.1")),))
    bought(store, EXAMPLE)
    bought(store, (7000,), currency="JPY")

    tiers.set_tiers()

    assert letters(store, (7000, 400)) == "A A"


def test_a_book_whose_purchases_are_old_is_counted_up_to_the_newest(store, tiers):
    bought(store, EXAMPLE, on=date(2017, 12, 31))

    done = tiers.set_tiers()

    assert letters(store) == "A A A A B B C C C"
    assert "The newest purchase is of 31 Dec 2017" in done.value.figures.messages[0]


def test_a_book_without_purchases_has_no_tiers(store, tiers):
    with store.write("Add") as work:
        work.accounts.put(Account(name="1", added_on=TUESDAY))

    done = tiers.set_tiers()

    assert letters(store, (1,)) == "-"
    assert not done.changes
    assert tiers.shown().window is None


def test_an_import_sets_tiers_and_first_dates_in_its_own_step(store):
    with store.write("Import") as work:
        accounts = [Account(name=f"{each}", added_on=TUESDAY) for each in EXAMPLE]
        work.accounts.add_all(accounts)
        work.purchases.add_all(
            [
                Purchase(account_id=each.id, bought_on=TUESDAY, amount=Decimal(each.name), currency="EUR")
                for each in accounts
            ]
        )
        done = after_import(work, [each.id for each in accounts])

    with store.read() as reading:
        dues = {each.name: each.first_review_due for each in reading.accounts.all()}
    assert (done.changed, done.dated) == (9, 9)
    assert all(day > TUESDAY for day in dues.values())
    assert dues["400"] == TUESDAY + timedelta(days=23)  # the first of four A, 91.25 days / 4, rounded up
    assert dues["8"] == TUESDAY + timedelta(days=365)  # the last of three C
    store.undo()
    with store.read() as reading:
        assert reading.accounts.all() == ()


def test_accounts_that_came_before_their_purchases_are_spread_anew_with_their_first_tiers(store, tiers):
    with store.write("Import") as work:
        account = work.accounts.put(Account(name="1", added_on=TUESDAY))
        after_import(work, [account.id])
    with store.write("Import") as work:
        work.purchases.put(Purchase(account_id=account.id, bought_on=TUESDAY, amount=Decimal(5), currency="EUR"))
        after_import(work)

    with store.read() as reading:
        found = reading.accounts.get(account.id)
    assert (found.tier, found.first_review_due) == (Tier.A, TUESDAY + timedelta(days=92))


def test_the_list_says_what_the_largest_make(store, tiers):
    bought(store, EXAMPLE)

    shown = tiers.shown()

    assert largest_words(shown.concentration, shown.accounts) == "the 5 largest make 92 % of revenue"
    assert shown.over_a_fifth == ("400", "250")
    assert "400, 250 each make over 20 % of the revenue." in shown.messages


def test_the_tiers_of_a_quarter_are_not_set_on_a_day_that_is_not_the_real_one(store, tiers):
    bought(store, EXAMPLE)

    assert tiers.set_at_quarter_start() is None
