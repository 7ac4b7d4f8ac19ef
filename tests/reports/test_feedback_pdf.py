"""The feedback form as PDF: one page whatever stands in it, fields that every reader knows, and nothing of ours."""

import re
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.branding import Branding
from reviewdesk.domain.feedback import DIMENSIONS, MARKED, FormKind
from reviewdesk.domain.summary import Vendor
from reviewdesk.reports.leak_guard import text_of
from tests.reports.feedback_forms import ISSUED, a_form, a_pdf
from tests.reports.summaries import HOSTILE_TEXTS

LONG_NAME = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 3
# What a book can hold: no lone surrogate.
WHAT_A_BOOK_HOLDS = [each[:20_000] for each in HOSTILE_TEXTS if "\ud800" not in each]
EVERY = [(kind, paper, language) for kind in FormKind for paper in PaperSize for language in ("en", "de", "fr")]


def told(pdf):
    return re.sub(r"\s+", " ", text_of(pdf))


def fields_of(pdf):
    return PdfReader(BytesIO(pdf)).get_fields()


def boxes(pdf):
    """Give where every letter stands, as left, bottom, right and top."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    return page.get_size(), [text.get_charbox(at) for at in range(text.count_chars())]


def test_five_questions_say_what_they_ask_in_order():
    found = told(a_pdf())

    wanted = (
        "Northgate", "Quarterly review · 2026 Q4", f"Form {ISSUED.code}", "Five questions, two minutes",
        "Łódź Logistics · Piotr Zając", "Thank you for our meeting on 24 November 2026.",
        "send it back to dana@northgate.example", "How likely are you to recommend us to a colleague?",
        "How content are you with us?", "How easy is it to work with us?", "How was our meeting", "enjoyable", "forced",
        "productive", "What one thing should we do better?", "May we quote you?", "yes, without my name",
        "What happens with your answers: Dana Reyes reads them", "Nobody outside Northgate sees them", "1 of 1",
    )  # fmt: skip
    at = [found.find(each) for each in wanted]
    assert -1 not in at, [each for each, place in zip(wanted, at, strict=True) if place < 0]
    assert at[3:7] == sorted(at[3:7])


@pytest.mark.parametrize(("kind", "paper", "language"), EVERY)
def test_a_form_is_one_filled_page_in_each_language_and_on_each_paper(kind, paper, language):
    pdf = a_pdf(kind, language=language, branding=Branding(paper=paper))

    (width, height), letters = boxes(pdf)
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    assert all(left >= 35 and right <= width - 35 for left, _, right, _ in letters if right > left)
    lowest_but_the_foot = min(bottom for _, bottom, _, top in letters if top > 50)
    assert lowest_but_the_foot < height * 0.16, "the page is left half empty"
    assert PdfReader(BytesIO(pdf)).trailer["/Root"]["/Lang"] == language


@pytest.mark.parametrize("words", [*WHAT_A_BOOK_HOLDS, LONG_NAME, "شركة النور", "客户服务", "x" * 400, ""])
@pytest.mark.parametrize("kind", FormKind)
def test_a_form_stays_one_page_whatever_stands_in_it(kind, words):
    pdf = a_pdf(kind, vendor=Vendor(words, words), account=words, person=words, me=words, email=words, title=words,
                period=words)  # fmt: skip

    (width, _), letters = boxes(pdf)
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    assert all(left >= 35 and right <= width - 35 for left, _, right, _ in letters if right > left)


@pytest.mark.parametrize("kind", FormKind)
def test_every_field_has_a_name_a_tooltip_and_its_looks(kind):
    reader = PdfReader(BytesIO(a_pdf(kind)))

    fields = reader.get_fields()
    asked = {"recommend", "content", "ease", "colleague", "better", "quote", "name"}
    if kind is FormKind.LONG:
        names = [each.value.replace(" ", "_") for each in DIMENSIONS]
        asked |= {*names, *(f"{each}_matters" for each in names)}
    else:
        asked |= {"felt_enjoyable", "felt_forced", "felt_productive"}
    assert set(fields) == asked | {f"rd_{each}" for each in MARKED}
    assert all(fields[each].get("/TU") for each in asked)
    shown = [each.get_object() for each in reader.pages[0]["/Annots"]]
    assert all("/N" in each["/AP"] for each in shown if each["/Subtype"] == "/Widget" and not each["/F"] & 2)
    assert reader.pages[0]["/Tabs"] == "/R"
    assert "/SigFlags" not in reader.trailer["/Root"]["/AcroForm"]


def test_tab_goes_from_the_first_question_to_the_name():
    reader = PdfReader(BytesIO(a_pdf()))

    order = []
    for each in reader.pages[0]["/Annots"]:
        found = each.get_object()
        name = found.get("/T") or (found["/Parent"]["/T"] if "/Parent" in found else "")
        if name and not name.startswith("rd_") and name not in order:
            order.append(name)
    assert order == [
        "recommend", "content", "ease", "felt_enjoyable", "felt_forced", "felt_productive", "colleague", "better",
        "quote", "name",
    ]  # fmt: skip


def test_nothing_in_the_file_runs_or_leaves_it():
    pdf = a_pdf()

    for each in (b"/JavaScript", b"/JS", b"/SubmitForm", b"/URI (http", b"/Launch", b"/AA ", b"/OpenAction", b"/XFA"):
        assert each not in pdf


def test_only_fields_have_fonts_of_the_reader_and_a_name_in_any_script_is_drawn_beforehand():
    reader = PdfReader(BytesIO(a_pdf(person="Piotr Zając أحمد")))

    fonts = reader.trailer["/Root"]["/AcroForm"]["/DR"]["/Font"]
    assert {each.get_object()["/BaseFont"] for each in fonts.values()} == {"/Helvetica", "/ZapfDingbats"}
    page = reader.pages[0]["/Resources"]["/Font"]
    embedded = [each.get_object() for each in page.values()]
    assert all("/FontFile2" in each["/FontDescriptor"] for each in embedded if each["/BaseFont"].startswith("/AAAAAA"))
    name = next(each.get_object() for each in reader.pages[0]["/Annots"] if each.get_object().get("/T") == "name")
    assert name["/V"] == "Piotr Zając أحمد"
    assert b"F" in name["/AP"]["/N"].get_data()


def test_the_same_value_gives_the_same_bytes():
    assert a_pdf() == a_pdf()


def test_the_file_bears_ids_that_say_nothing_and_its_fields_bear_the_mark():
    fields = fields_of(a_pdf())

    mark = a_form().mark
    assert {each: fields[f"rd_{each}"]["/V"] for each in MARKED} == {each: getattr(mark, each) for each in MARKED}
    assert not re.search("lodz|logistics|northgate|reyes", " ".join(getattr(mark, each) for each in MARKED).lower())


def test_ruled_lines_are_on_paper_and_not_on_screen():
    reader = PdfReader(BytesIO(a_pdf()))

    found = [each.get_object() for each in reader.pages[0]["/Annots"]]
    lines = [each for each in found if each["/Subtype"] == "/Watermark"]
    assert [each["/F"] & (4 | 32) for each in lines] == [36, 36]


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize("paper", PaperSize)
def test_the_two_boxes_for_words_of_the_long_one_stand_at_one_height(language, paper):
    reader = PdfReader(BytesIO(a_pdf(FormKind.LONG, language=language, branding=Branding(paper=paper))))

    places = {
        each.get_object()["/T"]: each.get_object()["/Rect"]
        for each in reader.pages[0]["/Annots"]
        if each.get_object().get("/T") in {"colleague", "better"}
    }
    assert places["colleague"][1] == places["better"][1]
    assert places["colleague"][3] == places["better"][3]
