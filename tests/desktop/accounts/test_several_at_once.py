"""Several accounts selected: changed, copied, saved and printed."""

import re

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from reviewdesk.desktop.accounts import out
from reviewdesk.desktop.accounts.paper_sheet import sheet_of
from reviewdesk.desktop.accounts.printing import print_sheet
from reviewdesk.domain.account import AccountStatus, Tier
from tests.books import TUESDAY, small_book, the, ugly_book


@pytest.fixture
def page(store, opened):
    """The page of a small book."""
    small_book(store)
    return opened()


def select(page, *wanted):
    table = page.view.table
    table.clearSelection()
    table.select_again([each.row.id for each in table.rows.rows if each.row.name in wanted])


def press(page, qtbot, what):
    button = next(
        each for each in (*page.view.chosen_bar._buttons, *page.view.chosen_bar._out) if each.objectName() == what
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_bar_is_there_while_more_than_one_is_selected(page, qtbot):
    bar, table = page.view.chosen_bar, page.view.table
    assert not bar.isVisible()

    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert bar.isVisible()
    assert bar._count.text() == "2 selected"

    table.selectAll()
    assert bar._count.text() == "26 selected"
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_tags_are_added_to_all_selected_and_stay_selected(page, store, tasks, qtbot):
    select(page, "Hooli", "Initech")
    press(page, qtbot, "add_tags")
    sheet = page.parts.at_once.sheet
    sheet.words.start_with("key, spring")

    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()

    assert the(store, "Hooli").tags == the(store, "Initech").tags == ("key", "spring")
    assert page.parts.at_once.sheet is None
    assert page.view.table.selected_count == 2


def test_a_tier_without_a_reason_is_refused_on_the_sheet(page, store, tasks, qtbot):
    select(page, "Hooli", "Initech")
    press(page, qtbot, "tier")
    sheet = page.parts.at_once.sheet

    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()
    assert "Say in a few words why" in sheet.go.accessibleDescription()

    sheet.because.start_with("the board says so")
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()
    assert the(store, "Initech").tier is Tier.A


def test_a_status_is_chosen_for_all(page, store, tasks, qtbot):
    select(page, "Hooli", "Initech")
    page.view.chosen_bar.asked.emit("status")
    sheet = page.parts.at_once.sheet
    sheet.choice.start_with("lost")

    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    assert tasks.wait_idle()

    assert the(store, "Hooli").status is AccountStatus.LOST
    assert "Hooli" not in [each.row.name for each in page.view.table.rows.rows]
    assert "2 lost not shown" in page.view.header.status.text()


def test_those_that_stayed_as_before_are_named(page, store, tasks, qtbot):
    page._accounts.change(the(store, "Hooli").id, "status", "lost")
    page.view.show_only(["lost"])
    page.parts.at_once.ask("archive", [the(store, "Hooli").id, the(store, "Initech").id])

    with qtbot.waitSignal(page.told) as said:
        assert tasks.wait_idle()

    assert said.args[0].startswith("Hooli stayed as before")


def test_selected_rows_are_copied_with_their_heads_in_the_columns_shown(page, qtbot):
    page.view.choose_columns(["name", "city", "tier"])
    select(page, "Hooli", "Initech")

    with qtbot.waitSignal(page.told) as said:
        page.view.table.copy()

    assert QGuiApplication.clipboard().text() == "Account\tCity\tTier\nHooli\tPalo Alto\tA\nInitech\tAustin\tB"
    assert said.args == ["2 accounts copied."]


def test_all_that_is_shown_is_saved_where_not_several_are_selected(page, tasks, tmp_path, monkeypatch):
    page.view.filter.setText("food")
    monkeypatch.setattr(out.SaveListDialog, "ask", lambda *_: tmp_path / "food.csv")

    page.save_list()
    assert tasks.wait_idle()

    lines = (tmp_path / "food.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Account,Tier,Next review,")
    assert len(lines) == 1 + len(page.view.table.rows.rows)


def test_a_saved_file_that_cannot_be_written_says_so(page, tasks, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(out.SaveListDialog, "ask", lambda *_: tmp_path / "no\x00thing.csv")

    with qtbot.waitSignal(tasks.told) as told:
        page.save_list()

    assert "could not be written" in str(told.args[0])


def pdf_of(page, path, size=QPageSize.PageSizeId.A4):
    """Print what is shown into a PDF."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(size))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setResolution(300)
    pages = print_sheet(writer, sheet_of(page.view, page.view.table.rows.rows, TUESDAY))
    del writer
    return pages, [re.sub(r"\s+", " ", each.extract_text()) for each in PdfReader(path).pages]


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_a_printed_list_repeats_its_head_and_numbers_its_pages(page, tmp_path, size):
    pages, texts = pdf_of(page, tmp_path / "list.pdf", size)

    assert pages == len(texts)
    for number, words in enumerate(texts, 1):
        assert "Next review" in words
        assert "Our side only" in words
        assert f"page {number} of {pages}" in words
    assert "Stark Industries" in texts[0]
    assert "24 Nov 2026" in texts[0]


def test_long_lists_and_names_in_any_script_are_printed(store, opened, tmp_path):
    ugly_book(store)
    page = opened()
    page.view.table.show_rows([each for each in page.view.table.rows.rows for _ in range(12)])

    pages, texts = pdf_of(page, tmp_path / "list.pdf")

    assert pages >= 3
    assert all("Account" in each for each in texts)


def test_printing_asks_for_a_printer_and_says_how_many_pages_it_took(page, tmp_path, monkeypatch, qtbot):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(out.PrintListDialog, "ask", lambda *_: printer)

    with qtbot.waitSignal(page.told) as said:
        page.print_list()

    assert re.fullmatch(r"(1 page|\d+ pages) printed\.", said.args[0])
    assert len(PdfReader(tmp_path / "printed.pdf").pages) >= 1


def test_the_buttons_of_the_bar_keep_to_a_narrow_page(page):
    page.view.resize(700, 600)
    page.view.table.selectAll()
    assert page.view.chosen_bar.width() <= 700
    assert page.view.minimumSizeHint().width() <= QSize(794, 0).width()
