"""Quarterly means quarterly: repeats never drift and never skip."""

from calendar import monthrange
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.repeats import number_after, occurrence, planned, repeated


def test_every_start_day_from_2024_to_2031_over_40_quarters_neither_drifts_nor_skips():
    start = date(2024, 1, 1)
    while start.year <= 2031:
        first = start.year * 12 + start.month - 1
        for quarter in range(40):
            year, month = divmod(first + 3 * quarter, 12)
            expected = date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
            assert occurrence(start, 3, quarter) == expected
        start += timedelta(days=1)


def test_from_30_november_february_is_not_skipped_and_may_is_the_30th_again():
    assert [occurrence(date(2026, 11, 30), 3, each) for each in range(4)] == [
        date(2026, 11, 30),
        date(2027, 2, 28),
        date(2027, 5, 30),
        date(2027, 8, 30),
    ]


def test_29_february_repeats_every_year_and_is_the_29th_again_in_a_leap_year():
    assert [occurrence(date(2024, 2, 29), 12, each).day for each in range(5)] == [29, 28, 28, 28, 29]


def test_the_plan_of_a_year_holds_its_quarters_first_and_last_day_included():
    anchor = date(2026, 1, 31)

    assert planned(anchor, 3, date(2027, 1, 31), date(2028, 1, 31)) == (
        date(2027, 1, 31),
        date(2027, 4, 30),
        date(2027, 7, 31),
        date(2027, 10, 31),
        date(2028, 1, 31),
    )
    assert planned(anchor, 12, date(2026, 2, 1), date(2027, 1, 30)) == ()
    assert planned(anchor, 3, date(2025, 1, 1), date(2026, 1, 31)) == (anchor,)


@pytest.mark.parametrize("months", [0, -3])
def test_a_repeat_without_an_interval_is_refused(months):
    with pytest.raises(RefusedError, match="A repeat comes after one month or more"):
        occurrence(date(2026, 1, 1), months, 1)


def test_a_follow_up_done_late_repeats_from_its_first_day_and_skips_none():
    first = FollowUp(
        account_id=UUID(int=1), what="Send the figures", due=date(2026, 1, 31), repeat_months=1, snoozed_until=None
    )

    second = repeated(first.done(date(2026, 4, 20)))
    third = repeated(second.moved(date(2026, 3, 5), on=date(2026, 2, 1)).done(date(2026, 3, 5)))

    assert (second.due, third.due) == (date(2026, 2, 28), date(2026, 3, 31))
    assert second.is_open
    assert len({first.id, second.id, third.id}) == 3
    assert third.moves == ()


def test_a_follow_up_that_does_not_repeat_has_no_next_one():
    assert repeated(FollowUp(account_id=UUID(int=1), what="Call", due=date(2026, 1, 31))) is None


DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))


@given(DAYS, st.integers(1, 24), DAYS)
def test_the_next_repeat_is_the_first_after_the_day(anchor, months, day):
    number = number_after(anchor, months, day)

    assert occurrence(anchor, months, number) > day
    assert number == 0 or occurrence(anchor, months, number - 1) <= day


@given(DAYS, st.integers(1, 12), DAYS, st.integers(0, 800))
def test_a_plan_holds_exactly_the_repeats_in_its_span(anchor, months, start, length):
    end = start + timedelta(days=length)

    every = [occurrence(anchor, months, each) for each in range(260 // months + 1)]
    assert planned(anchor, months, start, end) == tuple(each for each in every if start <= each <= end)


def test_the_end_of_the_calendar_ends_a_plan():
    assert planned(date(9999, 1, 31), 6, date(9999, 1, 1), date.max) == (
        date(9999, 1, 31),
        date(9999, 7, 31),
        date.max,
    )
