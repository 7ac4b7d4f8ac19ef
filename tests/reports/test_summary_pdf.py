"""The customer's summary as a PDF: what it says, how it is built, and that it is the same every time."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from reviewdesk.domain import summary_words
from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.branding import Branding
from reviewdesk.domain.summary import Attendee, CustomerSummary, Heard, ShownGoal, Vendor, to_json
from reviewdesk.domain.words import words_in
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.reports.sheet import PAPER
from reviewdesk.reports.summary import render_summary
from tests.reports.summaries import BARE, FONTS, FULL, HELD, HUGE, hostile


def text(summary: CustomerSummary) -> str:
    return re.sub(r"\s+", " ", text_of(render_summary(summary, FONTS)))


def reader(summary: CustomerSummary) -> PdfReader:
    return PdfReader(BytesIO(render_summary(summary, FONTS)))


def test_page_one_stands_alone():
    page = re.sub(r"\s+", " ", pypdfium2.PdfDocument(render_summary(FULL, FONTS))[0].get_textpage().get_text_range())

    for words in (
        "Łódź Logistics",
        "Quarterly review · 2026 Q4",
        "Version 1, finished 24 November 2026",
        "24 November 2026, Łódź · Anna Nowak (Supply chain director), Piotr Zając (Head of planning)",
        "Planning now works from the shared dashboard every day. We agreed a trial",
        "“Two late deliveries, and again last week.” Anna Nowak",
        "The fixed 05:30 slot is tried from 4 to 29 January.",
        "Send the revised delivery plan Dana Reyes 27 Nov",
        "Name a technical contact Piotr Zając 8 Dec",
        "One ask of you A forecast by the first of each month",
        "One commitment from us No delivery after 06:00 in January.",
        "5 of 7 of our promises kept since May",
        "23 February 2027 next review, 10:00, Łódź",
        "If you remember anything otherwise, tell Dana by 1 December 2026 and you get a corrected version.",
    ):
        assert words in page


def test_only_a_quote_stands_in_quotation_marks():
    assert "“Planning saves" not in text(FULL)
    assert "Planning saves half a day a week with the new dashboard." in text(FULL)
    with pytest.raises(ValueError, match="Only a quote"):
        Heard("Planning saves half a day.", said_by="Anna Nowak")


def test_misses_stand_before_wins():
    words = text(FULL)

    assert words.index("Late mornings") < words.index("Invoices do not match") < words.index("Passwords expire")
    assert words.index("Name a second driver") < words.index("One invoice a week") < words.index("packaging study")
    assert words.index("Deliveries on time 98.0 % 95.4 % Behind") < words.index("Invoice disputes in the quarter")


def test_every_figure_says_where_it_comes_from():
    words = text(FULL)

    assert "at most 2 1 Met Your finance team, 18 Nov" in words
    assert "120 h of planning time saved confirmed by you" in words
    assert "EUR 18,400 less in penalties our estimate" in words
    assert "5.2 of 7, from 4 answers" in words


def test_who_sends_it_without_a_company_is_named_once_in_the_room():
    said = text(replace(BARE, vendor=Vendor("Dana Reyes"), ours=(Attendee("Dana Reyes"),)))
    assert "· Dana Reyes" in said
    assert "Dana Reyes, Dana Reyes" not in said


def test_what_is_empty_is_not_printed():
    words = text(BARE)

    assert (
        words.strip()
        == "N Northgate 24 November 2026 Draft, not finished Łódź Logistics 24 November 2026 Northgate 1 of 1"
    )


def test_a_text_of_spaces_is_empty():
    spaced = replace(
        BARE, sentences=("  ",), decisions=("\n\n", "\u200b"), ask=" ", heard=(Heard(" "),), next_days=("",)
    )

    assert text(spaced) == text(BARE)


def test_a_corrected_summary_says_what_changed():
    corrected = replace(FULL, version=2, changes=("The slot is 05:15, not 05:30.",))

    assert "What changed since version 1 • The slot is 05:15, not 05:30." in text(corrected)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_correction_calls_the_parts_as_the_document_does(language: str):
    parts, headings = summary_words.words_in(language).parts, words_in(language, HELD)
    called = {"heard": "heard", "decision": "decided", "we": "we will", "you": "you will", "ask": "ask"}
    called |= {"commitment": "commitment", "concern": "concerns", "goal": "goals"}

    assert {part: headings[key] for part, key in called.items()} == {part: parts[part] for part in called}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de-AT", ("24. November 2026", "Wir übernehmen", "27. Nov.", "98,0 %", "18.400 €", "10:00 Uhr", "1 von 2")),
        (
            "fr",
            ("24 novembre 2026", "Nous nous engageons à", "27 nov.", "98,0 %", "18 400 €", "1er décembre", "10 h 00"),
        ),
        ("pl", ("24 November 2026", "We will")),
    ],
)
def test_dates_and_numbers_are_in_the_document_s_language(language: str, words: tuple[str, ...]):
    found = text(replace(FULL, language=language))

    assert [each for each in words if each not in found] == []


def test_every_language_has_every_phrase():
    english, german, french = (words_in(code, date(2026, 1, 1)).phrases for code in ("en", "de", "fr"))
    holes = re.compile(r"\{\w+\}")

    assert english.keys() == german.keys() == french.keys()
    for key, phrase in english.items():
        assert sorted(holes.findall(phrase)) == sorted(holes.findall(german[key])) == sorted(holes.findall(french[key]))


def test_a_date_far_from_the_meeting_has_its_year():
    words = words_in("en", date(2026, 11, 24))

    assert words.short_day(date(2027, 1, 4)) == "4\u00a0Jan"
    assert words.short_day(date(2027, 12, 1)) == "1\u00a0Dec\u00a02027"


def test_all_fonts_are_embedded_and_hold_only_what_is_used():
    fonts = [
        font.get_object()
        for page in reader(replace(FULL, place="上海, القاهرة, חיפה")).pages
        for font in page["/Resources"]["/Font"].get_object().values()
    ]

    assert fonts
    for font in fonts:
        if font["/BaseFont"] == "/Helvetica":
            continue
        assert re.match(r"/[A-Z]{6}\+", font["/BaseFont"])
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font
    assert "Helvetica" not in str({font["/BaseFont"] for font in fonts})


def test_the_file_names_its_title_sender_and_language_and_no_machine():
    file = reader(FULL)

    assert file.metadata is not None
    assert file.metadata.title == "Łódź Logistics · Quarterly review · 2026 Q4"
    assert file.metadata.author == "Northgate"
    assert file.trailer["/Root"]["/Lang"] == "en"
    assert str(FONTS).encode() not in render_summary(FULL, FONTS)


def test_bookmarks_lead_to_the_sections():
    file = reader(FULL)
    account, sections = file.outline

    assert account.title == "Łódź Logistics"
    assert [each.title for each in sections] == [
        "What we heard from you",
        "What was decided",
        "We will",
        "You will",
        "Your concerns",
        "What we promised last time",
        "Still open with you",
        "Results against our goals",
        "What this was worth to you",
        "The next 90 days",
        "Appendix: your own answers",
    ]
    pages = [file.get_destination_page_number(each) for each in sections]
    assert pages == sorted(pages)
    assert pages[0] == 0
    assert pages[-1] > 0


@pytest.mark.parametrize("summary", [FULL, HUGE, hostile()], ids=["full", "huge", "hostile"])
def test_links_lead_only_to_mail(summary: CustomerSummary):
    targets = [
        note.get_object()["/A"]["/URI"]
        for page in reader(summary).pages
        for note in page.get("/Annots", [])
        if note.get_object()["/Subtype"] == "/Link"
    ]

    assert all(re.fullmatch(r"mailto:[\w.@-]+", target) for target in targets)
    assert bool(targets) is (summary.tell_us == FULL.tell_us)


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("summary", [FULL, HUGE, hostile()], ids=["full", "huge", "hostile"])
def test_nothing_stands_outside_the_margins(summary: CustomerSummary, paper: PaperSize):
    size = PAPER[paper]
    on_paper = replace(summary, branding=replace(summary.branding, paper=paper))
    document = pypdfium2.PdfDocument(render_summary(on_paper, FONTS))
    for page in document:
        assert page.get_size() == pytest.approx(size, abs=0.01)
        letters = page.get_textpage()
        for place in range(letters.count_chars()):
            left, bottom, right, top = letters.get_charbox(place)
            if right > left:
                assert left > 36
                assert right < size[0] - 36
                assert bottom > 18
                assert top < size[1] - 18


def test_a_long_table_repeats_its_head_and_no_heading_stands_alone():
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(render_summary(HUGE, FONTS))]
    with_concerns = [page for page in pages if re.search(r"^Concern \d+ ", page, re.MULTILINE)]

    assert len(with_concerns) > 2
    for page in with_concerns:
        assert page.count("What we do Owner State") == 1
    for page in pages:
        for heading in ("Your concerns", "Results against our goals", "What we promised last time"):
            assert not re.search(rf"{heading}(?: continued)?\s+(?:\S+ \S+ · \S+\s+)?\d+ of \d+\s*$", page)


def test_pages_are_counted():
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(render_summary(HUGE, FONTS))]

    for number, page in enumerate(pages, start=1):
        assert f"{number} of {len(pages)}" in page


def test_all_promises_of_a_huge_review_are_printed():
    found = text(HUGE)

    assert all(f"Promise {number}:" in found for number in range(60))
    assert all(f"Concern {number} " in found for number in range(40))


def test_its_properties_name_the_day_it_was_finished_whenever_it_is_printed():
    found = reader(FULL).metadata
    draft = reader(replace(FULL, finished_on=None)).metadata

    assert found is not None
    assert draft is not None
    assert found.creation_date == found.modification_date
    assert found.creation_date.date() == FULL.finished_on
    assert draft.creation_date.date() == FULL.held_on


def test_the_same_value_gives_the_same_bytes():
    first = render_summary(FULL, FONTS)
    render_summary(HUGE, FONTS)

    assert render_summary(FULL, FONTS) == first


def test_the_same_value_gives_the_same_bytes_in_another_process():
    code = (
        "import sys\nfrom pathlib import Path\nfrom reviewdesk.domain.summary import from_json\n"
        "from reviewdesk.reports.summary import render_summary\n"
        "sys.stdout.buffer.write(render_summary(from_json(sys.stdin.read()), Path(sys.argv[1])))"
    )
    mixed = replace(FULL, place="上海", account="شركة النقل")
    done = subprocess.run(
        [sys.executable, "-c", code, str(FONTS)], input=to_json(mixed).encode(), capture_output=True, check=True
    )

    assert done.stdout == render_summary(mixed, FONTS)


def test_loading_the_package_does_not_load_the_pdf_library():
    code = "import sys, reviewdesk.reports; print('reportlab' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"False"


def test_a_logo_is_printed_and_a_broken_one_left_out():
    from PIL import Image

    target = BytesIO()
    Image.new("RGB", (60, 30), "#204060").save(target, "PNG")
    with_logo = PdfReader(BytesIO(render_summary(replace(FULL, branding=Branding(logo=target.getvalue())), FONTS)))
    broken = PdfReader(BytesIO(render_summary(replace(FULL, branding=Branding(logo=b"\x89PNG broken")), FONTS)))

    assert len(with_logo.pages[0].images) == 1
    assert len(broken.pages[0].images) == 0


def test_a_goal_without_a_figure_says_so():
    assert "Deliveries on time 98 – On track" in text(
        replace(BARE, goals=(ShownGoal("Deliveries on time", Decimal(98)),))
    )


@settings(max_examples=25)
@given(st.text(max_size=300), st.text(max_size=60), st.lists(st.text(max_size=120), max_size=5))
def test_any_text_can_be_printed(words: str, name: str, lines: list[str]):
    summary = replace(BARE, account=name, vendor=Vendor(name), sentences=(words,), decisions=tuple(lines))

    assert render_summary(summary, FONTS).startswith(b"%PDF")
