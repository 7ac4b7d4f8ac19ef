"""A review that was held already is entered afterwards: without the clock, days read from the day of the meeting."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest

from reviewdesk.desktop.review.step import Step
from reviewdesk.domain.clock import Clock
from tests.books import TUESDAY
from tests.journeys.hands import on_small_book

THURSDAY = TUESDAY - timedelta(days=5)


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book, with an account that nobody planned a review of."""
    made = on_small_book(qapp, tmp_path, Clock(TUESDAY))
    made.hooli = made.account("Hooli")
    yield made
    made.leave()


def entered(hands):
    hands.settle()
    return hands.program.desk.pages.review


def test_it_asks_for_the_day_and_opens_the_notes_without_the_clock(hands):
    hands.program.desk.open_account(hands.hooli)
    hands.settle()
    hands.program.desk.do("enter_afterwards")
    sheet = hands.program.desk.exchange.afterwards.sheet
    sheet.day.editor.selectAll()
    QTest.keyClicks(sheet.day.editor, "tomorrow")
    sheet.go.click()
    assert "cannot lie ahead" in sheet.go.accessibleDescription()
    sheet.day.editor.selectAll()
    QTest.keyClicks(sheet.day.editor, "last thursday")
    sheet.go.click()
    page = entered(hands)

    assert hands.window.page == "review"
    assert page.view.step is Step.MEET
    assert page._shown.review.held_on == THURSDAY
    assert not page.view.meet.side.clock._bar.isVisible()
    QTest.keyClicks(page.view.meet.editor, "/we send the plan by fri")
    hands.settle()
    hands.program.desk.flush()
    hands.settle()
    assert page._shown.material.meeting.on == THURSDAY
    (promise,) = [each for each in page._shown.material.follow_ups if each.review_id == page._shown.review.id]
    assert promise.due == THURSDAY + timedelta(days=1)


def test_elsewhere_the_account_is_asked_for_first(hands):
    hands.program.desk.go("today")
    hands.program.desk.do("enter_afterwards")
    assert hands.program.desk.account_ways.picker is not None
    hands.program.desk.account_ways.picker.reject()
    hands.settle()


def test_a_meeting_that_has_passed_is_entered_from_the_day(hands):
    review = hands.services.reviews.plan(hands.hooli, TUESDAY).value
    hands.services.reviews.move(review.id, THURSDAY)
    hands.program.desk.go("today")
    hands.settle()
    view = hands.program.desk.pages.today.view
    (key,) = [each for each in view.rows.keys if each == ("meeting that has passed", review.id)]
    view.rows.action_asked.emit(key, "afterwards")
    page = entered(hands)
    assert (page._shown.review.id, page._shown.review.held_on) == (review.id, THURSDAY)


def test_nothing_that_was_to_be_done_before_is_asked_for_any_more(hands):
    review = hands.services.reviews.enter_afterwards(hands.hooli, THURSDAY).value
    assert review.ladder
    assert all(each.days > 0 for each in review.ladder)


def test_a_review_of_that_day_is_not_entered_twice(hands):
    from reviewdesk.services.calls import Spoke

    hands.services.accounts.log_contact(hands.hooli, Spoke(on=THURSDAY, words="All well", was_review=True))
    hands.program.desk.exchange.afterwards.enter(hands.hooli, THURSDAY)
    hands.settle()
    assert hands.window.page != "review"


def test_a_move_takes_the_day_it_was_held_back(hands):
    review = hands.services.reviews.enter_afterwards(hands.hooli, THURSDAY).value
    assert hands.services.reviews.move(review.id, TUESDAY).value.held_on is None


def test_our_side_is_read_beside_the_meeting_on_its_command_and_gone_once_shut(hands):
    hands.services.reviews.enter_afterwards(hands.hooli, THURSDAY)
    hands.program.desk.exchange.afterwards.enter(hands.hooli, THURSDAY)
    page = entered(hands)
    hands.program.desk.do("our_side")
    hands.settle()
    aside = page.view.meet.aside
    said = [each.remark for each in aside.ours._things]
    assert "health" in said
    hands.program.desk.do("beside_meeting")
    assert not aside.ours._things
    hands.program.desk.go("today")
    hands.program.desk.do("our_side")
    assert aside.isHidden()


def test_other_customers_with_similar_worries_are_named_on_our_side(hands):
    concerns = hands.services.concerns
    (other,) = [each for each in hands.services.accounts.rows() if each.name == "Globex Corporation"]
    concerns.add(hands.hooli, "The pallets arrive wet", 2)
    concerns.add(other.id, "Wet pallets again", 3)
    review = hands.services.reviews.enter_afterwards(hands.hooli, THURSDAY).value
    facts = hands.services.our_side.facts(review.id)
    assert ("“Wet pallets again”", "Globex Corporation, severity 3") in [(each.words, each.remark) for each in facts]
