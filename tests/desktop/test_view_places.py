"""Saved views in the side bar, in the menu and in Ctrl+K."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from reviewdesk.desktop.places import PlaceGroup
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.saved_view import SavedView
from reviewdesk.storage.book_file import open_book
from tests.books import small_book, the
from tests.journeys.hands import Hands


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book."""
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(), may_create=True, name="Northgate")
    small_book(store)
    store.close()
    made = Hands(qapp, path)
    made.window.activateWindow()
    yield made
    made.leave()


def listed(hands):
    """Give the views of the side bar as they are read aloud."""
    views = hands.program.shell.side_bar.lists[PlaceGroup.VIEWS]
    return [views.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(views.count())]


def quiet(hands):
    return sum(each.is_quiet for each in hands.services.accounts.rows())


def press(hands, keys):
    QTest.keySequence(hands.window, QKeySequence(keys))
    hands.settle()


def names(hands):
    return [each.row.name for each in hands.program.desk.pages.accounts.view.table.rows.rows]


def test_a_view_stands_in_the_side_bar_with_how_many_accounts_it_shows(hands):
    assert f"Gone quiet, {quiet(hands)}" in listed(hands)


def test_a_view_opens_from_the_side_bar_and_accounts_leads_back_to_all(hands):
    side_bar = hands.program.shell.side_bar
    at = next(at for at, words in enumerate(listed(hands)) if words.startswith("Gone quiet"))
    views = side_bar.lists[PlaceGroup.VIEWS]
    views.asked.emit(str(views.item(at).data(Qt.ItemDataRole.UserRole)))
    hands.settle()

    assert len(names(hands)) == quiet(hands)
    assert views.selectedItems() == [views.item(at)]

    hands.go("Accounts")

    assert len(names(hands)) == 26
    assert views.selectedItems() == []


def test_a_view_is_found_by_ctrl_k_and_has_a_key(hands):
    press(hands, "Ctrl+K")
    palette = hands.program.shell.palette_view
    QTest.keyClicks(palette.line, "gone")
    hands.settle()
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    hands.settle()
    assert hands.program.desk.pages.accounts.view.header.title.text() == "Gone quiet"

    hands.go("Accounts")
    at = next(at for at, words in enumerate(listed(hands), 1) if words.startswith("Gone quiet"))
    press(hands, f"Alt+Shift+{at}")

    assert hands.program.desk.pages.accounts.view.header.title.text() == "Gone quiet"


def test_the_count_of_a_view_follows_what_is_done(hands):
    before = quiet(hands)
    account = the(hands.services.book._store, "Quiet Harbour Ltd")
    desk = hands.program.desk

    desk.tasks.run(lambda: hands.services.accounts.change(account.id, "status", "archived"), None, desk)
    hands.settle()

    assert f"Gone quiet, {before - 1}" in listed(hands)


def test_a_saved_view_appears_at_once_and_goes_with_undo(hands):
    desk = hands.program.desk
    service = hands.services.saved_views

    desk.tasks.run(lambda: service.save("Food", SavedView(name="", filter="food")), None, desk)
    hands.settle()
    assert any(words.startswith("Food, ") for words in listed(hands))

    press(hands, "Ctrl+Z")

    assert not any(words.startswith("Food, ") for words in listed(hands))


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        ("Ctrl+Shift+D", lambda page: page.view.is_roomy),
        ("Ctrl+Shift+L", lambda page: page.parts.columns_sheet is not None),
        ("Ctrl+Shift+S", lambda page: page.parts.views.sheet is not None),
    ],
)
def test_what_the_list_can_do_has_a_key_from_any_page(hands, keys, seen):
    hands.go("Reviews")

    press(hands, keys)

    page = hands.program.desk.pages.accounts
    assert seen(page)
    for sheet in (page.parts.columns_sheet, page.parts.views.sheet):
        if sheet is not None:
            sheet.reject()
