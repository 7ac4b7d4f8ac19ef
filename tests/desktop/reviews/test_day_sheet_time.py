"""A time typed behind the day of a review."""

from datetime import time

import pytest

from reviewdesk.desktop.reviews.day_sheet import without_time


@pytest.mark.parametrize(
    ("typed", "day", "at"),
    [
        ("next thu at 10", "next thu", time(10)),
        ("3 dec 14:30", "3 dec", time(14, 30)),
        ("fr um 9", "fr", time(9)),
        ("demain à 8h", "demain", time(8)),
        ("3 dec", "3 dec", None),
        ("3 dec 2027", "3 dec 2027", None),
        ("27.11.2026", "27.11.2026", None),
        ("in 2w", "in 2w", None),
        ("3 dec at 99", "3 dec at 99", None),
    ],
)
def test_a_time_behind_the_day_is_taken_and_a_year_is_none(typed: str, day: str, at: time | None):
    assert without_time(typed) == (day, at)
