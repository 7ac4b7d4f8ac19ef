"""A concern is logged from anywhere in ten seconds, and outlives a crash."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.account_ways import LOG_KEY
from tests.journeys.hands import on_small_book

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def hands(qapp, theme, tmp_path):
    made = on_small_book(qapp, tmp_path)
    yield made
    made.leave()


class Keys:
    """Counts the keys that are pressed, words apart."""

    def __init__(self, hands):
        self.hands, self.count = hands, 0

    @property
    def sheet(self):
        """The sheet that is open."""
        return self.hands.program.desk.pages.concern_logging.sheet

    def shortcut(self):
        """Press the shortcut."""
        action = self.hands.program.shell.menus.action("log_concern")
        assert action.shortcuts() == [QKeySequence(LOG_KEY)]
        action.trigger()
        self.count += 1
        self.hands.wait_until(lambda: self.sheet is not None)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """Press one key."""
        QTest.keyClick(QApplication.activePopupWidget() or self.sheet.focusWidget(), key, modifiers)
        self.count += 1
        self.hands.settle()

    def begin_account(self, letters):
        """Type the beginning of a name."""
        for letter in letters:
            QTest.keyClicks(self.sheet.account.line, letter)
            self.count += 1
        self.hands.wait_until(lambda: self.sheet.account_id is not None)

    def say(self, words):
        """Type their words."""
        QTest.keyClicks(self.sheet.words.line, words)


def logged(hands, name):
    return [(each.words, each.severity) for each in hands.services.accounts.brief(hands.account(name)).concerns]


def test_for_the_account_that_is_shown_it_takes_three_keys(hands):
    hands.program.desk.open_account(hands.account("Hooli"))
    hands.settle()
    keys = Keys(hands)

    keys.shortcut()
    assert keys.sheet.account.value() == "Hooli"
    keys.say("Wrong labels on two pallets")
    keys.press(Qt.Key.Key_3, ALT)
    keys.press(Qt.Key.Key_Return)

    assert ("Wrong labels on two pallets", 3) in logged(hands, "Hooli")
    assert keys.count == 3
    assert hands.program.shell.page == "account"


def test_from_any_other_page_it_takes_at_most_eight(hands):
    hands.program.desk.go("follow_ups")
    hands.settle()
    keys = Keys(hands)

    keys.shortcut()
    keys.begin_account("hoo")
    keys.press(Qt.Key.Key_Tab)
    assert keys.sheet.account.value() == "Hooli"
    keys.say("Two crates fell")
    keys.press(Qt.Key.Key_4, ALT)
    keys.press(Qt.Key.Key_Return)

    assert ("Two crates fell", 4) in logged(hands, "Hooli")
    assert keys.count <= 8
    assert hands.program.shell.page == "follow_ups"


def test_who_else_said_it_stands_below_and_what_is_typed_is_there_again(hands):
    hands.services.concerns.add(hands.account("Globex Corporation"), "Rechnung schon wieder falsch", 3)
    hands.program.desk.open_account(hands.account("Hooli"))
    hands.settle()
    keys = Keys(hands)
    keys.shortcut()

    keys.say("wrong invoice")
    hands.wait_until(lambda: not keys.sheet.echo.isHidden())
    keys.sheet.reject()
    hands.settle()
    assert hands.services.drafts.kept(f"concern/{hands.account('Hooli')}")["words"] == "wrong invoice"

    keys.shortcut()
    hands.wait_until(lambda: keys.sheet.words.value() == "wrong invoice")
    keys.sheet.go.click()
    hands.settle()
    assert ("wrong invoice", 2) in logged(hands, "Hooli")
    assert hands.services.drafts.kept(f"concern/{hands.account('Hooli')}") == {}


def test_nothing_is_logged_for_nobody_or_without_words(hands):
    keys = Keys(hands)
    keys.shortcut()
    keys.say("Late")
    keys.sheet.go.click()
    assert "Say whose concern it is" in keys.sheet._refusal.text()

    keys.sheet.account.start_with("Hooli")
    keys.sheet.words.start_with(" ")
    keys.sheet.show_accounts([(hands.account("Hooli"), "Hooli")])
    keys.sheet.go.click()
    assert keys.sheet.isVisible()
    keys.sheet.reject()
    hands.settle()


def test_in_a_meeting_it_is_the_customers_and_nothing_of_other_accounts_is_shown(hands):
    hands.services.concerns.add(hands.account("Globex Corporation"), "Rechnung schon wieder falsch", 3)
    review = hands.services.reviews.start_now(hands.account("Hooli")).value
    hands.program.desk.open_review(review.id)
    hands.settle()
    keys = Keys(hands)
    keys.shortcut()
    keys.say("wrong invoice")
    QTest.qWait(400)
    hands.settle()

    assert keys.sheet.echo.isHidden()
    assert keys.sheet.account.isHidden()
    keys.press(Qt.Key.Key_Return)
    assert ("wrong invoice", 2) in logged(hands, "Hooli")
    assert hands.program.shell.page == "review"


def test_somebody_who_is_not_in_the_book_is_added_with_the_concern_by_one_more_key(hands):
    hands.program.desk.go("follow_ups")
    hands.settle()
    keys = Keys(hands)
    keys.shortcut()
    QTest.keyClicks(keys.sheet.account.line, "Acme Pumps")
    hands.settle()
    keys.say("Nobody calls back")
    keys.press(Qt.Key.Key_Return)
    assert "No account is called “Acme Pumps”" in keys.sheet._refusal.text()

    keys.press(Qt.Key.Key_N, ALT)

    assert logged(hands, "Acme Pumps") == [("Nobody calls back", 2)]
    assert keys.sheet is None
    hands.services.book.undo()
    hands.settle()
    assert "Acme Pumps" not in {each.name for each in hands.services.accounts.rows()}
