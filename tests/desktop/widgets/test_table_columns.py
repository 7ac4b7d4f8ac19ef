"""Columns of a table: chosen, moved, made wider, and sorted with what is empty at the end."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.widgets.table import RowTable
from reviewdesk.desktop.widgets.table_model import Cell, Column


@dataclass(frozen=True, slots=True)
class Line:
    """An account as one line of a table."""

    name: str
    city: str
    revenue: int | None


LINES = (
    Line("Stark", "Boston", 1204),
    Line("Acme", "", None),
    Line("Hooli", "Austin", 540),
    Line("Initech", "Austin", 96),
)
COLUMNS = (
    Column("name", "Account", lambda line: Cell(line.name), lambda line: line.name, 20, 1),
    Column("city", "City", lambda line: Cell(line.city), lambda line: line.city or None, 12),
    Column(
        "revenue", "Revenue", lambda line: Cell(f"{line.revenue or ''}"), lambda line: line.revenue, 10, right=True,
        falls=True, goes_first=1,
    ),
)  # fmt: skip
FALLING = Qt.SortOrder.DescendingOrder


@pytest.fixture
def table(qtbot, theme):
    shown = RowTable("Accounts", COLUMNS, lambda line: line.name)
    qtbot.addWidget(shown)
    shown.resize(900, 400)
    shown.show_rows(LINES)
    shown.show()
    return shown


def names(table):
    return [line.name for line in table.rows.rows]


def test_what_is_empty_comes_last_whichever_way_one_sorts(table):
    table.sort_by("revenue")
    assert names(table) == ["Initech", "Hooli", "Stark", "Acme"]
    table.sort_by("revenue", FALLING)
    assert names(table) == ["Stark", "Hooli", "Initech", "Acme"]


def test_rows_of_one_value_stay_as_they_were_sorted_before(table):
    table.sort_by("revenue")
    table.sort_by("city")
    assert names(table) == ["Initech", "Hooli", "Stark", "Acme"]
    table.sort_by("city", FALLING)
    assert names(table) == ["Stark", "Initech", "Hooli", "Acme"]


def test_the_order_before_also_holds_when_rows_are_read_again(table):
    table.sort_by("revenue", FALLING)
    table.sort_by("city")
    table.show_rows(LINES[::-1])
    assert names(table) == ["Hooli", "Initech", "Stark", "Acme"]


def test_a_column_of_figures_has_its_largest_on_top_at_the_first_click(table):
    model = table.rows
    roles = [model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.InitialSortOrderRole) for at in range(3)]
    assert roles == [Qt.SortOrder.AscendingOrder, Qt.SortOrder.AscendingOrder, FALLING]


def test_a_filter_keeps_the_order_and_a_sort_keeps_the_filter(table):
    table.sort_by("name")
    table.show_places([at for at in table.rows.order if LINES[at].city])
    assert names(table) == ["Hooli", "Initech", "Stark"]
    table.sort_by("revenue", FALLING)
    assert names(table) == ["Stark", "Hooli", "Initech"]
    table.show_places(table.rows.order)
    assert names(table) == ["Stark", "Hooli", "Initech", "Acme"]


def test_columns_stand_in_the_order_they_are_asked_for_behind_the_first(table):
    table.columns.show(["revenue", "name"])
    assert table.columns.shown == ["name", "revenue"]
    table.columns.show(["name", "revenue", "city", "no such thing"])
    assert table.columns.shown == ["name", "revenue", "city"]


def test_a_dragged_column_tells_the_new_order_and_the_first_stays_in_front(table, qtbot):
    head = table.horizontalHeader()
    with qtbot.waitSignal(table.columns.order_changed) as changed:
        head.moveSection(2, 1)
    assert changed.args == [["name", "revenue", "city"]]
    with qtbot.waitSignal(table.columns.order_changed) as changed:
        head.moveSection(2, 0)
    assert table.columns.shown[0] == "name"


def test_chosen_columns_stay_where_the_room_is_short(table):
    table.resize(200, 300)
    assert "revenue" not in table.columns.shown
    table.columns.show(["name", "city", "revenue"], are_chosen=True)
    assert table.columns.shown == ["name", "city", "revenue"]
    assert table.horizontalScrollBar().maximum() > 0


def test_a_width_given_by_hand_is_told_and_kept(table, qtbot):
    before = table.columnWidth(1)
    with qtbot.waitSignal(table.columns.widths_changed) as changed:
        table.columns.widen("city", 8)
    assert set(changed.args[0]) == {"city"}
    assert table.columnWidth(1) > before
    kept = table.columnWidth(1)
    table.resize(1200, 400)
    assert table.columnWidth(1) == kept


def test_a_column_can_be_made_as_wide_as_its_text(table):
    table.show_rows([Line("A" * 80, "Austin", 1)])
    table.columns.fit_to_content(1)
    narrow = table.columnWidth(1)
    table.columns.fit_to_content(0)
    assert table.columnWidth(0) > narrow * 3


def test_home_and_end_go_to_the_first_and_the_last_row(table, qtbot):
    table.go_to("Acme")
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current_key == "Initech"
    qtbot.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_count == 4


def test_space_selects_a_row_beside_the_others(table, qtbot):
    table.go_to("Stark")
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.selected_keys == ["Stark", "Hooli"]
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.selected_keys == ["Stark"]


def test_alt_and_down_ask_for_the_menu_of_the_column_one_is_in(table, qtbot):
    table.go_to("Stark")
    qtbot.keyClick(table, Qt.Key.Key_Right)
    with qtbot.waitSignal(table.head_menu_asked) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked.args[0] == "city"


def test_copy_is_asked_of_whoever_knows_the_rows(table, qtbot):
    with qtbot.waitSignal(table.copy_asked):
        table.copy()
