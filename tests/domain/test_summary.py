"""The value a customer's summary is made from: stored exactly, and with no room for anything internal."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.summary import (
    CustomerSummary,
    Heard,
    ShownAnswer,
    ShownGoal,
    Worth,
    from_json,
    to_json,
)
from tests.reports.summaries import BARE, FULL, HUGE, hostile


@pytest.mark.parametrize("summary", [BARE, FULL, HUGE, hostile()], ids=["bare", "full", "huge", "hostile"])
def test_a_stored_summary_reads_back_as_the_same_value(summary: CustomerSummary):
    stored = to_json(summary)

    assert from_json(stored) == summary
    assert to_json(from_json(stored)) == stored
    assert stored.isascii()


@given(st.text(), st.decimals(allow_nan=False, allow_infinity=False), st.dates(), st.binary(max_size=50))
def test_any_content_reads_back(words: str, figure: Decimal, day: date, logo: bytes):
    goal = ShownGoal(words, figure, None, words, source_date=day)
    summary = replace(FULL, account=words, held_on=day, goals=(goal,), branding=Branding(logo=logo))

    again = from_json(to_json(summary))

    assert again == summary
    assert str(again.goals[0].target) == str(figure)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"account": 3}', to_json(FULL).replace("2026-11-24", "soon")]
)
def test_what_is_no_summary_is_refused(text: str):
    with pytest.raises(ValueError, match=r".+"):
        from_json(text)


def test_a_field_that_did_not_exist_yet_has_its_default():
    older = to_json(BARE).replace(',"answers":[]', "").replace('"version":1,', "")

    assert from_json(older) == BARE


def test_a_summary_has_room_for_three_of_a_kind():
    with pytest.raises(ValueError, match="room for 3"):
        replace(BARE, sentences=("a", "b", "c", "d"))
    with pytest.raises(ValueError, match="room for 3"):
        replace(BARE, heard=(Heard("a"),) * 4)
    with pytest.raises(ValueError, match="room for 3"):
        replace(BARE, worth=(Worth("a", Decimal(1)),) * 4)


def test_a_score_needs_three_answers():
    with pytest.raises(ValueError, match="only from three"):
        ShownAnswer("How easy?", n=2, score=Decimal(5))
    assert ShownAnswer("How easy?", n=3, score=Decimal(5)).score == 5


@pytest.mark.parametrize("colour", ["red", "#FFF", "#12345G", "#123456; url(x)"])
def test_a_colour_is_six_figures(colour: str):
    with pytest.raises(ValueError, match="#RRGGBB"):
        Branding(primary=colour)


def test_no_part_of_a_summary_has_a_field_for_anything_internal():
    internal = {
        "health",
        "tier",
        "rival",
        "margin",
        "stance",
        "influence",
        "gut",
        "severity",
        "revenue",
        "id",
        "audience",
    }
    kinds, names = [CustomerSummary], set()
    while kinds:
        kind = kinds.pop()
        names |= {each.name for each in fields(kind)}
        for hint in get_type_hints(kind).values():
            kinds += [each for each in (hint, *get_args(hint)) if is_dataclass(each)]

    assert not {name for name in names for word in internal if word in name.split("_")}
    assert "summary" in names
