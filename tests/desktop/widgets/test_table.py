"""Tables: sorted, opened, read aloud, and the person stays where they were."""

import time
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent

from reviewdesk.desktop.tokens import LIGHT, Tone
from reviewdesk.desktop.widgets.table import RowTable
from reviewdesk.desktop.widgets.table_model import Cell, Column
from tests.desktop.accessible import below, name_of


@dataclass(frozen=True, slots=True)
class Line:
    """An account as one line of a table."""

    name: str
    revenue: int
    late: bool = False


LINES = (Line("Stark Industries", 1204), Line("Łódź Logistics", 214, True), Line("Hooli", 540))
COLUMNS = (
    Column("name", "Account", lambda line: Cell(line.name, meta="A", tile=line.name), lambda line: line.name, 20, 1),
    Column(
        "late",
        "Review",
        lambda line: Cell("Late", Tone.BAD, pill=True) if line.late else Cell("–", muted=True),
        width=14,
        goes_first=2,
    ),
    Column("step", "Next step", lambda _: Cell("Send the plan"), width=20, goes_first=1),
    Column("revenue", "Revenue", lambda line: Cell(f"{line.revenue}k"), lambda line: line.revenue, 10, right=True),
)


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


def test_rows_come_as_they_are_given_until_somebody_sorts(table):
    assert names(table) == ["Stark Industries", "Łódź Logistics", "Hooli"]
    table.sort_by("revenue", Qt.SortOrder.DescendingOrder)
    assert names(table) == ["Stark Industries", "Hooli", "Łódź Logistics"]


def test_new_rows_keep_the_order(table):
    table.sort_by("revenue")
    table.show_rows([*LINES, Line("Initech", 96)])
    assert names(table)[0] == "Initech"


def test_sorting_keeps_the_person_on_their_row(table):
    table.go_to("Hooli")
    table.sort_by("name")
    assert table.current_key == "Hooli"
    assert table.selected_keys == ["Hooli"]


def test_new_rows_keep_the_person_on_their_row(table):
    table.go_to("Łódź Logistics")
    table.show_rows([Line("Acme", 1), *LINES])
    assert table.current_key == "Łódź Logistics"
    assert table.go_to("nobody") is False


def test_a_click_on_the_head_sorts(table, qtbot):
    head = table.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(3) + 20, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert names(table) in (
        ["Łódź Logistics", "Hooli", "Stark Industries"],
        ["Stark Industries", "Hooli", "Łódź Logistics"],
    )


def test_enter_opens_the_row(table, qtbot):
    table.go_to("Hooli")
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["Hooli"]


def test_several_rows_can_be_selected_for_one_change(table, qtbot):
    table.go_to("Stark Industries")
    with qtbot.waitSignal(table.selection_changed) as selected:
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert selected.args == [2]
    assert table.selected_keys == ["Stark Industries", "Łódź Logistics"]


def test_a_cell_is_read_with_the_name_of_its_column(table):
    said = {name_of(each) for each in below(table)}
    assert {"Accounts", "Stark Industries", "Revenue: 214k", "Review: Late"} <= said


def test_columns_that_matter_less_give_way_on_a_narrow_screen(table):
    hidden = []
    for width in (900, 500, 330):
        table.resize(width, 300)
        hidden.append([COLUMNS[at].key for at in range(4) if table.isColumnHidden(at)])
    assert hidden[0] == []
    assert hidden[1] == ["late"]
    assert hidden[2] == ["late", "step"]


def test_roomy_rows_are_higher(table):
    dense = table.rowHeight(0)
    table.set_roomy(on=True)
    assert table.rowHeight(0) > dense * 1.7


def test_twenty_four_dense_rows_fit_a_laptop(table, theme):
    theme.set_text_size(10)
    table.set_roomy(on=False)
    assert table.rowHeight(0) * 24 <= 610


def test_a_pill_and_the_selected_row_are_painted_in_their_colours(table, qtbot):
    table.go_to("Stark Industries")
    image = table.viewport().grab().toImage()
    painted = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, 90, 2)}
    assert {QColor(LIGHT.bad_soft).name(), QColor(LIGHT.selection).name()} <= painted


def test_a_hundred_thousand_rows_are_shown_without_making_a_cell_for_each(qtbot, theme):
    made = []

    def cell(line):
        made.append(line)
        return Cell(line.name)

    shown = RowTable("Accounts", (Column("name", "Account", cell, lambda line: line.name, 20),), lambda line: line.name)
    qtbot.addWidget(shown)
    shown.resize(500, 400)
    shown.show_rows([Line(f"Account {each}", each) for each in range(100_000)])
    shown.grab()
    assert 0 < len(made) < 500


def test_the_menu_key_asks_for_the_menu_of_that_row(table, qtbot):
    table.go_to("Hooli")
    with qtbot.waitSignal(table.menu_asked) as asked:
        here = QPoint(9, 9)
        table.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, here, table.mapToGlobal(here)))
    assert asked.args[0] == "Hooli"


@pytest.mark.benchmark
def test_a_frame_of_scrolling(table):
    table.show_rows([Line(f"Account {each}", each) for each in range(100_000)])
    started = time.perf_counter()
    for at in range(0, 2000, 20):
        table.verticalScrollBar().setValue(at)
        table.viewport().repaint()
    print(f"a frame: {(time.perf_counter() - started) * 10:.2f} ms")
