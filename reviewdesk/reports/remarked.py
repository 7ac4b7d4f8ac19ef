"""A draft with a second reader's remarks: numbers on its pages, marked DRAFT and for our side, and the list behind."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pypdfium2
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from reviewdesk.domain.remark_sheet import PinnedRemark, RemarkSheet
from reviewdesk.domain.words import Words, words_in
from reviewdesk.reports.fonts import Weight, fonts_in
from reviewdesk.reports.lines import Typesetter
from reviewdesk.reports.look import Look
from reviewdesk.reports.our_side import FOR_OUR_SIDE, LONGEST_TITLE, cut_words, title_of
from reviewdesk.reports.page_frame import PageFrame
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.table import Section

_FIELDS: Final = (
    Field("state", 26),
    Field("what", 320, flexible=True),
    Field("owner", 90, flexible=True),
    Field("due", 60),
)
_MARK: Final = f"DRAFT · {FOR_OUR_SIDE}"
_INK: Final = (0.09, 0.44, 0.25)
_RED: Final = (0.70, 0.15, 0.12)
_SIDE: Final = 7.0


def render_remarked(pdf: bytes, sheet: RemarkSheet, fonts: Path) -> bytes:
    """Mark the pages of a draft with the numbers of its remarks, and put the remarks behind them."""
    document, over = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument(_over(pdf, sheet, fonts))
    listed = pypdfium2.PdfDocument(_list(sheet, fonts))
    out = BytesIO()
    try:
        for number in range(len(document)):
            page = document[number]
            page.insert_obj(over.page_as_xobject(number, document).as_pageobject())
            page.gen_content()
            page.close()
        document.import_pages(listed)
        document.save(out)
    finally:
        for each in (document, over, listed):
            each.close()
    return out.getvalue()


def _over(pdf: bytes, sheet: RemarkSheet, fonts: Path) -> bytes:
    """Make pages of the same sizes with nothing but the marks on them."""
    document, out = pypdfium2.PdfDocument(pdf), BytesIO()
    sizes = [document.get_page_size(number) for number in range(len(document))]
    document.close()
    face = fonts_in(fonts).main(Weight.BOLD).name
    first: Any = {"initialFontName": face}
    canvas = Canvas(out, pagesize=sizes[0], invariant=1, **first)
    for number, (width, height) in enumerate(sizes, 1):
        canvas.setPageSize((width, height))
        canvas.setFont(face, 9)
        canvas.setFillColorRGB(*_RED)
        canvas.drawCentredString(width / 2, height - 20, _MARK)
        for remark in (each for each in sheet.remarks if each.page == number):
            _mark(canvas, remark, face)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _mark(canvas: Canvas, remark: PinnedRemark, face: str) -> None:
    """Draw a disc with the number of a remark at the left of what it is about."""
    left, _, _, top = remark.area
    x, y = max(left - _SIDE - 5, _SIDE + 2), top - _SIDE + 1
    canvas.setFillColorRGB(*_INK)
    canvas.circle(x, y, _SIDE, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setFont(face, 7.5)
    canvas.drawCentredString(x, y - 2.7, str(remark.number))


def _list(sheet: RemarkSheet, fonts: Path) -> bytes:
    words = words_in("en", sheet.written_on)
    setup = Setup(Sheet(_frame(sheet, words), words, Look(sheet.branding), Typesetter(fonts_in(fonts))))
    return setup.sheet.build(list(_story(setup, sheet))).pdf


def _frame(sheet: RemarkSheet, words: Words) -> PageFrame:
    return PageFrame(
        vendor=sheet.vendor, branding=sheet.branding, account=sheet.account, title="Remarks", period="",
        on=sheet.written_on, made_on=sheet.written_on, label=FOR_OUR_SIDE,
        edition=((words.day(sheet.written_on), True),),
    )  # fmt: skip


def _story(setup: Setup, sheet: RemarkSheet) -> Iterator[Flowable]:
    seen = f"version {sheet.version}" if sheet.version else "the draft"
    yield from title_of(setup, cut_words(sheet.account, LONGEST_TITLE), [f"Remarks on {seen} of the summary"])
    rows = [
        (
            Cell(str(each.number), setup.look.cell),
            Cell(f"{each.words} ({each.about})"),
            Cell(each.by, setup.look.quiet),
            Cell("done" if each.done else "open", setup.look.quiet),
        )
        for each in sheet.remarks
    ]
    if rows:
        yield Section(setup.table(_FIELDS, rows, setup.sheet.width, heads=False))
