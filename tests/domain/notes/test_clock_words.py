"""Times of day beside a day, in the orders in which people write them."""

from datetime import time

import pytest

from reviewdesk.domain.notes.clock_words import may_name_a_time, read_clock, read_clock_in


@pytest.mark.parametrize(
    ("typed", "day", "at"),
    [
        ("next thu at 10", "next thu", time(10)),
        ("3 dec 14:30", "3 dec", time(14, 30)),
        ("3 dec 14.30", "3 dec", time(14, 30)),
        ("fr um 9", "fr", time(9)),
        ("demain à 8h", "demain", time(8)),
        ("today 11:30pm", "today", time(23, 30)),
        ("today 2pm", "today", time(14)),
        ("9 am tomorrow", "tomorrow", time(9)),
        ("at 9 a.m. tomorrow", "tomorrow", time(9)),
        ("fri 9am", "fri", time(9)),
        ("12 pm fri", "fri", time(12)),
        ("12am fri", "fri", time(0)),
        ("today at 2", "today", time(14)),
        ("today at 02:00", "today", time(2)),
        ("heute um 2 Uhr", "heute", time(2)),
        ("tomorrow at 6", "tomorrow", time(18)),
        ("tomorrow at 7", "tomorrow", time(7)),
        ("at noon on fri", "on fri", time(12)),
        ("14:30", "", time(14, 30)),
    ],
)
def test_a_time_is_taken_out_of_the_words(typed, day, at):
    found = read_clock_in(typed)

    assert (found.rest, found.clock) == (day, at)


@pytest.mark.parametrize(
    "typed",
    ["3 dec", "3 dec 2027", "27.11.2026", "3.12", "in 2w", "3 dec at 99", "14pm fri", "2026-12-03", "fri 25:00"],
)
def test_a_day_a_year_and_a_time_there_is_not_are_none(typed):
    found = read_clock_in(typed)

    assert (found.rest, found.clock) == (typed, None)


def test_what_may_have_been_meant_as_a_time_is_known():
    assert may_name_a_time("at half two")
    assert may_name_a_time("9ish")
    assert not may_name_a_time("with Anna")


@pytest.mark.parametrize(
    ("typed", "at"),
    [("9", time(9)), ("1430", time(14, 30)), ("14.30", time(14, 30)), ("2 pm", time(14)), ("9h", time(9)),
     ("10:00", time(10)), ("at 10", time(10)), ("2", time(14)), ("soon", None), ("25", None), ("", None)],
)  # fmt: skip
def test_a_time_alone_is_read(typed, at):
    assert read_clock(typed) == at
