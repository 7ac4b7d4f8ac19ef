"""How documents look: colours that can be read, and the language a customer's documents are written in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.account import Account
from reviewdesk.domain.book import Book, PaperSize
from reviewdesk.domain.branding import Branding, Pictures, branding_of, document_language
from reviewdesk.domain.contrast import WHITE, contrast, corrected, hue_of, readable, tint_of

COLOURS = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)


@given(COLOURS)
def test_any_colour_can_be_read_on_white_on_its_tint_and_with_white_upon_it(colour):
    printed = readable(colour)

    assert contrast(printed, WHITE) >= 4.5
    assert contrast(printed, tint_of(printed)) >= 4.5
    assert contrast(WHITE, printed) >= 4.5


@given(COLOURS)
def test_a_colour_is_darkened_no_further_than_it_must_be(colour):
    printed = readable(colour)

    assert readable(printed) == printed
    assert printed == colour or contrast(printed, tint_of(printed)) < 4.8


def test_a_yellow_is_darkened_and_the_person_is_told():
    yellow = corrected("#FFD400")

    assert yellow.printed == readable("#FFD400") != "#FFD400"
    assert yellow.words == (
        f"Your yellow is darkened to {yellow.printed} so that it can be read: "
        f"its contrast rises from 1.4 to {yellow.after:.1f} to 1."
    )


def test_a_colour_that_can_be_read_stays_as_it_is():
    petrol = corrected("#0F4C5C")

    assert not petrol.is_changed
    assert petrol.words == "Your teal can be read on white: its contrast is 9.5 to 1."


@pytest.mark.parametrize(
    ("colour", "name"),
    [("#FF0000", "red"), ("#D9622B", "orange"), ("#2E8B57", "green"), ("#3D5BD9", "blue"), ("#808080", "grey"),
     ("#FFFFFF", "white"), ("#000000", "black"), ("#7A2E6B", "pink"), ("#6546C2", "violet")],
)  # fmt: skip
def test_a_colour_has_a_name(colour, name):
    assert hue_of(colour) == name


@pytest.mark.parametrize(
    ("theirs", "ours", "language"),
    [("de", "en", "de"), ("de-AT", "en", "de"), ("FR_ca", "en", "fr"), ("", "de", "de"), ("pl", "fr", "fr"),
     ("Elvish", "en", "en"), ("den", "fr", "fr")],
)  # fmt: skip
def test_a_document_is_in_the_accounts_language_where_it_exists_else_in_the_books(theirs, ours, language):
    assert document_language(Account(name="Łódź", language=theirs), Book(language=ours)) == language


def test_a_document_without_an_account_is_in_the_books_language():
    assert document_language(None, Book(language="de")) == "de"


def test_the_look_of_a_book_is_what_its_settings_say():
    book = Book(
        color_main="#112233", color_accent="#445566", footer="Northgate GmbH", prepared_by="Marlow & Partners",
        signature="Dana Reyes\nNorthgate", paper=PaperSize.LETTER,
    )  # fmt: skip

    assert branding_of(book, Pictures(b"ours", b"theirs", b"who prepares")) == Branding(
        "#112233", "#445566", "Northgate GmbH", b"ours", b"theirs", "Marlow & Partners", b"who prepares",
        "Dana Reyes\nNorthgate", PaperSize.LETTER,
    )  # fmt: skip
    assert branding_of(replace(book, paper=PaperSize.A4)).logo is None
