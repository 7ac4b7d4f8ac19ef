"""How the list of accounts is shown: columns, order and views, chosen by the person and remembered."""

import pytest
from PySide6.QtCore import Qt

from reviewdesk.domain.saved_view import SavedView
from reviewdesk.services.saved_views import OFFERED, SavedViewService
from tests.books import small_book, the


@pytest.fixture
def page(store, opened):
    """The page of a small book."""
    small_book(store)
    return opened()


def names(page):
    return [each.row.name for each in page.view.table.rows.rows]


def item(sheet, title):
    return next(sheet.list.item(at) for at in range(sheet.list.count()) if sheet.list.item(at).text() == title)


def test_a_ticked_column_is_shown_at_once_with_what_it_holds(page, tasks, qtbot):
    page.choose_columns()
    sheet = page.parts.columns_sheet

    item(sheet, "People").setCheckState(Qt.CheckState.Checked)
    assert tasks.wait_idle()

    table = page.view.table
    assert table.columns.shown[-1] == "people"
    assert table.rows.cell(0, table.columns.at("people")).text == "2"
    sheet.accept()


def test_columns_are_moved_and_found_by_keyboard(page, tasks, qtbot):
    page.choose_columns()
    sheet = page.parts.columns_sheet
    sheet.list.setCurrentItem(item(sheet, "Revenue"))

    qtbot.keyClick(sheet.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert tasks.wait_idle()

    assert page.view.table.columns.shown[-2:] == ["revenue", "promises"]
    qtbot.keyClicks(sheet.line, "contract")
    found = [each for each in (sheet.list.item(at) for at in range(sheet.list.count())) if not each.isHidden()]
    assert "Contract end" in [each.text() for each in found]
    sheet.accept()


def test_the_usual_columns_come_back_with_one_button(page, tasks, qtbot):
    usual = page.view.table.columns.shown
    page.view.choose_columns(["name", "city"])
    page.choose_columns()

    qtbot.mouseClick(page.parts.columns_sheet._usual, Qt.MouseButton.LeftButton)

    assert page.view.table.columns.shown == usual
    page.parts.columns_sheet.accept()


def test_columns_order_density_and_widths_are_there_again_the_next_time(page, tasks, opened):
    page.view.choose_columns(["name", "city", "country", "revenue"])
    page.view.table.sort_by("city")
    page.view.turn_density()
    page.view.table.columns.widen("city", 6)
    width = page.view.table.columnWidth(page.view.table.columns.at("city"))

    again = opened().view

    assert again.table.columns.shown == ["name", "city", "country", "revenue"]
    assert again.table.rows.rows[0].row.city == "Athens"
    assert again.is_roomy
    assert again.table.columnWidth(again.table.columns.at("city")) == width


def test_a_filter_is_not_remembered_so_that_nobody_is_missed_tomorrow(page, opened):
    page.view.filter.setText("hooli")

    assert len(names(opened())) == 26


def test_sorting_by_what_was_not_shown_before_reads_it(page, tasks):
    page.view.choose_columns(["name", "people"])
    assert tasks.wait_idle()

    page.view.table.sort_by("people", Qt.SortOrder.DescendingOrder)

    assert names(page)[0] in names(page)
    assert page.view.shown.sort == "people"


def test_what_is_shown_is_saved_as_a_view_and_shown_again(page, store, tasks, qtbot):
    page.view.show_only(["A", "concerns"])
    shown = names(page)
    page.save_view()
    page.parts.views.sheet.words.start_with("Large and worried")
    qtbot.mouseClick(page.parts.views.sheet.go, Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()
    assert page.view.header.title.text() == "Large and worried"

    page.open_list()
    assert page.view.header.title.text() == "Accounts"
    assert len(names(page)) == 26
    page.open_view(SavedViewService(store).all().views[-1].id)

    assert names(page) == shown


def test_a_name_that_is_taken_is_refused_on_the_sheet(page, tasks, qtbot):
    page.save_view()
    sheet = page.parts.views.sheet
    sheet.words.start_with("gone quiet")

    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()

    assert "There is already a view called “gone quiet”." in sheet.go.accessibleDescription()
    sheet.reject()


def test_what_is_changed_in_a_view_stays_out_of_it_until_it_is_updated(page, store, tasks):
    views = SavedViewService(store)
    saved = views.save("Food", SavedView(name="", filter="food")).value
    page.parts.views.open(saved.id)
    assert tasks.wait_idle()
    page.view.filter.setText("food berlin")
    assert views.all().views[-1].filter == "food"

    page.parts.views.update(saved.id, page.view.shown)
    assert tasks.wait_idle()

    assert views.all().views[-1].filter == "food berlin"
    assert page.view.shown.shows_as(views.all().views[-1])


def test_the_menu_of_views_offers_what_can_be_done_with_the_open_one(page, tasks):
    page.parts.views.open(OFFERED[1].id)
    assert tasks.wait_idle()

    page.show_views()

    menu = page.view.findChildren(type(page.view.chosen_bar.more.menu()))[-1]
    words = [each.text() for each in menu.actions() if each.text()]
    assert words[:3] == ["At risk", "Gone quiet", "Save this view …"]
    assert {"Rename …", "Move up", "Move down", "Remove this view"} <= set(words)
    menu.close()


def test_a_removed_view_leaves_the_list_itself(page, store, tasks):
    page.parts.views.open(OFFERED[1].id)
    assert tasks.wait_idle()
    page.parts.views.remove(OFFERED[1].id)
    assert tasks.wait_idle()

    assert page.parts.views.open_view is None
    assert page.view.header.title.text() == "Accounts"


def test_an_account_changed_elsewhere_is_shown_as_it_is_now(page, store, tasks):
    hooli = the(store, "Hooli")
    outcome = page._accounts.change(hooli.id, "name", "Hooli XYZ")

    tasks.changed.emit(outcome.changes, None)
    assert tasks.wait_idle()

    assert "Hooli XYZ" in names(page)


def test_a_large_book_reads_only_what_changed(page, store, tasks, monkeypatch):
    monkeypatch.setattr("reviewdesk.desktop.accounts.controller.AT_ONCE", 5)
    hooli = the(store, "Hooli")
    outcome = page._accounts.change(hooli.id, "name", "Hooli XYZ")
    untouched = page.view.table.rows.rows[0]

    tasks.changed.emit(outcome.changes, None)
    assert tasks.wait_idle()

    assert "Hooli XYZ" in names(page)
    assert page.view.table.rows.rows[0] is untouched


def test_the_menu_of_a_column_sorts_moves_and_hides_it(page, qtbot):
    table = page.view.table

    def choose(key, words):
        table.head_menu_asked.emit(key, table.mapToGlobal(table.rect().center()))
        menu = page.view.findChildren(type(page.view.chosen_bar.more.menu()))[-1]
        next(each for each in menu.actions() if each.text() == words).trigger()
        menu.close()

    choose("name", "Sort falling")
    assert names(page)[0] == "Δέλτα Ναυτιλιακή"
    before = table.columns.shown
    choose("revenue", "Move left")
    assert table.columns.shown.index("revenue") == before.index("revenue") - 1
    choose("concerns", "Hide this column")
    assert "concerns" not in table.columns.shown
    choose("name", "The usual columns")
    assert table.columns.shown == before
