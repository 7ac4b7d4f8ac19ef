"""Letters as PDF: golden texts in three languages, where the address stands, and pages that strain the frame."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.branding import Branding
from reviewdesk.domain.leaks import Forbidden, LeakKind
from reviewdesk.domain.letters.first_answer import begun_first_answer
from reviewdesk.domain.letters.frame import LetterFrame, Recipient, Signer
from reviewdesk.domain.summary import Vendor
from reviewdesk.reports.leak_guard import find_leaks, text_of
from reviewdesk.reports.sheet import PAPER
from tests.reports.golden_letters import SAID
from tests.reports.letters import (
    RAISED,
    WRITTEN,
    change_notice,
    first_answer,
    recovery,
    reminder,
    rendered,
    strained,
)
from tests.reports.summaries import HOSTILE_TEXTS

KINDS = (first_answer, recovery, reminder, change_notice)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 3
MM = 72 / 25.4
# What a book can hold: no lone surrogate, and not a million letters in each of a hundred fields.
HELD_TEXTS = [each[:900] for each in HOSTILE_TEXTS if not any("\ud800" <= char <= "\udfff" for char in each)]

BEFORE = {
    "en": "Hamburg, 24 November 2026 ",
    "de": "Hamburg, 24. November 2026 ",
    "fr": "Hamburg, le 24 novembre 2026 ",
}


def read(pdf):
    return re.sub(r"\s+", " ", text_of(pdf))


def letters_of(pdf):
    """Give each letter with its page and box."""
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for place in range(text.count_chars()):
            yield number, text.get_text_range(place, 1), text.get_charbox(place)


def found_at(pdf, words):
    """Give the left edge and the top of the first letter of these words on the first page, in points from the top."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    place, _ = text.search(words).get_next()
    left, _, _, top = text.get_charbox(place)
    return left, page.get_height() - top


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_letter_says_this_word_for_word(kind, language):
    said = read(rendered(kind(language)).pdf).split(BEFORE[language])[1].split(" Dana Reyes Key account manager")[0]

    assert said == SAID[kind.__name__, language]


@pytest.mark.parametrize("kind", KINDS)
def test_the_frame_of_a_letter_is_the_same_for_all(kind):
    words = read(rendered(kind()).pdf)

    assert words.startswith(
        "N Northgate Freight Systems Northgate · Freight Systems Hanseatic Timber GmbH Anna Nowak Speicherstraße 12 "
        "20457 Hamburg GERMANY Your contact Dana Reyes Key account manager +49 40 555 0120 "
        "dana.reyes@northgate.example Hamburg, 24 November 2026 "
    )
    assert words.rstrip().endswith(
        "Dana Reyes Key account manager, Northgate Northgate Freight Systems · dana.reyes@northgate.example 1 of 1"
    )


def test_the_address_stands_in_the_window_of_an_envelope():
    din, us = (rendered(first_answer(), size).pdf for size in PaperSize)

    left, top = found_at(din, "Hanseatic")
    assert left == pytest.approx(25 * MM, abs=1.5)
    assert 62.7 * MM < top < 68 * MM
    assert found_at(din, "GERMANY")[1] < 90 * MM
    left, top = found_at(us, "Hanseatic")
    assert 0.9 * 72 < left < 1.1 * 72
    assert top > 2.04 * 72
    assert found_at(us, "GERMANY")[1] < 3.17 * 72


def test_an_address_too_long_for_the_window_keeps_its_first_and_last_lines_and_stays_in_it():
    value = first_answer()
    whom = replace(value.frame.recipient, street="\n".join(f"Line {each}" for each in range(9)))
    made = rendered(replace(value, frame=replace(value.frame, recipient=whom))).pdf

    assert "Hanseatic Timber GmbH Anna Nowak Line 0 Line 8 20457 Hamburg GERMANY" in read(made)
    assert found_at(made, "GERMANY")[1] < 90 * MM


@pytest.mark.parametrize("words", HELD_TEXTS)
def test_hostile_words_are_printed_as_words(words):
    for value in strained(words):
        pdf = rendered(value).pdf
        links = re.findall(rb"/URI \(([^)]*)\)", pdf)
        assert all(each.startswith(b"mailto:") for each in links)
        assert "of" in text_of(pdf)


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize("words", [LONG, "客户服务有限公司上海分公司 " * 4, "شركة النور للتجارة الدولية " * 4, "Short"])
def test_nothing_stands_outside_the_margins(words, size):
    for value in strained(words):
        for _, _, (left, bottom, right, top) in letters_of(rendered(value, size).pdf):
            if right > left:
                assert left > 34
                assert right < PAPER[size][0] - 34
                assert bottom > 18
                assert top < PAPER[size][1] - 18


@pytest.mark.parametrize("kind", KINDS)
def test_fonts_are_embedded_and_the_file_says_what_it_is_and_the_same_value_gives_the_same_bytes(kind):
    made = rendered(kind("de"))
    file = PdfReader(BytesIO(made.pdf))

    assert made.pdf == rendered(kind("de")).pdf
    assert file.metadata.title.startswith("Hanseatic Timber GmbH · ")
    assert file.metadata.creation_date.date() == WRITTEN
    assert file.trailer["/Root"]["/Lang"] == "de"
    assert file.outline
    for page in file.pages:
        for font in page["/Resources"]["/Font"].get_object().values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


@pytest.mark.parametrize("size", list(PaperSize))
def test_a_long_letter_goes_on_with_whom_it_is_for_what_about_and_its_day_and_repeats_its_column_heads(size):
    value = reminder()
    many = replace(value, theirs=value.theirs * 14, ours=value.ours * 12)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(rendered(many, size).pdf)]

    assert len(pages) >= 2
    for at, page in enumerate(pages[1:], 2):
        words = re.sub(r"\s+", " ", page)
        assert words.startswith("Hanseatic Timber GmbH · What we agreed: where we stand 24 November 2026")
        assert f"{at} of {len(pages)}" in words
    assert "What you took on continued What For By" in re.sub(r"\s+", " ", pages[1])


