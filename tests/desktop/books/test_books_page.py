"""All my books in the window: what is due in each, by keyboard; the menu of books; a new one like this one."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from reviewdesk.desktop.books.controller import BooksController
from reviewdesk.desktop.books.model import rows_of
from reviewdesk.desktop.books.new_book_sheet import NewBookSheet
from reviewdesk.desktop.books.view import BooksView
from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.services.all_books import AllBooksService
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.recent_books import RecentBooks
from reviewdesk.wiring import standard_folders
from tests.books import TUESDAY, a_store, small_book
from tests.journeys.hands import Hands

CLOCK = Clock(TUESDAY)


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    small_book(store)
    yield store
    store.close()


@pytest.fixture
def recent(tmp_path):
    return RecentBooks(tmp_path / "settings" / "books.json")


@pytest.fixture
def page(qtbot, theme, store, tasks, recent):
    """Opens the page as it is by then."""

    def open_it():
        controller = BooksController(BooksView(), AllBooksService(recent, CLOCK, store), tasks)
        qtbot.addWidget(controller.view)
        controller.view.resize(1000, 700)
        controller.view.show()
        controller.show_page()
        assert tasks.wait_idle()
        return controller

    return open_it


def a_book(path, name="Orbit clients", *dues):
    store = open_book(path, CLOCK, may_create=True, name=name)
    with store.write("Begin") as work:
        account = work.accounts.put(Account(name="Tanaka", added_on=TUESDAY, first_review_due=TUESDAY + timedelta(90)))
        for days in dues:
            work.follow_ups.put(FollowUp(account_id=account.id, what=f"In {days}", due=TUESDAY + timedelta(days)))
    store.close()
    return path


def test_each_book_stands_with_what_is_due_in_it(page, store, recent, tmp_path):
    other = a_book(tmp_path / "Orbit.reviewdesk", "Orbit clients", -3, 0, 2)
    recent.remember(other)
    view = page().view

    assert list(view.cards) == [store.path, other]
    card = view.cards[other]
    assert (card.name.text(), card.remark.text()) == ("Orbit clients", "1 account")
    assert [card.rows.row(key).row.said.split(", Tanaka")[0] for key in card.rows.keys] == [
        "21 Nov, In -3", "Today, In 0", "Thu, In 2",
    ]  # fmt: skip
    assert "over in 2 books" in view.header.status.text()


def test_enter_on_what_is_due_opens_its_book_and_in_this_one_the_account(qtbot, page, store, recent, tmp_path):
    other = a_book(tmp_path / "Orbit.reviewdesk", "Orbit clients", 0)
    recent.remember(other)
    controller = page()
    books, accounts = [], []
    controller.book_asked.connect(books.append)
    controller.account_asked.connect(accounts.append)
    for path in (other, store.path):
        rows = controller.view.cards[path].rows
        rows.go_to(rows.keys[0])
        qtbot.keyClick(rows.row(rows.keys[0]), Qt.Key.Key_Return)

    assert books == [other]
    assert accounts == [rows_of(AllBooksService(recent, CLOCK, store).look_at(store.path))[0].key[-1]]


def test_a_book_that_is_gone_says_so_and_can_be_taken_off(page, recent, store, tasks, tmp_path):
    gone = tmp_path / "Gone.reviewdesk"
    recent.remember(gone)
    controller = page()
    card, told = controller.view.cards[gone], []
    controller.told.connect(told.append)

    assert "not there" in card.refusal.text()
    assert not card.open_button.isVisible()
    card.forget_button.click()
    assert tasks.wait_idle()
    assert list(controller.view.cards) == [store.path]
    assert recent.paths() == ()
    assert told == ["Gone is off the list. Its file is where it was."]


def test_the_list_can_be_hidden_and_shown_again(page, recent, store, tasks, tmp_path):
    recent.remember(a_book(tmp_path / "Orbit.reviewdesk"))
    view = page().view

    view.hide_button.click()
    assert tasks.wait_idle()
    assert list(view.cards) == [store.path]
    assert view.hide_button.text() == "Show the list of books"
    view.hide_button.click()
    assert tasks.wait_idle()
    assert len(view.cards) == 2


def test_thirty_books_of_which_one_is_torn_are_all_listed(page, recent, tmp_path):
    for at in range(30):
        recent.remember(a_book(tmp_path / f"Client {at}.reviewdesk", f"客户 {at}", -at))
    (tmp_path / "Client 3.reviewdesk").write_bytes(b"torn" * 300)
    view = page().view

    assert len(view.cards) == 31
    assert "does not read" in view.cards[tmp_path / "Client 3.reviewdesk"].refusal.text()
    assert view.cards[tmp_path / "Client 29.reviewdesk"].name.text() == "客户 29"


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book; other books that it asks for are noted in place of being opened."""
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(), may_create=True, name="Northgate")
    small_book(store)
    store.close()
    made = Hands(qapp, path)
    made.asked = []
    made.program.desk.other_book_asked.disconnect()
    made.program.desk.other_book_asked.connect(made.asked.append)
    yield made
    made.leave()


