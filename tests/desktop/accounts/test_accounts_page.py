"""The page of all accounts, on a real book."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reviewdesk.services.accounts import AccountService
from tests.books import small_book, the, ugly_book


def names(view):
    return [each.row.name for each in view.table.rows.rows]


def test_the_largest_come_first_and_the_status_counts_them(store, opened):
    small_book(store)
    view = opened().view

    assert names(view)[:2] == ["Stark Industries", "Hooli"]
    assert view.header.status.text() == "26 accounts · 13 A, 7 B, 6 C · the 5 largest make 54 % of revenue"


def test_a_laptop_shows_twenty_four_rows(store, opened):
    small_book(store)
    table = opened().view.table

    assert table.viewport().height() // table.rowHeight(0) >= 24


def test_typing_on_the_list_filters_it_however_the_name_is_written(qtbot, store, opened):
    small_book(store)
    view = opened().view
    view.table.setFocus()

    qtbot.keyClicks(view.table, "l")
    qtbot.keyClicks(view.filter, "odz")

    assert names(view) == ["Łódź Logistics"]
    qtbot.keyClick(view.filter, Qt.Key.Key_Escape)
    assert len(names(view)) == 26


def test_enter_in_the_filter_opens_the_account_that_is_left(qtbot, store, opened):
    small_book(store)
    controller = opened()
    controller.view.filter.setText("globex")

    with qtbot.waitSignal(controller.account_asked) as asked:
        qtbot.keyClick(controller.view.filter, Qt.Key.Key_Return)

    assert asked.args == [the(store, "Globex Corporation").id]


def test_chips_of_tiers_add_up_and_the_others_narrow_down(qtbot, store, opened):
    small_book(store)
    view = opened().view

    view.show_only(["A", "B", "late"])

    assert names(view) == ["Globex Corporation", "Kowalski Transport", "Vehement Capital"]


def test_a_chip_is_there_only_where_it_leaves_something(store, opened):
    small_book(store)
    with_all = set(opened().view.chips._buttons)

    assert with_all == {"A", "B", "C", "late", "soon", "quiet", "unasked", "concerns", "promises", "mine"}


def test_columns_without_anything_to_show_are_not_there(store, opened):
    AccountService(store).add("Hooli")
    table = opened().view.table
    shown = [each.key for at, each in enumerate(table.rows.columns) if not table.isColumnHidden(at)]

    assert shown == ["name", "review"]


def test_an_account_is_added_in_place_and_the_person_is_taken_to_it(qtbot, store, tasks, opened):
    small_book(store)
    controller = opened()
    controller.start_adding()

    qtbot.keyClicks(controller.view.new_account.name, "Zephyr Wind")
    qtbot.keyClick(controller.view.new_account.name, Qt.Key.Key_Return)
    assert tasks.wait_idle()
    assert tasks.wait_idle()

    added = the(store, "Zephyr Wind")
    assert controller.view.table.current_key == added.id


def test_an_account_much_like_one_that_is_there_is_asked_about(qtbot, store, tasks, opened):
    small_book(store)
    controller = opened()
    line = controller.view.new_account
    controller.start_adding()
    line.name.setText("HOOLI Ltd")

    qtbot.mouseClick(line.add_button, Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()
    assert tasks.wait_idle()

    assert line._sentence.text() == "There is already “Hooli”. Open it, or add this one all the same."
    with qtbot.waitSignal(controller.account_asked) as asked:
        qtbot.mouseClick(line._open, Qt.MouseButton.LeftButton)
    assert asked.args == [the(store, "Hooli").id]


def test_removed_accounts_are_gone_from_the_list_and_come_back_with_undo(qtbot, store, tasks, opened):
    small_book(store)
    view = opened().view
    view.go_to(the(store, "Hooli").id)

    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert tasks.wait_idle()
    assert tasks.wait_idle()
    assert "Hooli" not in names(view)

    changes = store.undo()
    tasks.changed.emit(changes, None)
    assert tasks.wait_idle()
    assert "Hooli" in names(view)


def test_an_empty_book_invites_to_import_to_add_or_to_look_at_the_sample(qtbot, opened):
    controller = opened()
    view = controller.view

    assert view.welcome.isVisible()
    assert not view.import_button.isVisible()
    with qtbot.waitSignal(controller.import_asked):
        qtbot.mouseClick(view.first_buttons[0], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(controller.sample_asked):
        qtbot.mouseClick(view.first_buttons[2], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.first_buttons[1], Qt.MouseButton.LeftButton)
    assert view.new_account.isVisible()


def test_a_filter_that_leaves_nothing_says_so_and_is_cleared_by_one_button(qtbot, store, opened):
    small_book(store)
    view = opened().view
    view.filter.setText("nobody at all")

    assert view.nothing.isVisible()
    qtbot.mouseClick(view.clear_button, Qt.MouseButton.LeftButton)
    assert len(names(view)) == 26


def test_the_density_is_remembered(qtbot, store, opened, memory):
    small_book(store)
    view = opened().view
    dense = view.table.rowHeight(0)

    qtbot.mouseClick(view.tools.density, Qt.MouseButton.LeftButton)

    assert view.table.rowHeight(0) > dense * 1.5
    assert memory.choice("accounts") == "roomy"


@pytest.mark.parametrize(("width", "points"), [(794, 0), (1690, 0), (1140, 14)])
def test_names_in_any_script_and_of_any_length_are_listed_in_any_size(qtbot, store, theme, opened, width, points):
    ugly_book(store)
    theme.set_text_size(points)
    view = opened(width).view
    QApplication.sendPostedEvents()

    assert len(names(view)) == 8
    shown = sum(view.table.columnWidth(at) for at in map(view.table.columns.at, view.table.columns.shown))
    assert shown <= view.table.viewport().width() + 1
