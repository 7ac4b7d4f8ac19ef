"""A call is logged in a minute from wherever one is, with the score, the feeling and what was promised."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.calls.call_log import CallLog
from reviewdesk.desktop.widgets.call_popup import CallPopup
from reviewdesk.desktop.widgets.qr_code import QrCode, modules_of
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.follow_up import Ending
from tests.journeys.hands import on_small_book


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book, and an account of it."""
    made = on_small_book(qapp, tmp_path)
    made.hooli = made.account("Hooli")
    yield made
    made.leave()


def sheet_of(hands):
    hands.settle()
    (sheet,) = hands.window.findChildren(CallLog)
    return sheet


def choose(field, value):
    """Choose as a hand does: the box tells that somebody chose."""
    field.show_value(value)
    field._chose()


def test_a_call_is_logged_over_the_page_one_is_on_and_stays_there(hands):
    hands.program.desk.go("follow_ups")
    hands.program.desk.log_call(hands.hooli)
    sheet = sheet_of(hands)
    QTest.keyClicks(sheet.words.editor, "They like the new portal")
    sheet.go.click()
    hands.settle()

    assert hands.window.page == "follow_ups"
    assert not hands.window.findChildren(CallLog)
    said = hands.services.accounts.brief(hands.hooli).contacts
    assert "They like the new portal" in [each.words for each in said]


def test_what_they_score_us_is_kept_with_who_said_it_and_why(hands):
    hands.program.desk.log_call(hands.hooli)
    sheet = sheet_of(hands)
    QTest.keyClicks(sheet.words.editor, "The line stood still twice")
    choose(sheet.score, 4)
    assert sheet.recovery.isVisible()
    assert "4 of 10: make good first" in sheet.recovery.text()
    sheet.go.click()
    hands.settle()

    newest = hands.services.answers.of_account(hands.hooli).rows[0].answer
    assert (newest.asked, newest.value, newest.evidence) == (Asked.RECOMMEND, 4, "The line stood still twice")


def test_a_good_score_asks_for_no_recovery(hands):
    hands.program.desk.log_call(hands.hooli)
    sheet = sheet_of(hands)
    choose(sheet.score, 7)

    assert not sheet.recovery.isVisible()
    sheet.reject()
    hands.settle()


def test_what_makes_me_uneasy_is_asked_at_one_and_two_alone(hands):
    hands.program.desk.log_call(hands.hooli)
    sheet = sheet_of(hands)
    assert not sheet.uneasy.isVisible()
    choose(sheet.feeling, 2)
    assert sheet.uneasy.isVisible()
    QTest.keyClicks(sheet.uneasy.editor, "Short answers only")
    sheet.go.click()
    hands.settle()
    account = hands.services.accounts.brief(hands.hooli).account
    assert (account.gut_feeling, account.gut_feeling_note) == (2, "Short answers only")

    hands.program.desk.log_call(hands.hooli)
    sheet = sheet_of(hands)
    choose(sheet.feeling, 4)
    assert not sheet.uneasy.isVisible()
    sheet.go.click()
    hands.settle()
    assert hands.services.accounts.brief(hands.hooli).account.gut_feeling_note == ""


def test_a_promise_made_in_a_call_stands_among_the_promises(hands):
    hands.program.desk.log_call(hands.hooli)
    sheet = sheet_of(hands)
    sheet.promised.setChecked(True)
    sheet.go.click()
    hands.settle()
    assert "A promise needs its words and a day" in sheet.go.accessibleDescription()

    QTest.keyClicks(sheet.next_what.editor, "Send the samples")
    QTest.keyClicks(sheet.next_day.editor, "in 2 weeks")
    sheet.go.click()
    hands.settle()
    made = hands.services.accounts.brief(hands.hooli).follow_ups
    assert next(each for each in made if each.what == "Send the samples").is_promise


