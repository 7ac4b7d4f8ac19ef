"""What wiring hands to the services."""

from datetime import date

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.leaks import LeakKind
from reviewdesk.storage.book_file import open_book
from reviewdesk.wiring import MachineFolders, build_services, other_books


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

    assert other_books(tmp_path / "Northgate.reviewdesk", folders) == ("Kestrel Air", "Orbit", "Tanaka")


def test_a_document_that_names_another_book_is_a_leak(tmp_path, monkeypatch):
    monkeypatch.setattr(MachineFolders, "standard", classmethod(lambda _cls: folders_in(tmp_path)))
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
