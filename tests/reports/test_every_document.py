"""What every document must hold, whatever it is about: how it is built, where everything stands, and that it is stable.

Each renderer stands in `every_document.py` with an example; here it is also set of nothing, of far too much, of hostile
words and of words in many scripts, on both papers.
"""

import json
import os
import re
import subprocess
import sys
from functools import cache
from hashlib import sha256
from io import BytesIO

import pypdfium2
import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from reviewdesk.domain.book import PaperSize
from reviewdesk.reports.sheet import PAPER
from tests.reports.every_document import DOCUMENTS, Document, renderers
from tests.reports.every_value import emptied, in_language, longer, on_paper, with_words
from tests.reports.looked_at import drawn, faint, file_of, fonts, lines, links, overlapping
from tests.reports.summaries import HOSTILE_TEXTS

# What a book can hold: no lone surrogate, and not a million letters in each of a hundred fields.
HOSTILE = [each[:1500] for each in HOSTILE_TEXTS if not any("\ud800" <= char <= "\udfff" for char in each)]
SCRIPTS = (
    *(
        "客户服务有限公司上海分公司",
        "شركة النور للتجارة الدولية",
        "חברת האור בע״מ",
        "Łódź Spółka z o.o.",
        "株式会社テスト",
    ),
    *("Ελληνική Εταιρεία", "ООО «Ромашка»", "Công ty Việt Nam", "mixed שלום and 上海 end", "Ördög Kft. 95,4 %"),
)
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
KINDS = ("full", "empty", "long", "hostile", "scripts", "one long word")
# Taller than a line by nature: a whole sentence that is one letter.
_TALL = "﷽"
_MARGIN, _EDGE, _FOLD_MARK = 34, 18, 15

each_one = pytest.mark.parametrize("document", DOCUMENTS, ids=[each.name for each in DOCUMENTS])


@cache
def pdf(name: str, kind: str, paper: PaperSize = PaperSize.A4) -> bytes:
    document = next(each for each in DOCUMENTS if each.name == name)
    return document.pdf(on_paper(value(document, kind), paper))


def value(document: Document, kind: str):
    example = document.example
    made = {
        "full": lambda: example,
        "empty": lambda: emptied(example),
        "long": lambda: longer(example, document.fixed),
        "hostile": lambda: with_words(example, *HOSTILE),
        "scripts": lambda: with_words(example, *SCRIPTS),
        "one long word": lambda: with_words(example, LONG_WORD),
    }
    return made[kind]()


def pages(document: Document, kind: str, paper: PaperSize = PaperSize.A4):
    return list(pypdfium2.PdfDocument(pdf(document.name, kind, paper)))


def files(document: Document):
    """Give the document as a file of each kind."""
    return [(kind, file_of(pdf(document.name, kind))) for kind in KINDS]


def test_every_renderer_of_the_reports_is_tested_here():
    known = {each.make for each in DOCUMENTS}

    assert [f"{each.__module__}.{each.__name__}" for each in renderers() if each not in known] == []


@each_one
def test_fonts_are_embedded_and_hold_only_what_is_used(document):
    for kind, file in files(document):
        found = list(fonts(file))
        assert found, kind
        for font in found:
            assert re.match(r"/[A-Z]{6}\+", font["/BaseFont"]), (kind, font["/BaseFont"])
            assert "/FontFile2" in font["/FontDescriptor"], kind
            assert "/ToUnicode" in font, kind


@each_one
def test_it_has_a_title_a_language_bookmarks_and_no_link_that_leads_astray(document):
    for kind, file in files(document):
        assert file.metadata.title.strip(), kind
        assert file.trailer["/Root"]["/Lang"] == "en", kind
        assert file.outline, kind
        assert [each for each in links(file) if not re.match(r"(?:https?|mailto|tel):", each)] == [], kind


@pytest.mark.parametrize("paper", PaperSize)
@each_one
def test_nothing_stands_outside_the_margins_and_no_text_on_other_text(document, paper):
    size = PAPER[paper]
    for kind in KINDS:
        for number, page in enumerate(pages(document, kind, paper), 1):
            assert page.get_size() == pytest.approx(size, abs=0.01)
            assert [each for each in lines(page) if each.text and not _is_inside(each.box, size, _MARGIN)] == [], kind
            assert [box for box in drawn(page) if not (_is_fold_mark(box) or _is_inside(box, size, 16))] == [], kind
            found = [pair for pair in overlapping(page) if _TALL not in "".join(pair)]
            assert found == [], f"{kind}, page {number}"


