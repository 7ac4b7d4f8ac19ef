"""Ctrl+K: type, see what was found, open it; all from the keyboard."""

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QColor, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QLineEdit

from reviewdesk.desktop.commands import Command, Group
from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.results import Result, ResultGroup
from reviewdesk.desktop.search.controller import _matches
from reviewdesk.desktop.search.results import ICONS
from reviewdesk.desktop.tokens import LIGHT
from reviewdesk.domain.text import words_of
from tests.desktop.accessible import below, name_of, unnamed_controls

FOUND = (
    ResultGroup(
        "Accounts and people", (Result("delta", "Delta Marine", "building-2", "A · watch", title_marks=((0, 3),)),)
    ),
    ResultGroup("Nothing here", ()),
    ResultGroup(
        "Said and written",
        (
            Result("c1", "“Two late deliveries”", "message-square-warning"),
            Result("c2", "“Pallets come late”", "message-square-warning"),
        ),
    ),
)


@pytest.fixture
def search(shell, qtbot):
    shell.show_book("Northgate", "#0F4C5C", "62 accounts")
    shell.activateWindow()
    shell.open_search()
    shell.palette_view.show_results(FOUND)
    qtbot.waitUntil(shell.palette_view.line.hasFocus)
    return shell.palette_view


def test_ctrl_k_opens_it(shell, qtbot):
    with qtbot.waitSignal(shell.search_asked):
        qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert shell.palette_view.isVisible()
    shell.palette_view.close_palette()


def test_no_shadow_stays_where_the_list_was_longer(search, qtbot):
    class Painted(QObject):
        region = QRegion()

        def eventFilter(self, _watched, event):
            if isinstance(event, QPaintEvent):
                self.region += event.region()
            return False

    painted = Painted()
    high = search._panel.geometry()
    QApplication.processEvents()
    search.installEventFilter(painted)

    search.show_results((), "Nothing")
    qtbot.waitUntil(lambda: painted.region.contains(QPoint(high.center().x(), high.bottom() + 20)))

    assert search._panel.height() < high.height()


def test_what_is_typed_is_told(search, qtbot):
    typed = []
    search.typed.connect(typed.append)
    qtbot.keyClicks(search.line, "la")
    assert typed == ["l", "la"]


def test_it_stands_on_the_first_result_and_passes_headings(search, qtbot):
    assert search.results.currentIndex().data() == "Delta Marine"
    qtbot.keyClick(search.line, Qt.Key.Key_Down)
    assert search.results.currentIndex().data() == "“Two late deliveries”"
    qtbot.keyClick(search.line, Qt.Key.Key_Up)
    qtbot.keyClick(search.line, Qt.Key.Key_Up)
    assert search.results.currentIndex().data() == "“Pallets come late”"


def test_enter_opens_the_result_and_closes_the_search(search, qtbot):
    qtbot.keyClick(search.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(search.opened) as opened:
        qtbot.keyClick(search.line, Qt.Key.Key_Return)
    assert opened.args == ["c1"]
    assert not search.isVisible()


def test_escape_and_a_click_beside_close_it(shell, search, qtbot):
    qtbot.keyClick(search.line, Qt.Key.Key_Escape)
    assert not search.isVisible()

    shell.open_search()
    qtbot.mouseClick(search, Qt.MouseButton.LeftButton, pos=QPoint(3, search.height() - 3))
    assert not search.isVisible()


def test_the_focus_goes_back_to_where_it_was(shell, qtbot):
    field = QLineEdit()
    shell.add_page("form", field)
    shell.show_page("form")
    shell.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    shell.open_search()
    shell.palette_view.close_palette()

    assert QApplication.focusWidget() is field


def test_nothing_found_says_so(search):
    search.show_results((), "Nothing holds “zzz”. Try fewer letters.")
    assert search._nothing.isVisible()
    assert not search.results.isVisible()


def test_a_group_without_results_shows_no_heading(search):
    assert "Nothing here" not in search.results.found.entries


def test_the_match_is_painted_on_a_marked_ground(search):
    image = search.results.viewport().grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert QColor(LIGHT.mark).name() in colours


def test_results_are_read_aloud_whole(search):
    said = {name_of(each) for each in below(search.results)}
    assert "Delta Marine, A · watch" in said
    assert unnamed_controls(search) == []


@pytest.mark.parametrize("name", sorted(ICONS.values()))
def test_every_kind_that_is_found_has_an_icon_that_can_be_painted(theme, name):
    assert not icon(name).pixmap(16, 16).isNull()


@pytest.mark.parametrize("typed", ["hand-offs", "hand offs", "Hand-Off", "handover"])
def test_a_command_is_found_as_its_words_stand_on_the_screen(typed):
    command = Command("go_hand_offs", "Hand-offs", Group.GO, words="handover operations")

    assert _matches(command, words_of(typed))
