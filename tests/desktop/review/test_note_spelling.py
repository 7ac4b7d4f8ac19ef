"""Spelling in the notes: a quiet line under what is misspelt, and what may have been meant."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from reviewdesk.desktop.review.note_spelling import NoteSpelling
from reviewdesk.services.book import BookService
from reviewdesk.services.spelling import SpellingService
from reviewdesk.storage.backup import Backups

SHIPPED = Path(__file__).parents[3] / "resources" / "spelling"


@pytest.fixture
def spelt(open_desk, qtbot):
    """Open a review whose notes are looked through."""
    made = []

    def opened(notes: str):
        desk = open_desk()
        spelling = SpellingService(desk.store, SHIPPED, folders=())
        made.append(spelling)
        desk.spelling = NoteSpelling(desk.view, spelling, desk.tasks)
        desk.view.shown_now.emit(desk.controller._shown)
        desk.editor.insertPlainText(notes)
        look(desk)
        return desk

    yield opened
    for each in made:
        each.let_go()


def look(desk) -> None:
    """Wait until a pause in typing has passed and all words are looked up."""
    desk.qtbot.wait(450)
    desk.settle()
    desk.qtbot.wait(450)
    desk.settle()


def underlined(desk) -> list[str]:
    marks, block = desk.editor.spelling, desk.editor.document().firstBlock()
    found = []
    while block.isValid():
        found += [each.text for each in marks.wrong_in(block)]
        block = block.next()
    return found


def menu_of(desk) -> QMenu:
    """Give the menu that is open, once what was meant is in it."""
    desk.settle()
    return next(each for each in desk.editor.findChildren(QMenu) if each.isVisible())


def choose(desk, words: str) -> None:
    menu = menu_of(desk)
    action = next(each for each in menu.actions() if each.text() == words)
    action.trigger()
    menu.close()
    desk.settle()


def test_misspelt_words_are_underlined_and_names_marks_and_days_are_not(spelt):
    desk = spelt("! teh Łódź invoises were late\n/we @Maria Lopez sends teh list by Fri #lisbn\nKPI L4711b\n")

    assert underlined(desk) == ["teh", "invoises", "teh"]


def test_the_word_being_typed_is_left_alone_until_the_cursor_leaves_it(spelt):
    desk = spelt("")
    desk.type("about teh")
    look(desk)
    while_typing = underlined(desk)
    desk.type(" plan")
    look(desk)

    assert (while_typing, underlined(desk)) == ([], ["teh"])


def test_a_key_offers_what_was_meant_and_one_step_takes_it_back(spelt):
    desk = spelt("we recieve them\n")
    desk.qtbot.keyClick(desk.editor, Qt.Key.Key_F7)
    choose(desk, "receive")
    mended = desk.editor.text
    desk.editor.undo()

    assert (mended, desk.editor.text) == ("we receive them\n", "we recieve them\n")


def test_the_next_misspelt_word_follows_and_then_the_first_again(spelt):
    desk = spelt("teh one 😀 adn two\n")
    found = []
    for _ in range(3):
        desk.qtbot.keyClick(desk.editor, Qt.Key.Key_F7)
        menu_of(desk).close()
        found.append(desk.editor.textCursor().selectedText())

    assert sorted(set(found)) == ["adn", "teh"]
    assert found[0] == found[2]


def test_a_word_added_to_the_book_is_right_everywhere_until_that_is_undone(spelt):
    desk = spelt("the palettierer and the Palettierer\n")
    desk.qtbot.keyClick(desk.editor, Qt.Key.Key_F7)
    choose(desk, "Add to the book's words")
    look(desk)
    added = underlined(desk)
    desk.tasks.run(BookService(desk.store, Backups(desk.store.path, desk.store.clock)).undo)
    look(desk)

    assert (added, underlined(desk)) == ([], ["palettierer", "Palettierer"])


def test_a_word_ignored_here_is_underlined_no_more_in_these_notes(spelt):
    desk = spelt("teh one and teh other adn\n")
    desk.qtbot.keyClick(desk.editor, Qt.Key.Key_F7)
    choose(desk, "Ignore here")

    assert underlined(desk) == ["adn"]


def test_switched_off_nothing_is_underlined(spelt):
    desk = spelt("teh one\n")
    book = BookService(desk.store, Backups(desk.store.path, desk.store.clock))
    desk.tasks.run(lambda: book.change_setting("checks_spelling", "no"))
    look(desk)

    assert underlined(desk) == []


def test_a_screen_reader_hears_which_words_of_the_line_are_misspelt(spelt):
    desk = spelt("teh one\nand more\n")
    desk.editor.go_to_line(0)

    assert "misspelt: teh" in desk.editor.accessibleDescription()


def test_the_text_is_never_touched_and_nothing_counts_as_edited(spelt):
    desk = spelt("teh one\n")
    desk.save()
    version = desk.stored().version
    look(desk)

    assert desk.editor.text == "teh one\n"
    assert desk.stored().version == version