def test_a_call_with_another_account_waits_until_this_one_is_logged(hands):
    hands.program.desk.log_call(hands.hooli)
    sheet = sheet_of(hands)
    QTest.keyClicks(sheet.words.editor, "They like it")
    hands.program.desk.log_call(hands.account("Globex Corporation"))
    assert sheet_of(hands) is sheet
    assert "Log or leave this call first" in sheet.go.accessibleDescription()
    sheet.reject()
    hands.settle()


def test_a_number_is_there_to_be_scanned_and_dialled(qtbot, theme):
    page = CallPopup("Ewa Lis", "+49 (0) 711 123-45", None)
    qtbot.addWidget(page)
    assert page.findChild(QrCode).text == "tel:+4971112345"
    assert not page.dial.isHidden()


def test_a_number_stays_in_sight_when_its_window_becomes_smaller(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    popup = CallPopup("Ewa Lis", "+49 711 12345", page)
    popup.show_by(page)
    page.resize(640, 300)
    assert page.rect().contains(popup.geometry())


def test_what_is_no_number_has_no_code_and_cannot_be_dialled(qtbot, theme):
    page = CallPopup("Ewa Lis", "ask at the gate", None)
    qtbot.addWidget(page)
    assert page.findChild(QrCode) is None
    assert page.dial.isHidden()


def test_a_code_is_square_with_its_three_corners():
    code = modules_of("tel:+4971112345")
    side = len(code)
    assert all(len(row) == side for row in code)
    for y, x in ((0, 0), (0, side - 7), (side - 7, 0)):
        assert all(code[y][x : x + 7])
        assert not any(code[y + 1][x + 1 : x + 6])


def test_a_call_that_is_not_for_an_order_offers_an_opportunity_only_once_it_is_logged(hands):
    concern = hands.services.concerns.add(hands.hooli, "The portal is slow", 2).value
    hands.services.concerns.bring_to(concern.id, Stage.CONFIRMED)
    (asked,) = [each for each in steps_of(hands) if each.concern_id == concern.id]
    hands.services.follow_ups.move(asked.id, hands.services.book.today)
    hands.program.desk.log_call(hands.hooli)
    sheet = sheet_of(hands)
    assert sheet.script.text().startswith("Call about “The portal is slow”, not for an order.")
    assert hands.program.desk.shell.message_bar.isHidden()

    QTest.keyClicks(sheet.words.editor, "All is well since")
    sheet.go.click()
    hands.settle()

    assert [each.ending for each in steps_of(hands) if each.id == asked.id] == [Ending.KEPT]
    hands.press("They want something")
    noting = hands.program.desk.pages.opportunity_noting
    QTest.keyClicks(noting.what.line, "A second line")
    noting.sheet.go.click()
    hands.settle()
    assert "A second line" in [each.what for each in hands.services.accounts.brief(hands.hooli).opportunities]


def test_after_a_score_of_six_or_less_nobody_is_asked_what_they_might_buy(hands):
    concern = hands.services.concerns.add(hands.hooli, "The portal is slow", 2).value
    hands.services.concerns.bring_to(concern.id, Stage.CONFIRMED)
    (asked,) = [each for each in steps_of(hands) if each.concern_id == concern.id]
    hands.services.follow_ups.move(asked.id, hands.services.book.today)
    hands.program.desk.log_call(hands.hooli)
    sheet = sheet_of(hands)
    QTest.keyClicks(sheet.words.editor, "Still slow")
    sheet.score.show_value(3)
    QTest.keyClick(sheet.words.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.settle()

    assert hands.program.desk.pages.calls.sheet is None
    said = hands.program.desk.shell.message_bar.text
    assert said == "The call is logged. Make their 3 of 10 good before you speak of an order."


def steps_of(hands):
    return hands.services.accounts.brief(hands.hooli).follow_ups


def test_any_other_call_is_no_courtesy(hands):
    hands.program.desk.log_call(hands.hooli)
    sheet = sheet_of(hands)

    assert sheet.is_courtesy.isHidden()
    sheet.reject()
    hands.settle()