def _is_inside(box, size, aside):
    left, bottom, right, top = box
    return left > aside and right < size[0] - aside and bottom > _EDGE - 2 and top < size[1] - _EDGE + 2


def _is_fold_mark(box):
    return box[2] - box[0] < _FOLD_MARK and box[3] - box[1] < 2


@each_one
def test_every_page_says_which_one_of_how_many_it_is(document):
    for kind in KINDS:
        found = [page.get_textpage().get_text_range() for page in pages(document, kind)]
        assert [at for at, words in enumerate(found, 1) if f"{at} of {len(found)}" not in words] == [], kind
        assert not document.is_ours or all("For our side" in words for words in found), kind


@each_one
def test_every_ink_can_be_read_on_what_it_stands_on(document):
    for kind in KINDS:
        assert [found for page in pages(document, kind) if (found := faint(page))] == [], kind


@each_one
def test_a_table_repeats_its_head_on_every_page(document):
    found = [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in pages(document, "long")]
    with_rows = [words for words in found if document.row and re.search(document.row, words)]

    assert not document.row or len(with_rows) > 1
    assert [words for words in with_rows if document.head not in words] == []


@each_one
def test_in_each_of_its_languages_it_says_so_and_counts_its_pages(document):
    of = {"en": "of", "de": "von", "fr": "sur"}
    for language in document.languages:
        made = document.pdf(in_language(document.example, language))
        found = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made)]

        assert file_of(made).trailer["/Root"]["/Lang"] == language
        assert all(f"{at} {of[language]} {len(found)}" in words for at, words in enumerate(found, 1))


@each_one
def test_a_letter_that_no_font_has_is_named(document):
    made = document.pdf(with_words(document.example, "sun \U00013187 here"))
    words = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made))

    assert "hieroglyph" in re.sub(r"\s+", " ", words).casefold()
    assert "\ufffd" not in words


def digests() -> dict[str, str]:
    """Give the digest of each document; called in a process of its own as well."""
    made = {each.name: pdf(each.name, kind) for kind in ("full", "scripts") for each in DOCUMENTS}
    return {name: sha256(bytes_).hexdigest() for name, bytes_ in made.items()}


def test_the_same_value_gives_the_same_bytes_now_and_in_another_process_elsewhere_on_earth():
    again = {each.name: sha256(each.pdf(value(each, "scripts"))).hexdigest() for each in DOCUMENTS}
    code = "import json; from tests.reports.test_every_document import digests; print(json.dumps(digests()))"
    elsewhere = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-c", code], env=elsewhere, capture_output=True, check=True)

    assert digests() == again
    assert json.loads(done.stdout) == again


def planted(draw, colour: str = "#000000") -> pypdfium2.PdfPage:
    """Give a page on which somebody drew two lines of text."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=PAPER[PaperSize.A4])
    canvas.setFont("Helvetica", 10)
    canvas.setFillColor(HexColor(colour))
    draw(canvas)
    canvas.save()
    return pypdfium2.PdfDocument(target.getvalue())[0]


def test_what_is_looked_for_is_seen_where_it_is_wrong():
    def apart(canvas):
        canvas.drawString(100, 700, "One line gypsy")
        canvas.drawString(100, 688, "Another line HIJ")

    def over(canvas):
        canvas.drawString(100, 700, "One line gypsy")
        canvas.drawString(120, 694, "Another line HIJ")

    def on_a_panel(canvas):
        canvas.rect(90, 690, 300, 40, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#2C4C54"))
        canvas.drawString(100, 700, "Dark on dark")

    assert overlapping(planted(apart)) == []
    assert len(overlapping(planted(over))) == 1
    assert faint(planted(apart)) == set()
    assert faint(planted(apart, "#A0A0A0")) == {("#A0A0A0", "#FFFFFF")}
    assert faint(planted(on_a_panel, "#123456")) == {("#2C4C54", "#123456")}
    assert next(drawn(planted(on_a_panel))) == pytest.approx((90, 690, 390, 730), abs=1)
