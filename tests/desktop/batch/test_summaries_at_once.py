"""Many summaries from the window: chosen, written while the person goes on, and what was not written named."""

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from reviewdesk.desktop.batch.sheet import BatchSheet, Stage
from reviewdesk.domain.document_kinds import DocumentKind
from tests.journeys.hands import on_small_book


@pytest.fixture
def hands(qapp, tmp_path, theme):
    (tmp_path / "book").mkdir()
    made = on_small_book(qapp, tmp_path / "book")
    yield made
    for each in QApplication.topLevelWidgets():
        if isinstance(each, BatchSheet):
            each.reject()
    made.leave()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    made = tmp_path / "out"
    made.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(made))
    return made


def hold(hands, account, notes):
    meetings = hands.services.meetings
    today = hands.services.book.today
    return meetings.hold_from_notes(hands.account(account), notes, today).value.summary


def open_sheet(hands) -> BatchSheet:
    hands.program.desk.exchange.batch.show()
    hands.wait_until(lambda: bool(hands.window.findChildren(BatchSheet)))
    return hands.window.findChildren(BatchSheet)[-1]


def test_the_summaries_of_a_period_are_written_and_the_sheet_says_where(hands, folder):
    hold(hands, "Łódź Logistics", "+ fine\n/we send it by fri")
    hold(hands, "Globex Corporation", "+ fine")
    sheet = open_sheet(hands)
    assert [each.account for each in sheet.shown] == ["Globex Corporation", "Łódź Logistics"]
    assert sheet.about.text().startswith("2 of 2 summaries, 2 files.")

    sheet.kinds[DocumentKind.WORD].setChecked(True)
    sheet.rows.action_asked.emit(sheet.shown[0].summary_id, "goes")
    assert sheet.about.text().startswith("1 of 2 summaries, 2 files.")
    sheet.go.click()
    hands.wait_until(lambda: sheet.stage is Stage.DONE)

    assert sorted(each.suffix for each in folder.iterdir()) == [".docx", ".pdf"]
    assert sheet.about.text() == f"1 summary in 2 files written to {folder}."
    assert sheet.go.text() == "Show the folder"


def test_a_leak_is_named_with_the_way_to_its_page(hands, folder):
    leaking = hold(hands, "Łódź Logistics", "/we do better than Globex Corporation by fri")
    sheet = open_sheet(hands)
    sheet.go.click()
    hands.wait_until(lambda: sheet.stage is Stage.DONE)
    assert list(folder.iterdir()) == []
    assert "1 was not written" in sheet.about.text()
    assert sheet.rows.keys == (leaking.id,)

    sheet.rows.action_asked.emit(leaking.id, "page")
    hands.wait_until(lambda: hands.program.shell.page == "document")
    hands.settle()


def test_a_sheet_that_is_closed_stops_what_is_not_begun(hands, folder):
    hold(hands, "Łódź Logistics", "+ fine")
    sheet = open_sheet(hands)
    sheet.go.click()
    sheet.reject()
    hands.settle()

    assert all(each.suffix == ".pdf" for each in folder.iterdir())


def test_a_book_without_a_finished_review_says_what_to_do(hands):
    sheet = open_sheet(hands)

    assert sheet.about.text() == "No review is finished yet. Hold one, and finish it in Wrap up."
    assert not sheet.go.isEnabled()
