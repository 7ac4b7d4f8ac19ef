"""Sales figures in one click, from the list of accounts, the File menu and Ctrl+K."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from reviewdesk.domain.clock import Clock
from reviewdesk.storage.book_file import open_book
from tests.books import small_book
from tests.journeys.hands import Hands

YEAR = date.today().year  # noqa: DTZ011 - the window takes the machine's day
FIGURES = f"Customer;Jan {YEAR};Feb {YEAR}\nGlobex;91000000;92000000\n"


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


@pytest.fixture
def file(hands, tmp_path):
    """A file of sales figures that was imported once."""
    path = tmp_path / "sales.csv"
    path.write_text(FIGURES, encoding="utf-8")
    imports = hands.services.imports
    imports.apply(imports.plan([path], {"unknown-accounts": "add", "currency:sales.csv": "EUR"}))
    hands.settle()
    return path


def bought(hands):
    with hands.services.imports._store.read() as reading:
        return sorted(each.amount for each in reading.purchases.all() if each.amount > 90_000_000)


def refresh(hands):
    hands.program.shell.menus.action("refresh_figures").trigger()
    hands.settle()


def said(hands):
    return hands.program.shell.message_bar.text


def test_a_corrected_figure_is_applied_and_said_in_short(hands, file):
    file.write_text(FIGURES.replace("92000000", "93000000"), encoding="utf-8")

    refresh(hands)

    assert bought(hands) == [91_000_000, 93_000_000]
    assert said(hands) == "sales.csv: 1 changed."


def test_undo_takes_the_whole_refresh_back(hands, file):
    file.write_text(FIGURES.replace("92000000", "93000000").replace("91000000", "94000000"), encoding="utf-8")
    refresh(hands)

    hands.program.shell.menus.action("undo").trigger()
    hands.settle()

    assert bought(hands) == [91_000_000, 92_000_000]


def test_figures_that_are_as_they_were_are_said_to_be(hands, file):
    refresh(hands)

    assert said(hands) == "sales.csv: no figure has changed."


def test_what_is_to_be_decided_opens_the_plan(hands, file):
    file.write_text(f"Customer;Jan {YEAR};Feb {YEAR}\nGlobex;91000000;\n", encoding="utf-8")

    refresh(hands)

    assert hands.program.shell.page == "import"
    asked = [each.asked.words for each in hands.program.desk.pages.importing.view.panel.questions.questions]
    assert "1 figure of the book is no longer in the file" in asked
    assert bought(hands) == [91_000_000, 92_000_000]


def test_a_file_that_is_gone_is_named_with_what_to_do(hands, file):
    file.unlink()

    refresh(hands)

    assert "sales.csv is no longer in" in said(hands)


def test_the_button_over_the_accounts_comes_with_the_first_figures(hands, tmp_path):
    hands.go("Accounts")
    button = hands.program.desk.pages.accounts.view.header._buttons[0]
    before = button.isVisible()
    path = tmp_path / "sales.csv"
    path.write_text(FIGURES, encoding="utf-8")
    page = hands.program.desk
    page.import_files([path])
    hands.settle()
    page.pages.importing.view.apply_button.click()
    hands.settle()

    assert (before, button.isVisible()) == (False, True)


def test_ctrl_v_on_the_import_page_reads_the_cells_that_were_copied(hands):
    QGuiApplication.clipboard().setText(f"Customer\tJan {YEAR}\tFeb {YEAR}\nGlobex\t11000\t12000\n")
    hands.program.desk.go("import")
    hands.settle()
    view = hands.program.desk.pages.importing.view
    view.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    QTest.keySequence(hands.window, QKeySequence("Ctrl+V"))
    hands.settle()

    assert view.header.title.text() == "Import plan"
    assert "Pasted cells" in view.header.status.text()


def test_pasting_nothing_says_what_to_do(hands):
    QGuiApplication.clipboard().setText("")
    hands.program.desk.go("import")
    hands.settle()

    hands.program.desk.pages.importing.view.paste_button.click()
    hands.settle()

    assert "Copy them in the spreadsheet first" in hands.program.desk.pages.importing.view._failed.sentence.text()
