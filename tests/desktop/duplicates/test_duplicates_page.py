"""Accounts that may be in the book twice: while a name is typed, on Details, and on a page of their own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop.account.alike_section import AlikeSection
from reviewdesk.desktop.accounts.alike_names import AlikeNames
from reviewdesk.desktop.accounts.new_account import NewAccount
from reviewdesk.desktop.duplicates.controller import DuplicatesController
from reviewdesk.desktop.duplicates.view import DuplicatesView
from reviewdesk.desktop.widgets.alike_strip import AlikeStrip
from reviewdesk.domain.account import Account
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.duplicates import DuplicateService
from tests.books import a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield small_book(store)
    store.close()


@pytest.fixture
def duplicates(store):
    return DuplicateService(store)


def settle(tasks):
    for _ in range(3):
        assert tasks.wait_idle()


def add(store, name, **values):
    with store.write("Arrange") as work:
        return work.accounts.put(Account(name=name, **values))


@pytest.fixture
def line(qtbot, theme, duplicates, tasks):
    """The line for a new account, with what looks up names."""
    line = NewAccount()
    qtbot.addWidget(line)
    line.open_line(())
    line.looks = AlikeNames(line, duplicates, tasks)
    return line


def test_accounts_much_alike_are_named_while_a_name_is_typed_and_open(qtbot, line, store, tasks):
    opened = []
    line.alike_asked.connect(opened.append)

    qtbot.keyClicks(line.name, "hanseatik timber")
    line.looks.look_up()
    settle(tasks)

    button = line.alike.buttons[0]
    assert (button.text(), button.accessibleDescription()) == (
        "Hanseatic Timber, Hamburg · begins much the same",
        "In the book already?",
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == [the(store, "Hanseatic Timber").id]
    assert line.name.text() == ""


def test_a_name_like_no_other_says_nothing_and_what_was_said_goes_with_it(qtbot, line, tasks):
    qtbot.keyClicks(line.name, "hooli")
    line.looks.look_up()
    settle(tasks)
    assert line.alike.isVisible()

    qtbot.keyClicks(line.name, " and something else")
    line.looks.look_up()
    settle(tasks)

    assert not line.alike.isVisible()


@pytest.fixture
def page(qtbot, theme, store, duplicates, tasks):
    """The page of duplicates, with one pair on it."""
    add(store, "Globex Corp.")
    view = DuplicatesView()
    qtbot.addWidget(view)
    view.resize(1100, 760)
    view.show()
    controller = DuplicatesController(view, duplicates, tasks)
    controller.show_page()
    settle(tasks)
    return controller


def test_a_pair_says_why_and_opens_either(page, store):
    opened = []
    page.account_asked.connect(opened.append)
    row = page.view.rows.row(page.view.rows.keys[0])

    assert (row.row.title, row.row.meta) == ("Globex Corp.  ·  Globex Corporation", "the same name · Springfield")
    assert page.view.header.status.text() == "1 pair may be one account"
    for action in ("first", "second"):
        row.button(action).click()
    assert opened == [the(store, "Globex Corp.").id, the(store, "Globex Corporation").id]


def test_a_pair_that_is_not_the_same_leaves_the_list(page, store, tasks):
    page.view.rows.row(page.view.rows.keys[0]).button("apart").click()
    settle(tasks)

    assert page.view.rows.keys == ()
    assert page.view._stack.currentIndex() == 1


def test_enter_asks_to_merge_the_pair(page):
    asked = []
    page.merge_asked.connect(lambda *pair: asked.append(pair))

    QTest.keyClick(page.view.rows.row(page.view.rows.keys[0]), Qt.Key.Key_Return)

    assert asked == [page.view.rows.keys[0]]


def test_details_name_the_account_that_a_changed_name_is_much_like(qtbot, store, duplicates, tasks):
    accounts = AccountService(store)
    strip = AlikeStrip("The same as this one?")
    qtbot.addWidget(strip)
    section = AlikeSection(strip, duplicates, tasks)
    hooli = the(store, "Hooli")
    section.show_brief(accounts.brief(hooli.id))
    settle(tasks)
    assert strip.buttons == []

    accounts.change(hooli.id, "name", "Hanseatic Timbers")
    section.show_brief(accounts.brief(hooli.id))
    settle(tasks)

    assert [each.text() for each in strip.buttons] == ["Hanseatic Timber, Hamburg · names much alike"]
