"""The layout that goes on in the next row."""

import pytest
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.widgets.flow import FlowLayout


@pytest.fixture
def row(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    layout = FlowLayout(made, gap=10)
    for height in (30, 20, 30):
        each = QWidget()
        each.setFixedSize(100, height)
        layout.addWidget(each)
    return made, layout


def places(row, width):
    made, layout = row
    made.resize(width, layout.heightForWidth(width))
    layout.setGeometry(made.rect())
    return [layout.itemAt(at).geometry() for at in range(layout.count())]


def test_things_of_a_row_stand_on_one_middle_line(row):
    first, second, third = places(row, 400)

    assert first.center().y() == second.center().y() == third.center().y()
    assert (second.left(), third.left()) == (110, 220)


def test_what_does_not_fit_goes_on_in_the_next_row(row):
    first, second, third = places(row, 220)

    assert first.top() == 0
    assert second.top() == 5
    assert (third.left(), third.top()) == (0, 40)
    assert row[1].heightForWidth(220) == 70


def test_without_anything_it_takes_no_room(qtbot):
    made = QWidget()
    qtbot.addWidget(made)

    assert FlowLayout(made).heightForWidth(300) == 0
