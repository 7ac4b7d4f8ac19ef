"""A printed line is reworded where it stands: the note stays, the wording is kept with what the line comes from."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop.document.controller import DocumentController
from reviewdesk.desktop.document.marks import MarkKind, boxes
from reviewdesk.desktop.document.view import DocumentView
from reviewdesk.domain.said import Consent
from reviewdesk.domain.summary import from_json
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from tests.books import a_store, small_book, the
from tests.desktop.document.sources import sources_on

NOTES = """+ They like the dashboard
/we send the plan by fri
/they send the volumes by fri
/d Trial in January
!! Crates arrive wet
! Trial in January"""


class Page:
    """The page of a review's draft or summary, on a real store."""

    def __init__(self, store, tasks, qtbot) -> None:
        self.store, self.tasks, self.qtbot = store, tasks, qtbot
        self.meetings = MeetingService(store, Journal(store.path))
        self.review_id = ReviewService(store).start_now(the(store, "Łódź Logistics").id).value.id
        self.meetings.save_notes(self.review_id, NOTES)
        self.meetings.change(self.review_id, "sentences", ("A good quarter.", "Trial in January."))
        self.view = DocumentView()
        self.controller = DocumentController(self.view, sources_on(store), tasks)
        self.told: list[str] = []
        tasks.told.connect(self.hear)
        qtbot.addWidget(self.view)
        self.view.resize(1366, 900)
        self.view.show()

    def hear(self, error) -> None:
        """Note what the person is told."""
        self.told.append(str(error))

    def finish(self) -> None:
        """Finish the review, and show its summary."""
        self.controller.show_document(self.meetings.finish(self.review_id).value.summary.id)
        self.settle()

    def draft(self) -> None:
        """Show the draft."""
        self.controller.show_draft(self.review_id)
        self.settle()

    def settle(self) -> None:
        """Wait until all that was asked for is done and drawn."""
        for _ in range(2):
            assert self.tasks.wait_idle()
            self.qtbot.wait(20)

    @property
    def shown(self):
        """What is shown."""
        return self.controller._shown

    def line(self, part: str, words: str):
        """Give the line that says so."""
        return next(each for each in self.shown.lines if (each.part, each.words) == (part, words))

    def reword(self, part: str, words: str, fresh: str) -> None:
        """Press a line on the page, type other words, and press Enter."""
        line = self.line(part, words)
        pages = self.view.pages
        mark = next(each for each in pages.marks_of[MarkKind.LINE] if each.key == line)
        pages.go_to_mark(mark)
        box = boxes(mark, pages.layout_of_pages)[0].translated(0, -pages.verticalScrollBar().value())
        QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
        editor = self.controller.rewording.editor
        assert editor.isVisible(), f"nothing opened over {words!r}"
        editor.words.selectAll()
        QTest.keyClicks(editor.words, fresh)
        QTest.keyClick(editor.words, Qt.Key.Key_Return)
        self.settle()

    @property
    def review(self):
        """The review as it stands in the book."""
        with self.store.read() as reading:
            return reading.reviews.get(self.review_id)

    @property
    def value(self):
        """The newest summary."""
        return from_json(sources_on(self.store).documents.newest(self.review_id).value)


@pytest.fixture
def page(tmp_path, tasks, qtbot, theme):
    store = small_book(a_store(tmp_path))
    made = Page(store, tasks, qtbot)
    yield made
    made.view.hide()
    made.tasks.wait_idle()
    store.close()


def test_every_line_that_was_typed_is_found_where_it_stands(page):
    page.finish()
    assert {each.part for each in page.shown.lines} == {
        "Sentence", "What we heard", "Decided", "We will", "You will", "Your concerns"
    }  # fmt: skip
    assert all(each.page and each.areas for each in page.shown.lines)
    areas = [(each.page, each.areas) for each in page.shown.lines]
    assert len(set(areas)) == len(areas)


def test_a_promise_pressed_on_the_page_is_reworded_and_the_note_stays(page):
    page.finish()
    page.reword("We will", "Send the plan", "Send you the plan for the trial")

    assert page.value.we_will[0].what == "Send you the plan for the trial"
    assert page.value.version == 2
    assert page.review.lines[1].text == "/we send the plan by fri"
    assert page.review.lines[1].print_wording == "Send you the plan for the trial"
    assert "Send you the plan for the trial" in text_of(page.shown.pdf)
    assert page.meetings.finish(page.review_id).value.summary.number == 2
    assert page.told == []


