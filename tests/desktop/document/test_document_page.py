"""A summary on screen: pages as the reader sees them, and nothing internal leaves unless it is meant."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication

from reviewdesk.desktop.document import dialogs
from reviewdesk.desktop.document.controller import DocumentController
from reviewdesk.desktop.document.marks import boxes
from reviewdesk.desktop.document.pages import draw_pages
from reviewdesk.desktop.document.view import DocumentView
from reviewdesk.domain.review import ReviewState
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from tests.books import a_store, small_book, the
from tests.desktop.document.sources import sources_on

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
CLEAN = "+ They like the dashboard\n/we send the plan by fri\n/d Trial in January"
LEAKY = CLEAN + "\n+ They say we beat Globex Corporation"


class Page:
    """The page of a finished review's summary, on a real store."""

    def __init__(self, store, tasks, qtbot, notes: str) -> None:
        self.store, self.tasks, self.qtbot = store, tasks, qtbot
        self.meetings = MeetingService(store, Journal(store.path))
        self.documents = DocumentService(store, FONTS)
        review = ReviewService(store).start_now(the(store, "Łódź Logistics").id).value
        self.meetings.save_notes(review.id, notes)
        self.finished = self.meetings.finish(review.id).value
        self.view = DocumentView()
        self.controller = DocumentController(self.view, sources_on(store), tasks)
        self.told: list[str] = []
        tasks.told.connect(self.hear)
        qtbot.addWidget(self.view)
        self.view.resize(1366, 768)
        self.view.show()
        self.controller.show_document(self.finished.summary.id)
        self.settle()

    def hear(self, error) -> None:
        """Note what the person is told."""
        self.told.append(str(error))

    def settle(self) -> None:
        """Wait until all that was asked for is done and drawn."""
        assert self.tasks.wait_idle()
        self.qtbot.wait(120)
        assert self.tasks.wait_idle()

    @property
    def review(self):
        """The review as it stands in the book."""
        with self.store.read() as reading:
            return reading.reviews.get(self.finished.review.id)


