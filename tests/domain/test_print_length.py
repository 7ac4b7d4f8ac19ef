"""How much of one text is printed."""

import pytest

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.print_length import LONGEST_PRINTED, cut, cut_all, longer_than_printed
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.domain.summary import Agreed
from tests.reports.summaries import FULL

LONG = "word " * LONGEST_PRINTED


def test_a_text_as_long_as_a_page_is_printed_whole():
    assert cut("x" * LONGEST_PRINTED) == "x" * LONGEST_PRINTED
    assert cut_all(FULL) == FULL


@pytest.mark.parametrize("text", [LONG, "x" * 1_000_000, "客户" * LONGEST_PRINTED])
def test_a_longer_one_ends_in_an_ellipsis_and_not_inside_a_word_where_it_has_words(text: str):
    printed = cut(text)

    assert LONGEST_PRINTED - 100 <= len(printed) <= LONGEST_PRINTED
    assert printed.endswith("…")
    assert text.startswith(printed.removesuffix("…"))
    assert text is not LONG or printed.endswith("word…")


def test_every_text_of_a_value_is_cut():
    assert cut_all(Agreed(LONG, "Dana")) == Agreed(cut(LONG), "Dana")


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        (NoteLine(text=f"/d {LONG}"), True),
        (NoteLine(text=f"! {LONG}"), True),
        (NoteLine(text=LONG, sorted_as=Marker.DECISION), True),
        (NoteLine(text=LONG, audience=Audience.CUSTOMER), True),
        (NoteLine(text="/d Trial"), False),
        (NoteLine(text=LONG), False),
        (NoteLine(text=f"// {LONG}"), False),
        (NoteLine(text=f"/d {LONG}", set_aside=True), False),
        (NoteLine(text=f"/d {LONG}", print_wording="Trial"), False),
        (NoteLine(text=f"! {LONG}", audience=Audience.ONLY_ME), False),
    ],
)
def test_a_line_that_is_cut_in_print_is_told(line: NoteLine, *, is_told: bool):
    review = Review(account_id=line.id, lines=(line,))

    assert [each.id for each in longer_than_printed(review)] == ([line.id] if is_told else [])
