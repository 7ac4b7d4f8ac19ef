"""Two columns stand beside each other while both have room, and fit any window."""

import pytest
from PySide6.QtWidgets import QLabel

from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.side_by_side import SideBySide, column_of


@pytest.fixture
def page(qtbot, theme):
    """Two columns in a page that scrolls: one label on the left, two on the right."""
    scroll = ScrollColumn("Page")
    scroll.labels = [QLabel("left"), QLabel("right above"), QLabel("right below")]
    scroll.sides = SideBySide(column_of(scroll.labels[0]), column_of(*scroll.labels[1:]))
    scroll.column.addWidget(scroll.sides)
    scroll.column.addStretch(1)
    qtbot.addWidget(scroll)
    scroll.resize(1200, 600)
    scroll.show()
    return scroll


def place_of(page, label):
    return label.mapTo(page.widget(), label.rect().topLeft())


def test_where_there_is_room_both_columns_begin_at_the_top(page):
    left, above, below = (place_of(page, each) for each in page.labels)

    assert left.y() == above.y() < below.y()
    assert above.x() > left.x()


def test_in_a_window_made_narrow_one_stands_under_the_other_and_nothing_is_cut_off(page, qtbot):
    page.resize(420, 600)
    qtbot.wait(20)
    left, above, _ = (place_of(page, each) for each in page.labels)

    assert above.x() == left.x()
    assert above.y() > left.y()
    assert page.widget().width() <= page.viewport().width()


def test_a_column_that_grows_makes_room_for_itself(page, qtbot):
    before = page.sides.height()
    page.labels[1].setText("\n".join("line" for _ in range(30)))
    qtbot.wait(20)

    assert page.sides.height() > before
    assert place_of(page, page.labels[2]).y() > place_of(page, page.labels[1]).y() + before
