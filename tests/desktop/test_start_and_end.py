"""However a start or an end goes wrong, the person is told and has a way on; and nothing typed is lost."""

import json
import os
import socket
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid

from reviewdesk.desktop.opening import Asked, Parts
from reviewdesk.desktop.program import Program
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import BookError, DamagedBookError
from reviewdesk.services.book import BookService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.book_file import open_book as open_file
from reviewdesk.storage.journal import Journal
from reviewdesk.storage.window_lock import WindowLock
from reviewdesk.wiring import newest_backup, open_book, resources_folder, restore_book
from tests.books import small_book, the
from tests.journeys.hands import Hands


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A small book on disk that nobody has open."""
    path = tmp_path / "Northgate.reviewdesk"
    store = open_file(path, Clock(), may_create=True, name="Northgate")
    small_book(store)
    store.close()
    return path


@pytest.fixture
def start(qapp, theme, tmp_path):
    """Starts the program on a book, and takes it away after the test."""
    started: list[Hands] = []

    def start_it(path: Path) -> Hands:
        hands = Hands.__new__(Hands)
        places = (resources_folder(), tmp_path / "settings", tmp_path / "logs", path)
        parts = Parts(open_book, restore_book, *places, newest_backup)
        hands.program = Program(qapp, Asked(path, Clock()), parts)
        hands.program.start()
        shell = hands.program.shell
        hands.wait_until(lambda: hands.program.desk is not None or shell.message_bar.isVisible())
        hands.settle()
        started.append(hands)
        return hands

    yield start_it
    for each in started:
        if isValid(each.program):
            each.leave()


def said(hands: Hands) -> str:
    return hands.program.shell.message_bar.text


def answer(hands: Hands) -> QPushButton:
    return hands.program.shell.message_bar._action


def test_a_book_held_by_another_machine_can_be_opened_here_all_the_same(book, start):
    WindowLock(book).path.write_text(json.dumps({"pid": 1, "host": "another machine"}))
    hands = start(book)
    assert hands.program.desk is None
    assert answer(hands).text() == "Open it here all the same"

    answer(hands).click()
    hands.wait_until(lambda: hands.program.desk is not None)
    hands.settle()

    held = json.loads(WindowLock(book).path.read_text())
    assert (held["pid"], held["host"]) == (os.getpid(), socket.gethostname())


def test_a_book_opens_though_there_is_no_room_for_a_backup(book, start, monkeypatch):
    def full(*_asked):
        raise BookError("No backup could be made: the disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(BookService, "back_up", full)
        hands = start(book)
    assert hands.program.desk is not None
    assert "No backup could be made" in said(hands)
    assert hands.services.accounts.rows()


def test_a_book_that_does_not_read_is_brought_back_from_its_newest_backup(book, start, monkeypatch):
    backup = Backups(book, Clock()).make()
    for tail in ("-wal", "-shm"):
        book.with_name(book.name + tail).unlink(missing_ok=True)
    content = bytearray(book.read_bytes())
    content[4096:12288] = b"\x55" * 8192
    book.write_bytes(bytes(content))
    hands = start(book)
    assert hands.program.desk is None
    assert answer(hands).text() == "Bring back the newest backup"

    anew = []
    monkeypatch.setattr(Program, "_open_other", lambda _program, path: anew.append(path))
    answer(hands).click()

    assert anew == [book]
    assert Backups(book, Clock()).all()[-1].path == backup.path or backup.path.exists()
    opened = open_book(book, Clock())
    assert opened.services.accounts.rows()
    opened.close()


def test_a_book_found_damaged_by_its_backup_is_let_go_of_after_it_was_shown(book, start, monkeypatch):
    backup = Backups(book, Clock()).make()

    def damaged(*_asked):
        raise DamagedBookError("The book does not read as it was written.")

    with monkeypatch.context() as patch:
        patch.setattr(BookService, "back_up", damaged)
        hands = start(book)
        hands.wait_until(lambda: answer(hands).text() == "Bring back the newest backup")
    assert hands.program.desk is None
    assert hands.program.shell.stack.count() == 0
    assert not WindowLock(book).path.exists()

    anew = []
    monkeypatch.setattr(Program, "_open_other", lambda _program, path: anew.append(path))
    answer(hands).click()
    assert anew == [book]
    assert backup.path.exists()


def test_a_backup_that_cannot_be_brought_back_leaves_the_book_open(book, start, tmp_path):
    hands = start(book)
    damaged = tmp_path / "Northgate 2026-11-20 09-00-00.reviewdesk"
    damaged.write_text("Dear Anna, " * 500)

    hands.program._restore(damaged)

    assert said(hands).endswith(".")
    assert hands.program.desk is not None
    assert hands.program.desk.watch._looking.isActive()
    assert WindowLock(book).path.exists()
    account = hands.services.accounts.rows()[0]
    hands.services.reviews.start_now(account.id)
    assert hands.window.close()


def test_typing_that_differs_from_what_was_saved_since_is_told_with_a_way_to_look(book, start):
    store = open_file(book, Clock())
    review = ReviewService(store).start_now(the(store, "Hooli").id).value
    MeetingService(store, Journal(book)).keep_draft(review.id, "typed before it ended", over=("",))
    MeetingService(store, Journal(book)).save_notes(review.id, "said elsewhere")
    store.close()

    hands = start(book)
    assert said(hands).startswith("What you typed into the review of Hooli before the program ended differs")
    answer(hands).click()
    hands.settle()

    editor = hands.program.desk.pages.review.view.meet.editor
    assert editor.text == "said elsewhere\nRecovered: typed before it ended"


@pytest.fixture
def typing(book, start):
    """A window in whose review a line was typed a moment ago."""
    hands = start(book)
    account = next(each for each in hands.services.accounts.rows() if each.name == "Hooli")
    hands.review_id = hands.services.reviews.start_now(account.id).value.id
    hands.program.desk.open_review(hands.review_id)
    hands.settle()
    hands.program.desk.pages.review.view.meet.editor.insertPlainText("words nobody has saved")
    return hands


def test_a_full_disk_keeps_the_window_until_the_person_closes_it_all_the_same(book, typing, monkeypatch):
    def full(*_asked, **_more):
        raise BookError("The disk is full.")

    monkeypatch.setattr(MeetingService, "save_notes", full)
    assert not typing.window.close()
    assert typing.window.isVisible()
    assert not typing.window.close()
    assert answer(typing).text() == "Close all the same"

    answer(typing).click()
    assert not typing.window.isVisible()
    assert [each.text for each in Journal(book).drafts()] == ["words nobody has saved"]


def test_a_value_that_was_refused_keeps_the_window(typing):
    typing.program.desk.go("settings")
    typing.settle()
    field = typing.program.desk.pages.settings.view.fields["me.email"]
    field.editor.setFocus()
    field.editor.setText("anna@")
    field.editor.textEdited.emit("anna@")

    assert not typing.window.close()
    assert field.value() == "anna@"
    field.editor.setText("anna@example.com")
    field.editor.textEdited.emit("anna@example.com")
    assert typing.window.close()


def test_a_mistake_of_ours_while_closing_keeps_the_window_at_work(typing, monkeypatch):
    def broken(*_asked):
        raise RuntimeError("a mistake of ours")

    with monkeypatch.context() as patch:
        patch.setattr(BookService, "back_up", broken)
        with pytest.raises(RuntimeError, match="a mistake of ours"):
            typing.window.close()
    assert typing.window.isVisible()
    assert typing.program.desk.watch._looking.isActive()


def test_what_is_imported_behind_the_window_begins_no_more_once_it_is_closed(book, start):
    hands = start(book)
    warm_up = hands.program.desk.warm_up
    assert any(each.isActive() for each in warm_up._timers)

    assert hands.window.close()

    assert not any(each.isActive() for each in warm_up._timers)
