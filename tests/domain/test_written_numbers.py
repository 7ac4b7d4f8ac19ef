"""Numbers and money as English, German and French documents write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.letters.words import phrases_in
from reviewdesk.domain.money import DECIMALS
from reviewdesk.domain.words import words_in

DAY = date(2026, 11, 24)
LANGUAGES = ("en", "de", "fr")


@pytest.mark.parametrize(
    ("language", "amount", "currency", "words"),
    [
        ("en", "1234.5", "EUR", "EUR\u00a01,234.50"),
        ("de", "1234.5", "EUR", "1.234,50\u00a0€"),
        ("fr", "1234.5", "EUR", "1\u202f234,50\u00a0€"),
        ("en", "1234567.891", "CHF", "CHF\u00a01,234,567.89"),
        ("de", "1234567.891", "CHF", "1.234.567,89\u00a0CHF"),
        ("en", "1234.5", "JPY", "JPY\u00a01,235"),
        ("fr", "1234.5", "JPY", "1\u202f235\u00a0JPY"),
        ("de", "1.5", "KWD", "1,500\u00a0KWD"),
        ("fr", "20", "USD", "20,00\u00a0USD"),
        ("en", "-20", "GBP", "−GBP\u00a020.00"),
        ("de", "-20", "PLN", "−20,00\u00a0zł"),
        ("en", "-0.001", "EUR", "EUR\u00a00.00"),
        ("fr", "-0.001", "EUR", "0,00\u00a0€"),
    ],
)
def test_money_is_written_as_the_language_writes_it(language, amount, currency, words):
    assert words_in(language, DAY).money(Decimal(amount), currency) == words


def test_whole_money_rounds_half_up():
    assert words_in("en", DAY).money(Decimal("18400.50"), "EUR", whole=True) == "EUR\u00a018,401"


@pytest.mark.parametrize(
    ("language", "value", "unit", "words"),
    [
        ("en", "98.0", "%", "98.0\u00a0%"),
        ("de", "98.0", "%", "98,0\u00a0%"),
        ("fr", "98.0", "%", "98,0\u202f%"),
        ("fr", "12345.6", "h", "12\u202f345,6\u00a0h"),
        ("en", "18400", "EUR", "EUR\u00a018,400"),
        ("en", "18400.5", "EUR", "EUR\u00a018,400.50"),
        ("de", "18400", "PLN", "18.400\u00a0zł"),
        ("en", "12", "FTE", "12\u00a0FTE"),
        ("de", "-3", "", "−3"),
    ],
)
def test_a_number_is_written_with_its_unit_and_a_currency_makes_it_money(language, value, unit, words):
    assert words_in(language, DAY).number(Decimal(value), unit) == words


@given(
    st.decimals(allow_nan=False, allow_infinity=False), st.sampled_from(sorted(DECIMALS)), st.sampled_from(LANGUAGES)
)
def test_any_amount_can_be_written_and_never_breaks_over_a_line(amount, currency, language):
    written = words_in(language, DAY).money(amount, currency)

    assert " " not in written
    assert written


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_kinds_of_document_mean_different_words_by_one_name(language):
    of_letters, of_all = phrases_in(language), words_in(language, DAY).phrases

    assert {key for key in of_letters.keys() & of_all.keys() if of_letters[key] != of_all[key]} == set()
