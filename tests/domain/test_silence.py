"""Good customers leave quietly: no contact, nothing raised, never asked."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.intervals import interval_days
from reviewdesk.domain.silence import Quiet, quiet_from, raised_nothing, silence_dates, silences

TODAY = date(2026, 11, 24)
ADDED = date(2020, 1, 1)


def kinds(today=TODAY, **known):
    known = {"months": 3, "added_on": ADDED, "last_contact": today, "last_answer": today} | known
    return [each.kind for each in silences(silence_dates(**known), today)]


def test_61_days_without_contact_are_said_of_a_quarterly_account():
    dates = silence_dates(
        months=3, added_on=ADDED, last_contact=TODAY - timedelta(days=61), last_concern=date(2026, 9, 1)
    )

    assert [each.words for each in silences(dates, TODAY)] == ["61 days without contact"]


@pytest.mark.parametrize(("months", "still_fine"), [(3, 45), (6, 91), (12, 182), (24, 365)])
def test_quiet_is_more_than_half_an_interval(months, still_fine):
    fine, quiet = (TODAY - timedelta(days=still_fine + each) for each in (0, 1))

    assert kinds(months=months, last_contact=fine) == []
    assert kinds(months=months, last_contact=quiet) == [Quiet.NO_CONTACT]
    assert quiet_from(quiet, months) == TODAY


def test_without_any_contact_the_days_count_from_the_day_the_account_was_added():
    assert kinds(last_contact=None, added_on=TODAY - timedelta(days=45)) == []
    assert kinds(last_contact=None, added_on=TODAY - timedelta(days=46)) == [Quiet.NO_CONTACT]


@pytest.mark.parametrize(
    ("newest_first", "nothing"),
    [((), False), ((0,), False), ((0, 0), True), ((0, 0, 4), True), ((0, 1), False), ((1, 0), False)],
)
def test_raised_nothing_needs_two_reviews_without_a_topic(newest_first, nothing):
    assert raised_nothing(newest_first) is nothing
    assert (Quiet.RAISED_NOTHING in kinds(topics_by_review=newest_first)) is nothing


def test_never_asked_is_no_concern_and_no_answer_in_twelve_months():
    assert kinds(last_answer=None, last_concern=None) == [Quiet.NEVER_ASKED]
    assert kinds(last_answer=date(2025, 11, 25), last_concern=date(2024, 1, 1)) == []
    assert kinds(last_answer=date(2024, 1, 1), last_concern=date(2025, 11, 25)) == []
    assert kinds(last_answer=date(2025, 11, 24)) == [Quiet.NEVER_ASKED]


def test_an_account_may_be_silent_in_every_way_at_once():
    dates = silence_dates(months=12, added_on=ADDED, topics_by_review=(0, 0))

    assert [each.words for each in silences(dates, TODAY)] == [
        "2,519 days without contact",
        "raised nothing in two reviews",
        "never asked: no answer, no concern in 12 months",
    ]


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(1, 36), st.integers(-30, 900))
def test_the_stored_date_says_the_same_as_counting_the_days(contact, months, days):
    today = contact + timedelta(days=days)

    assert (today >= quiet_from(contact, months)) == (days > interval_days(months) / 2)


def test_at_the_end_of_the_calendar_nobody_is_ever_quiet():
    assert quiet_from(date.max, 3) == date.max
