"""Friction from the window: named in seconds, linked with a concern, decided by a button, and done by a day."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.domain.friction import Decision
from tests.journeys.hands import on_small_book

FAX = "Orders by fax only"


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book."""
    made = on_small_book(qapp, tmp_path)
    yield made
    made.leave()


def noted(hands):
    """Note a process by the keyboard, and give its card."""
    hands.program.desk.do("go_friction")
    hands.settle()
    view = hands.program.desk.pages.friction.view
    QTest.keyClicks(view.line, FAX)
    QTest.keyClick(view.line, Qt.Key.Key_Return)
    hands.settle()
    (card,) = view.cards.values()
    return card


def test_a_process_is_noted_and_decided(hands):
    card = noted(hands)
    QTest.keyClicks(card.fields["suits_us"].editor, "one pile of paper")
    card.buttons[Decision.KEEP].click()
    hands.settle()
    assert "Say why it stays" in card.refusal.text()
    assert card.refusal.isVisible()
    QTest.keyClicks(card.fields["why"].editor, "the scanner")
    card.fields["why"].flush()
    hands.settle()
    assert not card.refusal.isVisible()
    card.buttons[Decision.KEEP].click()
    hands.settle()

    (shown,) = hands.services.frictions.all().shown
    assert (shown.friction.decision, shown.friction.why) == (Decision.KEEP, "the scanner")
    assert (card.pill.text, shown.friction.suits_us) == ("keep it", "one pile of paper")


def test_a_concern_is_linked_and_leads_there_and_back_and_a_day_makes_a_follow_up(hands):
    desk, card = hands.program.desk, noted(hands)
    card.link.click()
    hands.settle()
    sheet = desk.pages.friction.sheet
    concern_id = sheet.rows.keys[0]
    QTest.keyClick(sheet.words.line, Qt.Key.Key_Return)
    hands.settle()
    due = card.fields["due"].editor
    for typed in ("someday", "18 dec 2026"):
        due.selectAll()
        QTest.keyClicks(due, typed)
        QTest.keyClick(due, Qt.Key.Key_Return)
        hands.settle()
        assert ("is not a day" in due.accessibleDescription()) is (typed == "someday")
    assert f"Follow-up: Decide what becomes of “{FAX}” by 18 Dec" in card.step.text()

    card.rows.opened.emit(concern_id)
    hands.settle()
    page = desk.pages.account.view.concerns
    assert (hands.program.shell.page, page.opened) == ("account", concern_id)
    (back,) = (each for each in page.form.frictions.children() if each.isWidgetType())
    back.click()
    hands.settle()
    assert hands.program.shell.page == "friction"
    assert hands.window.focusWidget() is card.fields["suits_us"].editor
