"""Relationship from the window: seven digits set seven dimensions, and the picture of the book leads to accounts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop.account.relationship import GUESS, NOBODY, RelationshipPage
from reviewdesk.desktop.places import PlaceGroup
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.relationship import DIMENSIONS, Segment
from tests.journeys.hands import on_small_book

LODZ = "Łódź Logistics"


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book."""
    made = on_small_book(qapp, tmp_path)
    yield made
    made.leave()


def open_tab(hands):
    hands.program.desk.open_account(hands.account(LODZ))
    hands.settle()
    hands.program.desk.pages.account.open_tab("relationship")
    hands.settle()
    page = hands.window.findChild(RelationshipPage)
    page.start_adding()
    hands.settle()
    return page


def places(hands):
    listed = hands.program.shell.side_bar.lists[PlaceGroup.PAGES]
    return [listed.item(at).text() for at in range(listed.count())]


def shown(hands):
    return hands.services.relationships.of_account(hands.account(LODZ))


def test_seven_digits_set_seven_dimensions_and_seven_more_what_they_matter(hands):
    page = open_tab(hands)
    assert page.whose.value() == GUESS
    page.whose.start_with(NOBODY)
    for number, digit in enumerate("6556544"):
        QTest.keyClicks(page.grid, digit)
        hands.wait_until(lambda many=number + 1: len(shown(hands).relationship.heard) == many)
    hands.settle()
    QTest.keyClick(page.grid, Qt.Key.Key_Tab)
    QTest.keyClicks(page.grid, "7")
    hands.settle()

    found = shown(hands)
    assert [each.value for each in found.relationship.heard] == [6, 5, 5, 6, 5, 4, 4]
    assert found.segment is Segment.STEADY
    assert page.pill.text == "Steady"
    assert found.relationship.importances == {Asked.PRODUCT_BENEFIT: 7}
    assert page.grid.dimension is DIMENSIONS[1]
    assert [each.label for each in page.gaps.marks] == ["7 × 1 = 7"]
    page.begin()
    assert (page.grid.marks, page.gaps.marks, page.whose.value(), page.why.text()) == ((), (), GUESS, "")


def test_what_it_is_based_on_stays_with_its_dimension_while_one_types_on(hands):
    page = open_tab(hands)
    QTest.keyClicks(page.grid, "5")
    hands.settle()
    QTest.keyClick(page.grid, Qt.Key.Key_Up)
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    hands.settle()
    for at, words in enumerate(("They ", "reordered ", "twice")):
        QTest.keyClicks(page.evidence.editor, words)
        page.evidence.flush()
        hands.settle()
        assert page.evidence.editor.cursorPosition() == len(("They ", "They reordered ", "They reordered twice")[at])
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_Down)
    hands.settle()

    rows = {each.dimension: each.answer for each in shown(hands).rows}
    assert rows[Asked.PRODUCT_BENEFIT].evidence == "They reordered twice"
    assert page.evidence.value() == ""
    QTest.keyClick(page.grid, Qt.Key.Key_Up)
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    hands.settle()
    assert not shown(hands).relationship.heard


def test_the_place_comes_with_the_first_answer_and_its_picture_leads_to_the_account(hands):
    desk = hands.program.desk
    assert "Relationship" not in places(hands)
    for asked in (Asked.TRUST, Asked.SERVICE):
        desk.tasks.run(lambda each=asked: hands.services.relationships.say(hands.account(LODZ), each, 6), None, desk)
        hands.settle()

    assert "Relationship" in places(hands)
    desk.go("relationship")
    hands.settle()
    chart = next(each for each in desk.pages.relationship.parts if each.key == "relationship_map").card.chart
    assert "steady" in chart.marks[0].said
    chart.lead_asked.emit(chart.marks[0].lead)
    hands.settle()
    assert hands.program.shell.page == "account"
    assert desk.pages.account.view.tabs.key == "relationship"
