"""After an import nothing is due at once, and no week asks for more hours than there are."""

from datetime import date, timedelta
from decimal import Decimal
from math import ceil
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.account import Tier
from reviewdesk.domain.capacity import Hours
from reviewdesk.domain.first_dates import Newcomer, asked_a_week, first_dates
from reviewdesk.domain.intervals import interval_months
from reviewdesk.domain.tiers import rank, revenue_window
from tests.domain.test_tiers import PRACTICE, practice_revenue

SATURDAY = date(2026, 11, 21)


def newcomers(tier, count, **known):
    return [Newcomer(UUID(int=n), tier, interval_months(tier), Decimal(1000 - n), **known) for n in range(1, count + 1)]


def days_after(dates):
    return [(dates[each] - SATURDAY).days for each in sorted(dates)]


def test_the_kth_largest_of_n_comes_k_parts_of_the_interval_later():
    assert days_after(first_dates(newcomers(Tier.A, 4), SATURDAY)) == [23, 46, 69, 92]
    assert days_after(first_dates(newcomers(Tier.B, 3), SATURDAY)) == [61, 122, 183]
    assert days_after(first_dates(newcomers(Tier.C, 1), SATURDAY)) == [365]
    assert days_after(first_dates(newcomers(None, 2), SATURDAY)) == [92, 183]


def test_each_tier_is_spread_for_itself():
    large = [Newcomer(UUID(int=1), Tier.A, 3, Decimal(5)), Newcomer(UUID(int=2), Tier.A, 3, Decimal(9))]
    small = [Newcomer(UUID(int=3), Tier.B, 6, Decimal(2))]

    assert days_after(first_dates(small + large, SATURDAY)) == [92, 46, 183]


def test_an_account_of_unknown_revenue_comes_after_all_known_ones():
    unknown = Newcomer(UUID(int=1), Tier.B, 6)

    assert days_after(first_dates([unknown, Newcomer(UUID(int=2), Tier.B, 6, Decimal(-3))], SATURDAY)) == [183, 92]


def test_a_full_week_moves_a_date_to_the_next_week_with_room_even_past_the_interval():
    due = date(2027, 2, 21)
    assert first_dates(newcomers(Tier.A, 1), SATURDAY)[UUID(int=1)] == due

    full = [(due - timedelta(days=each), Tier.A) for each in range(4)]
    assert first_dates(newcomers(Tier.A, 1), SATURDAY, already=full)[UUID(int=1)] == due + timedelta(weeks=1)

    next_too = [(due + timedelta(days=1 + each), Tier.B) for each in range(4)]
    moved = first_dates(newcomers(Tier.A, 1), SATURDAY, already=full + next_too)
    assert moved[UUID(int=1)] == due + timedelta(weeks=2)


def test_a_week_that_is_full_for_a_review_may_still_hold_a_call():
    almost = [(date(2027, 11, 15), Tier.A)] * 3 + [(date(2027, 11, 15), Tier.C)] * 5

    assert first_dates(newcomers(Tier.C, 1), SATURDAY, already=almost)[UUID(int=1)] == date(2027, 11, 21)
    late_b = [Newcomer(UUID(int=1), Tier.B, 12, Decimal(1))]
    assert first_dates(late_b, SATURDAY, already=almost)[UUID(int=1)] == date(2027, 11, 28)


def test_a_last_review_starts_the_clock_and_takes_its_room():
    reviewed = Newcomer(UUID(int=9), Tier.A, 3, Decimal(1), last_review=date(2026, 10, 1))

    dates = first_dates([reviewed, *newcomers(Tier.A, 1)], SATURDAY, Hours(a_week=Decimal(3)))
    assert dates == {UUID(int=1): date(2027, 2, 21)}

    same_week = Newcomer(UUID(int=9), Tier.A, 3, Decimal(1), last_review=date(2026, 11, 20))
    assert first_dates([same_week, *newcomers(Tier.A, 1)], SATURDAY, Hours(a_week=Decimal(3))) == {
        UUID(int=1): date(2027, 2, 28)
    }


def test_a_clock_that_ran_out_before_the_import_is_spread_like_the_others_and_not_due_at_once():
    assert days_after(first_dates(newcomers(Tier.A, 2, last_review=date(2024, 1, 1)), SATURDAY)) == [46, 92]
    assert days_after(first_dates(newcomers(Tier.A, 1, last_review=date(2026, 8, 21)), SATURDAY)) == [92]


def test_an_hour_a_week_still_gives_every_account_a_week_of_its_own():
    dates = first_dates(newcomers(Tier.A, 30), SATURDAY, Hours(a_week=Decimal(1)))

    weeks = asked_a_week([(day, Tier.A) for day in dates.values()])
    assert len(weeks) == 30
    assert set(weeks.values()) == {Decimal(3)}


ACCOUNTS = st.lists(
    st.tuples(st.sampled_from([*Tier, None]), st.integers(0, 10**6).map(Decimal) | st.none()), max_size=150
)


@given(ACCOUNTS, st.dates(date(2024, 1, 1), date(2031, 12, 31)), st.integers(3, 40))
def test_nothing_is_due_at_once_and_no_week_asks_for_more(accounts, import_day, hours_a_week):
    known = {
        UUID(int=n): Newcomer(UUID(int=n), tier, interval_months(tier), revenue)
        for n, (tier, revenue) in enumerate(accounts, start=1)
    }

    dates = first_dates(known.values(), import_day, Hours(a_week=Decimal(hours_a_week)))

    assert set(dates) == set(known)
    assert all(day > import_day for day in dates.values())
    weeks = asked_a_week((day, known[each].tier) for each, day in dates.items())
    assert max(weeks.values(), default=0) <= hours_a_week


@given(ACCOUNTS, st.randoms(use_true_random=False))
def test_the_order_in_the_file_changes_no_date(accounts, chance):
    known = [
        Newcomer(UUID(int=n), tier, interval_months(tier), revenue)
        for n, (tier, revenue) in enumerate(accounts, start=1)
    ]
    shuffled = list(known)
    chance.shuffle(shuffled)

    assert first_dates(shuffled, SATURDAY) == first_dates(known, SATURDAY)


@given(st.sampled_from([*Tier, None]), st.integers(1, 120))
def test_with_endless_hours_the_dates_are_those_of_the_rule_and_end_with_the_interval(tier, count):
    dates = first_dates(newcomers(tier, count), SATURDAY, Hours(a_week=Decimal(10_000)))

    months = interval_months(tier)
    assert days_after(dates) == [ceil(months * 365 * k / (12 * count) - 1e-9) for k in range(1, count + 1)]


@pytest.mark.skipif(not PRACTICE.is_dir(), reason="the practice data does not lie beside this checkout")
def test_no_week_after_importing_the_practice_data_asks_for_more():
    ranks = rank(practice_revenue(revenue_window(SATURDAY, date(2017, 12, 31)))).ranks
    known = [Newcomer(each, found.tier, interval_months(found.tier), found.revenue) for each, found in ranks.items()]

    for offset in range(14):
        import_day = SATURDAY + timedelta(days=offset)
        dates = first_dates(known, import_day)
        weeks = asked_a_week((dates[each], found.tier) for each, found in ranks.items())

        assert max(weeks.values()) <= 12
        assert sum(weeks.values()) == 77 * 3 + 8 * Decimal("0.5")
        assert min(dates.values()) == import_day + timedelta(days=4)
