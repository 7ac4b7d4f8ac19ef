"""Taking everything along from the window, and naming calendars that are read at each start."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog

from reviewdesk.desktop.incoming.calendar_files import CalendarFilesSheet
from reviewdesk.domain.clock import Clock
from reviewdesk.services.calendar_values import MeetingChoice, TakenAs
from reviewdesk.storage.book_file import open_book
from tests.books import small_book
from tests.exchange.test_calendar_reading import calendar
from tests.journeys.hands import Hands


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder that the person chooses in the system's dialog."""
    chosen = tmp_path / "out"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    return chosen


def do(hands, command):
    hands.program.shell.menus.action(command).trigger()
    hands.settle()


def test_everything_is_exported_to_the_folder_the_person_chooses(hands, folder):
    do(hands, "export")

    hands.press("Choose a folder")

    (made,) = folder.iterdir()
    assert (made / "everything.json").is_file()
    assert "records were exported" in hands.program.shell.message_bar.text


def test_accounts_and_people_are_exported_for_the_crm_that_is_chosen(hands, folder):
    do(hands, "export")
    box = hands.find(QComboBox, "What is exported")
    at = box.findText("Accounts and people, for Zoho")
    box.setCurrentIndex(at)
    box.activated.emit(at)

    hands.press("Choose a folder")

    assert sorted(each.name for each in folder.iterdir()) == [
        "2026-11-24 Zoho accounts.csv", "2026-11-24 Zoho contacts.csv",
    ]  # fmt: skip


def test_a_calendar_is_named_listed_and_let_go(hands, tmp_path, monkeypatch):
    path = tmp_path / "Work.ics"
    path.write_bytes(calendar("DTSTART:20261215T130000Z"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    do(hands, "calendar_files")
    sheet = next(each for each in hands.window.findChildren(CalendarFilesSheet) if each.isVisible())

    hands.press("Name a calendar file")
    assert [each.path for each in hands.services.calendar_in.files()] == [path]
    (key,) = sheet.rows.keys
    sheet.rows.action_asked.emit(key, "forget")
    hands.settle()

    assert hands.services.calendar_in.files() == ()
    assert sheet.none.isVisible()


def test_a_file_that_is_no_calendar_is_not_named(hands, tmp_path, monkeypatch):
    path = tmp_path / "notes.txt"
    path.write_text("hello")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    do(hands, "calendar_files")

    hands.press("Name a calendar file")

    assert hands.services.calendar_in.files() == ()


@pytest.fixture
def today_hands(qapp, theme, tmp_path):
    """The window of a small book on the real day, in which alone the program writes by itself."""
    path, work = tmp_path / "Northgate.reviewdesk", tmp_path / "Work.ics"
    store = open_book(path, Clock(), may_create=True, name="Northgate")
    small_book(store)
    store.close()
    made = Hands(qapp, path)
    yield made, work
    made.leave()


def test_a_calendar_that_changed_is_read_when_the_day_begins_and_says_what_moved(today_hands):
    hands, work = today_hands
    year = date.today().year + 1  # noqa: DTZ011 - the window stands on the real day
    services = hands.services
    work.write_bytes(calendar(f"DTSTART:{year}0215T130000Z"))
    stark = next(each.id for each in services.accounts.rows() if each.name == "Stark Industries")
    services.calendar_in.take(
        services.calendar_in.look(work), [MeetingChoice("a@outlook.example", stark, TakenAs.REVIEW)]
    )
    services.calendar_in.name_file(work)
    Path(work).write_bytes(calendar(f"DTSTART:{year}0218T130000Z", "SEQUENCE:1"))

    hands.program.desk.exchange.begin_day()
    hands.settle()

    assert date(year, 2, 18) in [each.day for each in services.accounts.brief(stark).reviews]
    assert "Stark Industries: moved" in hands.program.shell.message_bar.text


def test_on_a_day_that_is_not_the_real_one_no_calendar_is_read(hands, tmp_path):
    work = tmp_path / "Work.ics"
    work.write_bytes(calendar("DTSTART:20261215T130000Z"))
    hands.services.calendar_in.name_file(work)

    hands.program.desk.exchange.begin_day()
    hands.settle()

    assert [each.read_on for each in hands.services.calendar_in.files()] == [None]
