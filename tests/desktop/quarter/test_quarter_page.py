"""The quarter is planned with the keyboard or the mouse: reviews are moved, left out, and planned in one step."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from reviewdesk.desktop.quarter.chip import mime_of
from reviewdesk.domain.clock import Clock
from reviewdesk.storage.book_file import open_book
from tests.books import TUESDAY, small_book
from tests.journeys.hands import Hands

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(TUESDAY), may_create=True, name="Northgate")
    small_book(store)
    store.close()
    return path


@pytest.fixture
def hands(qapp, theme, path):
    """The window of a small book on the plan of its quarter."""
    made = opened(qapp, path)
    yield made
    made.leave()


def opened(qapp, path):
    made = Hands(qapp, path, clock=Clock(TUESDAY))
    made.window.activateWindow()
    made.program.desk.go("quarter")
    made.settle()
    return made


def view(hands):
    return hands.program.desk.pages.quarter.view


def chip(hands, name):
    return next(each for each in (*view(hands).grid.chips(), *view(hands).rest) if each.chip.text.endswith(name))


def day_of(hands, name):
    for day, cell in view(hands).grid.cells.items():
        if any(each.chip.text.endswith(name) for each in cell.chips):
            return day
    return None


def press(hands, name, key, modifier=Qt.KeyboardModifier.NoModifier):
    chip(hands, name).setFocus()
    QTest.keyClick(chip(hands, name), key, modifier)
    hands.settle()


def test_it_is_reached_from_reviews(hands):
    hands.program.desk.go("reviews")
    hands.settle()
    hands.program.desk.pages.reviews.view.quarter_button.click()
    hands.settle()
    assert hands.window.page == "quarter"


def test_alt_and_an_arrow_move_a_review_by_a_day_or_a_week_and_stay_on_it(hands):
    first = day_of(hands, "Globex Corporation")
    press(hands, "Globex Corporation", Qt.Key.Key_Down, ALT)
    assert day_of(hands, "Globex Corporation") == first + timedelta(days=7)
    assert chip(hands, "Globex Corporation").hasFocus()
    press(hands, "Globex Corporation", Qt.Key.Key_Left, ALT)
    press(hands, "Globex Corporation", Qt.Key.Key_Left, ALT)
    assert day_of(hands, "Globex Corporation") < first + timedelta(days=6)


def test_what_was_moved_is_still_there_after_the_program_was_closed(qapp, theme, path):
    hands = opened(qapp, path)
    press(hands, "Globex Corporation", Qt.Key.Key_Down, ALT)
    moved_to = day_of(hands, "Globex Corporation")
    hands.leave()
    again = opened(qapp, path)
    assert day_of(again, "Globex Corporation") == moved_to
    again.leave()


def test_a_booked_review_is_moved_in_the_book_and_undo_moves_it_back(hands):
    first = day_of(hands, "Stark Industries")
    press(hands, "Stark Industries", Qt.Key.Key_Down, ALT)
    assert day_of(hands, "Stark Industries") == first + timedelta(days=7)
    hands.program.desk.last_step.undo()
    hands.settle()
    assert day_of(hands, "Stark Industries") == first


def test_delete_leaves_a_review_out_and_an_arrow_gives_it_a_day_again(hands):
    first = day_of(hands, "Globex Corporation")
    press(hands, "Globex Corporation", Qt.Key.Key_Delete)
    assert day_of(hands, "Globex Corporation") is None
    assert "left out of the plan" in chip(hands, "Globex Corporation").accessibleName()
    press(hands, "Globex Corporation", Qt.Key.Key_Right, ALT)
    assert day_of(hands, "Globex Corporation") == first


def test_a_review_is_dropped_on_another_day(hands):
    grid, wanted = view(hands).grid, TUESDAY + timedelta(days=15)
    cell, mime = grid.cells[wanted], mime_of(chip(hands, "Globex Corporation").chip)
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.MoveAction, mime, buttons, keys)
    cell.dragEnterEvent(entered)
    assert entered.isAccepted()
    cell.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, mime, buttons, keys))
    hands.settle()
    assert day_of(hands, "Globex Corporation") == wanted


def test_a_day_that_is_past_takes_nothing(hands):
    past = [cell for day, cell in view(hands).grid.cells.items() if day < TUESDAY]
    assert past
    assert not any(each.acceptDrops() for each in past)


def test_all_are_planned_in_one_step_that_undo_takes_back(hands):
    page, count = view(hands), len(hands.services.quarter_plan.plan().proposed)
    assert page.plan_button.text() == f"Plan these {count} reviews"
    page.plan_button.click()
    hands.settle()
    assert hands.services.quarter_plan.plan().proposed == {}
    assert not page.plan_button.isEnabled()
    hands.program.desk.last_step.undo()
    hands.settle()
    assert len(hands.services.quarter_plan.plan().proposed) == count
    assert page.plan_button.isEnabled()


def test_arrows_go_from_review_to_review_and_enter_opens_its_account(hands):
    first, second = list(view(hands).grid.chips())[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Left)
    assert first.hasFocus()
    press(hands, "Globex Corporation", Qt.Key.Key_Return)
    assert hands.window.page == "account"


def test_the_next_quarter_is_a_key_away(hands):
    view(hands).switch.open("1")
    hands.settle()
    assert view(hands).header.status.text().startswith("Jan to Mar 2027")
