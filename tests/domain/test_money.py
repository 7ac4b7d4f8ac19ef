"""Amounts are exact, and currencies meet only at rates that the person entered."""

from datetime import date
from decimal import Decimal

import pytest

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.money import (
    DECIMALS,
    Money,
    Rates,
    checked_currency,
    convert,
    format_money,
    in_base,
    is_currency,
    totals,
)

RATES = Rates.entered(
    "EUR",
    [
        ("USD", date(2026, 7, 1), Decimal("0.88")),
        ("USD", date(2026, 1, 1), Decimal("0.90")),
        ("PLN", date(2026, 1, 1), Decimal("0.23")),
    ],
)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("1204000", "€ 1,204k"),
        ("540000", "€ 540k"),
        ("41499.99", "€ 41k"),
        ("41500", "€ 42k"),
        ("10005534", "€ 10,006k"),
        ("9480.40", "€ 9,480"),
        ("9999.60", "€ 10k"),
        ("0", "€ 0"),
        ("-0.2", "€ 0"),
        ("-12600", "-€ 13k"),
        ("240000000", "€ 240M"),
    ],
)
def test_short_amounts_fit_a_column(amount, shown):
    assert format_money(Decimal(amount), "EUR", short=True) == shown


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        ("10005534", "EUR", "€ 10,005,534.00"),
        ("0.005", "EUR", "€ 0.01"),
        ("-3.5", "USD", "-$ 3.50"),
        ("-0.001", "USD", "$ 0.00"),
        ("1250000", "JPY", "¥ 1,250,000"),
        ("12.3456", "KWD", "KWD 12.346"),
        ("1500.5", "PLN", "PLN 1,500.50"),
        ("123456789012345678.25", "GBP", "£ 123,456,789,012,345,678.25"),
    ],
)
def test_full_amounts_show_every_cent_the_currency_has(amount, currency, shown):
    assert format_money(Decimal(amount), currency) == shown


def test_a_currency_is_read_in_any_case_and_a_wrong_one_refused_with_advice():
    assert checked_currency(" eur ") == "EUR"
    with pytest.raises(RefusedError, match="“EURO” is not a currency. Use its code of three letters"):
        checked_currency("EURO")
    assert not is_currency("XYZ")
    assert all(len(code) == 3 and code.isupper() for code in DECIMALS)


@pytest.mark.parametrize("written", ["NaN", "Infinity", "-Infinity", "1e18", "-1e999999"])
def test_what_can_be_no_amount_is_refused_with_advice(written):
    with pytest.raises(RefusedError, match="is not an amount of money. Correct it, or leave it empty"):
        Money(Decimal(written), "EUR")


def test_the_largest_amount_is_still_written_to_the_cent():
    assert str(Money(Decimal("999999999999999999.99"), "EUR")) == "€ 999,999,999,999,999,999.99"


def test_two_currencies_are_never_added_without_a_rate():
    with pytest.raises(RefusedError, match="EUR and USD cannot be brought together without an exchange rate"):
        Money(Decimal(5), "EUR") + Money(Decimal(5), "USD")
    with pytest.raises(RefusedError):
        sorted([Money(Decimal(5), "EUR"), Money(Decimal(4), "USD")])


def test_one_currency_adds_up_to_the_cent():
    total = Money(Decimal("0.10"), "EUR") + Money(Decimal("0.20"), "EUR")

    assert total == Money(Decimal("0.30"), "EUR")
    assert total - Money(Decimal("0.50"), "EUR") == -Money(Decimal("0.20"), "EUR")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 6, 30), "90.00"),
        (date(2026, 7, 1), "88.00"),
        (date(2027, 3, 1), "88.00"),
        (date(2025, 2, 1), "90.00"),
    ],
)
def test_a_rate_holds_from_its_date_to_the_next_and_the_first_also_before(day, expected):
    assert convert(Money(Decimal(100), "USD"), RATES, day) == Money(Decimal(expected), "EUR")


def test_without_a_rate_nothing_is_made_up():
    day = date(2026, 3, 1)

    assert convert(Money(Decimal(100), "CHF"), RATES, day) is None
    assert in_base([(day, Money(Decimal(100), "EUR")), (day, Money(Decimal(1), "CHF"))], RATES) is None


def test_purchases_in_several_currencies_come_together_at_the_rates_of_their_days():
    bought = [
        (date(2026, 3, 1), Money(Decimal(100), "EUR")),
        (date(2026, 3, 1), Money(Decimal(100), "USD")),
        (date(2026, 8, 1), Money(Decimal(100), "USD")),
        (date(2026, 8, 1), Money(Decimal(1000), "PLN")),
    ]

    assert in_base(bought, RATES) == Decimal("508.00")
    assert totals(money for _, money in bought) == {
        "EUR": Decimal(100),
        "PLN": Decimal(1000),
        "USD": Decimal(200),
    }


def test_a_rate_of_nothing_is_refused():
    with pytest.raises(RefusedError, match="Correct the one for USD"):
        Rates.entered("EUR", [("USD", date(2026, 1, 1), Decimal(0))])
