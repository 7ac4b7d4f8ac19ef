"""The running program: one window a book, what it remembers, and that it closes without losing anything."""

import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from reviewdesk.desktop.one_window import raise_first_window
from reviewdesk.desktop.review.step import Step
from reviewdesk.domain.clock import Clock
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.window_lock import WindowLock
from tests.books import small_book
from tests.journeys.hands import Hands


@pytest.fixture
def book(tmp_path):
    """A small book on disk that nobody has open."""
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(), may_create=True, name="Northgate")
    small_book(store)
    store.close()
    return path


@pytest.fixture
def opened(qapp, theme):
    """Opens the windows of books, which close with the test."""
    windows = []

    def open_it(path):
        windows.append(Hands(qapp, path))
        return windows[-1]

    yield open_it
    for each in reversed(windows):
        each.leave()


def backups_of(book: Path):
    return Backups(book, Clock()).all()


def lock_of(book: Path) -> Path:
    return WindowLock(book).path


def test_opening_a_book_locks_it_and_closing_backs_it_up_and_unlocks_it(book, opened):
    hands = opened(book)
    assert lock_of(book).exists()
    before = backups_of(book)

    assert hands.window.close()

    assert len(backups_of(book)) > len(before)
    assert not lock_of(book).exists()


def test_a_second_start_brings_the_first_window_forward(book, opened, qtbot):
    hands = opened(book)
    hands.window.showMinimized()
    with qtbot.waitSignal(hands.program._first.raised):
        assert raise_first_window(book)
    assert not hands.window.isMinimized()


def test_there_is_no_window_to_bring_forward_when_none_is_open(book):
    assert not raise_first_window(book)


def test_a_second_window_of_the_same_book_is_not_made(book, opened, qapp):
    first = opened(book)
    code = [
        "import sys; from pathlib import Path; from reviewdesk.wiring import main;",
        f"sys.exit(main(['--book', {str(book)!r}]))",
    ]
    started = subprocess.Popen([sys.executable, "-c", " ".join(code)], cwd=Path(__file__).parents[2])
    raised = []
    first.program._first.raised.connect(lambda: raised.append(1))
    first.wait_until(lambda: started.poll() is not None)
    assert started.returncode == 0
    assert raised


def test_a_lock_left_behind_by_a_program_that_died_is_taken_over(book, opened):
    code = (
        "import os, sys; from pathlib import Path; from reviewdesk.storage.window_lock import WindowLock;"
        f"WindowLock(Path({str(book)!r})).take(); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[2]).returncode == 9
    assert lock_of(book).exists()

    hands = opened(book)

    assert hands.program.shell.windowTitle() == "Northgate – ReviewDesk"


def test_a_backup_that_fails_keeps_the_window_and_what_is_typed(book, opened):
    hands = opened(book)
    hands.program.desk.go("settings")
    hands.settle()
    field = hands.find(QLineEdit, "Company")
    field.setFocus()
    QTest.keyClicks(field, "Northgate Freight")
    folder = Backups(book, Clock()).folder
    folder.rename(folder.with_name("kept"))
    folder.write_text("in the way")

    assert not hands.window.close()

    assert hands.window.isVisible()
    assert field.text() == "Northgate Freight"
    assert hands.services.book.settings()["company"] == "Northgate Freight"
    assert "No backup could be made" in hands.program.shell.message_bar.text
    assert hands.program.desk.watch._looking.isActive()

    hands.press("Close without a backup")
    assert not hands.window.isVisible()
    assert not lock_of(book).exists()


def test_window_page_and_account_are_there_again(book, opened, qapp, qtbot):
    first = opened(book)
    account = next(each for each in first.services.accounts.rows() if each.name == "Hooli")
    first.program.desk.open_account(account.id)
    first.settle()
    first.window.resize(791, 597)
    assert first.window.close()

    second = opened(book)

    assert second.program.shell.page == "account"
    assert second.program.desk.pages.account.view.header.title.text() == "Hooli"
    assert (second.window.width(), second.window.height()) == (791, 597)


def test_a_review_is_open_again_at_its_step(book, opened):
    first = opened(book)
    review = next(each for each in first.services.accounts.brief(first.services.accounts.rows()[0].id).reviews)
    first.program.desk.open_review(review.id)
    first.settle()
    first.program.desk.pages.review.go_to_step(Step.PREPARE)
    first.settle()
    first.program.desk.pages.review.go_to_step(Step.MEET)
    first.settle()
    assert first.window.close()

    second = opened(book)
    second.settle()

    shown = second.program.desk.pages.review
    assert (second.program.shell.page, shown.view.step, shown._review_id) == ("review", Step.MEET, review.id)


def test_a_review_that_is_gone_gives_way_to_today(book, opened):
    first = opened(book)
    first.program.desk.open_review(UUID(int=7))
    first.settle()
    assert first.program.shell.page == "today"
    first.program.memory.keep_place("review")
    assert first.window.close()
    first.program.memory.keep_place("review")

    second = opened(book)
    second.settle()

    assert second.program.shell.page == "today"


def test_a_new_day_begins_with_today(book, opened):
    first = opened(book)
    first.go("Accounts")
    first.program.memory.keep_of_book("seen", "2020-01-01")
    assert first.window.close()
    first.program.memory.keep_of_book("seen", "2020-01-01")

    assert opened(book).program.shell.page == "today"


def test_the_book_of_last_time_is_opened_again(book, opened, qapp):
    hands = opened(book)
    assert hands.window.close()
    hands.program._asked = type(hands.program._asked)(None, Clock())
    assert hands.program._last_book() == book
    book.unlink()
    assert hands.program._last_book() == hands.program._parts.first_book


def test_another_book_opens_in_a_window_of_its_own(book, opened, monkeypatch):
    hands = opened(book)
    started = []
    monkeypatch.setattr(QProcess, "startDetached", lambda program, arguments: started.append((program, arguments)))

    hands.program.desk.files.book_chosen.emit(book.with_name("Other.reviewdesk"))

    assert started == [(sys.executable, ["-m", "reviewdesk", "--book", str(book.with_name("Other.reviewdesk"))])]


def test_a_file_that_is_no_book_is_told_with_what_to_do_next(tmp_path, qapp, theme):
    file = tmp_path / "letter.reviewdesk"
    file.write_text("Dear Anna, " * 500)
    hands = Hands.__new__(Hands)
    from reviewdesk.desktop.opening import Asked, Parts
    from reviewdesk.desktop.program import Program
    from reviewdesk.wiring import open_book as opener
    from reviewdesk.wiring import resources_folder, restore_book

    parts = Parts(opener, restore_book, resources_folder(), tmp_path / "settings", tmp_path / "logs", file)
    hands.program = Program(QApplication.instance(), Asked(file, Clock()), parts)
    hands.program.start()
    hands.wait_until(hands.program.shell.message_bar.isVisible)
    assert file.read_text() == "Dear Anna, " * 500
    assert hands.program.desk is None
    assert hands.program.shell.message_bar.text.endswith(".")
    hands.leave()
