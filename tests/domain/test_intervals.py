"""Reviews follow the last one held; nothing but a held review moves the date."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.account import Tier
from reviewdesk.domain.intervals import (
    Due,
    DueState,
    add_months,
    booked,
    due_state,
    due_when_added,
    interval_days,
    interval_months,
    is_called,
    last_held,
    late_from,
    next_due,
    shown_due,
    soon_from,
)
from reviewdesk.domain.review import Review

TODAY = date(2026, 11, 24)
ADDED = date(2026, 1, 1)
ACCOUNT = UUID(int=1)


def held(on):
    return Review(account_id=ACCOUNT).held(on, finished_at=datetime(2027, 1, 11, 9, tzinfo=UTC))


def quarterly(**known):
    return next_due(tier=Tier.A, months=3, added_on=ADDED, **known)


@pytest.mark.parametrize(("tier", "months"), [(Tier.A, 3), (Tier.B, 6), (Tier.C, 12), (None, 6)])
def test_each_tier_has_its_interval_and_any_account_may_differ(tier, months):
    assert interval_months(tier) == months
    assert interval_months(tier, 4) == 4


def test_a_book_may_set_other_intervals():
    assert interval_months(Tier.B, by_tier={Tier.A: 1, Tier.B: 2, Tier.C: 6, None: 4}) == 2


def test_an_interval_in_days_is_not_rounded():
    assert interval_days(3) == Fraction(365, 4)
    assert interval_days(12) == 365


def test_only_c_is_called():
    assert [is_called(each) for each in (*Tier, None)] == [False, False, True, False]


@pytest.mark.parametrize(
    ("held", "due"),
    [
        (date(2027, 1, 10), date(2027, 4, 10)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 1, 31), date(2026, 4, 30)),
    ],
)
def test_a_quarterly_review_is_due_three_calendar_months_after_the_last_held_one(held, due):
    assert quarterly(last_held=held) == due


def test_a_cancelled_or_postponed_review_moves_nothing():
    done = held(date(2027, 1, 10))
    planned = Review(account_id=ACCOUNT, planned_on=date(2027, 4, 2))

    for another in (planned, planned.moved(date(2027, 6, 1)), planned.cancelled(because="snow")):
        assert quarterly(last_held=last_held([done, another])) == date(2027, 4, 10)


def test_a_held_review_entered_late_moves_the_date_and_an_older_one_does_not():
    known = [held(date(2026, 4, 2))]
    assert quarterly(last_held=last_held(known)) == date(2026, 7, 2)

    known.append(held(date(2026, 6, 30)))
    assert quarterly(last_held=last_held(known)) == date(2026, 9, 30)

    known.append(held(date(2025, 6, 30)))
    assert quarterly(last_held=last_held(known)) == date(2026, 9, 30)


def test_the_next_booking_is_the_earliest_that_is_still_ahead():
    passed, later, sooner = (Review(account_id=ACCOUNT, planned_on=TODAY + timedelta(days)) for days in (-3, 40, 9))
    called_off = Review(account_id=ACCOUNT, planned_on=TODAY).cancelled()

    assert booked([passed, later, called_off, sooner, held(TODAY)], TODAY) == sooner
    assert booked([passed, called_off], TODAY) is None
    assert last_held([passed, later]) is None


def test_the_newest_held_review_counts_even_when_it_was_before_the_book():
    assert quarterly(last_held=date(2025, 5, 1), last_before_book=date(2025, 10, 5)) == date(2026, 1, 5)


def test_a_held_review_ends_the_first_date_that_was_set():
    assert quarterly(first_due=date(2026, 3, 9)) == date(2026, 3, 9)
    assert quarterly(first_due=date(2026, 3, 9), last_held=date(2026, 2, 27)) == date(2026, 5, 27)


def test_a_review_before_the_book_starts_the_clock_unless_a_first_date_was_set():
    assert quarterly(last_before_book=date(2025, 12, 1)) == date(2026, 3, 1)
    assert quarterly(last_before_book=date(2020, 12, 1), first_due=date(2026, 2, 2)) == date(2026, 2, 2)


@pytest.mark.parametrize(
    ("tier", "due"),
    [
        (Tier.A, date(2026, 12, 21)),
        (Tier.B, date(2027, 5, 21)),
        (Tier.C, date(2027, 11, 21)),
        (None, date(2027, 5, 21)),
    ],
)
def test_an_account_added_by_hand_is_due_in_30_days_as_a_and_else_after_one_interval(tier, due):
    assert due_when_added(tier, date(2026, 11, 21), interval_months(tier)) == due
    assert next_due(tier=tier, months=interval_months(tier), added_on=date(2026, 11, 21)) == due


@pytest.mark.parametrize(
    ("days", "state", "words", "call"),
    [
        (34, DueState.LATER, "in 34 days", "call in 34 days"),
        (15, DueState.LATER, "in 15 days", "call in 15 days"),
        (14, DueState.SOON, "in 14 days", "call in 14 days"),
        (9, DueState.SOON, "in 9 days", "call in 9 days"),
        (1, DueState.SOON, "tomorrow", "call tomorrow"),
        (0, DueState.SOON, "today", "call today"),
        (-1, DueState.OVER, "1 day over", "call 1 day over"),
        (-3, DueState.OVER, "3 days over", "call 3 days over"),
        (-13, DueState.OVER, "13 days over", "call 13 days over"),
        (-14, DueState.LATE, "Late 14 days", "call late 14 days"),
        (-22, DueState.LATE, "Late 22 days", "call late 22 days"),
    ],
)
def test_the_next_review_is_said_in_words(days, state, words, call):
    due = TODAY + timedelta(days)

    assert shown_due(due, TODAY) == Due(due, state, words)
    assert shown_due(due, TODAY, called=True) == Due(due, state, call)


def test_a_booked_review_is_shown_by_its_date_and_not_called_due():
    late = date(2026, 9, 1)

    assert shown_due(late, TODAY, booked_on=date(2026, 12, 3)) == Due(
        date(2026, 12, 3), DueState.BOOKED, "3 Dec booked"
    )
    assert shown_due(late, TODAY, booked_on=date(2027, 1, 12)).words == "12 Jan 2027 booked"
    assert shown_due(late, TODAY, booked_on=TODAY, booked_at=time(14)).words == "Today 14:00"
    assert shown_due(late, TODAY, booked_on=TODAY).words == "Today booked"


def test_a_booking_that_passed_without_a_review_counts_no_longer():
    assert shown_due(date(2026, 11, 2), TODAY, booked_on=date(2026, 11, 20)).words == "Late 22 days"


@given(st.dates(), st.dates())
def test_the_stored_dates_say_the_same_as_the_state(due, today):
    state = due_state(due, today)

    assert (today >= late_from(due)) == (state is DueState.LATE) or late_from(due) == date.max
    assert (today < soon_from(due)) == (state is DueState.LATER)
    assert (today > due) == (state in (DueState.OVER, DueState.LATE))


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(1, 60))
def test_months_are_calendar_months_clamped_to_the_month_end(held, months):
    due = next_due(tier=None, months=months, added_on=held, last_held=held)

    assert (due.year * 12 + due.month) - (held.year * 12 + held.month) == months
    assert due.day == min(held.day, monthrange(due.year, due.month)[1])


def test_the_end_of_the_calendar_is_no_reason_to_fail():
    assert add_months(date(9999, 11, 30), 2) == date.max
    assert late_from(date.max) == date.max
    assert soon_from(date.min) == date.min
