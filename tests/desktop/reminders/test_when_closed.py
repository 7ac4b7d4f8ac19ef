"""Reminding while the program is closed: asked once at the first planned review, and a switch in Settings."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reviewdesk.desktop.reminders.closed_question import ClosedQuestion
from reviewdesk.desktop.settings.closed_part import ClosedPart
from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.review import Review
from reviewdesk.services.own_program import own_command
from reviewdesk.storage.book_file import open_book
from tests.journeys.hands import Hands


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(), may_create=True, name="Northgate")
    with store.write("Arrange") as work:
        work.accounts.put(Account(name="Łódź Logistics"))
    store.close()
    return path


@pytest.fixture
def opened(qapp, theme, book):
    """Open the window of the book, as often as a test wants; the last one closes with it."""
    windows = []

    def open_it():
        if windows:
            windows[-1].leave()
        windows.append(Hands(qapp, book))
        windows[-1].window.activateWindow()
        return windows[-1]

    yield open_it
    windows[-1].leave()


@pytest.fixture
def entry(home):
    return home / ".config" / "autostart" / "reviewdesk-remind.desktop"


def plan(hands, days=30):
    """Plan a review of the one account, as the page of reviews does."""
    (account,) = hands.services.accounts.rows()
    today = hands.services.book.today
    hands.program.desk.go("reviews")
    hands.settle()
    hands.program.desk.pages.reviews._plan(account.id, today + timedelta(days=days), None)
    hands.settle()


def question(hands):
    return hands.program.desk.pages.when_closed.question


def part(hands):
    hands.program.desk.go("settings")
    hands.settle()
    return next(each for each in hands.program.desk.pages.settings._parts if isinstance(each, ClosedPart)).view


def press(hands, button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    hands.settle()


def test_nothing_is_asked_before_a_review_is_planned(opened):
    hands = opened()
    hands.program.desk.go("reviews")
    hands.settle()

    assert not question(hands).isVisible()


def test_the_first_planned_review_asks_in_place_and_takes_no_focus(opened):
    hands = opened()
    hands.program.desk.go("reviews")
    hands.settle()
    had_it = QApplication.focusWidget()

    plan(hands)

    assert question(hands).isVisible()
    assert not question(hands).isAncestorOf(QApplication.focusWidget() or hands.window)
    assert had_it is None or not question(hands).isAncestorOf(had_it)
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("width", [480, 720, 1200])
def test_the_question_is_whole_in_large_type_and_a_narrow_window(qtbot, theme, width):
    theme.set_text_size(14)
    room, asked = QWidget(), ClosedQuestion()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    column.addWidget(asked)
    column.addWidget(QWidget(), 1)
    asked.ask(on=True)
    room.resize(width, 600)
    room.show()
    qtbot.waitUntil(
        lambda: all(each.height() >= each.heightForWidth(each.width()) for each in (asked.asks, asked.words))
    )

    assert room.width() == width


def test_yes_puts_the_login_item_and_asks_no_more(opened, entry):
    hands = opened()
    plan(hands)

    press(hands, question(hands).yes)

    command = own_command("--remind")
    assert all(each in entry.read_text("utf-8") for each in command)
    assert not question(hands).isVisible()
    assert part(hands).switch.isChecked()


def test_no_leaves_everything_as_it_is_and_is_never_asked_again(opened, entry):
    hands = opened()
    plan(hands)
    press(hands, question(hands).no)
    assert not entry.exists()

    plan(hands, days=60)
    assert not question(hands).isVisible()
    hands = opened()
    plan(hands, days=90)
    assert not question(hands).isVisible()


def test_a_question_that_was_not_answered_is_there_at_the_next_start(opened):
    plan(opened())

    assert question(opened()).isVisible()


def test_the_question_stays_out_of_a_meeting(opened):
    hands = opened()
    plan(hands)
    (row,) = hands.services.reviews.lists().ahead

    hands.program.desk.open_review(row.review_id)
    hands.settle()
    assert not question(hands).isVisible()

    hands.program.desk.go("reviews")
    hands.settle()
    assert question(hands).isVisible()


def test_the_sample_asks_nothing(opened):
    hands = opened()
    (account,) = hands.services.accounts.rows()
    hands.services.accounts.remove(account.id)
    hands.program.desk.open_sample()
    hands.settle()
    hands.program.desk.pages.when_closed._consider()
    hands.settle()

    assert not question(hands).isVisible()


def test_the_switch_in_settings_says_what_it_does_and_where(opened, entry):
    shown = part(opened())

    assert not shown.switch.isChecked()
    assert "names nobody" in shown.words.text()
    assert str(entry) in shown.words.text()
    assert shown.switch.accessibleDescription() == shown.words.text()


def test_the_switch_turns_it_on_and_off_and_answers_the_question(opened, entry):
    hands = opened()
    plan(hands)
    shown = part(hands)

    shown.switch.click()
    hands.settle()
    assert entry.exists()
    assert not question(hands).isVisible()

    shown.switch.click()
    hands.settle()
    assert not entry.exists()
    assert not question(hands).isVisible()


def test_the_keyboard_alone_answers(opened, entry):
    hands = opened()
    plan(hands)

    question(hands).yes.setFocus()
    QTest.keyClick(question(hands).yes, Qt.Key.Key_Space)
    hands.settle()

    assert entry.exists()


def test_what_the_system_does_not_allow_is_said_in_place(opened, entry):
    entry.parent.write_text("a file where the folder should be")
    hands = opened()
    shown = part(hands)

    shown.switch.click()
    hands.settle()

    assert not shown.switch.isChecked()
    assert "could not be written" in shown.refusal.text()
    assert shown.refusal.isVisible()


def test_a_yes_that_the_system_does_not_allow_is_said_and_the_question_stays(opened, entry):
    entry.parent.write_text("a file where the folder should be")
    hands = opened()
    plan(hands)

    press(hands, question(hands).yes)

    assert "could not be written" in hands.program.shell.message_bar.text
    assert question(hands).isVisible()


def test_a_start_asks_nothing_that_no_planning_asked_before(opened, book):
    store = open_book(book, Clock())
    with store.write("Plan elsewhere") as work:
        (account,) = work.accounts.all()
        work.reviews.put(Review(account_id=account.id, planned_on=store.clock.today()))
    store.close()

    assert not question(opened()).isVisible()


def test_a_program_that_was_moved_is_found_again_at_the_next_start(opened, entry):
    hands = opened()
    hands.services.closed_reminding.turn(on=True)
    moved = entry.read_text("utf-8").replace(own_command()[0], "/gone/reviewdesk")
    entry.write_text(moved, "utf-8")

    opened()

    assert "/gone/reviewdesk" not in entry.read_text("utf-8")
