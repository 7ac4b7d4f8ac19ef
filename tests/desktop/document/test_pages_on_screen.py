"""The pages of any document: drawn only where one looks, searched, chosen from, and gone through by keys."""

from io import BytesIO
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from reviewdesk.desktop import drafting
from reviewdesk.desktop.document.controller import DocumentController
from reviewdesk.desktop.document.marks import MarkKind, boxes
from reviewdesk.desktop.document.page_layout import Fit, PageLayout, fitting
from reviewdesk.desktop.document.sources import Paper
from reviewdesk.desktop.document.view import DocumentView
from reviewdesk.domain.errors import LeakError
from reviewdesk.domain.held_back import HeldBack, HeldLeak
from reviewdesk.services.print_outs import PrintOut
from tests.books import a_store, small_book
from tests.desktop.document.sources import sources_on

A4 = (595, 842)


def a_pdf(count: int, *, links: tuple[str, ...] = ()) -> bytes:
    """Make a PDF of so many pages, each with its number, a line that goes on, and some links on the first."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number in range(1, count + 1):
        canvas.drawString(72, 700, f"This is page number {number}")
        canvas.drawString(72, 680, "The Résumé of the QUARTER is")
        canvas.drawString(72, 660, "ready for everybody")
        for at, each in enumerate(links if number == 1 else ()):
            canvas.linkURL(each, (72, 600 - 40 * at, 200, 620 - 40 * at))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


class Shown:
    """The page of a document that is made from nothing but its PDF."""

    def __init__(self, store, tasks, qtbot, pdf: bytes) -> None:
        self.tasks, self.qtbot = tasks, qtbot
        self.view = DocumentView()
        self.controller = DocumentController(self.view, sources_on(store), tasks)
        qtbot.addWidget(self.view)
        self.view.resize(1366, 768)
        self.view.show()
        self.controller.show_paper(Paper("Portfolio", lambda: PrintOut(pdf, "portfolio-for-our-side.pdf")))
        self.settle()

    @property
    def pages(self):
        """The pages."""
        return self.view.pages

    @property
    def said(self) -> str:
        """What the search says it found."""
        return self.view.finder.count.text()

    def settle(self) -> None:
        """Wait until all that was asked for is done and drawn."""
        assert self.tasks.wait_idle()
        self.qtbot.wait(20)
        assert self.tasks.wait_idle()

    def search(self, words: str) -> None:
        """Type words into the search and press Enter."""
        QTest.keyClick(self.pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        self.view.finder.line.setText(words)
        QTest.keyClick(self.view.finder.line, Qt.Key.Key_Return)
        self.settle()

    def place(self, number: int, x: float, y: float) -> QPoint:
        """Give where a point of a page lies on the screen."""
        at = self.pages.layout_of_pages.box(number, (x, y, x, y)).topLeft()
        return (at - QPointF(0, self.pages.verticalScrollBar().value())).toPoint()


@pytest.fixture
def show(tmp_path, tasks, qtbot, theme):
    store = small_book(a_store(tmp_path))
    made: list[Shown] = []

    def shown(pdf: bytes) -> Shown:
        made.append(Shown(store, tasks, qtbot, pdf))
        return made[-1]

    yield shown
    for each in made:
        each.view.hide()
        each.tasks.wait_idle()
    store.close()


def test_of_three_hundred_pages_only_those_in_sight_are_drawn_and_few_are_kept(show):
    shown = show(a_pdf(300))
    assert shown.pages.count == shown.view.thumbs.count() == 300
    assert len(shown.pages._cache) <= 4
    assert len(shown.view.thumbs._drawn) < 20

    for number in range(1, 300, 25):
        shown.pages.go_to_page(number)
        shown.settle()
    shown.pages.zoom_by(3)
    shown.settle()
    assert shown.pages._cache.size <= 120_000_000
    assert len(shown.view.thumbs._drawn) <= 120


def test_a_page_is_drawn_for_every_pixel_of_the_screen_at_any_zoom(show):
    shown = show(a_pdf(2))
    for factor in (1.7, 2.0, 0.3):
        shown.pages.zoom_by(factor)
        shown.settle()
        wanted = shown.pages.layout_of_pages.page(1).width() * shown.pages.devicePixelRatioF()
        assert abs(shown.pages._cache.get(1).width() - wanted) <= 2


def test_the_keys_lead_through_the_pages(show):
    shown = show(a_pdf(9))
    for key, page in ((Qt.Key.Key_End, 9), (Qt.Key.Key_Home, 1)):
        QTest.keyClick(shown.pages, key)
        shown.settle()
        assert shown.pages.in_sight()[0 if page == 1 else -1] == page
    QTest.keyClick(shown.pages, Qt.Key.Key_PageDown)
    assert shown.pages.verticalScrollBar().value() > 300
    QTest.keyClick(shown.pages, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(shown.view.bar.number, "7")
    QTest.keyClick(shown.view.bar.number, Qt.Key.Key_Return)
    assert shown.pages.page == 7
    assert shown.view.thumbs.currentRow() == 6
    assert shown.pages.accessibleDescription() == "Page 7 of 9"


def test_ctrl_and_the_wheel_zoom_about_the_pointer(show):
    shown = show(a_pdf(3))
    point = QPointF(shown.place(2, 100, 700))
    before = shown.pages.layout_of_pages.point(1, *(shown.pages.at(QPointF(300, 200))).toTuple())
    assert point is not None
    wheel = QWheelEvent(
        QPointF(300, 200), shown.pages.mapToGlobal(QPointF(300, 200)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    scale = shown.pages.scale
    QApplication.sendEvent(shown.pages.viewport(), wheel)
    after = shown.pages.layout_of_pages.point(1, *(shown.pages.at(QPointF(300, 200))).toTuple())

    assert shown.pages.scale == pytest.approx(scale * 1.2)
    assert after[1] == pytest.approx(before[1], abs=2)


def test_a_page_can_be_fitted_whole():
    scale = fitting([A4], Fit.PAGE, QSize(1000, 700))
    assert PageLayout((A4,), scale, 1000).page(1).height() <= 700
    assert fitting([A4], Fit.WIDTH, QSize(1000, 700)) > scale


def test_words_are_found_without_case_and_accents_and_over_the_end_of_a_line(show):
    shown = show(a_pdf(30))
    shown.search("resume of the quarter is ready")

    assert shown.said == "1 of 30"
    assert [each.page for each in shown.pages.marks_of[MarkKind.HIT]] == list(shown.pages.in_sight())
    QTest.keyClick(shown.view.finder.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    shown.settle()
    assert shown.said == "30 of 30"
    assert 30 in shown.pages.in_sight()
    QTest.keyClick(shown.view.finder.line, Qt.Key.Key_Return)
    assert shown.said == "1 of 30"


def test_a_hit_is_marked_where_the_words_stand(show):
    shown = show(a_pdf(40))
    shown.search("page number 33")
    hit = shown.pages.current
    left, bottom, right, top = hit.areas[0]

    assert (shown.said, hit.page) == ("1 of 1", 33)
    assert 72 <= left < right < 200
    assert 695 < bottom < top < 715
    assert (
        shown.pages.viewport()
        .rect()
        .toRectF()
        .contains(boxes(hit, shown.pages.layout_of_pages)[0].translated(0, -shown.pages.verticalScrollBar().value()))
    )
    QTest.keyClick(shown.view.finder.line, Qt.Key.Key_Escape)
    assert not shown.view.finder.isVisible()
    assert not shown.pages.marks_of[MarkKind.HIT]


def test_what_is_not_there_is_said(show):
    shown = show(a_pdf(2))
    shown.search("Zanzibar")
    assert shown.said == "Not found"
    assert not shown.view.finder.next.isEnabled()


def test_text_is_chosen_by_drawing_over_it_and_copied(show):
    shown = show(a_pdf(1))
    port = shown.pages.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=shown.place(1, 73, 704))
    QTest.mouseMove(port, shown.place(1, 150, 690))
    QTest.mouseMove(port, shown.place(1, 400, 664))
    shown.settle()
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=shown.place(1, 400, 664))
    shown.pages.copy()

    assert QGuiApplication.clipboard().text() == (
        "This is page number 1\nThe Résumé of the QUARTER is\nready for everybody"
    )
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=shown.place(1, 150, 684))
    shown.settle()
    shown.pages.copy()
    assert QGuiApplication.clipboard().text() == "Résumé" or shown.controller.selecting.text in {"of", "Résumé", "the"}


def test_only_links_to_the_web_a_mail_or_a_telephone_can_be_pressed(show, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(drafting, "open_link", lambda link: opened.append(link) or True)
    links = ("https://example.com/a", "javascript:alert(1)", "file:///etc/passwd", "mailto:a@example.com", "tel:+49711")
    shown = show(a_pdf(1, links=links))
    for at in range(len(links)):
        QTest.mouseClick(shown.pages.viewport(), Qt.MouseButton.LeftButton, pos=shown.place(1, 100, 610 - 40 * at))

    assert opened == [links[0], links[3], links[4]]


def test_a_document_that_is_held_back_is_shown_until_each_find_is_decided(show, tmp_path):
    shown = show(a_pdf(1))
    leaks = (HeldLeak("a rival", "QUARTER", 1, ((72, 678, 200, 692),)),)
    held = HeldBack(
        account_id=uuid4(), about=uuid4(), document="pre-read", leaks=leaks, pdf=a_pdf(2), file_name="pre-read.pdf"
    )  # fmt: skip

    def refuse() -> PrintOut:
        raise LeakError("This pre-read would hold “QUARTER”.", held=held)

    told: list[str] = []
    shown.tasks.told.connect(lambda error: told.append(str(error)))
    shown.controller.show_paper(Paper("Pre-read", refuse))
    shown.settle()

    assert [each.leak.words for each in shown.view.leaks.cards] == ["QUARTER"]
    assert shown.view.side.is_open("leaks")
    assert not shown.view.header.save.isVisible()
    assert not shown.view.leaks.cards[0].take_out.isVisible()
    assert shown.controller.leaving.may_leave() is False
    assert told == ["This pre-read would hold “QUARTER”."]
