"""What Insights reads of the accounts of a book, against worked examples and a naive second reckoning."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdesk.domain.account import Account, AccountStatus, Tier
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.services.imports import ImportService
from reviewdesk.services.insights import InsightService
from reviewdesk.services.tiers import TierService
from tests.books import TUESDAY, a_store, small_book, the

EXAMPLE = (400, 250, 120, 90, 60, 40, 20, 12, 8)
FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "crm-sales-opportunities"


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def insights(store):
    return InsightService(store)


def bought(store, revenues, *, currency="EUR", **of_account):
    """Add one account for each revenue, named after it."""
    with store.write("Add") as work:
        for each in revenues:
            account = work.accounts.put(Account(name=f"{each}", added_on=TUESDAY, **of_account))
            purchase = Purchase(account_id=account.id, bought_on=TUESDAY, amount=Decimal(each), currency=currency)
            work.purchases.put(purchase)


def test_the_largest_come_first_with_the_tier_the_rule_gives_them(store, insights):
    bought(store, reversed(EXAMPLE))

    ranking = insights.of_accounts().ranking

    assert [each.name for each in ranking.units] == [str(each) for each in EXAMPLE]
    assert " ".join(each.rank.tier for each in ranking.units) == "A A A A B B C C C"
    assert ranking.total == 1000
    assert [each.rank.reached for each in ranking.units][:4] == [
        Decimal(each) for each in ("0.4", "0.65", "0.77", "0.86")
    ]


def test_what_would_be_another_tier_now_says_so_until_the_tiers_are_set(store, insights):
    bought(store, EXAMPLE)
    assert [each.would_be for each in insights.of_accounts().ranking.units][:5] == [Tier.A] * 4 + [Tier.B]

    TierService(store).set_tiers()

    assert not any(each.would_be for each in insights.of_accounts().ranking.units)


def test_a_is_full_where_there_is_no_more_room(store, insights):
    with store.write("Room") as work:
        work.books.put(replace(work.book, room_in_a=2))
    bought(store, EXAMPLE)

    ranking = insights.of_accounts().ranking

    assert [each.rank.no_room for each in ranking.units][:5] == [False, False, True, True, False]


def test_a_site_ranks_with_its_account_and_leads_to_both(store, insights):
    bought(store, (400, 250))
    main = the(store, "400")
    bought(store, (100,), parent_id=main.id, is_site=True)

    first = insights.of_accounts().ranking.units[0]

    assert (first.name, first.rank.revenue) == ("400", 500)
    assert first.account_ids == (main.id, the(store, "100").id)


def test_who_does_not_count_is_named(store, insights):
    bought(store, EXAMPLE)
    bought(store, (7000,), currency="JPY")
    bought(store, (-5,))
    bought(store, (900,), status=AccountStatus.LOST)

    found = insights.of_accounts()

    assert [each.name for each in found.ranking.unranked] == ["7000"]
    assert [each.name for each in found.ranking.without_revenue] == ["-5"]
    assert found.gone == {"lost": 1}
    assert "900" not in {each.name for each in found.points}


def test_a_book_without_purchases_ranks_nobody_and_still_knows_who_is_silent(store, insights):
    with store.write("Add") as work:
        added = TUESDAY - timedelta(200)
        work.accounts.add_all([Account(name="Hooli", added_on=added), Account(name="Initech", added_on=added)])
    with store.write("Speak") as work:
        contact = Contact(
            account_id=the(store, "Hooli").id, made_on=TUESDAY - timedelta(3), channel=Channel.CALL, words=""
        )
        work.contacts.put(contact)

    found = insights.of_accounts()

    assert found.ranking is None
    said = {each.name: (each.silent_days, each.never_spoke, each.is_quiet) for each in found.points}
    assert said == {"Hooli": (3, False, False), "Initech": (200, True, True)}


def test_an_empty_book_has_nothing_to_tell(insights):
    found = insights.of_accounts()

    assert (found.points, found.ranking) == ((), None)


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the practice data does not lie beside this checkout")
def test_of_the_practice_data_the_largest_17_of_85_make_a_third(store, insights):
    imports = ImportService(store)
    imports.apply(imports.plan(sorted(FOLDER.glob("*.csv"))))

    ranking = insights.of_accounts().ranking

    assert [sum(each.rank.tier is tier for each in ranking.units) for tier in Tier] == [20, 57, 8]
    assert sum(each.rank.no_room for each in ranking.units) == 39
    assert ranking.window.end == date(2017, 12, 31)
    assert round(100 * sum(each.rank.share for each in ranking.units[:17]), 1) == Decimal("31.7")
    assert any("singles out nobody" in each for each in ranking.messages)


def test_the_points_say_what_the_list_of_accounts_says(store, insights):
    from reviewdesk.services.accounts import AccountService

    small_book(store)

    points = {each.id: each for each in insights.of_accounts().points}

    for row in AccountService(store).rows():
        point = points[row.id]
        assert (point.health, point.band, point.revenue) == (row.health, row.band, row.revenue)
        assert (point.is_quiet, point.never_asked, point.raised_nothing) == (
            row.is_quiet,
            row.never_asked,
            row.raised_nothing,
        )
        assert point.silent_days == row.spoke_days or point.never_spoke


@settings(max_examples=25)
@given(st.lists(st.integers(-50, 5_000), min_size=1, max_size=30))
def test_every_share_is_what_a_second_reckoning_makes_of_the_purchases(tmp_path_factory, revenues):
    store = a_store(tmp_path_factory.mktemp("book"))
    try:
        with store.write("Add") as work:
            for at, each in enumerate(revenues):
                account = work.accounts.put(Account(name=f"Account {at}", added_on=TUESDAY))
                for part in (each // 2, each - each // 2, 10**6):
                    on = TUESDAY - timedelta(400 if part == 10**6 else at)
                    amount = Decimal(part)
                    work.purchases.put(Purchase(account_id=account.id, bought_on=on, amount=amount, currency="EUR"))
        found = InsightService(store).of_accounts().ranking
    finally:
        store.close()

    paid = sorted((each for each in revenues if each > 0), reverse=True)
    assert found.total == sum(paid)
    assert [each.rank.revenue for each in found.units] == paid
    assert len(found.without_revenue) == len(revenues) - len(paid)
    for at, unit in enumerate(found.units):
        above = sum(each for each in paid if each > paid[at])
        ties = sum(each for each in paid if each == paid[at])
        assert float(unit.rank.share) == pytest.approx(paid[at] / sum(paid))
        assert float(unit.rank.reached) == pytest.approx((above + ties) / sum(paid))
