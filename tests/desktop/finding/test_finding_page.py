"""The page of the search: type, narrow down, look at the preview, open; all from the keyboard."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from reviewdesk.desktop.finding.controller import SaveFoundDialog
from reviewdesk.desktop.finding.model import CHIPS, preview_of
from reviewdesk.desktop.search.results import result_of
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.said import Channel, Contact
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


def test_what_is_found_is_copied_with_a_line_for_each(hands):
    view = typed(hands, "lodz")
    view.copy_button.click()

    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == len(titles(view))
    assert any("Łódź Logistics" in each for each in lines)


def test_what_is_found_is_saved_whole_as_csv(hands, tmp_path, monkeypatch):
    view = typed(hands, "lodz")
    monkeypatch.setattr(SaveFoundDialog, "ask", classmethod(lambda *_: tmp_path / "found.csv"))
    view.save_button.click()
    hands.settle()

    lines = (tmp_path / "found.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == len(titles(view)) + 1
    assert "Łódź Logistics" in "\n".join(lines)


@pytest.fixture
def many(hands):
    """Five hundred calls that hold the same word, in three scripts."""
    account = next(each for each in hands.services.accounts.rows() if each.name == "Hooli").id
    store = hands.services.accounts._store
    words = ("invoice late", "发票迟到 invoice", "invoice الفاتورة متأخرة")
    with store.write("Log many calls") as work:
        for at in range(500):
            said = f"{words[at % 3]} {at} {'x' * (300 if at == 7 else 0)}"
            work.contacts.put(Contact(account_id=account, made_on=date(2026, 1, 5), channel=Channel.CALL, words=said))
    return hands


def test_more_comes_while_one_scrolls_to_the_end(many):
    view = typed(many, "invoice")
    first = len(titles(view))
    for _ in range(12):
        bar = view.results.verticalScrollBar()
        bar.setValue(bar.maximum())
        many.settle()

    assert first < 500
    assert len(titles(view)) >= 500
    assert len(set(view.results.found.entries)) == len(view.results.found.entries)


@pytest.mark.parametrize("words", ["发票", "الفاتورة"])
def test_any_script_is_found_and_marked_in_the_preview(many, words):
    view = typed(many, "")
    QGuiApplication.clipboard().setText(words)
    view.line.paste()  # a test cannot press the keys of every script
    QTest.qWait(120)
    many.settle()

    assert titles(view)
    assert words in {each.cursor.selectedText() for each in view.preview.text.extraSelections()}


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