def test_each_kind_keeps_its_wording_with_its_own_record(page):
    page.finish()
    page.reword("Sentence", "A good quarter.", "A very good quarter.")
    page.reword("Decided", "Trial in January", "The trial begins in January")
    page.reword("Your concerns", "Crates arrive wet", "Goods reach you damp")
    page.reword("What we heard", "They like the dashboard", "The dashboard is liked")

    assert page.review.sentences == ("A very good quarter.", "Trial in January.")
    assert page.review.lines[3].print_wording == "The trial begins in January"
    with page.store.read() as reading:
        said = {each.words: each.summary for each in reading.concerns.where(review_id=page.review_id)}
    assert said == {"Crates arrive wet": "Goods reach you damp", "Trial in January": "Trial in January"}
    assert page.review.lines[0].print_wording == "The dashboard is liked"
    assert page.value.version == 5
    assert page.meetings.finish(page.review_id).value.summary.number == 5


def test_the_same_words_twice_are_two_lines(page):
    page.finish()
    page.reword("Your concerns", "Trial in January", "January is early for a trial")

    assert page.value.decisions == ("Trial in January",)
    assert "January is early for a trial" in [each.summary for each in page.value.concerns]


def test_a_reworded_summary_looks_as_documents_look_today(page):
    page.finish()
    with page.store.write("Footer") as work:
        work.books.put(replace(work.book, footer="Northgate, Harbour Street 1"))
    page.reword("Decided", "Trial in January", "A trial in January")

    assert page.value.branding.footer == "Northgate, Harbour Street 1"
    assert "Harbour Street" in text_of(page.shown.pdf)


def test_it_can_be_undone_in_one_step(page):
    page.finish()
    page.reword("Decided", "Trial in January", "A trial in January")
    page.store.undo()

    assert page.value.version == 1
    assert page.review.lines[3].print_wording == ""


def test_a_draft_is_drawn_anew_and_no_version_is_made(page):
    page.draft()
    assert page.view.header.badge.text == "Draft"
    assert not page.view.header.save.isVisible()
    page.reword("Decided", "Trial in January", "The trial begins in January")

    assert "The trial begins in January" in text_of(page.shown.pdf)
    assert not page.review.is_finished
    page.view.header.finish.click()
    page.settle()
    assert page.value.decisions == ("The trial begins in January",)
    assert page.shown.version.number == 1


def test_a_quote_is_printed_as_noted_and_can_become_something_heard(page):
    quote_notes = f'{NOTES}\n" We never know when the lorry comes'
    page.meetings.save_notes(page.review_id, quote_notes)
    with page.store.read() as reading:
        quote = reading.quotes.where(review_id=page.review_id)[0]
    page.meetings.consent(quote.id, Consent.UNNAMED)
    page.finish()
    line = page.line("What we heard", "We never know when the lorry comes")
    page.controller.rewording.begin(line)
    editor = page.controller.rewording.editor

    assert editor.words.isReadOnly()
    assert "only as noted" in editor.why.text()
    assert not editor.keep.isVisible()
    editor.heard.click()
    page.settle()
    heard = next(each for each in page.value.heard if "lorry" in each.text)
    assert (heard.quoted, heard.said_by) == (False, "")
    assert page.review.lines[-1].text == '" We never know when the lorry comes'
    assert page.meetings.finish(page.review_id).value.summary.number == 2


def test_it_all_goes_by_keys_alone(page):
    page.finish()
    QTest.keyClick(page.view.pages, Qt.Key.Key_F2)
    lines = page.view.side.lines.list
    assert lines.line.words == "A good quarter."
    QTest.keyClick(lines, Qt.Key.Key_Down)
    QTest.keyClick(lines, Qt.Key.Key_F2)
    editor = page.controller.rewording.editor
    assert editor.isVisible()
    assert editor.line.words == "Trial in January."
    QTest.keyClick(editor.words, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert page.value.version == 1


def test_an_older_version_is_looked_at_only(page):
    page.finish()
    first = page.shown.summary_id
    page.reword("Decided", "Trial in January", "A trial in January")
    page.controller.show_document(first)
    page.settle()

    assert page.shown.lines == ()
    assert not page.view.side.is_open("lines")


def test_what_is_being_typed_stays_when_the_pages_are_drawn_anew(page):
    page.finish()
    page.controller.rewording.begin(page.line("Decided", "Trial in January"))
    editor = page.controller.rewording.editor
    editor.words.setPlainText("A trial begins in Jan")
    page.controller.show_page()
    page.settle()

    assert editor.isVisible()
    assert editor.words.toPlainText() == "A trial begins in Jan"
    editor.keep.click()
    page.settle()
    assert page.value.decisions == ("A trial begins in Jan",)
