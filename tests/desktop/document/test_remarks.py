"""A second reader's remarks stand beside the page, are kept in the book, and are named before a summary goes."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop.document import dialogs
from reviewdesk.desktop.document.controller import DocumentController
from reviewdesk.desktop.document.marks import MarkKind
from reviewdesk.desktop.document.view import DocumentView
from reviewdesk.domain.audience import Audience, audiences_of
from reviewdesk.domain.remark import MeantWords, Remark
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.page_texts import texts_of
from reviewdesk.services.remarks import RemarkService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from tests.books import a_store, small_book, the
from tests.desktop.document.sources import sources_on

CTRL = Qt.KeyboardModifier.ControlModifier


class Page:
    """The page of a finished summary with room for remarks."""

    def __init__(self, store, tasks, qtbot) -> None:
        self.store, self.tasks, self.qtbot = store, tasks, qtbot
        self.meetings = MeetingService(store, Journal(store.path))
        self.review_id = ReviewService(store).start_now(the(store, "Łódź Logistics").id).value.id
        self.meetings.save_notes(self.review_id, "+ They like the dashboard\n/d Trial in January")
        self.view = DocumentView()
        self.controller = DocumentController(self.view, sources_on(store), tasks)
        self.mails: list[object] = []
        self.controller.mail_asked.connect(self.mails.append)
        qtbot.addWidget(self.view)
        self.view.resize(1366, 900)
        self.view.show()
        self.controller.show_document(self.meetings.finish(self.review_id).value.summary.id)
        self.settle()

    def settle(self) -> None:
        """Wait until all that was asked for is done and drawn."""
        for _ in range(3):
            assert self.tasks.wait_idle()
            self.qtbot.wait(10)

    @property
    def panel(self):
        """The remarks beside the pages."""
        return self.view.side.remarks

    @property
    def kept(self):
        """The remarks as they stand in the book."""
        return RemarkService(self.store).of_review(self.review_id).remarks

    def remark(self, words: str, by: str = "Lena Brandt") -> None:
        """Write a remark on the decision."""
        line = next(each for each in self.controller._shown.lines if each.part == "Decided")
        self.controller.remarking.begin(line)
        self.panel.who.setCurrentText(by)
        QTest.keyClicks(self.panel.words, words)
        QTest.keyClick(self.panel.words, Qt.Key.Key_Return)
        self.settle()


@pytest.fixture
def page(tmp_path, tasks, qtbot, theme):
    store = small_book(a_store(tmp_path))
    made = Page(store, tasks, qtbot)
    yield made
    made.view.hide()
    made.tasks.wait_idle()
    store.close()


def test_a_remark_is_pinned_to_its_line_kept_in_the_book_and_never_in_the_document(page):
    page.remark("Which depot? They will ask.")

    (remark,) = page.kept
    assert (remark.words, remark.by, remark.part, remark.line, remark.number) == (
        "Which depot? They will ask.", "Lena Brandt", "Decided", "Trial in January", 1
    )  # fmt: skip
    (mark,) = page.view.pages.marks_of[MarkKind.REMARK]
    line = next(each for each in page.controller._shown.lines if each.part == "Decided")
    assert (mark.page, mark.areas) == (line.page, line.areas)
    assert "depot" not in text_of(sources_on(page.store).documents.check(page.controller._shown.summary_id).pdf)
    assert "Lena Brandt" in page.panel.cards[0].accessibleName()


def test_what_is_still_open_is_named_before_the_mail_is_drafted(page):
    page.remark("Which depot?")
    QTest.keyClick(page.view.pages, Qt.Key.Key_Return, CTRL)
    page.settle()

    assert page.mails == []
    assert page.view.question.sentence.text() == "1 remark is still open: “Which depot?” (Lena Brandt)."
    page.view.question.buttons[0].click()
    assert page.view.side.is_open("remarks")
    QTest.keyClick(page.view.pages, Qt.Key.Key_Return, CTRL)
    page.view.question.buttons[1].click()
    assert page.mails == [page.controller._shown.summary_id]


def test_a_remark_that_is_done_holds_nothing_up_and_can_be_opened_again(page):
    page.remark("Which depot?")
    page.panel.cards[0].done.click()
    page.settle()

    assert page.kept[0].done_on == page.store.clock.today()
    assert page.view.pages.marks_of[MarkKind.REMARK] == ()
    page.view.header.mail.click()
    assert len(page.mails) == 1
    page.panel.cards[0].done.click()
    page.settle()
    assert page.kept[0].is_open


def test_marking_as_sent_and_finishing_a_draft_ask_too(page):
    page.remark("Which depot?")
    page.view.header.sent.click()
    page.settle()
    assert page.view.question.isVisible()
    assert sources_on(page.store).documents.newest(page.review_id).sent_on is None

    page.controller.show_draft(page.review_id)
    page.settle()
    page.view.header.finish.click()
    page.settle()
    assert "still open" in page.view.question.sentence.text()


def test_a_remark_is_removed_and_that_is_undone(page):
    page.remark("Which depot?")
    page.panel.cards[0].remove.click()
    page.settle()
    assert page.kept == ()

    page.store.undo()
    assert [each.words for each in page.kept] == ["Which depot?"]


def test_a_remark_on_the_page_in_sight_goes_by_one_key(page):
    QTest.keyClick(page.view.pages, Qt.Key.Key_M, CTRL)
    QTest.keyClicks(page.panel.words, "Too long")
    QTest.keyClick(page.panel.words, Qt.Key.Key_Return)
    page.settle()

    assert [(each.words, each.page, each.line) for each in page.kept] == [("Too long", 1, "")]


def test_nobody_but_our_side_may_read_a_remark():
    kinds = {**audiences_of(Remark), **audiences_of(MeantWords)}
    assert set(kinds.values()) == {Audience.OUR_SIDE}
    assert Remark(account_id=None, review_id=None, words="x", made_on=date(2026, 11, 27)).is_open


def test_a_reader_elsewhere_gets_the_draft_with_numbers_and_the_list_marked_for_our_side(page, monkeypatch, tmp_path):
    suggested: list[str] = []

    def place(cls, parent, path):
        suggested.append(path.name)
        return tmp_path / path.name

    monkeypatch.setattr(dialogs.SaveDialog, "ask", classmethod(place))
    page.remark("Which depot?")
    count = page.view.pages.count
    page.panel.export.click()
    page.settle()
    pdf = (tmp_path / suggested[0]).read_bytes()

    assert suggested[0].endswith("-draft-with-remarks-for-our-side.pdf")
    texts = texts_of(pdf)
    assert len(texts) == count + 1
    assert all("DRAFT · For our side" in each for each in texts[:count])
    assert "Which depot?" in texts[-1]
    assert "Lena Brandt" in texts[-1]
    assert "Trial in January" in texts[0]
    (tmp_path / "out.pdf").write_bytes(pdf)
