"""What a test may leave behind by mistake: threads, windows, dialogs, timers and open transactions."""

import gc
import sys
import threading
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication, QWidget

GRACE_SECONDS = 2.0
SQLITE_HEADER = b"SQLite format 3\x00"


def threads_since(before: Collection[threading.Thread]) -> list[str]:
    """Name the threads that were started since then and do not end by themselves."""
    started = [each for each in threading.enumerate() if each not in before]
    for each in started:
        if not isinstance(each, threading._DummyThread):  # Qt's own threads cannot be joined from here
            each.join(GRACE_SECONDS)
    return [
        f"the thread {each.name!r}"
        for each in started
        if each.is_alive() and not isinstance(each, threading._DummyThread)
    ]


def application() -> "QApplication | None":
    """Give the running Qt application, without importing Qt for a test that has not."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return None if widgets is None else widgets.QApplication.instance()


def windows() -> "list[QWidget]":
    """Give the windows on the screen."""
    app = application()
    if app is None:
        return []
    _delete_what_was_to_be_deleted(app)
    return [each for each in app.topLevelWidgets() if each.isVisible()]


def windows_since(before: "Collection[QWidget]") -> list[str]:
    """Name the windows and dialogs that were opened since then, and close them for the tests that follow."""
    left = [each for each in windows() if each not in before]
    names = [_name_of(each) for each in left]
    for each in left:
        each.hide()
        each.deleteLater()
    return names


def timers() -> list[str]:
    """Name the timers that still run under the application or a window that lives, and stop them."""
    app = application()
    if app is None or not _running_under(app):
        return []
    gc.collect()
    _delete_what_was_to_be_deleted(app)
    return [name for each in _running_under(app) if (name := _stopped(each))]


def transactions_in(folder: Path) -> list[str]:
    """Name the books in a folder that somebody in this process has left in the middle of a write."""
    books = [Path(str(each).removesuffix("-wal")) for each in folder.rglob("*-wal")]
    return [f"a transaction on {each.name}" for each in books if _is_a_plain_book(each) and _is_being_written(each)]


def _is_a_plain_book(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(SQLITE_HEADER)) == SQLITE_HEADER


def _is_being_written(path: Path) -> bool:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(path), timeout=0, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except dbapi2.OperationalError as wrong:
        return "locked" in str(wrong)
    except dbapi2.DatabaseError:
        return False  # damaged on purpose by the test
    finally:
        connection.close()
    return False


def _delete_what_was_to_be_deleted(app: "QApplication") -> None:
    from PySide6.QtCore import QEvent

    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _running_under(app: "QApplication") -> "list[QObject]":
    from PySide6.QtCore import QTimer

    owners: list[QObject] = [app, *app.topLevelWidgets()]
    return [each for owner in owners for each in owner.findChildren(QTimer) if each.isActive()]


def _stopped(timer: "QObject") -> str:
    timer.stop()  # type: ignore[attr-defined]
    owner = timer.parent()
    return f"a running timer of {type(owner).__name__}"


def _name_of(window: "QWidget") -> str:
    kind = "the modal dialog" if window.isModal() else "the window"
    return f"{kind} {type(window).__name__} {window.windowTitle()!r}"
