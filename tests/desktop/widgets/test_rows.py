"""Lists of rows, as on Today: read, moved through and acted on from the keyboard."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import IconButton
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row import RowWidget
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_plan import button_places
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


def test_a_level_row_without_a_tick_begins_where_those_with_one_do(qtbot, theme):
    shown = RowList("Today", timed=True)
    qtbot.addWidget(shown)
    shown.resize(640, 480)
    shown.show_rows([row(1, "Send the plan"), Row(2, "Late pallets", level=True), Row(3, "Plan the review")])
    shown.show()

    starts = [shown.row(key)._plan(640).text.x() for key in (1, 2, 3)]

    assert starts[0] == starts[1] > starts[2]


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
    boxes = button_places(plan, rows.row(1)._sizes())
    assert len(boxes) == 2
    assert all(box.bottom() <= plan.height and box.right() <= 240 for box in boxes)
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


@pytest.fixture
def long_list(qtbot, theme):
    """500 rows in a card on a page that scrolls, all of them shown."""
    scroll, card, shown = ScrollColumn("Follow-ups"), Card("Follow-ups", edge_to_edge=True), RowList("All", most=500)
    card.add(shown)
    scroll.column.addWidget(card)
    qtbot.addWidget(scroll)
    scroll.resize(800, 600)
    scroll.show()
    shown.show_rows([row(each, f"Promise {each}", meta="Łódź Logistics", pills=(LATE,)) for each in range(500)])
    return scroll, shown


def test_a_list_of_500_rows_measures_each_row_a_few_times_and_not_once_for_each_other_row(
    long_list, qtbot, monkeypatch
):
    scroll, shown = long_list
    asked = []
    whole = RowWidget.heightForWidth
    monkeypatch.setattr(RowWidget, "heightForWidth", lambda self, width: asked.append(width) or whole(self, width))

    shown.show_rows([row(each, f"Follow-up {each}", meta="Łódź Logistics") for each in range(500)])
    scroll.grab()
    scroll.resize(760, 600)
    scroll.grab()

    assert 500 <= len(asked) <= 500 * 8


def test_rows_far_down_have_no_buttons_until_they_are_looked_at(long_list, qtbot):
    _scroll, shown = long_list
    assert not shown.row(450).findChildren(IconButton)

    shown.go_to(450)

    qtbot.waitUntil(lambda: all(shown.row(each).findChildren(IconButton) for each in (449, 450, 451)))
    assert shown.row(450).button("call").isVisible()
    assert not shown.row(300).findChildren(IconButton)


def test_the_key_of_an_action_works_on_a_row_far_down(long_list, qtbot):
    _scroll, shown = long_list
    shown.go_to(450)
    with qtbot.waitSignal(shown.action_asked) as asked:
        qtbot.keyClick(shown.row(450), Qt.Key.Key_P)
    assert asked.args == [450, "call"]


def test_rows_stand_under_each_other_without_gap_or_overlap(long_list):
    scroll, shown = long_list
    scroll.grab()
    boxes = [shown.row(each).geometry() for each in shown.keys]
    assert boxes[0].top() == 0
    assert all(below.top() == above.bottom() + 1 for above, below in itertools.pairwise(boxes))
    assert boxes[-1].bottom() + 1 == shown.height()


def test_larger_text_makes_the_rows_higher(long_list, theme, qtbot):
    scroll, shown = long_list
    before = shown.row(3).height()
    theme.set_text_size(16)
    qtbot.waitUntil(lambda: shown.row(3).height() > before)
    scroll.grab()
    assert shown.row(3).height() == shown.row(3).heightForWidth(shown.row(3).width())
