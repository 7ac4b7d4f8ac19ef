"""A quarter of one account through the real window, with the keyboard alone: from the plan to the next review."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop import drafting
from reviewdesk.desktop.review.step import Step
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.ladder import Rung
from reviewdesk.domain.review import ReviewState
from reviewdesk.storage.book_file import open_book
from tests.books import small_book
from tests.journeys.hands import Hands

CTRL, NO = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
MOST_KEYS = 8
UNMARKED = """the new portal saves them half a day
two pallets came damaged again, they lost a shift
we send photographs of the covers by friday
they name a contact for the yard in 2 weeks
can we deliver before seven?"""


@pytest.fixture
def today():
    return Clock().today()


@pytest.fixture
def drafts(monkeypatch):
    """The mail drafts that were opened."""
    opened = []

    def opens(path):
        opened.append(path)
        return True

    monkeypatch.setattr(drafting, "open_file", opens)
    return opened


@pytest.fixture
def hands(qapp, tmp_path, drafts):
    path = tmp_path / "Northgate.reviewdesk"
    small_book(open_book(path, Clock(), may_create=True, name="Northgate")).close()
    made = Hands(qapp, path)
    yield made
    made.leave()


class Keys:
    """Somebody who has a keyboard and no mouse, and counts."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.pressed = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO) -> None:
        """Press one key on whatever has the keyboard."""
        self.pressed += 1
        QTest.keyClick(QApplication.focusWidget() or self._hands.window, key, held)
        self._hands.settle()

    def type(self, text: str) -> None:
        """Type a text."""
        for at, line in enumerate(text.split("\n")):
            if at:
                QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
            QTest.keyClicks(QApplication.focusWidget(), line)
        self._hands.settle()

    def do(self, command: str) -> None:
        """Do a command by its name in Ctrl+K."""
        self.press(Qt.Key.Key_K, CTRL)
        self.type(command)
        self.press(Qt.Key.Key_Return)


def reviews_of(hands: Hands, name: str):
    account = next(each for each in hands.services.accounts.rows() if each.name == name)
    found = hands.services.reviews.lists()
    rows = [each for each in (*found.ahead, *found.held) if each.account_id == account.id]
    return [hands.services.meetings.workspace(each.review_id).review for each in rows]


def planned_and_invited(hands, keys, drafts):
    """Plan the review of today, and invite to it."""
    keys.do("Nordlys AS")
    assert hands.program.shell.page == "account"
    keys.do("Plan review")
    keys.type("today")
    keys.press(Qt.Key.Key_Return)
    (review,) = (each for each in reviews_of(hands, "Nordlys AS") if each.is_open)
    assert review.ladder
    hands.window.activateWindow()  # the platform of the tests leaves no window active when a sheet has closed
    hands.program.desk.open_review(review.id, Step.PREPARE)
    hands.settle()
    keys.press(Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    hands.wait_until(lambda: len(drafts) == 1)
    hands.settle()
    assert reviews_of(hands, "Nordlys AS")[0].state is ReviewState.INVITED
    return review


def held_and_sorted(hands, keys, review, today):
    """Type without a mark, and take what Sort proposes."""
    keys.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    keys.type(UNMARKED)
    keys.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    for _ in range(10):
        QTest.keyClick(hands.program.desk.pages.review.view.wrap_up.sort, Qt.Key.Key_Return)
        hands.settle()
    hands.services.meetings.change(review.id, "next_on", today + timedelta(91))


def finished_and_drafted(hands, keys, drafts):
    """Finish, and draft the mail; give how many keys that took."""
    keys.pressed = 0
    keys.press(Qt.Key.Key_Return, CTRL)
    hands.wait_until(lambda: hands.program.shell.page == "document")
    hands.settle()
    keys.press(Qt.Key.Key_Return, CTRL)
    hands.wait_until(lambda: len(drafts) == 2)
    hands.settle()
    return keys.pressed


def test_from_plan_to_closed_and_into_the_next_review(hands, today, drafts):
    keys = Keys(hands)
    review = planned_and_invited(hands, keys, drafts)
    held_and_sorted(hands, keys, review, today)
    assert finished_and_drafted(hands, keys, drafts) <= MOST_KEYS

    held = next(each for each in reviews_of(hands, "Nordlys AS") if each.id == review.id)
    assert held.state is ReviewState.SENT
    assert next(each.done_on for each in held.ladder if each.rung is Rung.SUMMARY) == today
    following = next(each for each in reviews_of(hands, "Nordlys AS") if each.is_open)
    assert following.planned_on == today + timedelta(91)
    last = "\n".join(point for item in following.agenda for point in item.points)
    assert "photographs of the covers" in last
    assert "pallets came damaged" in last

    for each in hands.services.follow_ups.rows(review.account_id):
        hands.services.follow_ups.done(each.id)
    assert next(each for each in reviews_of(hands, "Nordlys AS") if each.id == review.id).state is ReviewState.CLOSED
