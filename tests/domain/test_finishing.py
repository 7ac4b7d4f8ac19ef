"""Finishing a review: what must come first, what is only worth saying, and what follows."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from reviewdesk.domain.closing import as_far_as
from reviewdesk.domain.finishing import NO_OWNER, Outcomes, hold, missing, next_of, previous_of
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.review import Goal, Review, ReviewKind, ReviewState
from reviewdesk.domain.said import Channel, Consent, Quote
from tests.domain.meetings import ACCOUNT, DANA, TUESDAY, Notes, review

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_only_a_promise_without_a_date_blocks():
    notes = Notes("/we call\n/they answer by fri\n[] a task without a date")
    promises = [each for each in notes.records.values() if isinstance(each, FollowUp) and each.is_promise]
    found = missing(notes.review, Outcomes(promises=promises))

    assert [(each.about, each.line_id) for each in found if each.blocks] == [("Call", notes.review.lines[0].id)]


def test_promises_are_named_in_the_order_of_their_lines():
    notes = Notes("/we second\n/we first")
    promises = [each for each in notes.records.values() if isinstance(each, FollowUp)]
    found = missing(notes.review, Outcomes(promises=promises[::-1]))
    assert [each.about for each in found if each.blocks] == ["Second", "First"]


def test_what_is_only_worth_saying_goes_away_once_it_is_said():
    one = review()
    goal = Goal(account_id=ACCOUNT, what="On time", target=Decimal(98))
    quote = Quote(account_id=ACCOUNT, words="fine", said_on=TUESDAY)
    before = missing(one, Outcomes(quotes=[quote], goals=[goal], sender="Northgate"))
    assert [each.words for each in before] == [
        "Three sentences for the summary",
        "One ask, one commitment",
        "Consent for a quote",
        "Figure for a goal",
        "Date of the next review",
    ]
    assert not any(each.blocks for each in before)

    said = replace(one, sentences=("A good quarter.",), ask="a", commitment="b", next_on=date(2027, 2, 23))
    agreed = replace(quote, consent=Consent.UNNAMED)
    assert missing(said, Outcomes(quotes=[agreed], sender="Northgate")) == ()


def test_promises_of_a_person_the_book_does_not_know_are_said_to_have_no_name():
    notes = Notes("/we call by fri\n/they answer by fri")
    promises = [each for each in notes.records.values() if isinstance(each, FollowUp)]
    nobodys = [replace(each, colleague_id=None) for each in promises]

    asked = missing(notes.review, Outcomes(promises=nobodys, sender="Northgate", knows_me=False))
    of_theirs = missing(notes.review, Outcomes(promises=nobodys[1:], sender="Northgate", knows_me=False))
    known = missing(notes.review, Outcomes(promises=nobodys, sender="Northgate"))

    assert asked[0].words == NO_OWNER
    assert not asked[0].blocks
    assert NO_OWNER not in {each.words for each in (*of_theirs, *known)}


def test_holding_a_review_counts_as_contact_made():
    held = hold(review(), TUESDAY, NOON, DANA)
    assert held.review.state is ReviewState.HELD
    assert held.review.held_on == TUESDAY
    assert (held.contact.channel, held.contact.made_on, held.contact.colleague_id) == (Channel.REVIEW, TUESDAY, DANA)


def test_a_call_marked_as_the_review_is_a_call():
    assert hold(replace(review(), by_call=True), TUESDAY, NOON).contact.channel is Channel.CALL


def test_the_next_review_is_planned_with_the_same_people_in_its_own_quarter():
    one = replace(review(), next_on=date(2027, 2, 23), people_ids=(DANA,), place="Łódź", length=90)
    following = next_of(one, ReviewKind.HALF_YEARLY)
    assert following is not None
    assert (following.planned_on, following.period) == (date(2027, 2, 23), "2027 Q1")
    assert (following.people_ids, following.place, following.length) == ((DANA,), "Łódź", 90)
    assert following.kind is ReviewKind.HALF_YEARLY
    assert following.id != one.id


@pytest.mark.parametrize(
    ("state", "still_open", "becomes"),
    [
        (ReviewState.SENT, 0, ReviewState.CLOSED),
        (ReviewState.SENT, 2, ReviewState.SENT),
        (ReviewState.CLOSED, 1, ReviewState.SENT),
        (ReviewState.HELD, 0, ReviewState.HELD),
    ],
)
def test_a_sent_review_closes_with_its_last_follow_up(state, still_open, becomes):
    assert as_far_as(replace(review(), state=state), still_open).state is becomes


def test_the_review_before_is_the_last_one_held_and_no_cancelled_or_later_one():
    def one(on: date, state: ReviewState = ReviewState.HELD) -> Review:
        return Review(account_id=ACCOUNT, planned_on=on, held_on=on, state=state)

    first, second, after = one(date(2026, 2, 1)), one(date(2026, 8, 1)), one(date(2027, 1, 1))
    cancelled = one(date(2026, 10, 1), ReviewState.CANCELLED)
    assert previous_of(review(), [first, cancelled, after, second]) == second


def test_a_summary_without_a_sender_is_named_first_among_what_is_worth_saying():
    found = missing(review(), Outcomes())
    assert "company" in found[0].words
    assert not found[0].blocks
