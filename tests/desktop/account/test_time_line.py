"""The time line of an account in its window."""

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.account.time_line import TimeLinePart
from reviewdesk.desktop.widgets.chips import ChipButton
from reviewdesk.desktop.widgets.section_head import SectionHead
from reviewdesk.services.time_line import TimeLineService
from tests.books import UGLY_NAMES, small_book, the, ugly_book
from tests.desktop.account.test_account_page import settle, titles


@pytest.fixture
def line_of(store, tasks, opened):
    """Give a function that opens the time line of an account."""

    def open_line(name="Łódź Logistics"):
        controller = opened(name)
        part = TimeLinePart(TimeLineService(store), tasks)
        controller.view.add_part(part)
        controller.show_page()
        settle(tasks)
        controller.view.open_tab("timeline")
        settle(tasks)
        return controller, part.line

    return open_line


def test_nothing_is_read_until_it_is_looked_at(store, tasks, opened):
    small_book(store)
    controller = opened()
    part = TimeLinePart(TimeLineService(store), tasks)
    controller.view.add_part(part)
    controller.show_page()
    settle(tasks)

    assert part.line.rows.keys == ()


def test_what_happened_stands_under_its_month(store, line_of):
    small_book(store)
    _, line = line_of()

    shown = titles(line.rows)

    assert "“Two late deliveries, and again last week”" in shown
    assert "Quarterly review held" in shown
    assert any(each.startswith("Bought for € ") for each in shown)
    row = next(line.rows.row(key).row for key in line.rows.keys if line.rows.row(key).row.title.startswith("Bought"))
    assert row.meta == "1 purchase"


def test_it_is_narrowed_to_a_topic_and_jumps_to_a_year(qtbot, store, tasks, line_of):
    small_book(store)
    _, line = line_of()
    notes = next(each for each in line.topics.findChildren(ChipButton) if each.text() == "Notes")

    qtbot.mouseClick(notes, Qt.MouseButton.LeftButton)
    settle(tasks)
    assert titles(line.rows) == ["! Two late deliveries", "They like the new sensor"]

    qtbot.mouseClick(notes, Qt.MouseButton.LeftButton)
    settle(tasks)
    line.years.set_on(["2025"])
    line.asked.emit()
    settle(tasks)
    heads = [each.accessibleName() for each in line.rows.held if isinstance(each, SectionHead)]
    assert heads[0].startswith("December 2025")


def test_reading_on_adds_what_happened_before(qtbot, store, tasks, line_of):
    ugly_book(store)
    _, line = line_of(UGLY_NAMES[2])
    before = len(line.rows.keys)

    qtbot.mouseClick(line.more, Qt.MouseButton.LeftButton)
    settle(tasks)

    assert before == 60
    assert len(line.rows.keys) == 120


def test_opening_a_line_leads_to_its_record(qtbot, store, tasks, line_of):
    small_book(store)
    controller, line = line_of()
    key = next(each for each in line.rows.keys if "Two late" in line.rows.row(each).row.title)

    line.rows.opened.emit(key)

    assert controller.view.tabs.key == "concerns"
    review = next(each for each in line.rows.keys if line.rows.row(each).row.title == "Quarterly review held")
    with qtbot.waitSignal(controller.review_asked) as asked:
        line.rows.opened.emit(review)
    assert asked.args == [review[1]]


def test_going_to_another_account_begins_anew(store, tasks, line_of):
    small_book(store)
    controller, line = line_of()
    line.topics.set_on(["NOTES"])
    line.asked.emit()

    controller.open(the(store, "Hooli").id)
    settle(tasks)
    controller.view.open_tab("timeline")
    settle(tasks)

    assert line.chosen_topics == ()
    assert "“Two late deliveries, and again last week”" not in titles(line.rows)
