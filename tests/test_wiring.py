"""What wiring hands to the services."""

import subprocess
import sys
from datetime import date
from threading import Thread

from reviewdesk import wiring
from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.leaks import LeakKind
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.machine import MachineFolders
from reviewdesk.storage.recent_books import RecentBooks
from reviewdesk.wiring import build_services


def folders_in(path):
    return MachineFolders(path / "data", path / "settings", path / "logs")


def test_other_books_are_those_beside_it_those_of_the_person_and_what_the_window_had_open(tmp_path):
    folders = folders_in(tmp_path)
    for folder in (folders.data, folders.settings):
        folder.mkdir()
    for name in ("Northgate", "Northgate 2026-11-20 10-00-00 before restore", "Orbit"):
        (tmp_path / f"{name}.reviewdesk").touch()
    for name in ("My accounts", "Sample", "Tanaka"):
        (folders.data / f"{name}.reviewdesk").touch()
    (folders.settings / "window.ini").write_text("[window]\nbook=/home/a/Kestrel Air.reviewdesk\n")

    RecentBooks(folders.recent_books).remember(tmp_path / "far away" / "Hooli.reviewdesk")

    assert folders.other_books(tmp_path / "Northgate.reviewdesk") == ("Hooli", "Kestrel Air", "Orbit", "Tanaka")


def test_a_document_that_names_another_book_is_a_leak(tmp_path, monkeypatch):
    monkeypatch.setattr(wiring, "standard_folders", lambda: folders_in(tmp_path))
    (tmp_path / "Orbit Clients.reviewdesk").touch()
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(date(2026, 11, 24)), may_create=True)
    with store.write("Account") as work:
        account = work.accounts.put(Account(name="Alpha"))
    store.close()
    services = build_services(path, Clock(date(2026, 11, 24)))
    finished = services.meetings.hold_from_notes(account.id, "+ as with Orbit Clients", date(2026, 11, 24)).value
    leaks = services.documents.check(finished.summary.id).leaks
    services.book.close()

    assert [(each.kind, each.words) for each in leaks] == [(LeakKind.BOOK, "Orbit Clients")]


READING_A_DAY = """
import sys
from pathlib import Path
from reviewdesk.domain.clock import Clock
from reviewdesk.wiring import build_services
services = build_services(Path(sys.argv[1]), Clock(), may_create=True)
services.book.now(), services.today.page()
print(*(each for each in sys.argv[2:] if each in sys.modules))
services.warm_up()
print(*(each for each in sys.argv[2:4] if each in sys.modules))
services.book.close()
"""


def test_a_day_is_read_without_importing_what_it_does_not_need(tmp_path):
    unneeded = ("icalendar", "reviewdesk.domain.notes", "reportlab", "alembic", "pypdfium2", "PIL", "rapidfuzz")
    command = [sys.executable, "-c", READING_A_DAY, str(tmp_path / "Northgate.reviewdesk"), *unneeded]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert done.stdout.splitlines() == ["", "icalendar reviewdesk.domain.notes"]


def test_two_lanes_that_ask_for_a_service_get_the_same_one(tmp_path):
    services = build_services(tmp_path / "Northgate.reviewdesk", Clock(), may_create=True)
    found = []
    lanes = [Thread(target=lambda: found.append(services.meetings)) for _ in range(8)]
    for each in lanes:
        each.start()
    for each in lanes:
        each.join()
    services.book.close()

    assert len(found) == 8
    assert len(set(map(id, found))) == 1