@pytest.mark.parametrize("count", [5, 6, 7])
def test_a_reminder_is_set_closer_where_that_keeps_it_on_one_page(count):
    value = reminder()
    mixed = [replace(each, agreed_on=date(2026, 8, 25 - at)) for at, each in enumerate((value.theirs * 9)[:count])]

    assert len(pypdfium2.PdfDocument(rendered(replace(value, theirs=tuple(mixed))).pdf)) == 1


@pytest.mark.parametrize("rows", range(20, 50))
def test_however_many_rows_there_are_each_stands_on_a_page(rows):
    value = reminder()
    many = tuple(replace(value.theirs[0], what=f"Thing {at}") for at in range(rows))
    words = read(rendered(replace(value, theirs=many)).pdf)

    assert all(f"Thing {at} Dana" in words for at in range(rows))


def test_where_things_were_agreed_on_several_days_each_says_when():
    value = reminder()
    other = replace(value.theirs[1], agreed_on=date(2026, 9, 3))
    words = read(rendered(replace(value, theirs=(value.theirs[0], other))).pdf)

    assert "January forecast Dana Reyes 1 Dec Quarterly review, 25 Aug" in words
    assert "Name a technical contact Dana Reyes 12 Nov Quarterly review, 3 Sep" in words
    assert "(" not in words


@pytest.mark.parametrize("lines", range(30))
def test_the_closing_never_stands_alone_on_a_page(lines):
    value = replace(first_answer(), own_words="\n".join(["One more line."] * lines))
    last = list(pypdfium2.PdfDocument(rendered(value).pdf))[-1].get_textpage().get_text_range()

    assert "what we know ourselves." in re.sub(r"\s+", " ", last)


def test_what_is_empty_is_not_printed():
    bare = LetterFrame(
        vendor=Vendor("Northgate"), recipient=Recipient(company="X"), signer=Signer(), written_on=WRITTEN
    )
    words = read(rendered(replace(first_answer(), frame=bare, concern="", thanks="")).pdf)

    assert "Your contact" not in words
    assert "Enclosure" not in words
    assert "Dear Sir or Madam," in words
    assert "Yours faithfully Northgate Northgate" in words
    nothing = replace(reminder(), theirs=(), ours=())
    assert "On your side nothing is open at the moment. Thank you." in read(rendered(nothing).pdf)


def test_what_is_enclosed_is_named():
    value = recovery("de")
    one = replace(value, frame=replace(value.frame, enclosures=("Maßnahmenplan",)))
    two = replace(value, frame=replace(value.frame, enclosures=("Maßnahmenplan", "Protokoll")))

    assert "Anlage: Maßnahmenplan" in read(rendered(one).pdf)
    assert "Anlagen: Maßnahmenplan, Protokoll" in read(rendered(two).pdf)


def test_the_template_s_own_words_are_no_leak_and_the_same_words_typed_are():
    forbidden = Forbidden(accounts=("Thank", "Kind", "What", "Dear", "Carrier"))
    begun = begun_first_answer("en", RAISED, WRITTEN)
    value = replace(first_answer(), **{**begun, "admission": ""})
    made = rendered(value)

    assert find_leaks(made.pdf, forbidden, template=made.template) == ()
    typed = rendered(replace(value, own_words="Carrier had the same trouble."))
    (leak,) = find_leaks(typed.pdf, forbidden, template=typed.template)
    assert (leak.kind, leak.words, leak.page) == (LeakKind.ACCOUNT, "Carrier", 1)
    assert leak.rectangle is not None


def fields_of(value, path=()):
    """Give every text of a letter, however deep it lies, with the way to it."""
    for each in fields(value):
        inside = getattr(value, each.name)
        if isinstance(inside, str):
            yield (*path, each.name)
        elif is_dataclass(inside) and not isinstance(inside, Branding):
            yield from fields_of(inside, (*path, each.name))
        elif isinstance(inside, tuple) and inside and is_dataclass(inside[0]):
            yield from ((*path, each.name, 0, *way) for way in fields_of(inside[0]))


def planted(value, way, words):
    """Put words into one text of a letter."""
    first, *rest = way
    if isinstance(value, tuple):
        return (planted(value[0], rest, words), *value[1:])
    return replace(value, **{first: words if not rest else planted(getattr(value, first), rest, words)})


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_planted_in_any_text_that_is_printed_is_found_and_nothing_else_is(kind):
    forbidden = Forbidden(rivals=("Cargolane",), accounts=("Globex Corporation",), people=("Zoë Marchetti",))
    clean = rendered(kind())
    assert find_leaks(clean.pdf, forbidden, template=clean.template) == ()
    ways = [way for way in fields_of(kind()) if way[-1] not in {"language", "currency", "country"}]
    for way in ways:
        for words in ("Cargolane", "Globex Corporation", "Zoë Marchetti"):
            made = rendered(planted(kind(), way, f"Said {words} too"))
            found = {each.words for each in find_leaks(made.pdf, forbidden, template=made.template)}
            assert found == ({words} if words in read(made.pdf) else set()), way
    assert len(ways) > 15


def test_a_recovery_letter_that_names_another_account_is_caught():
    made = rendered(replace(recovery(), own_words="Globex Corporation told us the same."))

    (leak,) = find_leaks(made.pdf, Forbidden(accounts=("Globex Corporation",)), template=made.template)
    assert leak.kind is LeakKind.ACCOUNT
