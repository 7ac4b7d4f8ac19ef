"""A corrected summary says what was added since the customer got the one before."""

from dataclasses import replace
from datetime import date

from reviewdesk.domain.corrections import added_since
from reviewdesk.domain.summary import Agreed, CustomerSummary, Vendor

SENT = CustomerSummary(
    vendor=Vendor("Northgate"),
    account="Łódź Logistics",
    held_on=date(2026, 11, 24),
    decisions=("Trial in January",),
    we_will=(Agreed("Send the plan", "Dana", date(2026, 11, 27)),),
)


def test_what_was_added_or_given_another_date_is_said_in_its_own_words():
    now = replace(
        SENT,
        decisions=("Trial in January", "A second depot"),
        we_will=(Agreed("Send the plan", "Dana", date(2026, 12, 4)),),
    )
    assert added_since(SENT, now) == ("+ A second depot", "+ Send the plan (2026-12-04)")


def test_what_was_taken_out_is_not_said_again():
    assert added_since(SENT, replace(SENT, decisions=())) == ()


def test_a_long_list_ends_with_an_ellipsis():
    now = replace(SENT, decisions=tuple(f"Decision {each}" for each in range(9)))
    assert added_since(SENT, now)[-1] == "…"
    assert len(added_since(SENT, now)) == 7
