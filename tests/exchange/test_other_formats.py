"""A summary as Word, PowerPoint, Markdown and plain text: what it says, in which order, and how it is built."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from pptx import Presentation
from pptx.util import Pt

from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.branding import Branding
from reviewdesk.domain.leaks import Forbidden, leaks_in
from reviewdesk.domain.summary import (
    Agreed,
    Attendee,
    Heard,
    ShownAnswer,
    ShownConcern,
    ShownGoal,
    TellUs,
    Vendor,
    Worth,
)
from reviewdesk.domain.summary_outline import outline_of
from reviewdesk.domain.words import words_in
from reviewdesk.exchange.markdown_writing import markdown_of, read_markdown
from reviewdesk.exchange.office.measure import lines_in
from reviewdesk.exchange.office.package_text import text_of_package
from reviewdesk.exchange.office.slides_writing import slides_of
from reviewdesk.exchange.office.word_writing import word_of
from reviewdesk.exchange.text_writing import plain_text_of
from tests.reports.chart_values import CHARTS
from tests.reports.summaries import BARE, FULL, HUGE, hostile

PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9cc```\0\0\0\x04\0\x01\xf6"
    b"\x178U\0\0\0\0IEND\xaeB`\x82"
)
WRITERS = {"docx": word_of, "pptx": slides_of, "md": markdown_of, "txt": plain_text_of}
IN_ORDER = (
    "Łódź Logistics", "Quarterly review", "24\xa0November 2026", "Late deliveries in the early-morning slot",
    "What we heard from you", "Two late deliveries", "What was decided", "We will", "Send the revised delivery plan",
    "You will", "Name a technical contact", "One ask of you", "One commitment from us", "Your concerns",
    "Late mornings", "Invoices do not match", "Passwords expire", "What we promised last time",
    "Name a second driver", "One invoice a week", "Deliver the packaging study", "Still open with you",
    "Results against our goals", "Deliveries on time", "Invoice disputes", "What this was worth to you",
    "The next 90 days", "Appendix: your own answers",
)  # fmt: skip


def text(kind, written):
    if kind in ("docx", "pptx"):
        return text_of_package(written.content)
    return read_markdown(written.content)


def document(summary):
    return Document(BytesIO(word_of(outline_of(summary)).content))


def presentation(summary):
    return Presentation(BytesIO(slides_of(outline_of(summary)).content))


def said_on(slide):
    return [one.text_frame.text for one in slide.shapes if one.has_text_frame]


@pytest.mark.parametrize("kind", WRITERS)
def test_each_format_says_the_same_in_the_same_order_misses_before_wins(kind):
    said = text(kind, WRITERS[kind](outline_of(FULL)))
    said = said[said.index("24\xa0November 2026, Łódź") - 60 :] if kind == "docx" else said
    places = [said.find(each, 0) for each in IN_ORDER[3:]]

    assert -1 not in places
    assert places == sorted(places)
    assert "of our promises kept since May" in said
    assert "18,400" in said
    assert "5.2 of 7, from 4 answers" in said


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("summary", [FULL, BARE, HUGE, replace(FULL, language="de"), replace(FULL, language="fr-CH")])
def test_the_same_value_gives_the_same_bytes(kind, summary):
    assert WRITERS[kind](outline_of(summary)).content == WRITERS[kind](outline_of(summary)).content


@pytest.mark.parametrize("kind", WRITERS)
def test_what_is_empty_is_not_there(kind):
    said = text(kind, WRITERS[kind](outline_of(BARE)))

    assert "Draft, not finished" in said
    assert not any(each in said for each in ("heard", "decided", "We will", "concerns", "goals", "answers"))


@pytest.mark.parametrize("kind", WRITERS)
def test_hostile_text_is_only_ever_text(kind):
    written = WRITERS[kind](outline_of(hostile()))
    said = text(kind, written)

    assert "R&D <b>bold" in said
    assert "=cmd|' /C calc'!A0" in said
    assert not any(each in said for each in ("\x01", "\u202e", "\ud800"))
    if kind == "md":
        assert b"<b>" not in written.content.replace(rb"\<b\>", b"")


@pytest.mark.parametrize("kind", WRITERS)
def test_a_name_of_the_documents_own_words_is_no_find_and_one_in_the_data_is(kind):
    ours = ("Owner", "Cause", "Target", "Actual", "Status", "State", "Due", "Met", "Question", "Bar", "Master")
    written = WRITERS[kind](outline_of(FULL))
    named = WRITERS[kind](outline_of(replace(FULL, decisions=("We talk to Target about Cause",))))

    assert leaks_in(text(kind, written), Forbidden(accounts=ours), template=written.own) == ()
    found = leaks_in(text(kind, named), Forbidden(accounts=ours), template=named.own)
    assert {each.words for each in found} == {"Target", "Cause"}


PLANTED = {
    "title": "Globex review", "period": "Q4 Globex", "place": "at Globex", "sentences": ("Globex said so.",),
    "heard": (Heard("Better than Globex", quoted=True),), "decisions": ("Leave Globex",), "ask": "Ask Globex",
    "commitment": "No Globex", "next_days": ("Globex in May",), "done_for_you": ("As for Globex",),
    "changes": ("Added: Globex",),
    "theirs": (Attendee("Anna", "once at Globex"),), "we_will": (Agreed("Beat Globex"),),
    "you_will": (Agreed("Call", "Globex"),), "vendor": Vendor("Northgate", "A Globex company"),
    "branding": Branding(footer="Globex Street 1"), "concerns": (ShownConcern("x", fix="As Globex does"),),
    "goals": (ShownGoal("As many as Globex", Decimal(1)),), "worth": (Worth("more than Globex", Decimal(1)),),
    "answers": (ShownAnswer("How?", "Like Globex"),), "tell_us": TellUs(date(2026, 12, 1), "Dana", "dana@Globex.com"),
}  # fmt: skip


@pytest.mark.parametrize("field", PLANTED)
def test_a_name_that_is_not_the_customers_is_found_wherever_it_stands_in_each_format(field):
    outline = outline_of(replace(FULL, **{field: PLANTED[field]}))
    for kind, write in WRITERS.items():
        written = write(outline)
        found = leaks_in(text(kind, written), Forbidden(accounts=("Globex",)), template=written.own)
        assert found, kind


def test_word_has_real_styles_and_tables_that_repeat_their_heads():
    made = document(FULL)
    styles = [each.style.name for each in made.paragraphs]

    assert styles[:3] == ["Title", "Subtitle", "Occasion"]
    assert [each.text for each in made.paragraphs if each.style.name == "Heading 1"][:4] == [
        "What we heard from you", "What was decided", "We will", "You will",
    ]  # fmt: skip
    assert styles.count("List Number") == 3
    heads = [each for each in made.tables if each.style.name == "Review Table"]
    assert all(each.rows[0]._tr.trPr.xpath("w:tblHeader") for each in heads)
    assert [each.cells[4].text for each in heads[2].rows] == [
        "State", "Plan by 26 Nov", "Fixed", "Fixed, confirmed by you",
    ]  # fmt: skip


def test_word_counts_its_pages_by_fields_and_says_whose_it_is_from_the_second_page_on():
    section = document(FULL).sections[0]
    codes = section.footer._element.xpath(".//w:fldSimple/@w:instr")

    assert [each.strip() for each in codes] == ["PAGE", "NUMPAGES"]
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == "Łódź Logistics · Quarterly review · 2026 Q4"
    assert section.first_page_header.paragraphs[0].text.startswith("Northgate")


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_a_file_says_what_it_is_and_nothing_of_who_or_what_made_it(kind):
    written = WRITERS[kind](outline_of(replace(FULL, language="de")))
    made = (Document if kind == "docx" else Presentation)(BytesIO(written.content))
    properties = made.core_properties

    assert (properties.title, properties.author, properties.language) == ("Łódź Logistics", "Northgate", "de-DE")
    assert (properties.last_modified_by, properties.comments) == ("", "")
    assert properties.created.date() == date(2026, 11, 24)
    with ZipFile(BytesIO(written.content)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [each for each in parts.namelist() if "thumbnail" in each or "printer" in each]
        assert b"python" not in b"".join(map(parts.read, parts.namelist())).lower()


@pytest.mark.parametrize(("paper", "width"), [(PaperSize.A4, 595), (PaperSize.LETTER, 612)])
def test_word_is_set_on_the_paper_of_the_branding(paper, width):
    made = document(replace(FULL, branding=Branding(paper=paper)))

    assert round(made.sections[0].page_width.pt) == width


def test_word_marks_what_is_read_from_the_right():
    made = document(replace(FULL, heard=(Heard("التسليم متأخر"), Heard("Ahmed (أحمد) said so"))))
    first, second = [each for each in made.paragraphs if each.style.name == "List Number"]

    assert first._p.xpath("w:pPr/w:bidi")
    assert not second._p.xpath("w:pPr/w:bidi")
    assert [each.text for each in second.runs if each.font.rtl] == ["أحمد"]


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_the_logo_is_in_the_file_with_words_for_who_cannot_see_it_and_a_broken_one_is_left_out(kind):
    with_logo = WRITERS[kind](outline_of(replace(FULL, branding=Branding(logo=PNG))))
    broken = WRITERS[kind](outline_of(replace(FULL, branding=Branding(logo=b"\x89PNG broken"))))

    both = WRITERS[kind](outline_of(replace(FULL, branding=Branding(logo=PNG, their_logo=PNG, prepared_by="Marlow"))))
    assert "Prepared by Marlow for Northgate" in text(kind, both)
    assert text(kind, both).count("Łódź Logistics") == text(kind, with_logo).count("Łódź Logistics") + 1
    assert [each for each in ZipFile(BytesIO(with_logo.content)).namelist() if each.endswith(".png")]
    assert not [each for each in ZipFile(BytesIO(broken.content)).namelist() if each.endswith(".png")]


def test_slides_are_wide_and_each_has_a_title_a_number_and_whose_it_is():
    made = presentation(FULL)
    later = list(made.slides)[1:]

    assert (made.slide_width, made.slide_height) == (Pt(960), Pt(540))
    assert [each.shapes.title.text_frame.text for each in later] == [
        "In short", "What we heard from you", "What was agreed", "Your concerns", "What we promised last time",
        "Results against our goals", "The next 90 days", "Appendix: your own answers",
    ]  # fmt: skip
    assert all(each._element.xpath(".//a:fld[@type='slidenum']") for each in later)
    assert all("Łódź Logistics · Quarterly review · 2026 Q4" in said_on(each) for each in later)


def test_what_does_not_fit_on_a_slide_goes_on_to_another_one_and_nothing_is_lost():
    made = presentation(HUGE)
    titles = [each.shapes.title.text_frame.text for each in made.slides]
    tables = [shape.table for slide in made.slides for shape in slide.shapes if shape.has_table]
    promised = [row.cells[0].text for each in tables for row in each.rows if row.cells[0].text.startswith("Promise")]

    assert "We will (continued)" in titles
    assert len(promised) == 60
    for slide in made.slides:
        assert all(each.top + each.height <= made.slide_height for each in slide.shapes)


def test_the_rows_of_a_slide_are_as_high_as_planned_for_long_words_too():
    text = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft and more"
    lines = lines_in(text, 13, 100)

    assert "".join(lines) == text
    assert len(lines) > 4


def test_charts_are_powerpoints_own_with_their_figures_and_source_and_tables_in_word():
    made = presentation(replace(FULL, charts=CHARTS))
    charts = [shape.chart for slide in made.slides for shape in slide.shapes if shape.has_chart]
    tables = [each for each in document(replace(FULL, charts=CHARTS)).tables if each.style.name == "Review Table"]

    assert [len(list(each.plots[0].categories)) for each in charts] == [12, 4, 3, 2]
    assert list(charts[1].plots[0].series[0].values) == [7.5, None, 8.0, 9.2]
    assert [each.rows[1].cells[0].text for each in tables][6:10] == [
        "Nov",
        "Feb\xa02026, n = 4, ±\xa00.9",
        "Q1\xa02026",
        "May\xa02026",
    ]
    for kind, write in WRITERS.items():
        written = write(outline_of(replace(FULL, charts=CHARTS)))
        assert "Source: our sales figures, as of 24\xa0November 2026." in text(kind, written)
        assert written.content == write(outline_of(replace(FULL, charts=CHARTS))).content
        named = Forbidden(accounts=("Source", "Q1", "Whether"), rivals=("Whether you would recommend us",))
        assert leaks_in(text(kind, written), named, template=written.own) == ()


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_question_that_too_few_answered_is_only_counted_in_every_language(language):
    answers = (ShownAnswer("Secret question?", n=2), ShownAnswer("Other question?"), *FULL.answers)
    outline = outline_of(replace(FULL, language=language, answers=answers, charts=CHARTS, finished_on=None, version=3))
    for kind, write in WRITERS.items():
        said = text(kind, write(outline))
        assert "question?" not in said
        assert words_in(language, FULL.held_on)["few"].format(n=2) in said


def test_a_kept_rate_that_is_not_wanted_is_nowhere():
    for kind, write in WRITERS.items():
        said = text(kind, write(outline_of(replace(FULL, shows_kept_rate=False))))
        assert "promises kept" not in said
        assert "1 broken" not in said


def test_a_cell_higher_than_a_slide_is_cut_and_goes_on():
    made = presentation(replace(BARE, we_will=(Agreed("deliver " * 900, "Ops", date(2026, 12, 1)),)))
    tables = [shape.table for slide in made.slides for shape in slide.shapes if shape.has_table]

    assert len(tables) > 1
    assert sum(each.rows[1].cells[0].text.count("deliver") for each in tables) == 900


def test_a_table_in_markdown_keeps_its_shape_whatever_stands_in_it():
    written = markdown_of(outline_of(replace(BARE, we_will=(Agreed("a | b\nc `d` *e*", "x_y", None),))))

    assert r"| a \| b c \`d\` \*e\* | x\_y |  |" in written.content.decode()


def test_plain_text_can_be_pasted_into_a_mail():
    said = plain_text_of(outline_of(FULL)).content.decode()

    assert "We will\n-------\n- Send the revised delivery plan (Dana Reyes, 27\xa0Nov)\n" in said
    assert "- Late mornings\n  Cause: Change in March\n" in said


def test_many_people_and_a_long_name_still_make_a_title_slide():
    people = tuple(Attendee(f"Person {n} Surname", "Head of something") for n in range(12))
    made = presentation(replace(FULL, account="Name " * 40, theirs=people))

    assert made.slides[0].shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt == 26
