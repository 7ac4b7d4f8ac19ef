"""The small window of our own that tells what is due where the desktop shows no notices."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop.reminders.closed_tray import ClosedTray
from reviewdesk.desktop.reminders.closed_window import ClosedWindow
from reviewdesk.domain.closed_notice import ClosedNotice
from tests.desktop.accessible import unnamed_controls

NOTICE = ClosedNotice("3 things are due in ReviewDesk", "1 late, 1 review tomorrow")


@pytest.fixture
def place(qapp, theme):
    made = ClosedWindow(qapp)
    assert made.show_notice(NOTICE)
    yield made
    made.take_away()
    made.deleteLater()


def test_it_stands_in_the_corner_whole_and_says_what_is_due(place):
    window = place.window
    room = window.screen().availableGeometry()

    assert room.contains(window.geometry())
    assert window.accessibleName() == "3 things are due in ReviewDesk: 1 late, 1 review tomorrow"
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert unnamed_controls(window) == []


def test_one_button_opens_the_program_and_the_other_puts_it_away(qtbot, place):
    with qtbot.waitSignal(place.pressed):
        QTest.mouseClick(place.window.opens, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(place.gone):
        QTest.mouseClick(place.window.later, Qt.MouseButton.LeftButton)


def test_esc_and_closing_put_it_away(qtbot, place):
    with qtbot.waitSignal(place.gone):
        QTest.keyClick(place.window, Qt.Key.Key_Escape)
    with qtbot.waitSignal(place.gone):
        place.window.close()


def test_a_long_notice_is_shown_whole(qapp, theme):
    place = ClosedWindow(qapp)
    words = "1,200 late, 200 today, 10 in the days ahead, 1 review past its day, 1 review today, 1 review tomorrow"
    place.show_notice(ClosedNotice("1,413 things are due in ReviewDesk", words))
    label = place.window.words

    assert label.height() >= label.heightForWidth(label.width())
    place.take_away()


def test_without_a_tray_nothing_is_shown_there(qapp, theme):
    tray = ClosedTray(qapp)

    assert not tray.show_notice(NOTICE)
    tray.take_away()
    tray.deleteLater()
