"""A new book shows few places; others come with their first record, or when the person goes there."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from reviewdesk.desktop.desk_commands import PLACES
from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.places import PlaceGroup
from reviewdesk.desktop.start_small import APPEARS_WITH, StartSmall
from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.review import Review, period_of
from reviewdesk.storage.book_file import open_book
from tests.journeys.hands import Hands

FEW = ["Today", "Accounts", "Reviews", "Follow-ups"]


@pytest.fixture
def book(tmp_path):
    """Makes a book of one account, with what a test adds."""

    def make(add=None):
        path = tmp_path / "New.reviewdesk"
        store = open_book(path, Clock(), may_create=True, name="New")
        with store.write("Add") as work:
            account = work.accounts.put(Account(name="Hooli", added_on=work.clock.today()))
            if add is not None:
                add(work, account)
        store.close()
        return path

    return make


@pytest.fixture
def open_window(qapp, theme):
    """Opens the window of a book in place of the one before, and closes it again."""
    made = []

    def open_it(path):
        if made:
            made.pop().leave()
        made.append(Hands(qapp, path))
        made[-1].window.activateWindow()
        return made[-1]

    yield open_it
    for each in made:
        each.leave()


def pages(hands):
    listed = hands.program.shell.side_bar.lists[PlaceGroup.PAGES]
    return [listed.item(at).text() for at in range(listed.count())]


def bought(work, account):
    day = work.clock.today() - timedelta(3)
    work.purchases.put(Purchase(account_id=account.id, bought_on=day, amount=Decimal(10), currency="EUR"))


def held(work, account):
    day = work.clock.today() - timedelta(3)
    review = Review(account_id=account.id, period=period_of(day), planned_on=day)
    work.reviews.put(review.held(day, finished_at=work.now))


def search(hands, words):
    QTest.keySequence(hands.window, QKeySequence("Ctrl+K"))
    hands.settle()
    line = hands.program.shell.palette_view.line
    QTest.keyClicks(line, words)
    hands.settle()
    QTest.keyClick(line, Qt.Key.Key_Return)
    hands.settle()


def test_a_new_book_shows_four_places_and_settings(open_window, book):
    hands = open_window(book())

    assert pages(hands) == FEW
    bottom = hands.program.shell.side_bar.lists[PlaceGroup.BOTTOM]
    assert [bottom.item(at).text() for at in range(bottom.count())] == ["Settings"]


@pytest.mark.parametrize("add", [bought, held])
def test_insights_comes_with_the_first_record_that_gives_it_something(open_window, book, add):
    assert pages(open_window(book(add))) == [*FEW, "Insights"]


def test_it_comes_while_the_book_is_open_and_goes_again_with_undo(open_window, book):
    hands = open_window(book())
    account = hands.services.accounts.rows()[0].id
    add = hands.services.purchases.add

    hands.program.tasks.run(lambda: add(account, "100", currency="EUR"), None, hands.program.desk)
    hands.settle()
    assert pages(hands) == [*FEW, "Insights"]

    hands.program.shell.undo_asked.emit()
    hands.settle()
    assert pages(hands) == FEW


def test_from_ctrl_k_it_opens_before_there_is_anything_and_stays_for_that_book(open_window, book):
    path = book()
    hands = open_window(path)

    search(hands, "insights")

    assert hands.program.shell.page == "insights"
    assert pages(hands) == [*FEW, "Insights"]

    hands.go("Today")
    assert pages(hands) == [*FEW, "Insights"]

    again = open_window(path)
    assert pages(again) == [*FEW, "Insights"]


def test_what_was_opened_in_one_book_is_not_in_another(tmp_path):
    memory = WindowMemory(tmp_path / "window.ini")
    one, other = (StartSmall(memory, tmp_path / f"{name}.reviewdesk") for name in ("One", "Other"))

    assert one.open("insights", {})
    assert not one.open("insights", {})

    assert one.open("outreach", {})
    assert one.open("concerns", {})
    assert one.open("relationship", {})
    assert [each.key for each in one.shown(PLACES, {})] == [each.key for each in PLACES]
    assert "insights" not in [each.key for each in other.shown(PLACES, {})]
    assert "insights" in [each.key for each in other.shown(PLACES, {"answers": 1})]
    assert "insights" in [each.key for each in other.shown(PLACES, {}, page="insights")]


def test_every_place_that_comes_later_is_a_place():
    assert set(APPEARS_WITH) <= {each.key for each in PLACES}
