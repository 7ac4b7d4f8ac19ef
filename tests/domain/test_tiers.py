"""The 80/20 ranks accounts by the revenue of twelve months, and says what it left out."""

import csv
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.account import Tier
from reviewdesk.domain.tiers import Place, Window, pooled, rank, rank_units, revenue_window, would_be

PRACTICE = Path(__file__).resolve().parents[3] / "shared" / "data" / "crm-sales-opportunities"


def accounts(*amounts):
    return {UUID(int=n): None if each is None else Decimal(each) for n, each in enumerate(amounts, start=1)}


def tiers_of(result):
    return [str(result.ranks[account].tier or "-") for account in sorted(result.ranks)]


def test_an_account_is_a_while_those_above_it_make_less_than_80_percent():
    result = rank(accounts(400, 250, 120, 90, 60, 40, 20, 12, 8))

    assert tiers_of(result) == list("AAAABBCCC")


def test_one_account_worth_85_percent_is_alone_in_a():
    assert tiers_of(rank(accounts(850, 70, 50, 20, 10))) == list("ABBCC")


def test_exactly_80_percent_above_is_no_longer_a_and_exactly_95_no_longer_b():
    assert tiers_of(rank(accounts(800, 150, 50))) == list("ABC")


def test_a_holds_no_more_than_there_is_room_for():
    result = rank(accounts(100, 90, 80, 70, 60, 50), room=2)

    assert tiers_of(result) == list("AABBBB")
    assert result.without_room == 3
    assert result.ranks[UUID(int=3)].words == "A by revenue, no room"
    assert not result.ranks[UUID(int=6)].no_room


def test_a_tie_across_the_limit_goes_below_it_and_nobody_smaller_slips_in():
    result = rank(accounts(100, 90, 90, 80, 70), room=2)

    assert tiers_of(result) == list("ABBBB")
    assert [result.ranks[UUID(int=n)].no_room for n in range(1, 6)] == [False, True, True, True, False]


def test_ties_share_a_tier_where_the_shares_would_part_them():
    assert tiers_of(rank(accounts(75, 10, 10, 5))) == list("AAAC")


def test_zero_or_less_is_c_and_counted_and_takes_no_share_from_the_others():
    result = rank(accounts(100, 0, -40))

    assert tiers_of(result) == list("ACC")
    assert result.zero_or_less == (UUID(int=2), UUID(int=3))
    assert result.total == 100
    assert result.ranks[UUID(int=1)].share == 1


def test_an_account_without_a_rate_is_named_and_keeps_its_tier():
    result = rank(accounts(100, None, 10))

    assert result.unranked == (UUID(int=2),)
    assert result.ranks[UUID(int=2)].tier is None
    assert result.ranks[UUID(int=1)].share == Decimal(100) / Decimal(110)


def test_a_year_without_a_single_purchase_makes_everybody_c():
    result = rank(accounts(0, 0, 0))

    assert tiers_of(result) == list("CCC")
    assert not result.concentration.nobody_stands_out


def test_no_accounts_at_all_rank_to_nothing():
    assert rank({}).ranks == {}


def test_concentration_shows_the_largest_one_five_and_ten_and_warns_above_a_fifth():
    found = rank(accounts(400, 250, 120, 90, 60, 40, 20, 12, 8)).concentration

    assert (found.largest_1, found.largest_5, found.largest_10) == (Decimal("0.4"), Decimal("0.92"), 1)
    assert found.over_a_fifth == (UUID(int=1), UUID(int=2))
    assert found.largest_fifth == Decimal("0.65")
    assert not found.nobody_stands_out
    assert found.hhi == Decimal("2508.08")


def test_five_equal_accounts_make_a_fifth_each_which_warns_of_nobody_and_singles_out_nobody():
    found = rank(accounts(*[10] * 5)).concentration

    assert found.over_a_fifth == ()
    assert found.nobody_stands_out
    assert found.hhi == 2000


def test_between_two_rankings_an_account_shows_what_it_would_be():
    ranks = rank(accounts(800, 150, 50, None)).ranks

    assert would_be(Tier.A, ranks[UUID(int=2)]) is Tier.B
    assert would_be(Tier.B, ranks[UUID(int=2)]) is None
    assert would_be(Tier.B, ranks[UUID(int=4)]) is None
    assert would_be(None, ranks[UUID(int=3)]) is Tier.C


def test_the_window_is_the_twelve_months_up_to_and_including_today():
    assert revenue_window(date(2026, 11, 21), date(2026, 11, 20)) == Window(date(2025, 11, 22), date(2026, 11, 21))
    assert revenue_window(date(2028, 2, 29), date(2028, 2, 1)) == Window(date(2027, 3, 1), date(2028, 2, 29))


def test_old_purchases_end_the_window_until_the_person_chooses_otherwise():
    today, newest = date(2026, 11, 21), date(2017, 12, 31)

    assert revenue_window(today, newest) == Window(date(2017, 1, 1), newest, stale=True)
    assert revenue_window(today, newest, chosen_end=today) == Window(date(2025, 11, 22), today, stale=True)


def test_ninety_days_are_not_yet_old():
    today = date(2026, 11, 21)

    assert revenue_window(today, today - timedelta(days=90)).end == today
    assert revenue_window(today, today - timedelta(days=91)).end == today - timedelta(days=91)


def test_a_book_without_purchases_has_no_window_and_so_no_tiers():
    assert revenue_window(date(2026, 11, 21), None) is None


def test_a_window_holds_both_its_ends():
    window = Window(date(2017, 1, 1), date(2017, 12, 31))

    assert window.holds(date(2017, 1, 1))
    assert window.holds(date(2017, 12, 31))
    assert not window.holds(date(2016, 12, 31))


