"""What the guards of every test see, and what they let pass."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests import left_behind


@pytest.fixture
def a_book(tmp_path):
    """Give two connections to one book, the first of which keeps it open."""
    path = tmp_path / "sales.reviewdesk"
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE account (name)")
    yield connection
    connection.close()


def test_a_thread_that_does_not_end_is_named_and_one_that_ends_is_not(monkeypatch):
    monkeypatch.setattr(left_behind, "GRACE_SECONDS", 0.05)
    before, goes_on = set(threading.enumerate()), threading.Event()
    threading.Thread(target=bool, name="short").start()
    stuck = threading.Thread(target=goes_on.wait, name="backup lane")
    stuck.start()

    assert left_behind.threads_since(before) == ["the thread 'backup lane'"]

    goes_on.set()
    stuck.join()


def test_an_open_transaction_is_named_and_an_idle_book_is_not(tmp_path, a_book):
    assert left_behind.transactions_in(tmp_path) == []

    a_book.execute("BEGIN IMMEDIATE")

    assert left_behind.transactions_in(tmp_path) == ["a transaction on sales.reviewdesk"]
    a_book.execute("ROLLBACK")


def test_an_open_window_is_named_and_closed(qapp):
    from PySide6.QtWidgets import QDialog, QMainWindow

    before = left_behind.windows()
    window, dialog = QMainWindow(windowTitle="Accounts"), QDialog(windowTitle="Import")
    window.show()
    dialog.open()

    assert sorted(left_behind.windows_since(before)) == [
        "the modal dialog QDialog 'Import'",
        "the window QMainWindow 'Accounts'",
    ]
    assert left_behind.windows() == before


def test_a_running_timer_of_a_window_is_named_and_stopped(qapp, qtbot):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QMainWindow

    window = QMainWindow()
    qtbot.addWidget(window)
    QTimer(window).start(30_000)

    assert left_behind.timers() == ["a running timer of QMainWindow"]
    assert left_behind.timers() == []


def test_a_home_folder_of_its_own(home):
    assert Path.home() == home
    assert list((home / ".config").iterdir()) == []


CARELESS = """
import threading

def test_forgets_a_window(qapp):
    from PySide6.QtWidgets import QWidget
    global kept
    kept = QWidget(windowTitle="Reviews")
    kept.show()

def test_forgets_a_thread():
    threading.Thread(target=threading.Event().wait, args=(4,), name="lane").start()

def test_is_tidy():
    pass
"""


def test_a_careless_test_fails_and_the_next_one_does_not(tmp_path):
    (tmp_path / "test_careless.py").write_text(CARELESS)
    (tmp_path / "pytest.ini").write_text("[pytest]\nqt_api = pyside6\n")

    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-p", "no:cacheprovider", str(tmp_path)]
    run = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False)

    assert "The test left behind: the window QWidget 'Reviews'." in run.stdout
    assert "The test left behind: the thread 'lane'." in run.stdout
    assert "3 passed, 2 errors" in run.stdout
