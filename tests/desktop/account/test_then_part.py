"""The account as it stood at a past review is a key away, and leads to what is still there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.domain.review import HELD_STATES
from tests.journeys.hands import on_small_book


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book on an account that was reviewed."""
    made = on_small_book(qapp, tmp_path)
    made.account_id = made.account("Łódź Logistics")
    made.program.desk.open_account(made.account_id)
    made.settle()
    yield made
    made.leave()


def view(hands):
    hands.settle()
    return hands.program.desk.pages.account.view


def test_a_held_review_leads_back_by_its_key(hands):
    page = view(hands)
    page.open_tab("reviews")
    held = [each for each in hands.services.accounts.brief(hands.account_id).reviews if each.state in HELD_STATES]
    oldest = min(held, key=lambda each: each.day)
    page.reviews.go_to(oldest.id)
    QTest.keyClick(page.reviews.row(oldest.id), Qt.Key.Key_T)

    then = view(hands)._pages["then"]
    assert page.tabs.key == "then"
    assert then.review.value() == oldest.id
    assert then.facts.keys
    other = next((each for each in held if each.id != oldest.id), None)
    if other is not None:
        then.review_asked.emit(other.id)
        hands.settle()
        assert then.review.value() == other.id


def test_it_says_that_the_book_heard_of_the_account_only_later(hands):
    page = view(hands)
    page.more_menu._ask_then()
    assert "came into the book on" in view(hands)._pages["then"].note.text()


def test_what_is_still_there_is_opened(hands):
    page = view(hands)
    page.more_menu._ask_then()
    then = view(hands)._pages["then"]
    people = then.lists["people"]
    assert people.keys
    people.opened.emit(people.keys[0])
    hands.settle()
    assert page.tabs.key == "people"
