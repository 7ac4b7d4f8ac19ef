"""What is handed to a boss and to teams is one key away, is shown as a document, and says for whom it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop.progress import StoppedError
from reviewdesk.services import boss_papers
from tests.journeys.hands import on_small_book
from tests.reports.printed import page_texts

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def hands(qapp, theme, tmp_path):
    """The window of a small book, on the list of accounts."""
    made = on_small_book(qapp, tmp_path)
    made.program.desk.go("accounts")
    made.settle()
    yield made
    made.leave()


def shown(hands):
    """Give the document that is shown, once it is."""
    hands.wait_until(lambda: hands.program.shell.page == "document")
    hands.settle()
    return hands.program.desk.pages.document._shown


def test_the_monday_page_is_one_key_away_from_anywhere(hands):
    QTest.keyClick(hands.window, Qt.Key.Key_M, CTRL_ALT)
    made = shown(hands)

    assert made.file_name.startswith("Northgate-Monday-page-")
    assert made.file_name.endswith("-for-our-side.pdf")
    assert "Send the revised delivery plan" in page_texts(made.pdf)[0]


def test_the_monday_page_has_a_button_for_its_pdf(hands):
    hands.program.desk.do("go_monday")
    hands.settle()
    hands.press("As PDF")

    assert "For our side" in page_texts(shown(hands).pdf)[0]


def test_the_portfolio_is_made_apart_and_shown_and_made_anew_when_the_book_went_on(hands, monkeypatch):
    monkeypatch.setattr(boss_papers, "APART_FROM", 3)
    QTest.keyClick(hands.window, Qt.Key.Key_P, CTRL_ALT)
    QTest.keyClick(hands.window, Qt.Key.Key_P, CTRL_ALT)
    made = shown(hands)

    assert made.file_name.startswith("Northgate-portfolio-")
    assert "from 26 customers" in page_texts(made.pdf)[0]

    hands.services.accounts.add("Newcomer")
    hands.program.desk.pages.document.make_again()
    hands.settle()
    assert "from 27 customers" in page_texts(hands.program.desk.pages.document._shown.pdf)[0]


def test_a_portfolio_that_is_stopped_shows_nothing_and_its_key_works_again(hands, monkeypatch):
    def stop(_told):
        raise StoppedError

    with monkeypatch.context() as patched:
        patched.setattr(hands.services.boss_papers, "portfolio_apart", stop)
        hands.program.desk.do("portfolio_pdf")
        hands.settle()
    assert hands.program.shell.page == "accounts"
    hands.program.desk.do("portfolio_pdf")

    assert shown(hands).file_name.startswith("Northgate-portfolio-")


def test_a_team_is_chosen_by_keyboard_and_its_sheet_is_shown(hands):
    QTest.keyClick(hands.window, Qt.Key.Key_T, CTRL_ALT)
    hands.settle()
    picker = hands.program.desk.exchange.boss.picker
    names = [picker.rows.row(key).row.title for key in picker.rows.keys]
    QTest.keyClick(picker.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(picker.focusWidget(), Qt.Key.Key_Return)
    made = shown(hands)

    assert len(names) > 1
    assert made.file_name.startswith(f"{names[1]}-team-sheet-")
    assert names[1] in page_texts(made.pdf)[0]
    assert hands.program.desk.exchange.boss.picker is None
