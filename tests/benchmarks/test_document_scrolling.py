"""A document of 300 pages: shown, scrolled while its pages are drawn, searched; beside a plain picture that scrolls."""

import resource
from collections.abc import Callable
from io import BytesIO
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QScrollArea
from reportlab.pdfgen.canvas import Canvas

from reviewdesk.desktop.document.controller import DocumentController
from reviewdesk.desktop.document.sources import Paper
from reviewdesk.desktop.document.view import DocumentView
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.domain.found_in_text import places_of
from reviewdesk.services.page_texts import texts_of
from reviewdesk.services.print_outs import PrintOut
from tests.books import a_store, small_book
from tests.desktop.conftest import RESOURCES, Theme
from tests.desktop.document.sources import sources_on

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]

PAGES = 300
FRAMES = 240


def dense_pdf() -> bytes:
    """Make a PDF of 300 pages, each full of words."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for page in range(PAGES):
        for line in range(46):
            canvas.drawString(
                60, 780 - line * 16, f"Page {page + 1}, line {line}: deliveries, invoices and the Résumé again"
            )
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def frames(area: QAbstractScrollArea, between: Callable[[], None]) -> list[float]:
    """Scroll a little, paint, and give how long each frame took in milliseconds."""
    took, bar = [], area.verticalScrollBar()
    for _ in range(FRAMES):
        started = perf_counter()
        bar.setValue(bar.value() + 60)
        area.viewport().repaint()
        took.append((perf_counter() - started) * 1000)
        between()
    return sorted(took)


def shown(view: DocumentView, store, tasks: Tasks, pdf: bytes) -> float:
    """Show a document; give after how many milliseconds its first page stood."""
    controller = DocumentController(view, sources_on(store), tasks)
    view.resize(1366, 900)
    view.show()
    started = perf_counter()
    controller.show_paper(Paper("Portfolio", lambda: PrintOut(pdf, "portfolio.pdf")))
    while view.pages.count == 0 or view.pages._cache.get(1) is None:
        QTest.qWait(1)
    return (perf_counter() - started) * 1000


def floor_frames() -> list[float]:
    """Scroll a plain picture of the same width."""
    area, picture = QScrollArea(), QLabel()
    white = QPixmap(900, 30_000)
    white.fill(Qt.GlobalColor.white)
    picture.setPixmap(white)
    area.setWidget(picture)
    area.resize(1000, 800)
    area.show()
    return frames(area, lambda: QTest.qWait(1))


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Do something, and give how many milliseconds it took and what it gave."""
    started = perf_counter()
    given = work()
    return (perf_counter() - started) * 1000, given


def test_a_long_document(qapp, tmp_path):
    Theme(qapp, RESOURCES)
    store, tasks, view, pdf = small_book(a_store(tmp_path)), Tasks(), DocumentView(), dense_pdf()
    opened = shown(view, store, tasks, pdf)
    drawn = frames(view.pages, lambda: QTest.qWait(8))
    tasks.wait_idle()
    floor = floor_frames()
    read, texts = timed(lambda: texts_of(pdf))
    searched, found = timed(lambda: sum(len(places_of("resume again", each)) for each in texts))
    pictures, peak = view.pages._cache.size / 1e6, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{PAGES} pages: first page after {opened:.0f} ms; pictures kept {pictures:.0f} MB, peak {peak:.0f} MB")
    print(f"frames while drawing p50 {median(drawn):.1f}, p95 {drawn[228]:.1f}, worst {drawn[-1]:.1f} ms")
    print(f"floor p50 {median(floor):.2f} ms; text read once {read:.0f} ms, {found} hits in {searched:.0f} ms")
    view.hide()
    tasks.close()
    view.deleteLater()
    store.close()

    assert found == PAGES * 46
    assert pictures <= 120
