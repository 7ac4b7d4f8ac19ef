"""Every page of the real window, on the sample book: nothing without a name, nothing the keyboard cannot reach."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget

from reviewdesk.domain.clock import Clock
from tests.desktop.accessible import unnamed_controls
from tests.gallery.books import Books
from tests.gallery.scenes import empty_scenes, sample_scenes
from tests.gallery.studio import Look, Studio

STEPS_AT_MOST = 600
PARTS_OF_A_DATE = 3


@pytest.fixture
def books(tmp_path):
    return Books(tmp_path, Clock().today())


@pytest.fixture
def visit(qapp, theme, tmp_path):
    """Opens a book in a window of its own, which closes with the test."""
    opened = []
    QAccessible.setActive(True)  # as it is while a screen reader listens

    def open_it(book):
        opened.append(Studio(qapp, book, tmp_path, Look("light"), theme))
        return opened[-1]

    yield open_it
    for each in opened:
        each.close()
    QAccessible.setActive(False)


def wanted(window: QWidget) -> set[QWidget]:
    """Give what the Tab key must reach: all that takes the keyboard, can be seen and is not switched off."""
    return {
        each
        for each in window.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
        and not each.objectName().startswith("qt_")
    }


def reached(window: QWidget) -> set[QWidget]:
    """Give what the Tab key reaches, from wherever the keyboard is until it comes round again."""
    seen: list[QWidget] = []
    for _ in range(STEPS_AT_MOST):
        here = QApplication.focusWidget()
        if here is None:
            window.setFocus()
            window.focusNextChild()
            here = QApplication.focusWidget()
        if here in seen or here is None:
            break
        seen.append(here)
        leave(window, here)
    return set(seen) | {mate for each in seen if isinstance(each, QAbstractButton) for mate in mates_of(each)}


def leave(window: QWidget, here: QWidget) -> None:
    """Press Tab until the keyboard is elsewhere: a date has three parts; in notes Tab indents, and Shift+Tab leaves."""
    for _ in range(PARTS_OF_A_DATE):
        QTest.keyClick(here, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not here:
            return
    if isinstance(here, QPlainTextEdit):
        window.focusNextChild()


def mates_of(button: QAbstractButton) -> list[QAbstractButton]:
    """Give the answers to the same question, which the arrow keys lead to."""
    return [each for each in button.parent().findChildren(QAbstractButton) if each.autoExclusive()]


def described(widgets: set[QWidget]) -> list[str]:
    return sorted(
        f"{type(each).__name__} {each.accessibleName()!r} in {type(each.parent()).__name__}" for each in widgets
    )


def in_front(studio: Studio) -> QWidget:
    """Give the sheet that is open, else the window; a menu goes, which has the keyboard to itself."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    return next(reversed(studio.sheets()), studio.shell)


def walked(studio: Studio, scenes) -> list[str]:
    """Bring about each scene and note what has no name and what the keyboard does not reach."""
    found: list[str] = []
    for scene in scenes:
        studio.shell.palette_view.close_palette()
        scene.bring_about(studio)
        studio.settle()
        window = in_front(studio)
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        wrong = [*studio.told, *unnamed_controls(studio.shell)]
        if not scene.name.startswith("search"):  # there the keyboard stays in the line until Esc
            wrong += [f"out of reach: {each}" for each in described(wanted(window) - reached(window))]
        found += [f"{scene.name}: {each}" for each in wrong]
        studio.told.clear()
        for sheet in studio.sheets():
            sheet.reject()
    return found


@pytest.mark.timeout(300)
def test_on_every_page_of_the_sample_book_each_control_has_a_name_and_the_keyboard_reaches_it(books, visit):
    studio = visit(books.sample())

    assert walked(studio, sample_scenes(books.exports())) == []


def test_on_every_page_of_an_empty_book_each_control_has_a_name_and_the_keyboard_reaches_it(books, visit):
    studio = visit(books.empty())

    assert walked(studio, empty_scenes()) == []
