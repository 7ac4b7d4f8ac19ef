"""The column of a day: what belongs to now, today, tomorrow and this week, and in which order."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from reviewdesk.domain.today import Entry, Missed, Sort, When, column, fell_within, last_day, when

TUESDAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)


def at(day, hour, minute=0):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def entry(title="Send the plan", *, on=TUESDAY, sort=Sort.STEP, **more):
    return Entry(sort=sort, id=uuid4(), account_id=uuid4(), account="Hooli", title=title, about="", on=on, **more)


def meeting(start, *, length=60):
    return entry("Hooli, quarterly review", sort=Sort.MEETING, on=start.date(), at=start, length=length)


@pytest.mark.parametrize(
    ("clock", "part"),
    [
        ((12, 59), When.TODAY),
        ((13, 0), When.NOW),
        ((14, 30), When.NOW),
        ((14, 59), When.NOW),
        ((15, 0), When.TODAY),
    ],
)
def test_a_meeting_is_now_from_an_hour_before_it_until_its_end(clock, part):
    assert when(meeting(at(TUESDAY, 14)), at(TUESDAY, *clock)) is part


@pytest.mark.parametrize(
    ("days", "part"),
    [(-40, When.TODAY), (0, When.TODAY), (1, When.TOMORROW), (2, When.THIS_WEEK), (5, When.THIS_WEEK), (6, None)],
)
def test_on_a_tuesday_the_column_reaches_to_sunday_and_what_is_over_stands_today(days, part):
    assert when(entry(on=TUESDAY + timedelta(days)), at(TUESDAY, 9)) is part


@pytest.mark.parametrize(("days", "part"), [(2, When.THIS_WEEK), (3, When.NEXT_WEEK), (9, When.NEXT_WEEK), (10, None)])
def test_from_friday_on_the_coming_week_is_shown_too(days, part):
    assert when(entry(on=FRIDAY + timedelta(days)), at(FRIDAY, 9)) is part


@pytest.mark.parametrize("days", range(7))
def test_the_last_day_shown_is_the_last_one_that_has_a_part(days):
    day = TUESDAY + timedelta(days)

    assert when(entry(on=last_day(day)), at(day, 9)) is not None
    assert when(entry(on=last_day(day) + timedelta(1)), at(day, 9)) is None


def test_a_day_begins_with_what_has_a_time_then_promises_and_clocks_the_longest_over_first():
    now = at(TUESDAY, 9)
    given = [
        entry("plan the review", on=TUESDAY - timedelta(60), sort=Sort.REVIEW_DUE),
        entry("a promise of today", is_promise=True),
        entry("a promise long over", on=TUESDAY - timedelta(12), is_promise=True),
        entry("a clock that ran out", on=TUESDAY - timedelta(3), sort=Sort.CONCERN),
        meeting(at(TUESDAY, 16)),
    ]

    (today,) = column(given, now)

    assert [each.title for each in today.entries] == [
        "Hooli, quarterly review",
        "a promise long over",
        "a clock that ran out",
        "a promise of today",
        "plan the review",
    ]


def test_many_questions_about_fixes_stand_in_one_row_after_promises_and_clocks():
    asks = [entry(f"ask {each}", on=TUESDAY - timedelta(each), sort=Sort.ASK) for each in (1, 9, 3)]
    given = [*asks, entry("a promise", is_promise=True), entry("a clock", sort=Sort.CONCERN)]

    (today,) = column(given, at(TUESDAY, 9))
    together = today.entries[-1]

    assert [each.title for each in today.entries[:-1]] == ["a clock", "a promise"]
    assert [each.title for each in together.inner] == ["ask 9", "ask 3", "ask 1"]
    assert (together.title, together.on) == ("Ask 1 customer whether 3 concerns are fixed", TUESDAY - timedelta(9))
    (today,) = column(given[1:], at(TUESDAY, 9))
    assert not any(each.inner for each in today.entries)


def test_the_parts_come_in_their_order_and_empty_ones_are_left_out():
    given = [entry(on=FRIDAY), meeting(at(TUESDAY, 9, 30)), entry()]

    assert [each.when for each in column(given, at(TUESDAY, 9))] == [When.NOW, When.TODAY, When.THIS_WEEK]


def test_the_days_of_a_week_stand_in_their_order():
    given = [entry("fri", on=FRIDAY), entry("thu", on=FRIDAY - timedelta(1))]

    assert [each.title for each in column(given, at(TUESDAY, 9))[0].entries] == ["thu", "fri"]


def test_what_was_missed_lies_between_the_day_last_seen_and_today():
    days = [TUESDAY - timedelta(each) for each in range(5)]

    assert [fell_within(each, days[4], TUESDAY) for each in days] == [False, True, True, True, False]
    assert not fell_within(None, days[4], TUESDAY)


def test_what_was_missed_is_said_in_one_line():
    assert Missed(follow_ups=2, notices=1).words == (
        "while you were away: 2 follow-ups fell due, 1 contract notice date passed"
    )
    assert Missed().words == ""