def recents():
    return RecentBooks(standard_folders().recent_books)


def test_a_book_that_a_window_opens_is_remembered(hands):
    assert recents().paths() == (hands.services.book.path,)


def menu_of(hands):
    head = hands.program.shell.side_bar.book
    head.menu.aboutToShow.emit()
    return {each.text(): each for each in head.menu.actions() if each.text()}


def test_the_head_offers_the_books_opened_before_and_what_can_be_done(hands, tmp_path):
    for folder in ("a", "b"):
        recents().remember(tmp_path / folder / "R&D.reviewdesk")
    hands.program.desk.books.relist()
    hands.settle()
    found = menu_of(hands)

    assert list(found)[:2] == ["R&&D (b)", "R&&D (a)"]
    assert {"All my books", "New book…", "New like this one…", "Open another book…", "Name and colour…"} <= set(found)
    found["R&&D (b)"].trigger()
    found["All my books"].trigger()
    hands.settle()
    assert hands.asked == [tmp_path / "b" / "R&D.reviewdesk"]
    assert hands.program.shell.page == "books"


def test_a_hidden_list_is_not_in_the_head_either(hands, tmp_path):
    recents().remember(tmp_path / "Orbit.reviewdesk")
    recents().hide(on=True)
    hands.program.desk.books.relist()
    hands.settle()

    assert "Orbit" not in menu_of(hands)


def sheet_of(hands):
    hands.settle()
    return hands.window.findChildren(NewBookSheet)[-1]


def test_a_book_like_this_one_is_made_by_keyboard(hands, tmp_path):
    hands.services.book.change_setting("months_a", "2")
    hands.program.desk.do("new_like_this")
    sheet = sheet_of(hands)
    colour = sheet.colour.value()
    QTest.keyClicks(sheet.name.editor, "Kestrel: Air")
    QTest.keyClick(sheet.name.editor, Qt.Key.Key_Return)
    hands.settle()
    made = tmp_path / "Kestrel_ Air.reviewdesk"

    assert hands.asked == [made]
    store = open_book(made, Clock())
    with store.read() as reading:
        book = reading.book
    store.close()
    assert (book.name, book.color, book.months_a) == ("Kestrel: Air", colour, 2)
    assert colour != hands.services.book.now().book.color


def test_a_new_book_needs_a_name_and_a_place_of_its_own(hands):
    hands.program.desk.do("new_book")
    sheet = sheet_of(hands)

    assert not sheet.like_this.isChecked()
    sheet.go.click()
    assert "Type one" in sheet._refusal.text()
    QTest.keyClicks(sheet.name.editor, "Northgate")
    sheet.go.click()
    hands.settle()
    assert "already. Choose another name" in sheet._refusal.text()
    assert hands.asked == []
    sheet.reject()
    hands.settle()


def test_name_and_colour_of_the_book_are_changed_where_one_is_led(hands):
    hands.program.desk.do("name_book")
    hands.settle()
    fields = hands.program.desk.pages.settings.view.fields
    swatch = next(each for each in fields["color"].swatches.swatches if each.accessibleName() == "Plum")
    hands.window.activateWindow()

    assert isinstance(fields["name"].editor, QLineEdit)
    swatch.click()
    hands.settle()
    assert hands.services.book.now().book.color == "#7A2E6B"
    assert hands.program.shell.book_frame.colour == "#7A2E6B"
    assert hands.program.shell.side_bar.book.colour.colour == "#7A2E6B"
    assert swatch.isChecked()
