"""Bars of parts: each part is as high as it counts, stands on the one below, and leads to what it stands for."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.stacked_bars import StackedBars, StackedMark

ACME, HOOLI = UUID(int=1), UUID(int=2)


def part(bar, name, value, account=ACME):
    return StackedMark(bar=bar, part=name, value=value, said=f"{bar}, {name}: {value}", lead=Lead((account,)))


@pytest.fixture
def chart(qtbot, theme):
    chart = StackedBars("Held against due")
    qtbot.addWidget(chart)
    chart.resize(480, 300)
    chart.show_picture((part("Q1", "on time", 6), part("Q1", "late", 2), part("Q2", "on time", 4, HOOLI)))
    return chart


def test_parts_stand_on_each_other_and_bars_beside_each_other(chart):
    on_time, late, next_bar = (chart.box_of(at) for at in range(3))

    assert late.bottom() <= on_time.top() + 1
    assert late.x() == on_time.x()
    assert next_bar.x() > on_time.right()
    assert on_time.height() > next_bar.height() > late.height()


def test_a_part_of_nearly_nothing_is_still_seen_and_hit(qtbot, chart):
    chart.show_picture((part("Q1", "on time", 5000), part("Q1", "late", 1, HOOLI)))
    asked = []
    chart.lead_asked.connect(asked.append)

    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.box_of(1).center().toPoint())

    assert chart.box_of(1).height() >= 2
    assert asked == [Lead((HOOLI,))]


def test_the_arrows_go_through_the_parts_of_each_bar(qtbot, chart):
    asked = []
    chart.lead_asked.connect(asked.append)

    for _ in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Return)

    assert chart.current.said == "Q2, on time: 4"
    assert asked[-1] == Lead((HOOLI,))


@pytest.mark.parametrize("marks", [(), (part("Q1", "on time", 0),), tuple(part(f"Q{n}", "late", n) for n in range(40))])
def test_nothing_and_very_much_are_painted(chart, marks):
    chart.show_picture(marks)

    assert not chart.grab().isNull()
