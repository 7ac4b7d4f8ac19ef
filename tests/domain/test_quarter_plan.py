"""Reviews are spread over the working days of a quarter, and no week asks for more hours than there are."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.account import Tier
from reviewdesk.domain.capacity import Hours, Quarter
from reviewdesk.domain.quarter_plan import ToPlan, monday, spread, weeks_of
from reviewdesk.domain.working_days import WorkingDays

Q1 = Quarter(date(2027, 1, 1), date(2027, 3, 31))
DAYS = WorkingDays(holidays=frozenset({date(2027, 1, 1), date(2027, 1, 6)}))
THREE = Decimal(3)


def one(number, due, hours=THREE, tier=Tier.A):
    return ToPlan(account_id=UUID(int=number), due=due, hours=hours, tier=tier)


def placed(*wanted, taken=(), earliest=Q1.start, hours=None):
    found = spread(wanted, taken, Q1, earliest, hours or Hours(), DAYS)
    return [found[each.account_id] for each in wanted]


def test_each_takes_the_day_it_is_due():
    assert placed(one(1, date(2027, 2, 3))) == [date(2027, 2, 3)]


def test_a_weekend_or_holiday_is_passed_over_to_the_day_before():
    assert placed(one(1, date(2027, 2, 7)), one(2, date(2027, 1, 6))) == [date(2027, 2, 5), date(2027, 1, 5)]


def test_a_day_takes_one_long_review_and_the_next_goes_a_day_earlier():
    due = date(2027, 2, 3)
    assert placed(one(1, due), one(2, due)) == [due, date(2027, 2, 2)]


def test_calls_share_a_day():
    due, half = date(2027, 2, 3), Decimal("0.5")
    assert placed(*(one(each, due, half, Tier.C) for each in range(1, 5))) == [due] * 4


def test_a_full_week_is_left_alone():
    full = [(date(2027, 2, 1) + timedelta(days=each), THREE) for each in range(4)]
    assert placed(one(1, date(2027, 2, 5)), taken=full) == [date(2027, 1, 29)]


def test_what_is_over_since_long_comes_as_early_as_there_is_time():
    assert placed(one(1, date(2026, 9, 1)), earliest=date(2027, 1, 11)) == [date(2027, 1, 11)]


def test_what_has_no_room_has_no_day():
    assert placed(one(1, date(2027, 3, 1)), hours=Hours(a_week=Decimal(2))) == [None]
    assert placed(one(1, date(2027, 3, 1)), earliest=date(2027, 4, 1)) == [None]


def test_the_weeks_of_a_quarter_begin_with_the_one_its_first_day_lies_in():
    weeks = weeks_of(Q1)
    assert (weeks[0], weeks[-1], len(weeks)) == (date(2026, 12, 28), date(2027, 3, 29), 14)


days = st.dates(date(2026, 6, 1), date(2027, 6, 30))
some = st.lists(st.tuples(days, st.sampled_from([Decimal("0.5"), Decimal(2), THREE])), max_size=60)


@given(some, some, st.integers(0, 100))
def test_no_week_is_asked_for_more_than_there_is_and_nothing_lies_on_a_free_day(wanted, taken, late):
    hours, earliest = Hours(), Q1.start + timedelta(days=late)
    known = [one(number, *each) for number, each in enumerate(wanted)]
    found = spread(known, taken, Q1, earliest, hours, DAYS)

    before = Counter()
    for day, takes in taken:
        before[monday(day)] += takes
    after = Counter(before)
    for each in known:
        day = found[each.account_id]
        if day is not None:
            assert DAYS.is_working(day)
            assert earliest <= day <= Q1.end
            after[monday(day)] += each.hours
    assert all(after[week] <= max(hours.a_week, before[week]) for week in after)


@given(some)
def test_who_finds_no_room_would_find_none_on_any_day(wanted):
    """The naive way: nobody without a day fits on any working day of what is planned in the end."""
    hours = Hours(a_week=Decimal(6))
    known = [one(number, *each) for number, each in enumerate(wanted)]
    found = spread(known, (), Q1, Q1.start, hours, DAYS)
    planned = [(found[each.account_id], each.hours) for each in known if found[each.account_id]]
    for each in known:
        if found[each.account_id] is None:
            for week in weeks_of(Q1):
                asked = sum(takes for day, takes in planned if monday(day) == week)
                free = [
                    week + timedelta(days=at)
                    for at in range(5)
                    if Q1.start <= week + timedelta(days=at) <= Q1.end
                    and DAYS.is_working(week + timedelta(days=at))
                    and week + timedelta(days=at) not in {day for day, _ in planned}
                ]
                assert asked + each.hours > hours.a_week or not free
