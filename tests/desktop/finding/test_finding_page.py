"""The page of the search: type, narrow down, look at the preview, open; all from the keyboard."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from reviewdesk.desktop.finding.model import CHIPS, preview_of
from reviewdesk.desktop.search.results import result_of
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.services.found_values import Around, AroundLine, Found
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.search_sources import SOURCES
from tests.books import small_book
from tests.desktop.accessible import unnamed_controls
from tests.journeys.hands import Hands


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book."""
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(), may_create=True, name="Northgate")
    small_book(store)
    store.close()
    made = Hands(qapp, path)
    made.window.activateWindow()
    yield made
    made.leave()


def press(hands, keys):
    QTest.keySequence(hands.window, QKeySequence(keys))
    hands.settle()


def page_of(hands):
    return hands.program.desk.pages.search.view


def typed(hands, words):
    press(hands, "Ctrl+Shift+K")
    view = page_of(hands)
    QTest.keyClicks(view.line, words)
    QTest.qWait(120)
    hands.settle()
    return view


def titles(view):
    return [each.title for each in view.results.found.entries]


def test_typing_finds_however_it_is_written_and_enter_opens_it(hands):
    view = typed(hands, "lodz")
    assert "Łódź Logistics" in titles(view)
    row = titles(view).index("Łódź Logistics")
    for _ in range(row):
        QTest.keyClick(view.line, Qt.Key.Key_Down)

    QTest.keyClick(view.line, Qt.Key.Key_Return)
    hands.settle()

    assert hands.program.shell.page == "account"
    press(hands, "Alt+Left")
    assert hands.program.shell.page == "search"
    assert view.line.text() == "lodz"
    assert "Łódź Logistics" in titles(view)


def test_a_chip_leaves_its_kind_alone_and_says_how_many(hands):
    view = typed(hands, "lodz")
    chip = next(each for each in view.chips._buttons.values() if each.text().startswith("Accounts"))

    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    QTest.qWait(120)
    hands.settle()

    assert titles(view) == ["Łódź Logistics"]
    assert chip.text() == "Accounts 1"


def test_the_preview_holds_all_words_with_the_match_marked(hands):
    view = typed(hands, "lodz")

    text = view.preview.text
    assert "Łódź" in text.toPlainText()
    assert "Łódź" in {each.cursor.selectedText() for each in text.extraSelections()}


def test_a_day_that_cannot_be_read_is_said_and_kept(hands):
    view = typed(hands, "lodz")
    found = titles(view)
    QTest.keyClicks(view.since, "whenever")
    QTest.qWait(120)
    hands.settle()

    assert "whenever" in view.sentence.text()
    assert view.sentence.isVisible()
    assert view.since.text() == "whenever"
    assert titles(view) == found


def test_nothing_found_says_what_else_to_try(hands):
    view = typed(hands, "zzzz")

    assert "zzzz" in view.nothing.heading.text()
    assert view.nothing.isVisible()
    assert not view.copy_button.isEnabled()


def test_ctrl_enter_in_ctrl_k_shows_everything_found(hands):
    press(hands, "Ctrl+K")
    palette = hands.program.shell.palette_view
    QTest.keyClicks(palette.line, "lodz")
    hands.settle()
    assert palette.results.found.entries[-1].title == "Show all results"

    QTest.keyClick(palette.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.settle()

    assert hands.program.shell.page == "search"
    assert page_of(hands).line.text() == "lodz"
    assert "Łódź Logistics" in titles(page_of(hands))


def test_a_search_in_an_account_finds_nothing_of_others(hands):
    desk = hands.program.desk
    account = next(each for each in hands.services.accounts.rows() if each.name == "Hooli")
    desk.open_account(account.id)
    hands.settle()

    hands.program.shell.menus.action("search_account").trigger()
    hands.settle()
    view = page_of(hands)
    assert view.account.text() == "Hooli"
    QTest.keyClicks(view.line, "lodz")
    QTest.qWait(120)
    hands.settle()
    assert titles(view) == []


def test_every_control_has_a_name(hands):
    assert unnamed_controls(typed(hands, "lodz")) == []


def test_only_a_note_among_others_stands_out_in_the_preview():
    lines = (AroundLine("one"), AroundLine("two", is_it=True))
    note, review = (Found(kind, uuid4(), None, None, "", (), "") for kind in (Kind.NOTE_LINE, Kind.REVIEW))

    assert [each.is_it for each in preview_of(Around(note, "", "", lines))] == [False, True]
    assert not any(each.is_it for each in preview_of(Around(review, "", "", lines)))


def test_a_name_from_right_to_left_leaves_the_day_whole():
    found = Found(Kind.PERSON, uuid4(), None, None, "Anna", (), "Person · شركة النور · 26 Nov")

    assert result_of(found).meta == "\u2068Person\u2069 · \u2068شركة النور\u2069 · \u206826 Nov\u2069"


def test_every_kind_that_is_searched_has_a_chip():
    assert set(CHIPS) == set(SOURCES)
