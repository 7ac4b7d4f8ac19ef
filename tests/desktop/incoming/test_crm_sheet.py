"""Back to the CRM from the window: what goes is shown beforehand, each may be left, one can be copied."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLineEdit

from reviewdesk.desktop.crm_sheet import CrmSheet
from reviewdesk.domain.handing_over import HandKind

LODZ = "Łódź Logistics"


@pytest.fixture
def sheet(hands):
    hands.program.shell.menus.action("crm_out").trigger()
    hands.settle()
    return next(each for each in hands.window.findChildren(CrmSheet) if each.isVisible())


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder that the person chooses in the system's dialog."""
    chosen = tmp_path / "for the crm"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    return chosen


def written(folder: Path):
    return [
        row for path in folder.iterdir() for row in csv.DictReader(StringIO(path.read_text("utf-8-sig"), newline=""))
    ]


def test_all_that_goes_is_shown_and_what_has_no_tick_stays(hands, sheet, folder):
    going = sheet.offer.going
    left = going[0]
    sheet.rows.action_asked.emit(left.key, "goes")

    hands.press("Save the files")

    rows = written(folder)
    assert len(rows) == len(going) - 1
    assert str(left.item.record_id) not in {each["ReviewDesk ID"] for each in rows}
    assert [each.key for each in hands.services.crm_out.offer("Any CRM").going] == [left.key]


def test_all_ticks_are_taken_away_and_set_again_at_once(hands, sheet):
    sheet.all.click()
    assert (sheet.all.text(), sheet.go.isEnabled()) == ("Tick all", False)
    assert sheet.about.text().startswith("0 of ")

    sheet._toggle(sheet.offer.going[0].key)
    assert sheet.go.isEnabled()

    sheet.all.click()
    assert sheet.all.text() == "Tick none"
    assert sheet.about.text().startswith(f"{len(sheet.offer.going)} of ")


def test_handing_over_is_told_and_undone(hands, sheet, folder):
    hands.press("Save the files")

    assert "Saved in" in hands.program.shell.message_bar.text
    hands.program.shell.undo_asked.emit()
    hands.settle()
    assert len(hands.services.crm_out.offer("Any CRM").going) == len(sheet.offer.going)


def test_another_crm_shows_what_goes_there_and_why_the_rest_does_not(hands, sheet):
    box = hands.find(QComboBox, "CRM")
    at = box.findText("HubSpot")
    box.setCurrentIndex(at)
    box.activated.emit(at)
    hands.settle()

    assert sheet.offer.crm == "HubSpot"
    assert sheet.offer.going == ()
    assert not hands.find(QAbstractButton, "Save the files").isEnabled()
    assert {each.why for each in sheet.offer.staying} >= {
        "HubSpot does not know this account: it did not come from there"
    }


def test_nothing_is_written_where_the_person_goes_back(hands, sheet, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")

    hands.press("Save the files")

    assert sheet.isVisible()


def test_a_follow_up_in_sight_is_copied_as_text(hands):
    account = next(each.id for each in hands.services.accounts.rows() if each.name == LODZ)
    hands.program.desk.open_account(account)
    hands.settle()
    hands.open_tab("Follow-ups")

    hands.program.shell.menus.action("copy_for_crm").trigger()
    hands.settle()

    text = QGuiApplication.clipboard().text()
    assert text.startswith("Follow-up, ")
    assert LODZ in text
    assert "Copied: " in hands.program.shell.message_bar.text


def test_a_review_that_is_open_is_copied_without_what_is_for_me_alone(hands):
    review = next(each for each in hands.services.reviews.lists().held if each.account == LODZ)
    hands.program.desk.open_review(review.review_id)
    hands.settle()

    hands.program.shell.menus.action("copy_for_crm").trigger()
    hands.settle()

    text = QGuiApplication.clipboard().text()
    assert "Concern: Two late deliveries" in text
    assert "They like the new sensor" not in text


def test_where_nothing_can_be_copied_the_window_says_what_to_do(hands):
    hands.program.desk.go("settings")
    hands.settle()

    hands.program.shell.menus.action("copy_for_crm").trigger()
    hands.settle()

    assert "Go to a contact" in hands.program.shell.message_bar.text


def test_what_lies_further_back_goes_when_the_person_names_its_day(hands, sheet):
    assert HandKind.NOTE not in {each.item.kind for each in sheet.offer.going}

    hands.find(QLineEdit, "Noted since").clear()
    hands.write("Noted since", "1 jan 2026")
    hands.wait_until(lambda: sheet.offer.since.isoformat() == "2026-01-01")

    assert {each.item.kind for each in sheet.offer.going} >= {HandKind.CONTACT, HandKind.NOTE, HandKind.FOLLOW_UP}
