"""What went wrong with us is written down without the person's words, and told calmly."""

import sys
import threading
import warnings
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QTimer, qWarning

from reviewdesk.desktop.crash import CrashDialog, Crashes
from reviewdesk.desktop.crash_log import CrashLog, crash_text

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)


@pytest.fixture
def log(tmp_path):
    return CrashLog(tmp_path / "crashes")


@pytest.fixture
def crashes(qapp, log):
    made = Crashes(log)
    made.install()
    yield made
    made.uninstall()
    made.deleteLater()


def failure(note):
    try:
        try:
            raise ValueError(note)
        except ValueError as cause:
            raise KeyError(note) from cause
    except KeyError as error:
        return error


def test_a_crash_file_says_where_and_not_what_was_typed(log):
    path = log.write(failure("Anna is tired of chasing"), at=NOW)

    text = path.read_text("utf-8")
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_crash.py" in text
    assert "Anna" not in text


def test_two_crashes_in_a_second_make_two_files(log):
    error = failure("x")
    assert log.write(error, at=NOW) != log.write(error, at=NOW)
    assert len(list(log.folder.iterdir())) == 2


def test_a_crash_file_is_nobody_elses(log):
    path = log.write(failure("x"), at=NOW)
    assert path.stat().st_mode & 0o077 == 0
    assert log.folder.stat().st_mode & 0o077 == 0


def test_an_error_nobody_caught_is_written_down_and_told(crashes, log, qtbot):
    with qtbot.waitSignal(crashes.happened) as told:
        sys.excepthook(KeyError, failure("secret"), None)

    path, details = told.args
    assert path.parent == log.folder
    assert details == path.read_text("utf-8")


def test_an_error_in_a_thread_is_told_too(crashes, qtbot):
    with qtbot.waitSignal(crashes.happened):
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()


def test_a_full_disk_does_not_keep_the_person_from_being_told(crashes, log, qtbot):
    log.folder.parent.mkdir(exist_ok=True)
    log.folder.write_text("a file where the folder should be")
    with qtbot.waitSignal(crashes.happened) as told:
        crashes.tell(failure("x"))
    assert "KeyError" in told.args[1]


def test_warnings_of_qt_go_to_the_log(crashes, log):
    qWarning("QPainter::begin: nothing to paint on")
    assert "QPainter::begin" in (log.folder / "warnings.log").read_text("utf-8")


def test_the_hooks_are_given_back(qapp, log):
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    made = Crashes(log)
    made.install()
    assert sys.excepthook != before[0]
    made.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_the_dialog_names_the_file_and_offers_the_details(qtbot, theme, log):
    path = log.write(failure("x"), at=NOW)
    dialog = CrashDialog.tell(path, crash_text(failure("x"), at=NOW))
    qtbot.addWidget(dialog)
    assert not dialog._details.isVisible()

    dialog._more.click()

    assert dialog._details.isVisible()
    assert "KeyError" in dialog._details.toPlainText()
    dialog.close()


def test_an_unraisable_error_is_told(crashes, qtbot):
    class Stubborn:
        def __del__(self):
            raise ZeroDivisionError

    with qtbot.waitSignal(crashes.happened) as told, warnings.catch_warnings():
        QTimer.singleShot(0, crashes, lambda: Stubborn() and None)
    assert "ZeroDivisionError" in told.args[1]
