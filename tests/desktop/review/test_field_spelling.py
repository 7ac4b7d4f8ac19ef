"""Spelling of what is printed: the sentences, the ask and the commitment, and each line's wording."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from reviewdesk.desktop.review.field_spelling import FieldSpelling
from reviewdesk.desktop.review.note_spelling import NoteSpelling
from reviewdesk.desktop.review.spelled_fields import SpelledLine
from reviewdesk.desktop.review.step import Step
from reviewdesk.services.spelling import SpellingService

SHIPPED = Path(__file__).parents[3] / "resources" / "spelling"


@pytest.fixture
def spelt(open_desk):
    """Open Wrap up of a review whose printed words are looked through."""
    made = []

    def opened(notes: str = "+ teh planning at Łódź is fine"):
        desk = open_desk(notes=notes)
        service = SpellingService(desk.store, SHIPPED, folders=())
        made.append(service)
        desk.fields = FieldSpelling(desk.view, NoteSpelling(desk.view, service, desk.tasks).words)
        desk.view.shown_now.emit(desk.controller._shown)
        desk.go(Step.WRAP_UP)
        look(desk)
        return desk

    yield opened
    for each in made:
        each.let_go()


def look(desk) -> None:
    for _ in range(2):
        desk.qtbot.wait(450)
        desk.settle()


def wrong(desk, editor) -> list[str]:
    field = next(each for each in desk.fields._fields if each.editor is editor)
    return [each.text for each in desk.fields.wrong_in(field)]


def choose(desk, words: str) -> None:
    desk.settle()
    menu = next(each for each in desk.view.findChildren(QMenu) if each.isVisible())
    next(each for each in menu.actions() if each.text() == words).trigger()
    menu.close()
    desk.settle()


def wording(desk):
    return desk.view.wrap_up.printed.rows[0].words


def test_the_wording_for_print_is_looked_through_and_mended_by_a_key(spelt):
    desk = spelt()
    row = wording(desk)
    assert wrong(desk, row) == ["Teh"]

    row.setFocus()
    desk.qtbot.keyClick(row, Qt.Key.Key_F7)
    choose(desk, "The")
    desk.view.flush()
    desk.settle()

    assert desk.stored().lines[0].print_wording == "The planning at Łódź is fine"
    assert desk.stored().lines[0].text == "+ teh planning at Łódź is fine"


def test_the_three_sentences_are_looked_through_line_by_line(spelt):
    desk = spelt("")
    editor = desk.view.wrap_up.outcome.sentences.editor
    editor.insertPlainText("All 😀 adn more.\nThey recieve it.\n")
    look(desk)
    found = wrong(desk, editor)
    underlined = [each.cursor.selectedText() for each in editor.extraSelections()]
    editor.setFocus()
    desk.qtbot.keyClick(editor, Qt.Key.Key_F7)
    choose(desk, "and")
    desk.view.flush()
    desk.settle()

    assert found == underlined == ["adn", "recieve"]
    assert desk.stored().sentences == ("All 😀 and more.", "They recieve it.")


def test_underlining_changes_neither_text_nor_cursor_nor_tells_anything(spelt):
    desk = spelt()
    row, told = wording(desk), []
    row.setFocus()
    row.setSelection(1, 3)
    row.textChanged.connect(told.append)
    row.textEdited.connect(told.append)
    row.selectionChanged.connect(lambda: told.append("selection"))
    desk.fields._show()

    assert told == []
    assert (row.text(), row.selectedText()) == ("Teh planning at Łódź is fine", "eh ")
    assert desk.view.is_safe


def test_the_line_under_a_word_is_painted(spelt):
    desk = spelt()
    row = wording(desk)
    with_line = row.grab().toImage()
    SpelledLine(row).underline([])

    assert with_line != row.grab().toImage()


def test_a_word_that_is_being_typed_is_left_alone(spelt):
    desk = spelt("")
    ask = desk.view.wrap_up.outcome.ask.editor
    ask.setFocus()
    desk.qtbot.keyClicks(ask, "about teh")
    look(desk)
    while_typing = wrong(desk, ask)
    desk.qtbot.keyClicks(ask, " plan")
    look(desk)

    assert (while_typing, wrong(desk, ask)) == ([], ["teh"])


def test_a_word_ignored_here_is_underlined_no_more(spelt):
    desk = spelt()
    row = wording(desk)
    row.setFocus()
    desk.qtbot.keyClick(row, Qt.Key.Key_F7)
    choose(desk, "Ignore here")

    assert wrong(desk, row) == []
