"""Opportunities as figures: amounts in words, and what lies beside each band of health."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest

from reviewdesk.desktop.insights import beside_bands
from reviewdesk.domain.account import AccountStatus
from reviewdesk.domain.health_settings import Band, HealthSettings
from reviewdesk.domain.opportunities import Beside, amount_in, by_band, money_in
from reviewdesk.domain.said import Opportunity
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.opportunities import OpportunityService
from reviewdesk.services.rates import RateService
from reviewdesk.services.said import SaidService
from tests.books import TUESDAY, a_store, small_book, the


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("20k a year", 20_000), ("about € 12,500", 12_500), ("1.2m", 1_200_000), ("30 000 EUR", 30_000),
        ("12.500,50 €", Decimal("12500.50")), ("1’200 CHF a month", 1_200), ("ca. 40 Tsd.", 40_000),
        ("3 trucks, 9k", 9_000), ("5-8k", 5_000), ("5 to 8k", 5_000), ("", None),
        ("a lot", None), ("10 %", None), ("3 sites", None),
        ("Q3 2027?", None), ("0.5m", 500_000), ("start in 2027, about 20k", 20_000), ("24 more lanes", None),
        ("in Q3 2027 about 20 000", 20_000), ("5-year deal 100k", 100_000), ("3 machines, 40k each", 40_000),
        ("2 x 500", None), ("phase 2, 30k", 30_000), ("50 licences 10k", 10_000), ("ca. 20 TEUR", 20_000),
        ("500 t at 80", None), ("12,000 pallets", None), ("20 m racking", None), ("€ 1.2 m", 1_200_000),
        ("ALL 24 sites, 4,000", 4_000), ("£9", 9),
    ],
)  # fmt: skip
def test_an_amount_is_read_from_the_words(words, amount):
    assert amount_in(words) == amount


@pytest.mark.parametrize(
    ("words", "currency"),
    [
        ("€ 20k", "EUR"), ("20k USD", "USD"), ("20k", ""), ("20k, 3 MTR", ""), ("£9", "GBP"),
        ("ALL sites, 20k", ""), ("CAD drawings, 20k", ""), ("ALL 20k", ""), ("20 TEUR", "EUR"),
        ("20k a year, in USD", "USD"),
    ],
)  # fmt: skip
def test_a_currency_that_is_named_is_meant(words, currency):
    assert money_in(words).currency == currency


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


WORTH = {"": None, "9k": 9_000, "20 000": 20_000, "1k": 1_000, "from 2027, 5k PLN": 1_000, "3k CHF": None}


@pytest.mark.parametrize("seed", range(3))
def test_over_a_random_book_a_naive_sum_agrees_and_each_number_leads_to_its_records(tmp_path, seed):
    store, chance = a_store(tmp_path), random.Random(seed)
    small_book(store)
    RateService(store).add("PLN", "1 Jan 2026", "0.2")
    with store.write("Say") as work:
        for each in work.accounts.all():
            status = chance.choice([AccountStatus.ACTIVE] * 5 + [AccountStatus.LOST])
            work.accounts.put(replace(each, status=status, lost_on=TUESDAY if status is AccountStatus.LOST else None))
        ids = [each.id for each in work.accounts.all()]
        for at in range(40):
            words = chance.choice(list(WORTH))
            told = Opportunity(
                account_id=chance.choice(ids), what=f"More {at}", noted_on=TUESDAY, about=words,
                won=chance.choice([None, None, True, False]), withdrawn=chance.random() < 0.1,
            )  # fmt: skip
            work.opportunities.put(told)
    found = OpportunityService(store).of_book()
    rows = [each for each in AccountService(store).rows() if each.status is not AccountStatus.LOST]
    with store.read() as reading:
        rule = HealthSettings.of(reading.book)
        told = [each for each in reading.opportunities.all() if each.won is None and not each.withdrawn]
    for figures in found.bands:
        here = {each.id: each for each in rows if rule.band(each.health) is figures.band}
        open_ones = [each for each in told if each.account_id in here]
        amounts = [WORTH[each.about] for each in open_ones]
        assert set(found.accounts[figures.band]) == set(here)
        assert (figures.accounts, figures.opportunities) == (len(here), len(open_ones))
        assert figures.revenue == sum(each.revenue or 0 for each in here.values())
        assert (figures.amount, figures.unread) == (sum(filter(None, amounts)), amounts.count(None))
    for lead in (each.lead for each in beside_bands.told(found).lines):
        assert set(lead.account_ids) in [set(each) for each in found.accounts.values()]
    store.close()


def test_the_words_name_the_amount_where_nothing_else_does(tmp_path):
    store = a_store(tmp_path)
    small_book(store)
    SaidService(store).add_opportunity(the(store, "Hooli").id, "A second line in spring 2027, 20k")
    found = OpportunityService(store).of_book()
    assert [each.amount for each in found.rows] == [20_000]
    assert "1 opportunity worth about" in beside_bands.told(found).sentence
    SaidService(store).change_opportunity(found.rows[0].opportunity.id, "what", "A second line")
    assert "1 opportunity of no known amount" in beside_bands.told(OpportunityService(store).of_book()).sentence
    store.close()
