"""Friction from the window: named in seconds, decided by a button, and held back where a reason is lacking."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.domain.friction import Decision
from tests.journeys.hands import on_small_book


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book."""
    made = on_small_book(qapp, tmp_path)
    yield made
    made.leave()


def test_a_process_is_noted_and_decided(hands):
    desk = hands.program.desk
    desk.do("go_friction")
    hands.settle()
    view = desk.pages.friction.view
    QTest.keyClicks(view.line, "Orders by fax only")
    QTest.keyClick(view.line, Qt.Key.Key_Return)
    hands.settle()
    (card,) = view.cards.values()

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
    assert card.pill.text == "keep it"
