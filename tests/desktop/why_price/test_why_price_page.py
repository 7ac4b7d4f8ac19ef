"""Why price? from the window: answered with evidence, the verdict follows; a later one leaves the first as it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.price_diagnosis import Situation
from reviewdesk.domain.switch import Direction
from tests.journeys.hands import on_small_book


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book, in which one customer went to a cheaper rival."""
    made = on_small_book(qapp, tmp_path)
    switches = made.services.switches
    noted = switches.add(made.account("Hooli"), Direction.TO_RIVAL, rival="Initech").value
    switches.change(noted.id, "price_difference", "-12")
    yield made
    made.leave()


def test_the_verdict_follows_the_evidence_and_the_arithmetic_what_is_typed(hands):
    desk, prices = hands.program.desk, hands.services.price_diagnoses
    desk.do("go_why_price")
    hands.settle()
    view = desk.pages.why_price.view
    view.first_button.click()
    hands.settle()
    assert "1 switched to a rival, 1 of them to a cheaper one" in view.known.text()
    assert view.pill.text == "No verdict"

    view.typed.emit("same", "yes")
    hands.settle()
    assert "once its evidence stands beside it" in view.follows.text()
    QTest.keyClicks(view.fields["same_evidence"].editor, "Hooli in May")
    for name, text in (("margin", "22"), ("cut", "1")):
        QTest.keyClicks(view.fields[name].editor, text)
    view.fields["cut"].flush()
    desk.pages.why_price.flush()
    hands.settle()

    first = prices.why().now
    assert first.verdict is Situation.SAME
    assert "needs 4.8 % more volume" in view.volume.text()
    view.new_button.click()
    hands.settle()
    assert [each.id for each in prices.why().earlier] == [first.id]
    assert prices.why().earlier[0] == first
    view.typed.emit("margin", "lots")
    hands.settle()
    assert prices.why().now.margin is None


def test_a_switch_becomes_evidence_and_a_step_to_differ_is_typed_with_the_keyboard_alone(hands):
    desk, prices = hands.program.desk, hands.services.price_diagnoses
    desk.do("go_why_price")
    hands.settle()
    view = desk.pages.why_price.view
    QTest.keyClick(view.first_button, Qt.Key.Key_Space)
    hands.settle()
    (switch,) = view.switches._rows.values()
    QTest.keyClick(switch, Qt.Key.Key_2)
    hands.settle()
    assert "Hooli went to Initech" in view.fields["poor_evidence"].value()

    QTest.keyClick(view.step_button, Qt.Key.Key_Space)
    sheet = desk.pages.why_price.sheet
    for text in ("Show the night crew", "Delivery", "Hooli", "", "in 2 weeks"):
        QTest.keyClicks(sheet.focusWidget(), text)
        QTest.keyClick(sheet.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    hands.settle()
    assert prices.why().steps[0].step.what == "Delivery: Show the night crew"
    (step,) = view.steps._rows.values()
    QTest.keyClick(step, Qt.Key.Key_D)
    hands.settle()
    assert prices.why().steps[0].step.ending is Ending.KEPT
