"""A concern brought further in the whole window: from Today to its fields, and taken back with Ctrl+Z."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Stage
from reviewdesk.storage.book_file import open_book
from tests.books import small_book
from tests.journeys.hands import Hands

LATE = "Two late deliveries, and again last week"


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book."""
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(), may_create=True, name="Northgate")
    small_book(store)
    store.close()
    made = Hands(qapp, path)
    yield made
    made.leave()


def late_of(hands):
    """Give the concern as the book holds it."""
    services = hands.program.desk.services
    account = next(each for each in services.accounts.rows() if each.name == "Łódź Logistics")
    return next(each for each in services.accounts.brief(account.id).concerns if each.words == LATE)


def test_today_leads_to_the_concern_where_the_plan_is_put_in_place_and_taken_back(hands):
    desk = hands.program.desk
    desk.go("today")
    hands.settle()
    rows = desk.pages.today.view.rows
    key = next(each for each in rows.keys if each[1] == late_of(hands).id)
    QTest.mouseClick(rows.row(key).button("open"), Qt.MouseButton.LeftButton)
    hands.settle()
    page = desk.pages.account.view.concerns
    assert (hands.program.shell.page, page.opened) == ("account", late_of(hands).id)
    assert hands.window.focusWidget() is page.rows.row(page.opened)

    QTest.mouseClick(page.form.steps.steps[Stage.PLANNED], Qt.MouseButton.LeftButton)
    hands.settle()
    assert late_of(hands).stage is Stage.PLANNED

    hands.window.activateWindow()
    hands.wait_until(hands.window.isActiveWindow)
    QTest.keySequence(hands.window, QKeySequence("Ctrl+Z"))
    hands.settle()
    assert late_of(hands).stage is Stage.ACKNOWLEDGED
    assert page.form.steps.steps[Stage.ACKNOWLEDGED].isChecked()
