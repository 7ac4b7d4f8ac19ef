"""The list of accounts while it shows a few that were picked elsewhere."""

import pytest
from PySide6.QtCore import Qt

from reviewdesk.services.saved_views import OFFERED
from tests.books import small_book, the

FEW = ("Hooli", "Initech", "Vega Optics", "Quiet Harbour Ltd")


@pytest.fixture
def page(store, opened, tasks):
    """The page of a small book, showing four of its accounts."""
    small_book(store)
    page = opened()
    page.show_these([the(store, each).id for each in FEW], "Four of them")
    assert tasks.wait_idle()
    return page


def names(page):
    return {each.row.name for each in page.view.table.rows.rows}


def test_these_accounts_alone_are_listed_under_their_words(page):
    assert names(page) == set(FEW)
    assert page.view.these.words.text() == "Four of them"
    assert page.view.header.status.text().startswith("4 of 26 accounts")


def test_the_filter_and_the_chips_narrow_them_further(page, qtbot):
    qtbot.keyClicks(page.view.filter, "software")
    assert names(page) == {"Hooli", "Initech"}

    page.view.filter.clear()
    page.view.show_only(["quiet"])
    assert names(page) == {"Quiet Harbour Ltd"}


def test_the_button_and_esc_lead_back_to_all(page, qtbot, store):
    qtbot.mouseClick(page.view.these.all_button, Qt.MouseButton.LeftButton)
    assert len(names(page)) == 26
    assert page.view.these.isHidden()

    page.show_these([the(store, "Hooli").id], "One of them")
    qtbot.keyClick(page.view.filter, Qt.Key.Key_Escape)
    assert len(names(page)) == 26


def test_others_in_their_place_are_others(page, store):
    page.show_these([the(store, "Globex Corporation").id], "Another one")

    assert names(page) == {"Globex Corporation"}


def test_a_saved_view_that_is_opened_shows_its_own_accounts(page, tasks):
    quiet = next(each for each in OFFERED if each.name == "Gone quiet")

    page.open_view(quiet.id)
    assert tasks.wait_idle()

    assert page.view.these.ids is None
    assert "Globex Corporation" in names(page)


def test_what_changes_meanwhile_leaves_them_alone(page, store, tasks):
    hooli = the(store, "Hooli")
    tasks.run(lambda: page._accounts.change(hooli.id, "city", "Lyon"), None, page.view)
    assert tasks.wait_idle()

    assert names(page) == set(FEW)