@pytest.fixture
def book(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


@pytest.fixture
def page(book, tasks, qtbot, theme):
    pages: list[Page] = []

    def opened(notes: str = CLEAN) -> Page:
        pages.append(Page(book, tasks, qtbot, notes))
        return pages[-1]

    yield opened
    for each in pages:
        each.view.hide()
        each.tasks.wait_idle()


def save_to(monkeypatch, path: Path | None) -> list[Path]:
    """Answer the dialog with a path and collect what it suggested."""
    suggested: list[Path] = []

    def answer(cls, parent, name: Path, kinds=()) -> Path | None:
        suggested.append(name)
        return path

    monkeypatch.setattr(dialogs.SaveDialog, "ask", classmethod(answer))
    return suggested


def wide(shown) -> float:
    """Give how many pixels wide the first page is."""
    return shown.view.pages.layout_of_pages.page(1).width()


def picture(shown):
    """Give the picture of the first page."""
    return shown.view.pages._cache.get(1)


def test_the_pages_are_shown_sharp_and_as_wide_as_the_room(page):
    shown = page()

    assert shown.view.thumbs.count() == shown.view.pages.count >= 1
    assert abs(wide(shown) - picture(shown).width()) <= 2
    assert 0.5 < wide(shown) / shown.view.pages.viewport().width() <= 1


def test_a_page_is_drawn_with_the_ink_of_its_text(page):
    pdf = page().documents.check(page().finished.summary.id).pdf
    drawn = draw_pages(pdf, 1.0)[0]
    colours = {drawn.image.pixelColor(x, y).lightness() for x in range(0, 590, 3) for y in range(0, 300, 3)}

    assert (round(drawn.width), round(drawn.height)) == (595, 842)
    assert drawn.image.pixelColor(2, 2) == QColor(Qt.GlobalColor.white)
    assert min(colours) < 90


def test_zooming_asks_for_pages_as_sharp_as_they_are_large(page):
    shown = page()
    before = wide(shown)
    shown.view.bar.larger.click()
    shown.settle()

    assert wide(shown) > before
    assert abs(wide(shown) - picture(shown).width()) <= 2
    shown.view.bar.fit.click()
    shown.settle()
    assert wide(shown) == before


def test_a_leak_is_marked_on_the_page_where_it_stands(page):
    shown = page(LEAKY)

    assert [each.leak.words for each in shown.view.leaks.cards] == ["Globex Corporation"]
    leak = shown.view.leaks.cards[0].leak
    mark = shown.view._leak_marks[leak]
    box = boxes(mark, shown.view.pages.layout_of_pages)[0]
    assert shown.view.pages.layout_of_pages.page(leak.page).contains(box)
    shown.view.go_to_leak(leak)
    at = box.topLeft().toPoint() - QPoint(0, shown.view.pages.verticalScrollBar().value())
    assert shown.view.pages.viewport().grab().toImage().pixelColor(at).red() > 150


def test_saving_is_refused_while_a_leak_is_undecided(page, monkeypatch, tmp_path):
    suggested = save_to(monkeypatch, tmp_path / "out.pdf")
    shown = page(LEAKY)
    shown.view.header.save.click()
    shown.view.header.sent.click()
    shown.settle()

    assert suggested == []
    assert not (tmp_path / "out.pdf").exists()
    assert shown.review.state is ReviewState.HELD
    assert all("Globex Corporation" in each for each in shown.told)
    assert len(shown.told) == 2


def test_taking_a_leak_out_makes_the_next_version_and_it_can_leave(page, monkeypatch, tmp_path):
    save_to(monkeypatch, tmp_path / "out.pdf")
    shown = page(LEAKY)
    done: list[str] = []
    shown.controller.done_told.connect(done.append)
    shown.view.leaks.cards[0].take_out.click()
    shown.settle()

    assert not shown.view.leaks.isVisible()
    assert done == ["Taken out: “Globex Corporation”. Version 2 is without it."]
    assert [shown.view.header.versions.itemText(at)[:9] for at in range(2)] == ["Version 2", "Version 1"]
    shown.view.header.save.click()
    shown.settle()
    text = text_of((tmp_path / "out.pdf").read_bytes())
    assert "Globex" not in text
    assert "They like the dashboard" in text


def test_what_is_meant_stays_and_can_leave(page, monkeypatch, tmp_path):
    save_to(monkeypatch, tmp_path / "out.pdf")
    shown = page(LEAKY)
    shown.view.leaks.cards[0].meant.click()
    shown.settle()
    shown.view.header.save.click()
    shown.settle()

    assert "Globex Corporation" in text_of((tmp_path / "out.pdf").read_bytes())
    assert shown.told == []


def test_the_folder_is_remembered_and_the_name_is_the_documents_own(page, monkeypatch, tmp_path):
    suggested = save_to(monkeypatch, tmp_path / "out.pdf")
    shown = page()
    kept: list[str] = []
    shown.controller.leaving.folder_kept.connect(kept.append)
    shown.view.header.save.click()
    shown.settle()
    shown.view.header.save.click()
    shown.settle()

    assert suggested[0].name == "Łódź-Logistics-2026-Q4-review-summary-v1.pdf"
    assert suggested[1].parent == tmp_path
    assert kept == [str(tmp_path)] * 2


def test_nothing_is_written_when_the_person_thinks_better_of_it(page, monkeypatch):
    save_to(monkeypatch, None)
    shown = page()
    shown.view.header.save.click()
    shown.settle()

    assert shown.told == []


def test_it_is_said_where_it_was_saved(page, monkeypatch, tmp_path):
    save_to(monkeypatch, tmp_path / "out.pdf")
    shown = page()
    done: list[str] = []
    shown.controller.done_told.connect(done.append)
    shown.view.header.save.click()
    shown.settle()

    assert done == [f"Saved as out.pdf in {tmp_path}"]


def test_a_folder_that_is_not_there_is_refused_and_not_made(page, monkeypatch, tmp_path):
    save_to(monkeypatch, tmp_path / "Documnets" / "out.pdf")
    shown = page()
    shown.view.header.save.click()
    shown.settle()

    assert shown.told == [f"There is no folder {tmp_path / 'Documnets'}. Choose one that is there, or make it first."]
    assert not (tmp_path / "Documnets").exists()


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left(page, monkeypatch, tmp_path):
    (tmp_path / "stick").write_text("no folder")
    save_to(monkeypatch, tmp_path / "stick" / "out.pdf")
    shown = page()
    shown.view.header.save.click()
    shown.settle()

    assert len(shown.told) == 1
    assert (tmp_path / "stick").read_text() == "no folder"


def test_marking_as_sent_is_kept_with_the_review(page):
    shown = page()
    shown.view.header.sent.click()
    shown.settle()

    assert shown.review.state in {ReviewState.SENT, ReviewState.CLOSED}
    assert shown.review.sent_on == shown.store.clock.today()
    assert not shown.view.header.sent.isEnabled()


def test_a_version_after_the_one_sent_can_be_sent_itself(page):
    shown = page()
    shown.view.header.sent.click()
    shown.settle()
    shown.meetings.save_notes(shown.finished.review.id, f"{CLEAN}\n/d A second depot")
    fresh = shown.meetings.finish(shown.finished.review.id).value.summary
    shown.controller.show_document(fresh.id)
    shown.settle()

    head = shown.view.header
    assert [head.versions.itemText(at).split(", ")[-1] for at in range(2)] == ["not sent", "sent 24 Nov"]
    assert "not sent, they have version 1" in head.about.text()
    head.sent.click()
    shown.settle()
    assert shown.documents.newest(shown.finished.review.id).sent_on == shown.store.clock.today()
    assert not head.sent.isEnabled()


def test_printing_puts_each_page_on_paper(page, monkeypatch, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    monkeypatch.setattr(dialogs.PrintDialog, "ask", classmethod(lambda cls, parent, title: printer))
    shown = page()
    shown.view.print_asked.emit()
    shown.settle()

    assert len(draw_pages((tmp_path / "paper.pdf").read_bytes(), 0.3)) == shown.view.pages.count


def test_a_new_version_is_shown_and_not_the_one_looked_at_before(page):
    shown = page()
    shown.meetings.save_notes(shown.finished.review.id, f"{CLEAN}\n/d A second depot")
    fresh = shown.meetings.finish(shown.finished.review.id).value.summary
    shown.controller.show_document(fresh.id)
    shown.controller.show_page()
    shown.settle()

    assert "-v2.pdf" in shown.view.header.about.text()


def test_a_version_that_was_taken_back_gives_way_to_the_one_before(page):
    shown = page()
    shown.meetings.save_notes(shown.finished.review.id, f"{CLEAN}\n/d A second depot")
    shown.controller.show_document(shown.meetings.finish(shown.finished.review.id).value.summary.id)
    shown.settle()
    shown.store.undo()
    shown.controller.show_page()
    shown.settle()

    assert "-v1.pdf" in shown.view.header.about.text()
    assert shown.told == []


def test_finishing_taken_back_leads_to_the_review_and_the_next_summary_is_shown(page, qtbot):
    shown = page()
    shown.store.undo()
    with qtbot.waitSignal(shown.controller.review_asked) as asked:
        shown.controller.show_page()
    fresh = shown.meetings.finish(shown.finished.review.id).value.summary
    shown.controller.show_document(fresh.id)
    shown.controller.show_page()
    shown.settle()

    assert asked.args == [shown.finished.review.id]
    assert shown.controller._shown.summary_id == fresh.id
    assert shown.told == []


def test_back_goes_to_the_review(page, qtbot):
    shown = page()
    with qtbot.waitSignal(shown.controller.review_asked) as asked:
        shown.view.header.back.click()
    assert asked.args == [shown.finished.review.id]


def test_an_older_version_can_be_looked_at_again(page):
    shown = page(LEAKY)
    shown.view.leaks.cards[0].take_out.click()
    shown.settle()
    shown.view.header.versions.setCurrentIndex(1)
    shown.view.header.versions.activated.emit(1)
    shown.settle()

    assert "-v1.pdf" in shown.view.header.about.text()
    found = [each.leak.words for each in shown.view.leaks.cards]
    assert found == ["They say we beat Globex Corporation", "Globex Corporation"]
    assert replace(shown.finished.summary, version=0).number == 1


def test_what_must_not_leave_is_not_copied_either(page):
    shown = page(LEAKY)
    QGuiApplication.clipboard().setText("before")
    shown.view.pages.selectAll()
    shown.settle()
    shown.view.pages.copy()
    assert QGuiApplication.clipboard().text() == "before"
    assert "nothing was copied" in shown.told[-1]

    for card in list(shown.view.leaks.cards):
        shown.view.meant_asked.emit(card.leak.words)
        shown.settle()
    shown.view.pages.selectAll()
    shown.settle()
    shown.view.pages.copy()
    assert "Globex Corporation" in QGuiApplication.clipboard().text()


def test_another_document_begins_at_its_first_page_and_the_same_one_where_it_was_left(page):
    shown = page("\n".join(["/we send it by fri " + "and so on " * 12] * 60))
    assert shown.view.pages.count > 1
    shown.view.pages.go_to_page(2)
    shown.view.show_document(shown.controller._shown)
    assert shown.view.pages.page == 2

    shown.view.show_document(replace(shown.controller._shown, title="Hand-off of Hooli"))

    assert shown.view.pages.page == 1
