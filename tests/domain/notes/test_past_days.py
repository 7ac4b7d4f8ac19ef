"""Days that have been: words look back."""

from datetime import date

import pytest

from reviewdesk.domain.notes.past_days import read_past_day

WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("fri", date(2026, 11, 20)),
        ("Freitag", date(2026, 11, 20)),
        ("last friday", date(2026, 11, 20)),
        ("vendredi dernier", date(2026, 11, 20)),
        ("tue", date(2026, 11, 24)),
        ("wed", date(2026, 11, 18)),
        ("today", WEDNESDAY),
        ("yesterday", date(2026, 11, 24)),
        ("vorgestern", date(2026, 11, 23)),
        ("3 days ago", date(2026, 11, 22)),
        ("two weeks ago", date(2026, 11, 11)),
        ("vor 2 Wochen", date(2026, 11, 11)),
        ("il y a un mois", date(2026, 10, 25)),
        ("20 nov", date(2026, 11, 20)),
        ("27 nov", date(2025, 11, 27)),
        ("1.12.", date(2025, 12, 1)),
        ("29 feb", date(2024, 2, 29)),
        ("20 nov 2026", date(2026, 11, 20)),
        ("3 mar 2019", date(2019, 3, 3)),
    ],
)
def test_words_for_a_day_that_has_been_look_back(words, day):
    assert read_past_day(words, WEDNESDAY) == day


@pytest.mark.parametrize("words", ["tomorrow", "end of month", "end of year", "in 2 weeks", "27 nov 2026", "27.11.26"])
def test_words_that_look_ahead_stay_ahead(words):
    day = read_past_day(words, WEDNESDAY)

    assert day is not None
    assert day > WEDNESDAY


@pytest.mark.parametrize("words", ["", "soon", "31 nov", "0001-01-01", "1969-12-31", "2200-01-01"])
def test_what_is_no_day_of_a_book_is_not_read(words):
    assert read_past_day(words, WEDNESDAY) is None
