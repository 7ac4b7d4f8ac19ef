"""Taking words out of a summary: the smallest part that holds them goes, and nothing else."""

from dataclasses import fields, replace
from datetime import date

import pytest

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.summary import Agreed, CustomerSummary, Heard, ShownConcern, Vendor
from reviewdesk.domain.taking_out import without

SUMMARY = CustomerSummary(
    vendor=Vendor("Northgate"),
    account="Łódź Logistics",
    held_on=date(2026, 11, 24),
    sentences=("A good quarter.", "Better than Globex by far."),
    heard=(Heard("They like it"), Heard("Globex is slower")),
    we_will=(Agreed("Send the plan", "Dana"), Agreed("Compare with Globex", "Dana")),
    concerns=(ShownConcern("Late trucks", cause="Globex took our slot"),),
    ask="Release the plan",
)


def test_every_line_that_holds_the_words_goes_and_the_rest_stays():
    left = without(SUMMARY, "Globex")

    assert left.sentences == ("A good quarter.",)
    assert left.heard == (Heard("They like it"),)
    assert left.we_will == (Agreed("Send the plan", "Dana"),)
    assert left.ask == "Release the plan"
    assert "Globex" not in repr(left)


def test_words_that_are_not_there_or_cannot_go_are_refused():
    for words in ("Initech", "Łódź Logistics"):
        with pytest.raises(RefusedError):
            without(SUMMARY, words)


def test_what_does_not_hold_the_words_is_untouched():
    only_ask = replace(SUMMARY, ask="Ask about Hooli")
    left = without(only_ask, "Hooli")
    assert left.ask == ""
    others = [each.name for each in fields(left) if each.name != "ask"]
    assert all(getattr(left, name) == getattr(only_ask, name) for name in others)
