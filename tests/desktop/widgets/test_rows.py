"""Lists of rows, as on Today: read, moved through and acted on from the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from tests.desktop.accessible import unnamed_controls

CALL = RowAction("call", "Call", "phone", "P")
DONE = RowAction("done", "Done", shape=ActionShape.TICK, shortcut="D")
LATE = PillText("late", Tone.BAD)


def row(key, title, **more):
    return Row(key, title, actions=(DONE, CALL), **more)


@pytest.fixture
def rows(qtbot, theme):
    shown = RowList("Today", timed=True)
    qtbot.addWidget(shown)
    shown.resize(640, 480)
    shown.show_sections(
        [
            Section(
                "Today", (row(1, "Send the plan", meta="Łódź Logistics", pills=(PillText("late", Tone.BAD),)),), "1"
            ),
            Section("Tomorrow", (row(2, "Call about labels", time="09:30"), row(3, "Plan the review")), "2"),
        ]
    )
    shown.show()
    shown.activateWindow()
    return shown


def test_up_and_down_go_from_row_to_row_over_the_headings(rows, qtbot):
    rows.go_to(1)
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        seen.append(rows.current_key)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    assert (seen, rows.current_key) == ([2, 3, 3], 1)


def test_one_key_does_what_the_row_offers(rows, qtbot):
    rows.go_to(2)
    with qtbot.waitSignal(rows.action_asked) as asked:
        qtbot.keyClick(rows.row(2), Qt.Key.Key_P)
    assert asked.args == [2, "call"]


def test_a_button_does_the_same_and_names_its_row(rows, qtbot):
    button = rows.row(3).button("call")
    assert button.accessibleName() == "Call: Plan the review"
    assert "P" in button.toolTip()
    with qtbot.waitSignal(rows.action_asked) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [3, "call"]


def test_enter_and_double_click_open_a_row(rows, qtbot):
    opened = []
    rows.opened.connect(opened.append)
    rows.go_to(2)
    qtbot.keyClick(rows.row(2), Qt.Key.Key_Return)
    qtbot.mouseDClick(rows.row(3), Qt.MouseButton.LeftButton)
    assert opened == [2, 3]


def test_tab_enters_the_list_once(rows):
    rows.go_to(2)
    reachable = [key for key in rows.keys if rows.row(key).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reachable == [2]
    assert rows.row(1).button("call").focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_refresh_keeps_the_person_on_their_row(rows):
    rows.go_to(2)
    kept = rows.row(2)
    rows.show_rows([row(7, "Something new"), row(2, "Call about labels", time="09:30")])
    assert rows.current_key == 2
    assert rows.row(2) is kept
    assert rows.keys == (7, 2)


def test_when_their_row_is_done_they_stand_on_the_one_that_took_its_place(rows):
    rows.go_to(2)
    rows.show_rows([row(1, "Send the plan"), row(3, "Plan the review")])
    assert rows.current_key == 3
    assert rows.row(3).hasFocus()


def test_a_row_is_read_with_everything_on_it(rows):
    assert rows.row(1).accessibleDescription() == "Send the plan, Łódź Logistics, late"
    assert unnamed_controls(rows) == []


def test_a_narrow_row_grows_higher_and_cuts_nothing_off(rows):
    wide, narrow = rows.row(1).heightForWidth(700), rows.row(1).heightForWidth(240)
    assert narrow > wide
    plan = rows.row(1)._plan(240)
    assert all(box.bottom() <= plan.height and box.right() <= 240 for box in plan.buttons)
    assert all(at.x() >= plan.text.x() for at in plan.pills)


def test_a_long_list_shows_the_first_and_offers_the_rest(qtbot, theme):
    shown = RowList("Follow-ups")
    qtbot.addWidget(shown)
    shown.show_rows([row(each, f"Promise {each}") for each in range(75)])
    assert len(shown.keys) == 60

    more = next(each for each in shown._others if each.accessibleName() == "Show 15 more")
    more.click()

    assert len(shown.keys) == 75


def test_going_down_scrolls_the_row_into_sight(qtbot, theme):
    scroll, shown = ScrollColumn("Today"), RowList("Today")
    scroll.column.addWidget(shown)
    qtbot.addWidget(scroll)
    scroll.resize(500, 200)
    scroll.show()
    shown.show_rows([row(each, f"Promise {each}") for each in range(30)])
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)

    shown.go_to(25)

    qtbot.waitUntil(lambda: scroll.verticalScrollBar().value() > 0)
