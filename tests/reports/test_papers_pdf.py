"""The brief, the pre-read and the meeting sheet as PDF: typed examples, hostile words, margins and fonts."""

import re
from dataclasses import fields, replace
from datetime import date, time
from decimal import Decimal
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.branding import Branding
from reviewdesk.domain.brief_page import BriefLine, BriefSection, PrintedBrief
from reviewdesk.domain.meeting_sheet import MeetingSheet, SheetConcern, SheetItem, SheetPromise
from reviewdesk.domain.pre_read import PlannedItem, PreRead
from reviewdesk.domain.summary import Attendee, LastPromises, PastPromise, ShownGoal, Vendor
from reviewdesk.reports.brief import render_brief
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.reports.meeting_sheet import render_meeting_sheet
from reviewdesk.reports.pre_read import render_pre_read
from reviewdesk.reports.sheet import PAPER
from tests.reports.summaries import FONTS, HOSTILE_TEXTS

DAY = date(2026, 11, 24)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 3
TITLES = (
    "What we owe them", "What they owe us", "What worries them, in their words", "Who is in the room",
    "What is new since the last review", "What they asked and wait for", "Three questions to ask",
)  # fmt: skip


def brief(words):
    lines = tuple(BriefLine(words, words, words, words, is_late=True) for _ in range(6))
    sections = tuple(BriefSection(title, lines, more=494) for title in TITLES)
    return PrintedBrief(Vendor(words, words), words, DAY, (words, words), sections)


def pre_read(words):
    people = tuple(Attendee(words, words) for _ in range(5))
    ours = tuple(PastPromise(words, words, DAY) for _ in range(20))
    return PreRead(
        vendor=Vendor(words, words), account=words, on=DAY, written_on=DAY, title=words, period=words, at=time(9),
        zone=words, place=words, theirs=people, ours=people, email="dana@northgate.example",
        agenda=tuple(PlannedItem(words, 10, time(9)) for _ in range(9)),
        promises=LastPromises(open=20, ours=ours, theirs_open=ours),
        goals=tuple(ShownGoal(words, Decimal(10), Decimal(7), "%", source=words) for _ in range(9)),
        to_think_about=(words,) * 3, figures_asked=(words,) * 4,
    )  # fmt: skip


def sheet(words):
    people = tuple(Attendee(words, words) for _ in range(5))
    return MeetingSheet(
        vendor=Vendor(words, words), account=words, written_on=DAY, title=words, period=words, on=DAY, at=time(9),
        place=words, theirs=people, ours=people,
        agenda=tuple(SheetItem(words, 10, time(9), (words,) * 3) for _ in range(9)),
        promises=(SheetPromise(words, DAY),) * 20, concerns=(SheetConcern(words, DAY, words),) * 20,
    )  # fmt: skip


def rendered(words, paper=PaperSize.A4):
    look = Branding(paper=paper)
    return {
        "brief": render_brief(replace(brief(words), branding=look), FONTS),
        "pre-read": render_pre_read(replace(pre_read(words), branding=look), FONTS).pdf,
        "sheet": render_meeting_sheet(replace(sheet(words), branding=look), FONTS),
    }


def pages(pdf):
    return len(PdfReader(BytesIO(pdf)).pages)


# What a book can hold: no lone surrogate, and not a million letters in each of a hundred fields.
HELD_TEXTS = [each[:1500] for each in HOSTILE_TEXTS if not any("\ud800" <= char <= "\udfff" for char in each)]


@pytest.mark.parametrize("words", HELD_TEXTS)
def test_hostile_words_are_printed_as_words_and_the_brief_stays_one_page(words):
    made = rendered(words)

    assert pages(made["brief"]) == 1
    for pdf in made.values():
        links = re.findall(rb"/URI \(([^)]*)\)", pdf)
        assert all(each.startswith(b"mailto:") for each in links)
        assert "of" in text_of(pdf)


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("words", [LONG, "客户服务有限公司上海分公司 " * 4, "شركة النور للتجارة الدولية " * 4, "Short"])
def test_nothing_stands_outside_the_margins(words, paper):
    size = PAPER[paper]
    for name, pdf in rendered(words, paper).items():
        for page in pypdfium2.PdfDocument(pdf):
            assert page.get_size() == pytest.approx(size, abs=0.01)
            letters = page.get_textpage()
            for place in range(letters.count_chars()):
                left, bottom, right, top = letters.get_charbox(place)
                if right > left:
                    assert left > 34, name
                    assert right < size[0] - 34, name
                    assert bottom > 18, name
                    assert top < size[1] - 18, name


@pytest.mark.parametrize("name", ["brief", "pre-read", "sheet"])
def test_fonts_are_embedded_and_the_file_says_what_it_is_and_the_same_value_gives_the_same_bytes(name):
    pdf = rendered("Łódź 上海 القاهرة")[name]
    file = PdfReader(BytesIO(pdf))

    assert pdf == rendered("Łódź 上海 القاهرة")[name]
    assert file.metadata.title.startswith("Łódź")
    assert file.trailer["/Root"]["/Lang"] == "en"
    assert file.outline
    for page in file.pages:
        for font in page["/Resources"]["/Font"].get_object().values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


@pytest.mark.parametrize("name", ["brief", "sheet"])
def test_what_is_for_our_side_says_so_on_every_page(name):
    for page in pypdfium2.PdfDocument(rendered(LONG)[name]):
        assert "For our side" in page.get_textpage().get_text_range()


def test_a_pre_read_has_no_place_for_anything_internal():
    inside = {each.name for each in fields(PreRead)}

    assert not inside & {"concerns", "lines", "notes", "tier", "health", "stance", "rivals", "revenue", "points"}
    assert {each.name for each in fields(PlannedItem)} == {"title", "minutes", "starts"}


def test_the_brief_has_no_place_for_what_not_to_raise():
    assert "only_here" not in {each.name for each in fields(PrintedBrief)}


def test_an_empty_value_of_each_is_a_document():
    vendor = Vendor("Northgate")

    assert pages(render_brief(PrintedBrief(vendor, "X", DAY), FONTS)) == 1
    assert pages(render_pre_read(PreRead(vendor=vendor, account="X", on=DAY, written_on=DAY), FONTS).pdf) == 1
    assert pages(render_meeting_sheet(MeetingSheet(vendor=vendor, account="X", written_on=DAY), FONTS)) == 1