def test_sites_rank_with_their_account_and_a_subsidiary_alone():
    group, site, subsidiary = UUID(int=1), UUID(int=2), UUID(int=3)
    places = [Place(group), Place(site, group, is_site=True), Place(subsidiary, group)]

    assert rank_units(places) == {group: group, site: group, subsidiary: subsidiary}


def test_a_group_reviewed_as_one_ranks_as_one_with_the_sites_of_its_subsidiaries():
    group, subsidiary, site, apart = (UUID(int=n) for n in range(1, 5))
    places = [
        Place(site, subsidiary, is_site=True),
        Place(subsidiary, group),
        Place(group, review_as_group=True),
        Place(apart, subsidiary),
    ]

    units = rank_units(places)

    assert units == {group: group, subsidiary: group, site: group, apart: apart}
    sums = pooled(dict(zip((group, subsidiary, site, apart), map(Decimal, (1, 20, 300, 7)), strict=True)), units)
    assert sums == {group: 321, apart: 7}
    assert rank(sums).spread_over(units)[site].tier is Tier.A


def test_a_group_is_unranked_when_one_of_its_parts_has_no_rate():
    group, site = UUID(int=1), UUID(int=2)

    assert pooled({site: None, group: Decimal(5)}, {group: group, site: group}) == {group: None}


def test_parents_in_a_circle_and_parents_unknown_rank_alone():
    one, other, orphan = UUID(int=1), UUID(int=2), UUID(int=3)
    circle = [Place(one, other, review_as_group=True), Place(other, one, review_as_group=True)]

    assert rank_units([*circle, Place(orphan, UUID(int=9), is_site=True)]) == {one: one, other: other, orphan: orphan}


AMOUNTS = (
    st.decimals(min_value=-1_000_000, max_value=100_000_000, places=2) | st.none() | st.integers(0, 5).map(Decimal)
)
BOOKS = st.dictionaries(st.uuids(), AMOUNTS, max_size=60)
ROOMS = st.integers(0, 25)


@given(BOOKS, ROOMS, st.randoms(use_true_random=False))
def test_the_order_in_which_accounts_come_changes_nothing(revenues, room, chance):
    shuffled = list(revenues.items())
    chance.shuffle(shuffled)

    assert rank(dict(shuffled), room=room) == rank(revenues, room=room)


@given(BOOKS, ROOMS)
def test_equal_revenue_is_equal_rank_and_more_revenue_never_a_lower_tier(revenues, room):
    ranked = [each for each in rank(revenues, room=room).ranks.values() if each.tier is not None]

    for above, below in pairwise(ranked):
        assert above.revenue >= below.revenue
        assert above.tier <= below.tier
        assert above == below or above.revenue > below.revenue


@given(BOOKS, ROOMS)
def test_every_account_is_ranked_by_the_share_above_it_and_a_never_overflows(revenues, room):
    result = rank(revenues, room=room)
    positive = [amount for amount in revenues.values() if amount is not None and amount > 0]

    assert set(result.ranks) == set(revenues)
    assert result.count(Tier.A) <= room
    for each in result.ranks.values():
        if each.revenue is None or each.revenue <= 0:
            assert each.tier in (None, Tier.C)
            continue
        above = sum(amount for amount in positive if amount > each.revenue) / sum(positive)
        by_revenue = Tier.A if above < Decimal("0.8") else Tier.B if above < Decimal("0.95") else Tier.C
        assert each.above == pytest.approx(above)
        assert (Tier.A if each.no_room else each.tier) is by_revenue


@given(BOOKS)
def test_shares_add_up_to_all_of_the_positive_revenue(revenues):
    result = rank(revenues)
    shares = [each.share for each in result.ranks.values()]

    assert sum(shares) == pytest.approx(Decimal(1) if result.total else Decimal(0))
    assert all(each.reached >= each.above for each in result.ranks.values())
    found = result.concentration
    assert 0 <= found.largest_1 <= found.largest_5 <= found.largest_10 <= Decimal("1.0000001")


@given(st.integers(1, 400).map(lambda back: date(2028, 3, 31) - timedelta(days=back)))
def test_a_window_is_never_shorter_than_a_year_nor_longer_than_a_leap_year(today):
    window = revenue_window(today, today)

    assert (window.end - window.start).days + 1 in (365, 366)


def american(written):
    month, day, year = map(int, written.split("/"))
    return date(year, month, day)


def practice_revenue(window):
    sums = defaultdict(Decimal)
    with (PRACTICE / "accounts.csv").open(newline="", encoding="utf-8") as file:
        sums.update((row["account"], Decimal(0)) for row in csv.DictReader(file))
    with (PRACTICE / "sales_pipeline.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["deal_stage"] == "Won" and row["account"] and window.holds(american(row["close_date"])):
                sums[row["account"]] += Decimal(row["close_value"])
    return {UUID(int=n): sums[name] for n, name in enumerate(sorted(sums), start=1)}


@pytest.mark.skipif(not PRACTICE.is_dir(), reason="the practice data does not lie beside this checkout")
def test_the_practice_data_is_20_a_57_b_and_8_c():
    window = revenue_window(date(2026, 11, 21), date(2017, 12, 31))

    result = rank(practice_revenue(window))

    assert [result.count(each) for each in Tier] == [20, 57, 8]
    assert result.without_room == 39
    assert result.total == 10_005_534
    assert round(100 * result.concentration.largest_fifth, 1) == Decimal("31.7")
    assert result.concentration.nobody_stands_out
    assert result.concentration.over_a_fifth == ()
