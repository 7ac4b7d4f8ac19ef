"""Customers are called one after the other, with what to say at hand; who is unhappy is made good to first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop.calls.call_log import CallLog
from reviewdesk.desktop.place_list import PlaceList
from reviewdesk.desktop.widgets.call_popup import CallPopup
from reviewdesk.domain.answer import Asked
from tests.journeys.hands import on_small_book

NAMES = ("Hooli", "Globex Corporation", "Łódź Logistics")


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book."""
    made = on_small_book(qapp, tmp_path)
    made.ids = [made.account(each) for each in NAMES]
    yield made
    made.leave()


def page(hands):
    hands.settle()
    return hands.program.desk.pages.outreach


@pytest.fixture
def listed(hands):
    hands.services.call_lists.start("Autumn calls", hands.ids, Asked.RECOMMEND)
    hands.program.desk.go("outreach")
    hands.settle()
    return hands


def card_of(hands):
    (card,) = page(hands).view.cards.values()
    return card


def sections(hands):
    return [(each.title, [row.title for row in each.rows]) for each in card_of(hands).rows._sections]


def places_listed(hands):
    boxes = hands.window.side_bar.findChildren(PlaceList)
    return [each.item(at).data(Qt.ItemDataRole.UserRole) for each in boxes for at in range(each.count())]


def test_outreach_comes_with_its_first_list(hands):
    hands.settle()
    shown = hands.program.desk.views._start_small
    assert "outreach" not in {each.key for each in _shown_places(hands, shown)}
    hands.services.call_lists.start("Autumn calls", hands.ids, Asked.RECOMMEND)
    assert "outreach" in {each.key for each in _shown_places(hands, shown)}


def _shown_places(hands, shown):
    from reviewdesk.desktop.desk_commands import PLACES

    return shown.shown(PLACES, hands.services.book.now().counts)


def test_a_list_is_started_from_the_menu_with_the_accounts_selected(hands):
    hands.program.desk.go("accounts")
    hands.settle()
    table = hands.program.desk.pages.accounts.view.table
    table.select_again(hands.ids[:2])
    hands.program.desk.do("new_call_list")
    sheet = page(hands).sheet
    assert sheet.whom.value() == "the accounts chosen in the list, 2"
    sheet.go.click()
    hands.settle()

    assert page(hands).sheet is None
    assert "outreach" in places_listed(hands)
    (only,) = hands.services.call_lists.lists()
    assert set(only.list.account_ids) == set(hands.ids[:2])
    assert sections(hands) == [("To call", [row.account for row in only.to_call])]


def test_a_list_without_a_name_stays_open_and_says_so(hands):
    hands.program.desk.do("new_call_list")
    sheet = page(hands).sheet
    sheet.name.editor.clear()
    sheet.go.click()
    hands.settle()

    assert page(hands).sheet is sheet
    assert sheet.go.accessibleDescription()
    sheet.reject()
    hands.settle()


def test_the_script_follows_the_question_until_it_is_typed_over(hands):
    hands.program.desk.do("new_call_list")
    sheet = page(hands).sheet
    sheet.asking.show_value(Asked.EASE)
    sheet.asking._chose()
    assert "how easy is it to work with us" in sheet.script.value()
    sheet.script.editor.setPlainText("Hello")
    sheet.asking.show_value(Asked.CONTENT)
    sheet.asking._chose()
    assert sheet.script.value() == "Hello"
    sheet.reject()
    hands.settle()


def test_a_call_is_logged_by_its_key_with_the_script_in_sight(listed):
    rows = card_of(listed).rows
    rows.go_to(listed.ids[0])
    QTest.keyClick(rows.row(listed.ids[0]), Qt.Key.Key_L)
    listed.settle()
    (log,) = listed.window.findChildren(CallLog)
    assert "I am not calling about an order." in log.script.text()
    log.score.show_value(10)
    log.score._chose()
    QTest.keyClicks(log.words.editor, "Always on time")
    log.go.click()
    listed.settle()

    assert ("Answered", ["Hooli"]) in sections(listed)
    assert card_of(listed).heading._remark.text() == "1 of 3 answered · 1 promoter"


def test_who_is_unhappy_stands_first_and_asks_for_what_was_agreed(listed):
    from reviewdesk.services.calls import Spoke

    listed.services.accounts.log_contact(listed.ids[1], Spoke(words="Two broken pallets", score=3))
    listed.program.desk.pages.outreach.show_page()
    listed.settle()
    assert sections(listed)[0] == ("Make good first", ["Globex Corporation"])
    row = card_of(listed).rows.row(listed.ids[1]).row
    assert row.meta == "“Two broken pallets” · nothing agreed yet to make it good"
    assert [each.text for each in row.pills] == ["3 of 10"]


def test_who_is_skipped_can_be_called_after_all(listed):
    rows = card_of(listed).rows
    rows.go_to(listed.ids[0])
    QTest.keyClick(rows.row(listed.ids[0]), Qt.Key.Key_S)
    listed.settle()
    assert ("Skipped", ["Hooli"]) in sections(listed)
    card_of(listed).acted.emit(listed.ids[0], "after_all")
    listed.settle()
    assert "Skipped" not in dict(sections(listed))


def test_a_number_stands_in_large_type_and_leads_to_the_log(listed):
    popup = call(listed, first_with_phone(listed))
    popup.log.click()
    listed.settle()
    (log,) = listed.window.findChildren(CallLog)
    assert log.script.text()
    log.reject()
    listed.settle()


def test_what_they_say_on_the_telephone_is_kept_with_one_key_and_a_bad_score_is_made_good_first(listed):
    happy = first_with_phone(listed)
    popup = call(listed, happy)
    QTest.keyClick(popup, Qt.Key.Key_9)
    listed.settle()
    assert ("Answered", [happy.account]) in sections(listed)
    assert listed.program.shell.message_bar.isHidden()

    other = first_with_phone(listed)
    QTest.keyClick(call(listed, other), Qt.Key.Key_4)
    listed.settle()
    assert sections(listed)[0] == ("Make good first", [other.account])
    listed.program.desk.pages.offer_opportunity(other.account_id)
    listed.settle()
    assert next(each.id for each in card_of(listed).rows._sections[0].rows[0].actions) == "concern"
    listed.press("Log a concern")
    sheet = listed.program.desk.pages.concern_logging.sheet
    assert sheet.account_id == other.account_id
    sheet.reject()
    listed.settle()
    with listed.services.call_lists._store.read() as reading:
        said = [each.value for each in reading.answers.where(account_id=[happy.account_id, other.account_id])]
    assert {9, 4} <= set(said)


def first_with_phone(hands):
    return next(each for each in hands.services.call_lists.lists()[0].to_call if each.phone)


def call(hands, to_ask):
    rows = card_of(hands).rows
    rows.go_to(to_ask.account_id)
    QTest.keyClick(rows.row(to_ask.account_id), Qt.Key.Key_C)
    popup = next(each for each in page(hands).view.findChildren(CallPopup) if each.isVisible())
    assert popup.number.text() == to_ask.phone
    return popup


def test_a_list_is_renamed_and_ended_and_undo_brings_it_back(listed):
    card_of(listed).change.click()
    sheet = page(listed).sheet
    sheet.name.editor.setText("Winter calls")
    sheet.go.click()
    listed.settle()
    assert card_of(listed).accessibleName() == "Winter calls"

    card_of(listed).end.click()
    listed.settle()
    assert not page(listed).view.cards
    listed.program.desk.last_step.undo()
    listed.settle()
    assert card_of(listed).accessibleName() == "Winter calls"
