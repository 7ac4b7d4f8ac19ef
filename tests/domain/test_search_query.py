"""What a person types to search is read as words, exact phrases, words left out and accounts."""

from datetime import date

import pytest

from reviewdesk.domain.notes.spans import read_span
from reviewdesk.domain.search_query import Phrase, SearchQuery, read_query

TODAY = date(2026, 11, 26)


def test_words_stand_in_any_order_and_the_last_may_go_on():
    assert read_query("Late Del").wanted == (Phrase(("late",)), Phrase(("del",), is_open=True))
    assert read_query("late ").wanted == (Phrase(("late",)),)


def test_words_in_quotation_marks_stand_together():
    assert read_query('"late del" x ').wanted == (Phrase(("late", "del")), Phrase(("x",)))
    assert read_query("„late delivery“").wanted == (Phrase(("late", "delivery")),)
    assert read_query('"late del').wanted == (Phrase(("late", "del"), is_open=True),)


def test_characters_that_touch_are_one_phrase():
    assert read_query("客户 满意").wanted == (Phrase(("客", "户")), Phrase(("满", "意")))


def test_what_stands_behind_a_minus_is_left_out_but_not_a_hyphen():
    assert read_query('late -pallets -"by ship"').unwanted == (Phrase(("pallets",)), Phrase(("by", "ship")))
    assert read_query("re-order - now").unwanted == ()


def test_in_names_an_account():
    assert read_query('late in:glo in:"Stark Ind"').within == ("glo", "Stark Ind")


def test_what_is_left_out_alone_is_no_search():
    assert not read_query("-late in:glo")
    assert read_query("") == SearchQuery()


def test_the_words_to_mark_are_those_wanted():
    assert read_query('late -x "by ship" in:glo').words == ["late", "by", "ship"]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("march", date(2026, 3, 1), date(2026, 3, 31)),
        ("Feb 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("3 mar", date(2026, 3, 3), date(2026, 3, 3)),
        ("yesterday", date(2026, 11, 25), date(2026, 11, 25)),
    ],
)
def test_a_span_is_a_day_a_month_or_a_year(words, first, last):
    assert read_span(words, TODAY) == (first, last)


@pytest.mark.parametrize("words", ["", "soon", "9999", "0000", "2025-13"])
def test_what_is_no_span_is_none(words):
    assert read_span(words, TODAY) is None
