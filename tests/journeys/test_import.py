"""From an empty book to accounts with tiers and dates, and back, through the real window."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from reviewdesk.desktop.desk import Desk
from reviewdesk.desktop.importing.file_dialogs import FilesToImport
from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.shell import Shell
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.desktop.theme import Theme, ThemeChoice
from reviewdesk.domain.clock import Clock
from reviewdesk.wiring import build_services, resources_folder

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "crm-sales-opportunities"
TODAY = date(2026, 11, 21)


@pytest.fixture
def desk(qtbot, qapp, tmp_path):
    """Open an empty book in the real window."""
    theme = Theme(qapp, resources_folder(), ThemeChoice.LIGHT)
    services = build_services(tmp_path / "My accounts.reviewdesk", Clock(TODAY), may_create=True)
    memory, tasks = WindowMemory(tmp_path / "window.ini"), Tasks()
    shell = Shell(memory)
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    shell.show()
    made = Desk(shell, services, tasks, theme, memory)
    tasks.told.connect(shell.tell_error)
    tasks.broken.connect(_fail)
    made.start()
    assert tasks.wait_idle()
    yield made
    made.stop()
    tasks.close()
    services.book.close()


def _fail(_error: BaseException, details: str) -> None:
    pytest.fail(details)


def press(qtbot, desk, words):
    """Press the button with these words on the page that is shown."""
    page = desk.shell.stack.currentWidget()
    buttons = [each for each in page.findChildren(QPushButton) if each.accessibleName().startswith(words)]
    qtbot.mouseClick(next(each for each in buttons if each.isVisible()), Qt.MouseButton.LeftButton)
    assert desk.tasks.wait_idle()


def drop(desk, paths):
    """Drop files on the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    desk.shell.dropEvent(QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, mime, button, keys))
    assert desk.tasks.wait_idle()


@pytest.fixture
def files(tmp_path):
    rows = "".join(f"Customer {each},Leeds\n" for each in range(30))
    deals = "".join(f"D{each},Customer {each},Won,2026-0{each % 9 + 1}-15,{(30 - each) * 100}\n" for each in range(30))
    (tmp_path / "companies.csv").write_text(f"Company,City\n{rows}")
    (tmp_path / "deals.csv").write_text(f"Deal,Company,Stage,Close date,Amount\n{deals}")
    return [tmp_path / "companies.csv", tmp_path / "deals.csv"]


def test_an_empty_book_leads_to_an_import_and_undo_leads_back(qtbot, desk, files, monkeypatch):
    monkeypatch.setattr(FilesToImport, "ask", classmethod(lambda _class, _parent: files))

    press(qtbot, desk, "Import a file")
    page = desk.pages.importing.view
    assert page.header.title.text() == "Import plan"
    press(qtbot, desk, "Apply 60 changes")

    assert desk.shell.stack.currentWidget() is desk.pages.accounts.view
    assert len(desk.pages.accounts.view.table.rows.rows) == 30
    assert desk.shell.undo_bar.isVisible()
    assert desk.shell.undo_bar.text == "Done: Import companies.csv, deals.csv"
    tiers = [each.row.tier for each in desk.pages.accounts.view.table.rows.rows]
    assert tiers[0] == "A"
    assert tiers[-1] == "C"

    desk.shell.undo_bar.undo_asked.emit()
    assert desk.tasks.wait_idle()

    assert desk.services.accounts.rows() == ()


def test_files_dropped_on_the_window_show_their_plan_and_cancel_leads_back(qtbot, desk, files):
    drop(desk, files)
    assert desk.pages.importing.view.header.title.text() == "Import plan"

    press(qtbot, desk, "Cancel")

    assert desk.shell.stack.currentWidget() is desk.pages.today.view
    assert desk.services.accounts.rows() == ()


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the practice data does not lie beside this checkout")
def test_the_practice_data_goes_from_its_files_to_tiers(qtbot, desk):
    drop(desk, sorted(FOLDER.glob("*.csv")))
    said = [each.accessibleName() for each in desk.pages.importing.view.panel.tiles]
    assert said == ["New accounts: 85", "New products: 7", "New purchases: 4,238", "Rows left out: 4,562"]

    press(qtbot, desk, "Apply 4,365 changes")

    view = desk.pages.accounts.view
    assert len(view.table.rows.rows) == 85
    assert "20 A, 57 B, 8 C" in view.header.status.text()
    assert "31 Dec 2017" in view.remarks.text()
