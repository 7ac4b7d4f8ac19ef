"""The Monday page: read by keyboard, each row leads to what it speaks of, and it is copied as text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reviewdesk.desktop.monday.controller import MondayController
from reviewdesk.desktop.monday.view import MondayView
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.services.monday import MondayService
from reviewdesk.services.our_side_text import monday_text
from tests.books import a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def opened(qtbot, theme, store, tasks):
    """Opens the page of the book as it is by then."""

    def open_it():
        controller = MondayController(MondayView(), MondayService(store), tasks)
        qtbot.addWidget(controller.view)
        controller.view.resize(1000, 700)
        controller.view.show()
        controller.show_page()
        assert tasks.wait_idle()
        return controller

    return open_it


def row_of(view, words):
    return next(key for key in view.rows.keys if words in view.rows.row(key).row.said)


def test_the_parts_that_hold_something_are_shown_with_their_rows(store, opened):
    small_book(store)
    view = opened().view

    assert view.header.status.text().endswith("for our side only")
    assert row_of(view, "Send the revised delivery plan")
    assert any("without contact" in view.rows.row(key).row.said for key in view.rows.keys)


def test_a_row_leads_to_its_account_by_enter(qtbot, store, opened):
    small_book(store)
    controller = opened()
    view, asked = controller.view, []
    controller.account_asked.connect(asked.append)
    key = row_of(view, "Send the revised delivery plan")

    view.rows.go_to(key)
    qtbot.keyClick(view.rows.row(key), Qt.Key.Key_Return)

    assert asked == [the(store, "Łódź Logistics").id]


def test_a_grave_concern_of_the_week_leads_to_itself(qtbot, store, opened):
    small_book(store)
    account = the(store, "Hooli")
    concern = ConcernService(store).add(account.id, "The gate was shut", severity=4).value
    controller, asked = opened(), []
    controller.concern_asked.connect(lambda *ids: asked.append(ids))
    key = row_of(controller.view, "The gate was shut")

    qtbot.keyClick(controller.view.rows.row(key), Qt.Key.Key_Return)

    assert asked == [(account.id, concern.id)]


def test_what_is_done_meanwhile_goes_from_the_promises(store, tasks, opened):
    small_book(store)
    controller = opened()
    step_id = row_of(controller.view, "Send the revised delivery plan").at.removeprefix("promise ")

    tasks.run(lambda: FollowUpService(store).done(next(
        each.id for each in FollowUpService(store).rows() if str(each.id) == step_id
    )))  # fmt: skip
    assert tasks.wait_idle()
    assert tasks.wait_idle()

    said = controller.view.rows.row(row_of(controller.view, "Send the revised delivery plan")).row.said
    assert "kept late" in said


def test_the_page_is_copied_as_text(qtbot, store, opened):
    small_book(store)
    controller, told = opened(), []
    controller.told.connect(told.append)

    qtbot.mouseClick(controller.view.copy_button, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == monday_text(MondayService(store).page())
    assert told


def test_a_quiet_week_says_so(store, opened):
    view = opened().view

    assert not view.copy_button.isVisible()
    assert view.rows.keys == ()
