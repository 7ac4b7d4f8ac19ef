"""Clocks and preparation steps count the days on which work is done."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.working_days import MONDAY_TO_FRIDAY, WorkingDays

FRIDAY = date(2026, 12, 18)
CHRISTMAS = WorkingDays(holidays=frozenset({date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1)}))


def test_the_weekend_and_holidays_are_not_worked():
    assert [CHRISTMAS.is_working(FRIDAY + timedelta(days=each)) for each in range(8)] == [
        True, False, False, True, True, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "expected"),
    [(1, date(2026, 12, 21)), (4, date(2026, 12, 24)), (5, date(2026, 12, 28)), (9, date(2027, 1, 4))],
)
def test_working_days_pass_over_weekends_and_holidays(days, expected):
    assert CHRISTMAS.add(FRIDAY, days) == expected
    assert CHRISTMAS.before(expected, days) == FRIDAY
    assert CHRISTMAS.between(FRIDAY, expected) == days
    assert CHRISTMAS.between(expected, FRIDAY) == -days


def test_no_days_from_a_day_off_is_the_nearest_working_day_in_that_direction():
    assert CHRISTMAS.add(date(2026, 12, 26), 0) == date(2026, 12, 28)
    assert CHRISTMAS.before(date(2026, 12, 26), 0) == date(2026, 12, 24)
    assert CHRISTMAS.add(FRIDAY, 0) == FRIDAY


def test_a_sunday_to_thursday_week_is_as_good_as_any():
    week = WorkingDays(week=frozenset({6, 0, 1, 2, 3}))

    assert week.add(date(2026, 12, 17), 1) == date(2026, 12, 20)


@pytest.mark.parametrize("week", [frozenset(), frozenset({7})])
def test_a_week_without_a_working_day_is_refused(week):
    with pytest.raises(RefusedError, match="A working week needs at least one day"):
        WorkingDays(week=week)


WEEKS = st.frozensets(st.integers(0, 6), min_size=1)
DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))
HOLIDAYS = st.frozensets(st.dates(date(2026, 1, 1), date(2026, 3, 31)), max_size=30)


@given(WEEKS, HOLIDAYS, st.dates(date(2025, 12, 1), date(2026, 4, 30)), st.integers(1, 40))
def test_adding_and_counting_agree(week, holidays, day, days):
    calendar = WorkingDays(week, holidays)

    reached = calendar.add(day, days)

    assert calendar.is_working(reached)
    assert calendar.between(day, reached) == days
    assert calendar.add(reached, -days) == calendar.before(reached, days)
    if calendar.is_working(day):
        assert calendar.before(reached, days) == day


@given(DAYS, DAYS, DAYS)
def test_counts_of_neighbouring_spans_add_up(one, two, three):
    start, middle, end = sorted((one, two, three))
    week = WorkingDays(MONDAY_TO_FRIDAY)

    assert week.between(start, middle) + week.between(middle, end) == week.between(start, end)
