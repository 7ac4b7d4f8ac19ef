"""An account passes from sales to operations: returned with gaps, then accepted, and checked 30 days later."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop.hand_off.page import HandOffPage
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.domain.handing_off import Delivered, How, PackPart, State
from tests.form_filling import tampered
from tests.journeys.hands import on_small_book

LODZ = "Łódź Logistics"


@pytest.fixture
def hands(qapp, tmp_path):
    """The window of a small book."""
    made = on_small_book(qapp, tmp_path)
    yield made
    made.leave()


def tab_of(hands):
    parts = hands.program.desk.pages.account.view._parts
    return hands.window.findChild(HandOffPage), next(each for each in parts if each.key == "hand_off")


def shown(hands):
    return hands.services.hand_offs.of_account(hands.account(LODZ))


def owner(hands):
    found = hands.services.accounts.brief(hands.account(LODZ)).owner
    return found.name if found else ""


def begin(hands, to):
    desk = hands.program.desk
    desk.open_account(hands.account(LODZ))
    hands.settle()
    desk.do("hand_over_account")
    hands.settle()
    page, tab = tab_of(hands)
    page.begin_button.click()
    hands.settle()
    page.to.editor.setFocus()
    QTest.keyClicks(page.to.editor, to)
    QTest.keyClick(page.to.editor, Qt.Key.Key_Return)
    hands.settle()
    return page, tab


def test_returned_with_gaps_then_accepted_and_checked(hands, tmp_path):
    before = owner(hands)
    page, tab = begin(hands, "Omar Haddad")
    page.buttons["hand_over"].click()
    hands.settle()
    assert shown(hands).hand_off.state is State.HANDED_OVER

    page.buttons["give_back"].click()
    tab.sheet.parts[PackPart.RISKS].setChecked(True)
    tab.sheet.words.show_value("what if the gate is shut?")
    tab.sheet.go.click()
    hands.settle()
    assert shown(hands).hand_off.gaps == (PackPart.RISKS,)
    assert "what if the gate is shut?" in page.next.text()
    assert owner(hands) == before

    QTest.keyClicks(page.fields["risks"].editor, "!! Gate shut: call Petra")
    page.buttons["hand_over"].click()
    hands.settle()
    assert "Gate shut: call Petra" in shown(hands).hand_off.risks
    page.buttons["accept"].click()
    tab.sheet.go.click()
    hands.settle()
    assert (shown(hands).hand_off.state, owner(hands)) == (State.ACCEPTED, "Omar Haddad")

    page.check_asked.emit(30)
    tab.sheet.words.show_value("all three sites run")
    tab.sheet.go.click()
    hands.settle()
    assert shown(hands).checks[0].found.delivered is Delivered.ALL
    hands.program.desk.do("go_hand_offs")
    hands.settle()
    assert hands.program.shell.page == "hand_offs"
    assert [each.how for each in shown(hands).hand_off.rounds] == [How.HERE, How.HERE]


def test_the_signed_form_dropped_on_the_window_accepts_it_also_for_one_alone(hands, tmp_path):
    page, _ = begin(hands, "Operations, that is me")
    page.buttons["hand_over"].click()
    hands.settle()
    path = tmp_path / "signed.pdf"
    pdf = hands.services.hand_offs.paper(shown(hands).hand_off.id).pdf
    path.write_bytes(tampered(pdf, "hand_off_answer", "accepted"))
    hands.services.follow_ups.add(hands.account(LODZ), "Stays with me")
    hands.settle()
    ways = hands.program.desk.exchange.hand_offs
    hands.program.desk.exchange.dropping.take_files([path])
    hands.wait_until(lambda: ways.sheet is not None)
    listed = ways.sheet.along.list
    at = next(each for each in range(listed.count()) if "Stays with me" in listed.item(each).text())
    for _ in range(at):
        QTest.keyClick(ways.sheet.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(ways.sheet.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClick(ways.sheet.focusWidget(), Qt.Key.Key_Return)
    hands.wait_until(lambda: shown(hands).hand_off.state is State.ACCEPTED)
    hands.settle()

    assert owner(hands) == "Operations, that is me"
    steps = {each.what: each.colleague_id for each in hands.services.accounts.brief(hands.account(LODZ)).follow_ups}
    assert steps["Stays with me"] != hands.services.accounts.brief(hands.account(LODZ)).owner.id
    assert shown(hands).hand_off.rounds[0].how is How.FORM


def test_what_was_typed_last_is_kept_when_another_account_is_opened_at_once(hands):
    page, _ = begin(hands, "Omar Haddad")
    QTest.keyClicks(page.fields["about"].editor, "Two trucks a day")
    told = []
    hands.program.desk.tasks.told.connect(told.append)
    page.fields["price"].editor.selectAll()
    QTest.keyClicks(page.fields["price"].editor, "lots")
    hands.program.desk.open_account(hands.account("Hooli"))
    hands.settle()

    assert shown(hands).hand_off.about == "Two trucks a day"
    assert hands.services.hand_offs.of_account(hands.account("Hooli")) is None
    assert [f"“lots” was not taken for {LODZ}" in str(each) for each in told] == [True]
    assert page.fields["price"].state is FieldState.QUIET
    hands.program.desk.open_account(hands.account(LODZ))
    hands.settle()
    assert (page.fields["price"].value(), page.fields["price"].state) == ("lots", FieldState.REFUSED)
