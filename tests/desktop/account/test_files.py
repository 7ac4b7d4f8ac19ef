"""The files on the page of an account, on a real book."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest

from reviewdesk.desktop.account import files as files_module
from reviewdesk.desktop.account.file_copies import PREFIX, FileCopies
from reviewdesk.desktop.account.file_dialogs import FilesToKeep, PlaceForCopy
from reviewdesk.desktop.account.file_reading import LONGEST_TEXT, MOST_PAGES, look_at
from reviewdesk.desktop.account.files import FilesPage, mime_of
from reviewdesk.desktop.account.files_part import FilesPart
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.attachments import AttachmentService
from tests.books import small_book, the


def settle(tasks):
    for _ in range(5):
        assert tasks.wait_idle()


def png(width=40, height=30):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#0F4C5C"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def pdf(pages=1):
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(200, 300)
    from io import BytesIO

    out = BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def kept(store):
    small_book(store)
    return AttachmentService(store)


@pytest.fixture
def part(opened, kept, tasks):
    """The Files tab of Hooli."""
    controller = opened("Hooli")
    made = FilesPart(FilesPage(), kept, tasks)
    controller.view.add_part(made)
    controller.show_page()
    settle(tasks)
    controller.view.open_tab("files")
    settle(tasks)
    made.controller = controller
    return made


@pytest.fixture
def told(tasks):
    heard = []
    tasks.told.connect(heard.append)
    return heard


def titles(part):
    return [part.page.rows.row(key).row.title for key in part.page.rows.keys]


def tabs_of(part):
    tabs = part.controller.view.tabs
    return [tabs.tabData(at) for at in range(tabs.count())]


def drop(page, mime):
    event = QDropEvent(
        QPointF(20, 20), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(event)


def test_without_a_file_there_is_no_tab_until_it_is_asked_for(opened, kept, tasks):
    controller = opened("Hooli")
    controller.view.add_part(FilesPart(FilesPage(), kept, tasks))
    controller.show_page()
    settle(tasks)
    keys = [controller.view.tabs.tabData(at) for at in range(controller.view.tabs.count())]
    assert "files" not in keys

    controller.view.more_menu.tab_asked.emit("files")

    assert controller.view.tabs.key == "files"


def test_dropped_files_are_kept_and_the_tab_counts_them(part, tasks, tmp_path):
    for name in ("offer.txt", "plan.txt"):
        (tmp_path / name).write_text(name)

    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("offer.txt", "plan.txt")])
    drop(part.page, mime)
    settle(tasks)

    assert titles(part) == ["offer.txt", "plan.txt"]
    assert tabs_of(part)[-1] == "files"
    assert part.controller.view.tabs.tabText(part.controller.view.tabs.count() - 1) == "Files 2"


def test_a_folder_that_is_dropped_is_refused_in_a_sentence(part, tasks, told, tmp_path):
    drop(part.page, mime_of(tmp_path))
    settle(tasks)

    assert ["is no file" in str(each) for each in told] == [True]
    assert titles(part) == []


def test_files_are_chosen_in_the_systems_dialog(part, tasks, tmp_path, monkeypatch):
    (tmp_path / "offer.txt").write_text("12 pallets")
    monkeypatch.setattr(FilesToKeep, "ask", lambda _parent: [tmp_path / "offer.txt"])

    part.page.add_asked.emit()
    settle(tasks)

    assert titles(part) == ["offer.txt"]


def test_a_copied_picture_is_pasted(part, tasks):
    QGuiApplication.clipboard().setImage(QImage.fromData(png()))

    part.page.paste()
    settle(tasks)

    assert titles(part)[0].startswith("Picture ")
    assert part.page.card.preview.picture.isVisible()
    QGuiApplication.clipboard().clear()


def test_a_text_is_read_beside_the_list(part, kept, store, tasks):
    kept.add_bytes(the(store, "Hooli").id, "words.txt", "Grüße aus Köln".encode("cp1252"))
    part.controller.show_page()
    settle(tasks)

    assert part.page.card.preview.text.toPlainText() == "Grüße aus Köln"


def test_the_arrow_keys_go_from_file_to_file(part, kept, store, tasks):
    for name in ("a.txt", "b.txt"):
        kept.add_bytes(the(store, "Hooli").id, name, name.encode())
    part.controller.show_page()
    settle(tasks)
    part.page.rows.go_to(part.page.rows.keys[0])

    QTest.keyClick(part.page.rows.row(part.page.rows.keys[0]), Qt.Key.Key_Down)
    settle(tasks)

    assert part.page.card.preview.text.toPlainText() == "b.txt"
    assert part.page.card.name.value() == "b.txt"


def test_a_file_is_renamed_as_it_is_typed(qtbot, part, kept, store, tasks):
    kept.add_bytes(the(store, "Hooli").id, "scan.pdf", pdf())
    part.controller.show_page()
    settle(tasks)

    part.page.card.name.editor.selectAll()
    qtbot.keyClicks(part.page.card.name.editor, "Contract")
    part.page.flush()
    settle(tasks)

    assert titles(part) == ["Contract.pdf"]
    assert part.page.card.name.state is FieldState.SAVED


def test_a_file_is_hung_on_a_review(part, kept, store, tasks):
    kept.add_bytes(the(store, "Hooli").id, "slides.pdf", pdf())
    part.controller.show_page()
    settle(tasks)
    review = next(each for each in part.page.card._places if each.words.startswith("Review"))

    part.page.card.typed.emit("place", review.key)
    settle(tasks)

    assert kept.files(the(store, "Hooli").id).rows[0].place == review
    assert part.page.card.place.value() == review.key


def test_a_removed_file_leaves_the_list_and_undo_brings_it_back(part, kept, store, tasks):
    kept.add_bytes(the(store, "Hooli").id, "offer.txt", b"12 pallets")
    part.controller.show_page()
    settle(tasks)

    part.page.card.buttons["remove"].click()
    settle(tasks)
    assert titles(part) == []

    store.undo()
    part.controller.show_page()
    settle(tasks)
    assert titles(part) == ["offer.txt"]


DIES = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QObject
from reviewdesk.desktop.account.file_copies import FileCopies
copies = FileCopies(QObject(), inside=Path(sys.argv[1]))
copies.copy("c" * 64, "secret.txt", lambda path: path.write_text("offer"))
os._exit(0)
"""


