"""Whole columns decide how their amounts and dates are read."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.exchange.dates import Order, date_order, read_date
from reviewdesk.exchange.numbers import Mark, currency_in, decimal_mark, read_number


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["95,570.69", "1,000"], Mark.POINT),
        (["1.234,56", "1.000"], Mark.COMMA),
        (["$12,400.00"], Mark.POINT),
        (["1.000", "2.50"], Mark.POINT),
        (["1,000,000"], Mark.POINT),
        (["1.000.000"], Mark.COMMA),
        (["0.125"], Mark.POINT),
        (["12345.678"], Mark.POINT),
        (["120 000", "9 000 Kč"], Mark.POINT),
        (["", "12"], Mark.POINT),
        (["1.234"], None),
        (["1,234", "55"], None),
        (["1.5", "1,5"], None),
    ],
)
def test_a_column_votes_on_its_decimal_mark(cells, mark):
    assert decimal_mark(cells) == mark


@pytest.mark.parametrize(
    ("cell", "mark", "amount"),
    [
        ("95,570.69", ".", "95570.69"),
        ("$12,400.00", ".", "12400"),
        ("1.234,56", ",", "1234.56"),
        ("1.234,56 €", ",", "1234.56"),
        ("120 000", ".", "120000"),
        ("120\u202f000,5", ",", "120000.5"),
        ("9 000 Kč", ".", "9000"),
        ("CHF 1'234.50", ".", "1234.5"),
        ("(55.00)", ".", "-55"),
        ("-55", ".", "-55"),
        ("55-", ".", "-55"),
        ("-$5", ".", "-5"),
        ("1.2E+05", ".", "120000"),
    ],
)
def test_amounts_are_read_as_people_write_them(cell, mark, amount):
    assert read_number(cell, Mark(mark)) == Decimal(amount)


@pytest.mark.parametrize("cell", ["five", "10 to 50", "1-5", "12 apples", "NaN", "Infinity", "1" * 50, "1.2.3,4,5"])
def test_what_is_no_amount_is_refused(cell):
    with pytest.raises(ValueError, match="."):
        read_number(cell, Mark.POINT)


@pytest.mark.parametrize(
    ("cell", "base", "currency"),
    [
        ("9 000 Kč", "EUR", "CZK"),
        ("€5", "USD", "EUR"),
        ("EUR 5", "USD", "EUR"),
        ("$5", "EUR", "USD"),
        ("$5", "CAD", "CAD"),
        ("5 kr", "SEK", "SEK"),
        ("5 kr", "EUR", ""),
        ("5", "EUR", ""),
    ],
)
def test_a_currency_in_the_cell_is_seen(cell, base, currency):
    assert currency_in(cell, base) == currency


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["3/1/2017", "3/18/2017"], Order.MONTH_FIRST),
        (["3/1/2017", "18/3/2017"], Order.DAY_FIRST),
        (["10/01/2026"], None),
        (["3/18/2017", "18/3/2017"], None),
        (["2/2/2026"], Order.DAY_FIRST),
        (["2026-03-04", ""], Order.DAY_FIRST),
    ],
)
def test_a_column_votes_on_what_comes_first(cells, order):
    assert date_order(cells).order == order


@pytest.mark.parametrize(
    "cell",
    [
        "2026-09-30", "2026-09-30 14:05", "2026-09-30T14:05:00Z", "2026/09/30", "30.09.2026", "30.9.26", "30/09/2026",
        "30/09/2026 08:00 PM", "Sep 30, 2026", "September 30, 2026", "30 Sep 2026", "30. September 2026",
        "30 septembre 2026", "30-Sep-2026", "Wed, 30 Sep 2026", "46295", "46295.5", "20260930",
        "30-Sep-26", "30. Sept. 26",
    ],
)  # fmt: skip
def test_every_style_of_date_is_read(cell):
    assert read_date(cell, Order.DAY_FIRST) == date(2026, 9, 30)


@pytest.mark.parametrize("cell", ["", " ", "0/0/00", "0000-00-00", "-", "n/a"])
def test_what_says_that_there_is_no_date_gives_none(cell):
    assert read_date(cell, Order.DAY_FIRST) is None


@pytest.mark.parametrize(
    "cell", ["--03-07", "31.02.2026", "yesterday", "13/13/2017", "2026-13-01", "99999999", "x" * 500]
)
def test_what_is_no_date_is_refused(cell):
    with pytest.raises(ValueError, match="."):
        read_date(cell, Order.DAY_FIRST)


@given(day=st.dates(min_value=date(1971, 1, 1), max_value=date(2068, 12, 31)))
def test_a_day_is_read_back_from_either_order(day):
    assert read_date(f"{day:%d/%m/%Y}", Order.DAY_FIRST) == day
    assert read_date(f"{day.month}/{day.day}/{day:%y}", Order.MONTH_FIRST) == day


@given(amount=st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_an_amount_is_read_back_from_either_mark(amount):
    english = f"{amount:,f}"
    continental = english.translate(str.maketrans(",.", ".,"))

    assert read_number(english, Mark.POINT) == amount
    assert read_number(continental, Mark.COMMA) == amount


@given(cell=st.text(max_size=60))
def test_any_text_is_read_or_refused(cell):
    for mark in Mark:
        try:
            found = read_number(cell, mark)
        except ValueError:
            continue
        assert found is None or found.is_finite()


@given(cell=st.text(max_size=60))
def test_any_text_is_a_date_or_refused(cell):
    try:
        found = read_date(cell, Order.DAY_FIRST)
    except ValueError:
        return
    assert found is None or found.year >= 1
