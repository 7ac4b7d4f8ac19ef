"""Reviews held against due, by examples and against a second reckoning that walks day by day."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdesk.domain.account import Tier
from reviewdesk.domain.capacity import Quarter
from reviewdesk.domain.held_against_due import (
    HeldReview,
    Kept,
    ReviewClock,
    due_reviews,
    held_against_due,
    quarters_up_to,
)
from reviewdesk.domain.intervals import add_months

TODAY = date(2026, 11, 24)
ADDED = date(2026, 1, 1)


def clock(*held, **known):
    reviews = tuple(HeldReview(UUID(int=at), on) for at, on in enumerate(held, 1))
    usual = {"account_id": UUID(int=7), "tier": Tier.A, "months": 3, "added_on": ADDED, "first_due": date(2026, 2, 1)}
    return ReviewClock(**{**usual, **known}, held=reviews)


def became(made):
    return [(each.due, each.kept) for each in due_reviews(made, TODAY)]


def test_each_held_review_answers_the_date_that_stood_and_starts_the_next_interval():
    assert became(clock(date(2026, 1, 30), date(2026, 5, 13), date(2026, 8, 27))) == [
        (date(2026, 2, 1), Kept.ON_TIME),
        (date(2026, 4, 30), Kept.ON_TIME),
        (date(2026, 8, 13), Kept.LATE),
        (date(2026, 11, 27), Kept.AHEAD),
    ]


def test_thirteen_days_over_is_on_time_and_fourteen_is_late():
    assert became(clock(date(2026, 2, 14)))[0][1] is Kept.ON_TIME
    assert became(clock(date(2026, 2, 15)))[0][1] is Kept.LATE


def test_a_date_that_passed_is_one_review_not_held_however_long_ago():
    assert became(clock()) == [(date(2026, 2, 1), Kept.NOT_HELD)]


def test_what_is_due_today_is_still_ahead():
    assert became(clock(first_due=TODAY)) == [(TODAY, Kept.AHEAD)]


def test_a_review_from_before_the_book_starts_the_clock_and_answers_nothing():
    assert became(clock(date(2025, 12, 1)))[0] == (date(2026, 3, 1), Kept.NOT_HELD)


def test_nothing_is_due_at_a_lost_account_from_the_day_it_was_lost():
    assert became(clock(date(2026, 1, 30), ended_on=date(2026, 4, 30))) == [(date(2026, 2, 1), Kept.ON_TIME)]


def test_a_review_held_in_the_next_quarter_counts_where_it_was_due():
    made = clock(date(2026, 4, 20))
    found = held_against_due([made], TODAY, quarters_up_to(TODAY))

    assert found[-4].quarter == Quarter(date(2026, 1, 1), date(2026, 3, 31))
    assert [each.held.on for each in found[-4].of(Kept.LATE)] == [date(2026, 4, 20)]
    assert found[-3].reviews == ()


def test_the_quarters_are_those_of_the_business_year():
    found = quarters_up_to(TODAY, year_starts_in=2, count=4)

    assert [each.start for each in found] == [
        date(2025, 11, 1), date(2026, 2, 1), date(2026, 5, 1), date(2026, 8, 1), date(2026, 11, 1),
    ]  # fmt: skip


DAYS = st.integers(0, 900).map(lambda back: TODAY - timedelta(back))
CLOCKS = st.builds(
    lambda held, months, added, first, ended: clock(
        *held, months=months, added_on=added, first_due=first, ended_on=ended
    ),
    st.lists(DAYS, max_size=7),
    st.sampled_from([1, 3, 6, 12]),
    DAYS,
    DAYS,
    st.none() | DAYS,
)


def naive(made, today):
    """Walk from day to day with one open date in hand, as a person with a diary would."""
    days = sorted([each.on for each in made.held])
    open_date, begun, said = made.first_due, False, []
    day = min([*days, made.added_on])
    while day <= today:
        for _ in range(days.count(day)):
            if begun or day >= made.added_on:
                said.append((open_date, "late" if (day - open_date).days >= 14 else "on time"))
            open_date, begun = add_months(day, made.months), True
        day += timedelta(1)
    said.append((open_date, "missing" if open_date < today else "ahead"))
    return [each for each in said if made.ended_on is None or each[0] < made.ended_on]


@settings(max_examples=60, deadline=None)
@given(st.lists(CLOCKS, max_size=6))
def test_every_quarter_says_what_a_diary_kept_day_by_day_says(clocks):
    quarters = quarters_up_to(TODAY)
    words = {Kept.LATE: "late", Kept.ON_TIME: "on time", Kept.NOT_HELD: "missing", Kept.AHEAD: "ahead"}
    diary = [each for made in clocks for each in naive(made, TODAY)]

    for each in held_against_due(clocks, TODAY, quarters):
        expected = sorted(said for said in diary if each.quarter.start <= said[0] <= each.quarter.end)
        assert sorted((due.due, words[due.kept]) for due in each.reviews) == expected
