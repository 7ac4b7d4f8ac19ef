"""The main window: where one goes, what one asks for, and that nothing is lost when it closes."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.commands import Command, Group, keys, shell_commands
from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.places import Place, PlaceGroup
from reviewdesk.desktop.progress import Progress
from reviewdesk.desktop.shell import Shell
from reviewdesk.desktop.shortcuts_dialog import ShortcutsDialog
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.labels import Label
from reviewdesk.domain.errors import RefusedError
from tests.desktop.accessible import below, name_of, unnamed_controls

PLACES = (
    Place("today", "Today", "sun", 9),
    Place("accounts", "Accounts", "building-2"),
    Place("at_risk", "At risk", "circle-alert", 2, PlaceGroup.VIEWS),
    Place("settings", "Settings", "settings", 0, PlaceGroup.BOTTOM),
)


@pytest.fixture
def furnished(shell):
    shell.show_book("Northgate", "#0F4C5C", "62 accounts")
    shell.show_places(PLACES)
    for key in ("today", "accounts", "review"):
        shell.add_page(key, QWidget())
    shell.show_page("today")
    return shell


def press(qtbot, window, keys):
    qtbot.keySequence(window, QKeySequence(keys))


def test_the_window_bears_the_books_name(furnished):
    assert furnished.windowTitle() == "Northgate – ReviewDesk"
    assert furnished.side_bar.book.accessibleName() == "Northgate, 62 accounts"


def test_no_caption_stands_alone_before_there_are_views(shell):
    views = "saved views"
    assert views not in {each.text().casefold() for each in shell.side_bar.findChildren(Label) if each.isVisible()}

    shell.show_places(PLACES)

    assert views in {each.text().casefold() for each in shell.side_bar.findChildren(Label) if each.isVisible()}


def test_a_click_on_a_place_asks_for_its_page(furnished, qtbot):
    pages = furnished.side_bar.lists[PlaceGroup.PAGES]
    at = pages.visualItemRect(pages.item(1)).center()
    with qtbot.waitSignal(furnished.page_asked) as asked:
        qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == ["accounts"]


def test_the_arrows_go_along_the_places_and_into_the_next_list(furnished, qtbot):
    asked = []
    furnished.page_asked.connect(asked.append)
    pages = furnished.side_bar.lists[PlaceGroup.PAGES]
    pages.setFocus()
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget() or pages, Qt.Key.Key_Down)
    assert asked == ["accounts", "at_risk", "settings"]


def test_a_place_is_read_with_its_count(furnished):
    said = {name_of(each) for each in below(furnished.side_bar)}
    assert {"Today, 9", "Accounts", "At risk, 2", "Settings"} <= said


def test_new_counts_do_not_move_the_mark(furnished):
    furnished.show_page("accounts")
    furnished.show_places([Place("today", "Today", "sun", 10), Place("accounts", "Accounts", "building-2")])
    marked = furnished.side_bar.lists[PlaceGroup.PAGES].selectedItems()
    assert [each.text() for each in marked] == ["Accounts"]


def test_the_review_takes_the_whole_window(furnished):
    furnished.show_page("review", whole_window=True)
    assert not furnished.side_bar.isVisible()

    furnished.show_page("today")
    assert furnished.side_bar.isVisible()


def test_a_command_is_asked_for_by_its_key_and_from_its_menu(furnished, qtbot):
    furnished.show_commands([Command("new_account", "New account", Group.FILE, ("Ctrl+N",), "plus")])
    with qtbot.waitSignal(furnished.command_asked) as asked:
        press(qtbot, furnished, "Ctrl+N")
    assert asked.args == ["new_account"]
    with qtbot.waitSignal(furnished.command_asked):
        furnished.menus.action("new_account").trigger()


def test_a_command_that_cannot_be_done_now_is_not_asked_for(furnished, qtbot):
    furnished.show_commands([Command("print", "Print", Group.FILE, ("Ctrl+P",), enabled=False)])
    with qtbot.assertNotEmitted(furnished.command_asked):
        press(qtbot, furnished, "Ctrl+P")


def test_quit_and_settings_have_keys_on_every_platform():
    found = {each.id: each.shortcuts for each in shell_commands()}
    assert "Ctrl+Q" in found["quit"]
    assert "Ctrl+," in found["settings"]
    assert keys(QKeySequence.StandardKey.Preferences, "Ctrl+,")[-1] == "Ctrl+,"


def test_no_two_commands_share_a_key():
    every = [key for each in shell_commands() for key in each.shortcuts]
    assert len(every) == len(set(every))


def test_help_lists_the_same_commands_as_the_menus(furnished, qtbot):
    furnished.show_commands([Command("new_account", "New account", Group.FILE, ("Ctrl+N",))])
    press(qtbot, furnished, "Ctrl+/")
    dialog = furnished.findChild(ShortcutsDialog)
    words = {each.text() for each in dialog.findChildren(Label)}
    assert {each.text for each in furnished.menus.commands if each.shortcuts} <= words
    assert "Ctrl+N" in words
    dialog.close()


def typing_in(furnished, qtbot, field):
    page = QWidget()
    QVBoxLayout(page).addWidget(field)
    furnished.add_page("form", page)
    furnished.show_page("form")
    furnished.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_undo_belongs_to_the_text_field_first_and_to_the_book_after(furnished, qtbot, kind):
    field = kind()
    typing_in(furnished, qtbot, field)
    qtbot.keyClicks(field, "late")
    text = field.text if kind is QLineEdit else field.toPlainText

    with qtbot.assertNotEmitted(furnished.undo_asked):
        press(qtbot, field, "Ctrl+Z")
    assert text() == ""

    with qtbot.waitSignal(furnished.undo_asked):
        press(qtbot, field, "Ctrl+Z")


def test_redo_in_the_menu_goes_to_the_text_field_first(furnished, qtbot):
    field = QLineEdit()
    typing_in(furnished, qtbot, field)
    qtbot.keyClicks(field, "late")
    furnished.menus.action("undo").trigger()
    assert field.text() == ""
    furnished.menus.action("redo").trigger()
    assert field.text() == "late"
    with qtbot.waitSignal(furnished.redo_asked):
        furnished.menus.action("redo").trigger()


def test_an_error_says_what_to_do_next_and_its_button_does_it(furnished):
    done = []
    furnished.tell(
        "The file could not be written. Choose another folder.",
        action="Choose a folder",
        then=lambda: done.append("chosen"),
    )
    assert furnished.message_bar.isVisible()

    furnished.message_bar._action.click()

    assert done == ["chosen"]
    assert not furnished.message_bar.isVisible()


def test_an_error_of_the_program_is_told_in_its_own_words(furnished):
    furnished.tell_error(RefusedError("Give the promise a date first."))
    assert furnished.message_bar.text == "Give the promise a date first."
    furnished.tell("Done.", Tone.GOOD)
    assert furnished.message_bar.text == "Done."


def test_what_was_removed_can_be_brought_back_from_the_passing_bar(furnished, qtbot):
    furnished.tell_done("Removed Globex Corporation")
    assert furnished.undo_bar.isVisible()
    with qtbot.waitSignal(furnished.undo_asked):
        furnished.undo_bar._undo.click()
    assert not furnished.undo_bar.isVisible()


def test_the_bar_passes_by_itself(furnished, qtbot):
    furnished.undo_bar._passing.setInterval(10)
    furnished.tell_done("Removed Globex Corporation")
    qtbot.waitUntil(lambda: not furnished.undo_bar.isVisible())


def test_a_long_job_can_be_stopped_from_the_window(furnished):
    progress = Progress("Reading deals")
    furnished.progress_room.show_progress(progress)
    assert furnished.progress_room.row.isVisible()

    furnished.progress_room.row._cancel.click()
    assert progress.is_stopped

    furnished.progress_room.end_progress(progress)
    assert not furnished.progress_room.row.isVisible()


def test_files_dropped_on_the_window_are_told(furnished, qtbot, tmp_path):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "accounts.csv")), QUrl("https://example.com/x.csv")])
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(furnished.files_dropped) as told:
        furnished.dropEvent(event)
    assert told.args == [[Path(tmp_path / "accounts.csv")]]


def test_the_window_stays_while_something_is_not_safe(furnished):
    furnished.may_close = lambda: False
    assert not furnished.close()
    assert furnished.isVisible()
    furnished.may_close = lambda: True
    assert furnished.close()


def test_an_error_while_closing_keeps_the_window_and_the_text(furnished):
    def fail():
        raise OSError("the disk is full")

    furnished.may_close = fail
    with pytest.raises(OSError, match="the disk is full"):
        furnished.close()

    assert furnished.isVisible()
    furnished.may_close = lambda: True


def test_window_page_and_account_are_remembered(qtbot, theme, tmp_path):
    file = tmp_path / "window.ini"
    first = Shell(WindowMemory(file))
    qtbot.addWidget(first)
    first.add_page("account", QWidget())
    first.show_page("account", place="accounts", account="3f2c")
    first.resize(760, 520)
    first.show()
    first.close()

    second = Shell(WindowMemory(file))
    qtbot.addWidget(second)
    second.place_window()

    assert (WindowMemory(file).page, WindowMemory(file).account) == ("account", "3f2c")
    assert (second.width(), second.height()) == (760, 520)


def test_where_one_was_is_kept_apart_for_each_book(tmp_path):
    memory = WindowMemory(tmp_path / "window.ini")
    assert memory.belong_to(tmp_path / "Northgate.reviewdesk") is None
    memory.keep_place("account", "3f2c")
    memory.keep_of_book("seen", "2026-11-24")

    assert memory.belong_to(tmp_path / "Orbit.reviewdesk") is None
    assert (memory.page, memory.account) == ("", "")
    assert memory.belong_to(tmp_path / "Northgate.reviewdesk") == date(2026, 11, 24)
    assert (memory.page, memory.account) == ("account", "3f2c")


def test_a_choice_of_the_machine_is_kept(tmp_path):
    WindowMemory(tmp_path / "window.ini").keep_choice("theme", "dark")
    assert WindowMemory(tmp_path / "window.ini").choice("theme", "system") == "dark"


def test_every_control_of_the_window_has_a_name(furnished):
    furnished.tell("The file could not be written. Choose another folder.", action="Choose a folder")
    furnished.tell_done("Removed Globex Corporation")
    assert unnamed_controls(furnished) == []


def test_it_fits_a_small_screen_with_large_text(furnished, theme):
    theme.set_text_size(14)
    furnished.resize(1024, 740)
    assert furnished.width() == 1024
    assert furnished.height() == 740
    assert furnished.stack.geometry().right() <= 1024
    assert furnished.side_bar.mapTo(furnished, QPoint(0, 0)).x() == 0


def test_the_colour_of_the_book_runs_along_the_top_also_while_the_side_bar_is_away(furnished):
    furnished.side_bar.hide()
    furnished.show()

    picture = furnished.book_frame.grab().toImage()

    seen = {picture.pixelColor(at, 1).name() for at in (0, picture.width() // 2, picture.width() - 1)}
    assert seen == {"#0f4c5c"}


def test_a_wide_page_that_was_left_keeps_the_window_no_wider_than_the_one_on_top(shell, qtbot):
    wide, narrow = QWidget(), QWidget()
    wide.setMinimumWidth(2000)
    shell.add_page("wide", wide)
    shell.add_page("narrow", narrow)
    shell.show_page("wide")
    assert shell.minimumSizeHint().width() > 2000

    shell.show_page("narrow")

    assert shell.minimumSizeHint().width() < 1024
