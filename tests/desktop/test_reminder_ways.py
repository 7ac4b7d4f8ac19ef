"""Reminders from the window: a page for one person, for all of an account, for all who are late, for colleagues."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop import drafting
from reviewdesk.desktop.follow_ups.model import Act
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.follow_up import Side, WaitsOn
from reviewdesk.reports.leak_guard import text_of
from tests.journeys.hands import on_small_book

LODZ = "Łódź Logistics"


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book."""
    made = on_small_book(qapp, tmp_path)
    yield made
    made.leave()


def document(hands):
    """Give what the page of a document says, once it shows one."""
    shell = hands.program.shell
    hands.wait_until(lambda: shell.page == "document")
    hands.settle()
    return " ".join(text_of(hands.program.desk.pages.document._shown.pdf).split())


def piotr_promises(hands):
    """Let a second person of Łódź Logistics take something on."""
    account_id = hands.account(LODZ)
    people = hands.services.accounts.brief(account_id).people
    piotr = next(each for each in people if each.name == "Piotr Zając")
    day = Clock().today() + timedelta(3)
    hands.services.follow_ups.add(
        account_id, "Name a contact", day, side=Side.THEIRS, is_promise=True, who_id=piotr.id
    )  # fmt: skip
    return account_id


def row_that(hands, waits_on):
    rows = hands.services.follow_ups.rows()
    return next(each for each in rows if each.waits_on is waits_on and each.account == LODZ)


def test_the_one_who_took_something_on_gets_a_page_with_one_key(hands):
    hands.program.desk.open_account(hands.account(LODZ))
    hands.settle()
    QTest.keyClick(hands.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)

    words = document(hands)
    assert "Dear Luis Ortega," in words
    assert "What you took on" in words
    assert "Send the revised delivery plan" in words


def test_where_several_took_something_on_one_is_chosen_by_keyboard_or_all(hands):
    account_id = piotr_promises(hands)
    ways = hands.program.desk.exchange.reminding
    ways.remind_account(account_id)
    hands.wait_until(lambda: ways.sheet is not None)

    assert [ways.sheet.rows.row(key).row.title for key in ways.sheet.rows.keys] == [
        "Luis Ortega", "Piotr Zając", "All of them",
    ]  # fmt: skip
    ways.sheet.rows.go_to("1")
    QTest.keyClick(ways.sheet.focusWidget(), Qt.Key.Key_Return)
    assert "Dear Piotr Zając," in document(hands)
    assert ways.sheet is None


def test_all_of_an_account_is_one_document(hands):
    account_id = piotr_promises(hands)
    ways = hands.program.desk.exchange.reminding
    ways.remind_account(account_id)
    hands.wait_until(lambda: ways.sheet is not None)
    ways.sheet.rows.go_to("all")
    ways.sheet.go.click()

    words = document(hands)
    assert "Dear Luis Ortega," in words
    assert "Dear Piotr Zając," in words


def test_the_page_of_follow_ups_leads_to_whoever_it_waits_on(hands):
    desk = hands.program.desk
    desk.go("follow_ups")
    hands.settle()
    view = desk.pages.follow_ups.view
    view.act_asked.emit(row_that(hands, WaitsOn.CUSTOMER).id, Act.REMIND)
    assert "Dear Luis Ortega," in document(hands)

    desk.go("follow_ups")
    hands.settle()
    view.act_asked.emit(row_that(hands, WaitsOn.COLLEAGUE).id, Act.REMIND)
    hands.settle()
    assert "Petra Ilić Asked by" in document(hands)

    desk.go("follow_ups")
    hands.settle()
    view.act_asked.emit(row_that(hands, WaitsOn.ME).id, Act.REMIND)
    assert "There is nobody to remind." in view.next_bar.text


def test_a_colleague_beside_the_list_has_a_page_too(hands):
    desk = hands.program.desk
    desk.go("follow_ups")
    hands.settle()
    rows = desk.pages.follow_ups.view.beside.colleagues
    rows.action_asked.emit(rows.keys[0], "page")

    assert "For our side" in document(hands)


def test_elsewhere_those_who_owe_us_something_are_offered_before_a_word_is_typed(hands):
    desk = hands.program.desk
    desk.go("today")
    desk.do("remind_customer")
    hands.settle()

    picker = desk.account_ways.picker
    assert set(picker.rows.keys) == {each.account_id for each in hands.services.reminder_papers.who_owes()}
    picker.rows.opened.emit(hands.account(LODZ))
    assert "Dear Luis Ortega," in document(hands)


def test_colleagues_and_all_who_are_late_are_a_command_each(hands):
    hands.program.desk.do("remind_colleagues")
    assert "Omar Haddad" in document(hands)
    hands.program.desk.go("today")
    hands.settle()
    hands.program.desk.do("remind_late")
    hands.settle()

    assert "There is nobody to remind." in hands.program.shell.message_bar.text


def test_the_page_goes_along_with_a_mail(hands, monkeypatch):
    opened = []
    monkeypatch.setattr(drafting, "open_file", lambda path: opened.append(path) or True)
    hands.program.desk.exchange.reminding.remind_account(hands.account(LODZ))
    document(hands)
    hands.program.desk.pages.document.view.mail_asked.emit()
    hands.wait_until(lambda: opened)
    hands.settle()

    assert opened[0].suffix == ".eml"
    assert "The draft is open in your mail program" in hands.program.shell.message_bar.text
