"""The one gate for text: names in every script print right and are found again, and hostile text is only text."""

import re
import time
from dataclasses import replace

import pypdfium2
import pytest

from reviewdesk.domain.leaks import fold
from reviewdesk.domain.summary import Agreed, Attendee, CustomerSummary, Heard
from reviewdesk.reports.fonts import Weight, fonts_in
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.reports.lines import Ink, Run, Typesetter
from reviewdesk.reports.summary import render_summary
from reviewdesk.reports.text import gate
from tests.reports.summaries import BARE, FONTS, FULL, HOSTILE_TEXTS, hostile

INK = Ink(Weight.REGULAR, 10, "#000000")
NAMES = {
    "Polish": "Zażółć Gęślą Jaźń Łódź",
    "Greek": "Ελένη Παπαδοπούλου Ναυτιλιακή",
    "Cyrillic": "Ёлка Журавлёва Їжак Ђорђе",
    "Vietnamese": "Nguyễn Thị Hằng Đặng",
    "Hebrew": "חברת המשלוחים שלום בע״מ",
    "Arabic": "شركة النقل السريع للخدمات اللوجستية أحمد",
    "Persian": "پیمان گلچین کیان",
    "Chinese": "上海物流有限公司王小明",
    "Japanese kana": "あおぞらトラック",
}


def read(summary: CustomerSummary) -> str:
    return fold(text_of(render_summary(summary, FONTS)))


def shown(text: str, width: float = 10_000) -> list[str]:
    setting = Typesetter(fonts_in(FONTS)).lines((Run(text, INK),), width)
    return ["".join(part.text for part in line.parts) for line in setting.lines]


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_name_is_found_as_account_person_and_note(name: str):
    as_account = read(replace(BARE, account=name))
    as_person = read(replace(BARE, theirs=(Attendee(name, "Buyer"),)))
    as_note = read(replace(FULL, sentences=(f"{name}.",), heard=(Heard(name, quoted=True, said_by=name),)))
    in_a_table = read(replace(BARE, we_will=(Agreed("Call", name),)))

    for text in (as_account, as_person, as_note, in_a_table):
        assert all(word in text.replace(" ", "") for word in fold(name).split())
    assert fold(name) in as_account
    assert as_note.count(fold(name).split()[0]) >= 2


def test_no_letter_of_any_script_is_a_box():
    for name in NAMES.values():
        assert "[U+" not in read(replace(BARE, account=name))


def test_arabic_letters_are_joined_and_read_from_the_right():
    (line,) = shown("سلام")

    assert line == "\ufee1\ufefc\ufeb3"


def test_hebrew_in_an_english_line_keeps_its_place():
    assert shown("Held with דנה (Haifa)") == ["Held with הנד (Haifa)"]


def test_brackets_around_hebrew_point_the_right_way():
    assert shown("with דנה (מנהל) today") == ["with (להנמ) הנד today"]


def test_every_line_of_a_hebrew_paragraph_begins_at_the_right():
    lines = shown("אחת שתיים שלוש ארבע חמש שש", width=60)

    assert len(lines) > 1
    assert lines[0].endswith("תחא")
    assert lines[-1].startswith("שש")


def test_two_names_in_hebrew_keep_their_order_in_an_english_line():
    runs = (Run("With ", INK, own=True), Run("אב", INK), Run(", ", INK, own=True), Run("גד", INK))
    (line,) = Typesetter(fonts_in(FONTS)).lines(runs, 1000).lines

    assert "".join(part.text for part in line.parts) == "With בא, דג"


def test_a_character_that_no_font_has_is_named():
    assert shown("Well done 😀") == ["Well done [U+1F600 grinning face]"]
    assert "[U+D800]" in shown("a \ud800 b")[0]


def test_a_ligature_that_no_font_has_is_written_out():
    assert shown("eﬃcient") == ["efficient"]


def test_chinese_lines_do_not_begin_with_a_stop():
    lines = shown("每周五通话一次，确认下周的时间安排。" * 6, width=80)

    assert len(lines) > 5
    assert not [line for line in lines if line[0] in "，。"]


@pytest.mark.parametrize("width", [5.0, 40.0, 200.0])
def test_no_line_is_wider_than_its_column(width: float):
    setter = Typesetter(fonts_in(FONTS))
    for text in (*HOSTILE_TEXTS, *NAMES.values()):
        for line in setter.lines((Run(text[:3000], INK),), width).lines:
            letters = [char for part in line.parts for char in part.text]
            assert line.width <= width + 0.02 or len(letters) <= 2


def test_breaking_loses_nothing():
    text = "well-known and/or Łódź–Gdańsk " * 20

    assert "".join(shown(text, width=70)).replace(" ", "") == text.replace(" ", "")


def test_the_gate_maps_what_cannot_be_seen():
    assert gate("a\0b\x07c\x9fd") == "a b c d"
    assert gate("one\r\ntwo\u2028three\x85four") == "one\ntwo\nthree\nfour"
    assert gate("\u202eevil\u202c \u2066iso\u2069 soft\u00adhyphen\ufeff") == "evil iso softhyphen"
    assert gate("\n" * 10_000 + " after \n \n it ") == "after\nit"
    assert gate(" \t\u200b ") == ""
    assert gate("e\u0301") == "é"


def test_markup_is_only_text():
    found = read(replace(BARE, decisions=HOSTILE_TEXTS[:7]))

    for text in HOSTILE_TEXTS[:7]:
        assert fold(text).replace(" ", "") in found.replace(" ", "")


def test_hostile_text_makes_no_picture_link_or_script():
    pdf = render_summary(hostile(), FONTS)

    for mark in (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/GoToR", b"/EmbeddedFile"):
        assert mark not in pdf
    document = pypdfium2.PdfDocument(pdf)
    assert not [each for page in document for each in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))]


def test_formula_and_format_texts_are_printed_as_typed():
    found = read(hostile())

    for text in ("'; DROP TABLE review; --", "%s %n {0} {x}", "=cmd|' /C calc'!A0", "@SUM(A1)", "Tab first"):
        assert text in found


def test_a_note_of_a_million_characters_is_printed_whole():
    started = time.perf_counter()
    pdf = render_summary(replace(BARE, sentences=("word and more " * 71_500,)), FONTS)
    print(f"a million characters: {time.perf_counter() - started:.1f} s")

    assert len(re.findall(r"\bmore\b", text_of(pdf))) == 71_500
