"""What is added to an account from anywhere: to the one that is shown, else to one that is asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop.account.file_dialogs import FilesToKeep
from reviewdesk.desktop.calls.call_log import CallLog
from tests.journeys.hands import on_small_book


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book, and an account of it."""
    made = on_small_book(qapp, tmp_path)
    made.hooli = made.account("Hooli")
    yield made
    made.leave()


def view_of(hands):
    hands.settle()
    return hands.program.desk.pages.account.view


def test_a_score_is_added_to_the_account_that_is_shown(hands):
    hands.program.desk.open_account(hands.hooli)
    hands.settle()
    hands.program.desk.do("new_score")
    view = view_of(hands)

    assert view.tabs.key == "scores"
    assert view._pages["scores"].form.scale.hasFocus() or view._pages["scores"].form.isAncestorOf(view.focusWidget())


@pytest.mark.parametrize(
    ("command", "tab"), [("new_score", "scores"), ("new_concern", "concerns"), ("new_purchase", "revenue")]
)
def test_elsewhere_the_account_is_asked_for_by_a_part_of_its_name(hands, command, tab):
    hands.program.desk.go("today")
    hands.program.desk.do(command)
    picker = hands.program.desk.account_ways.picker
    QTest.keyClicks(picker.line, "hool")
    picker.look_up()
    hands.settle()
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    view = view_of(hands)

    assert view.account_id == hands.hooli
    assert view.tabs.key == tab
    assert hands.program.desk.account_ways.picker is None


def test_a_name_that_is_nobodys_is_refused_and_stays(hands):
    hands.program.desk.do("new_score")
    picker = hands.program.desk.account_ways.picker
    QTest.keyClicks(picker.line, "nobody at all")
    picker.look_up()
    hands.settle()
    picker.go.click()

    assert "Type another part" in picker.go.accessibleDescription()
    picker.reject()
    hands.settle()


def test_a_call_is_logged_from_the_menu(hands):
    hands.program.desk.open_account(hands.hooli)
    hands.settle()
    hands.program.desk.do("log_call")
    hands.settle()
    (sheet,) = hands.window.findChildren(CallLog)
    sheet.reject()
    hands.settle()


def test_a_file_is_asked_for_and_kept(hands, tmp_path, monkeypatch):
    paper = tmp_path / "offer.txt"
    paper.write_text("We offer.")
    monkeypatch.setattr(FilesToKeep, "ask", classmethod(lambda *_: [paper]))
    hands.program.desk.open_account(hands.hooli)
    hands.settle()
    hands.program.desk.do("keep_file")
    view_of(hands)

    assert [each.file.name for each in hands.services.attachments.files(hands.hooli).rows] == ["offer.txt"]
