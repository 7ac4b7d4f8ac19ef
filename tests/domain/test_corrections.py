"""A corrected summary says what changed since the customer got the one before."""

from dataclasses import replace
from datetime import date

from reviewdesk.domain.corrections import changed_since, says_the_same
from reviewdesk.domain.summary import Agreed, CustomerSummary, NextReview, TellUs, Vendor

SENT = CustomerSummary(
    vendor=Vendor("Northgate"),
    account="Łódź Logistics",
    held_on=date(2026, 11, 24),
    decisions=("Trial in January",),
    we_will=(Agreed("Send the plan", "Dana", date(2026, 11, 27)),),
)


def test_what_was_added_taken_out_and_changed_is_said_in_short_sentences():
    now = replace(
        SENT,
        decisions=("A second depot", "No Sunday work"),
        we_will=(Agreed("Send the plan", "Dana", date(2026, 12, 4)),),
        next_review=NextReview(date(2027, 2, 19)),
    )
    assert changed_since(SENT, now) == (
        "Added: A second depot",
        "Added: No Sunday work",
        "Changed: We will: Send the plan (4 Dec 2026)",
        "Added: Next review: 19 Feb 2027",
        "What was decided: something was taken out",
    )


def test_words_corrected_a_little_are_changed_and_not_two_things():
    now = replace(SENT, decisions=("Trial in February",))
    assert changed_since(SENT, now) == ("Changed: Trial in February",)


def test_it_is_said_in_the_language_of_the_document():
    now = replace(SENT, language="de", decisions=())
    assert changed_since(SENT, now) == ("Was beschlossen wurde: etwas wurde gestrichen",)


def test_a_long_list_ends_with_an_ellipsis():
    now = replace(SENT, decisions=(*SENT.decisions, *(f"{each} {'xyz'[each % 3] * 9}" for each in range(9))))
    assert changed_since(SENT, now)[-1] == "…"
    assert len(changed_since(SENT, now)) == 7


def test_a_version_with_another_number_and_day_alone_says_the_same():
    told = TellUs(date(2026, 12, 1), "Dana")
    now = replace(SENT, version=2, finished_on=date(2026, 12, 9), tell_us=replace(told, by=date(2026, 12, 16)))
    assert says_the_same(replace(SENT, tell_us=told), now)
    assert not says_the_same(SENT, replace(SENT, ask="A reference"))


def test_a_line_in_quite_other_words_is_changed_and_not_taken_out():
    now = replace(SENT, decisions=("We begin with two depots",))

    assert changed_since(SENT, now) == ("Changed: We begin with two depots",)
