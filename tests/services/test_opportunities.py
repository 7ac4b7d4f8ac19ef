"""Opportunities as figures: amounts in words, and what lies beside each band of health."""

from datetime import timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.opportunities import Beside, amount_in, by_band, currency_in
from reviewdesk.domain.said import Opportunity
from reviewdesk.services.opportunities import OpportunityService
from tests.books import TUESDAY, a_store, small_book, the


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("20k a year", 20_000), ("about € 12,500", 12_500), ("1.2m", 1_200_000), ("30 000 EUR", 30_000),
        ("12.500,50 €", Decimal("12500.50")), ("1’200 CHF a month", 1_200), ("ca. 40 Tsd.", 40_000),
        ("3 trucks, 9k", 9_000), ("5-8k", 5), ("", None), ("a lot", None), ("10 %", None), ("3 sites", None),
        ("Q3 2027?", 2027), ("0.5m", 500_000),
    ],
)  # fmt: skip
def test_an_amount_is_read_from_the_words(words, amount):
    assert amount_in(words) == amount


@pytest.mark.parametrize(
    ("words", "currency"), [("€ 20k", "EUR"), ("20k USD", "USD"), ("20k", ""), ("3 MTR", ""), ("£9", "GBP")]
)
def test_a_currency_that_is_named_is_meant(words, currency):
    assert currency_in(words) == currency


def test_what_names_no_amount_is_counted_and_not_guessed():
    figures = {
        each.band: each
        for each in by_band(
            [(Band.HEALTHY, Decimal(10)), (Band.HEALTHY, None), (Band.AT_RISK, Decimal(5))],
            [Beside(band=Band.AT_RISK, amount=Decimal(7)), Beside(band=Band.AT_RISK, amount=None)],
        )
    }

    assert (figures[Band.HEALTHY].accounts, figures[Band.HEALTHY].revenue) == (2, 10)
    at_risk = figures[Band.AT_RISK]
    assert (at_risk.opportunities, at_risk.amount, at_risk.unread) == (2, 7, 1)


def test_over_a_book_a_naive_sum_agrees(tmp_path):
    store = a_store(tmp_path)
    small_book(store)
    with store.write("Say") as work:
        for at, name in enumerate(("Hooli", "Globex Corporation", "Łódź Logistics", "Hooli")):
            told = Opportunity(
                account_id=the(store, name).id, what=f"More {at}", noted_on=TUESDAY - timedelta(at),
                about=("9k", "", "20 000", "1k")[at], won=True if at == 3 else None,
            )  # fmt: skip
            work.opportunities.put(told)
    found = OpportunityService(store).of_book()
    for band in Band:
        figures = next(each for each in found.bands if each.band is band)
        mine = [each for each in found.rows if each.band is band and each.opportunity.is_open]
        assert figures.opportunities == len(mine)
        assert figures.amount == sum(each.amount or 0 for each in mine)
        assert figures.accounts == len(found.accounts[band])
    assert sum(each.opportunities for each in found.bands) == sum(each.opportunity.is_open for each in found.rows)
    assert not found.rows[-1].opportunity.is_open
    store.close()