class Opener(QObject):
    """Stands in for the system's programs."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        """Remember what was to be opened."""
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def system():
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    yield opener
    QDesktopServices.unsetUrlHandler("file")


def test_opening_gives_the_systems_program_a_copy_that_cannot_be_written(part, kept, store, tasks, system):
    file = kept.add_bytes(the(store, "Hooli").id, "offer.txt", b"12 pallets").value
    part.controller.show_page()
    settle(tasks)

    part.page.acted.emit(file.id, "open")
    settle(tasks)

    copy = system.opened[0]
    assert (copy.name, copy.read_bytes()) == ("offer.txt", b"12 pallets")
    assert not copy.stat().st_mode & (stat.S_IWUSR | stat.S_IRGRP | stat.S_IROTH)
    part._copies.clear()
    assert not copy.exists()


def test_what_would_run_as_a_program_is_not_opened(part, kept, store, tasks, system, told):
    file = kept.add_bytes(the(store, "Hooli").id, "invoice.pdf.exe", b"MZ").value
    part.controller.show_page()
    settle(tasks)

    part.page.acted.emit(file.id, "open")
    settle(tasks)

    assert system.opened == []
    assert isinstance(told[0], ReviewDeskError)
    assert "would run as a program" in str(told[0])


def test_a_copy_is_saved_where_the_person_says(part, kept, store, tasks, tmp_path, monkeypatch):
    file = kept.add_bytes(the(store, "Hooli").id, "offer.txt", b"12 pallets").value
    part.controller.show_page()
    settle(tasks)
    monkeypatch.setattr(PlaceForCopy, "ask", lambda _parent, name: tmp_path / f"copy of {name}")

    part.page.acted.emit(file.id, "save")
    settle(tasks)

    assert (tmp_path / "copy of offer.txt").read_bytes() == b"12 pallets"


def test_dragging_a_row_carries_a_copy_out(qtbot, part, kept, store, tasks, monkeypatch):
    kept.add_bytes(the(store, "Hooli").id, "offer.txt", b"12 pallets")
    part.controller.show_page()
    settle(tasks)
    carried = []
    monkeypatch.setattr(part.page, "carry", carried.append)
    part.page.drag_asked.disconnect()
    part.page.drag_asked.connect(part._carry)
    row = part.page.rows.row(part.page.rows.keys[0])

    qtbot.mousePress(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    qtbot.mouseMove(row, row.rect().center() + files_module.QPoint(40, 0))
    settle(tasks)

    assert [each.read_bytes() for each in carried] == [b"12 pallets"]
    assert mime_of(carried[0]).urls()[0].toLocalFile() == str(carried[0])


def test_what_a_crash_left_is_swept_and_what_is_in_use_is_not(qapp, tmp_path):
    subprocess.run([sys.executable, "-c", DIES, str(tmp_path)], check=True)
    left = next(tmp_path.glob(f"{PREFIX}*"))
    assert [each.read_text() for each in left.rglob("*.txt")] == ["offer"]
    first = FileCopies(QObject(), inside=tmp_path)
    one = first.copy("a" * 64, "one.txt", lambda path: path.write_bytes(b"1"))

    second = FileCopies(QObject(), inside=tmp_path)
    second.copy("b" * 64, "two.txt", lambda path: path.write_bytes(b"2"))

    assert one.exists()
    assert not left.exists()
    first.clear()
    second.clear()
    assert list(tmp_path.iterdir()) == []


def test_a_picture_a_text_and_a_pdf_are_told_apart_by_what_they_hold():
    assert look_at(None, png()).picture.width() == 40
    assert look_at(None, b"plain words").text == "plain words"
    assert len(look_at(None, pdf(2)).pages) == 2
    nothing = look_at(None, b"\x00\x01\x02" * 50)
    assert (nothing.picture, nothing.text, nothing.pages) == (None, None, ())


def test_only_the_beginning_of_what_is_very_long_is_shown():
    assert look_at(None, pdf(MOST_PAGES + 3)).remark == "The first 20 pages."
    long = look_at(None, b"a" * (LONGEST_TEXT + 10))
    assert (len(long.text), long.remark) == (LONGEST_TEXT, "The first 200,000 characters.")


def test_a_broken_pdf_says_so_and_a_broken_picture_is_only_a_file():
    assert "locked or damaged" in look_at(None, b"%PDF-1.7 nothing").remark
    assert look_at(None, b"%PDF-1.7 nothing").pages == ()
    assert look_at(None, png()[:20] + os.urandom(8).replace(b"\n", b"") + b"\0").picture is None


def test_a_huge_picture_is_shown_smaller():
    assert look_at(None, png(4000, 100)).picture.width() == 2000
