"""Where the words of a search stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.text import words_of
from reviewdesk.domain.text_marks import excerpt, marked


def shown(text: str, query: str) -> list[str]:
    """Give the marked parts of a text."""
    return [text[each.start : each.end] for each in marked(text, words_of(query))]


def test_words_are_marked_from_their_beginning_whatever_the_accents():
    assert shown("Two late deliveries, delayed", "late del") == ["late", "del", "del"]
    assert shown("Łódź", "lodz") == ["Łódź"]


def test_the_line_that_matches_most_words_is_shown():
    text = "late again\nthey were late with deliveries\nno news"

    assert excerpt(text, words_of("late deliveries")) == "they were late with deliveries"


def test_a_long_line_is_cut_around_its_match():
    line = "x" * 300 + " late " + "y" * 300

    cut = excerpt(line, ["late"])

    assert "late" in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")


def test_a_letter_that_is_several_when_folded_is_marked_as_one():
    assert [("Straße"[each.start : each.end]) for each in marked("Straße", words_of("strasse"))] == ["Straße"]
    assert [(each.start, each.end) for each in marked("¼ȴ", words_of("ȴ"))] == [(1, 2)]
    assert [(each.start, each.end) for each in marked("œuvre", words_of("oe"))] == [(0, 1)]


@pytest.mark.parametrize(
    ("text", "words", "parts"),
    [
        ("发票迟到了", ["发", "票"], ["发票"]),
        ("到发票和发票", ["发票"], ["发票", "发票"]),
        ("Cafe\u0301s", ["cafes"], ["Cafe\u0301s"]),
        ("الفاتورة", ["الفاتورة"], ["الفاتورة"]),
        ("Łódź", ["lo", "lodz"], ["Łódź"]),
    ],
)
def test_in_every_script_all_that_matches_is_marked_as_one(text, words, parts):
    assert [text[each.start : each.end] for each in marked(text, words)] == parts


@given(st.text(max_size=200), st.text(max_size=20))
def test_marks_lie_within_the_text_and_in_order(text: str, query: str):
    spans = marked(text, words_of(query))

    assert all(0 <= each.start < each.end <= len(text) for each in spans)
    assert list(spans) == sorted(spans, key=lambda each: each.start)
