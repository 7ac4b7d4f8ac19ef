"""NPS, CSAT and CES of the newest 12 months, from the answers in a book."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.people import Part, Person
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.scores import Trend
from reviewdesk.services.scores import ScoreService
from tests.books import TUESDAY, a_store


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def figures(store):
    return ScoreService(store).figures


def add(store, name, *values, revenue=0, asked=Asked.RECOMMEND, on=TUESDAY, part=None, **known):
    """Add an account of this revenue whose people answered so, a person each."""
    with store.write("Add") as work:
        account = work.accounts.put(Account(name=name, added_on=TUESDAY - timedelta(900)))
        if revenue:
            work.purchases.put(
                Purchase(account_id=account.id, bought_on=TUESDAY, amount=Decimal(revenue), currency="EUR")
            )
        for at, each in enumerate(values):
            who = work.people.put(Person(account_id=account.id, name=f"{name} {at}", part=part if at == 0 else None))
            answer = Answer.given(asked, each, account_id=account.id, person_id=who.id, answered_on=on, **known)
            work.answers.put(answer)


def test_twelve_answers_are_a_score_with_its_margin(store, figures):
    add(store, "Hooli", *[10] * 6, *[8] * 3, *[3] * 3)

    assert figures().by_answer.now.words == "+25 ± 47 from 12"


def test_below_ten_answers_there_are_counts(store, figures):
    add(store, "Hooli", 9, 7, 2)

    assert figures().by_answer.now.words == "1 promoters, 1 passives, 1 detractors"


def test_each_account_votes_once_with_the_mean_of_its_deciders(store, figures):
    add(store, "Hooli", 9, 2, 2, part=Part.DECIDES)
    add(store, "Initech", 4, 5)

    now = figures().by_account.now
    assert (now.promoters, now.passives, now.detractors) == (1, 0, 1)


def test_by_revenue_says_what_share_of_the_revenue_was_heard_from(store, figures):
    add(store, "Hooli", 9, revenue=300)
    add(store, "Initech", revenue=700)

    assert figures().by_revenue.now.heard_from == Decimal("0.3")


def test_our_guesses_count_nowhere(store, figures):
    add(store, "Hooli", 9, is_guess=True)
    add(store, "Initech", 5, is_guess=True, asked=Asked.CONTENT)

    found = figures()
    assert (found.by_answer.now.n, found.by_account.now.n, found.csat.n, found.answers) == (0, 0, 0, ())


def test_the_window_is_the_newest_twelve_months_and_the_one_before_stands_beside_it(store, figures):
    add(store, "Hooli", *[10] * 2, on=date(2025, 11, 25))
    add(store, "Initech", *[10] * 3, on=date(2025, 11, 24))
    add(store, "Vega", *[10] * 4, on=date(2024, 11, 24))

    found = figures()
    assert (found.start, found.end) == (date(2025, 11, 25), TUESDAY)
    assert (found.by_answer.now.n, found.by_answer.before.n) == (2, 3)


def test_there_is_an_arrow_only_where_the_difference_exceeds_the_margins_together(store, figures):
    last_year = TUESDAY - timedelta(400)
    add(store, "Hooli", *[10] * 18, *[3] * 2)
    add(store, "Initech", *[10] * 2, *[3] * 18, on=last_year)
    assert figures().by_answer.trend is Trend.UP

    add(store, "Vega", *[10] * 100, on=last_year)
    assert figures().by_answer.trend is None


def test_csat_is_the_share_of_the_top_two_boxes_and_ces_a_mean_of_its_own_scale(store, figures):
    add(store, "Hooli", 5, 4, 3, 1, asked=Asked.CONTENT)
    add(store, "Initech", 7, 4, asked=Asked.EASE)

    found = figures()
    assert (found.csat.value, found.csat.n) == (50, 4)
    assert (found.ces.value, found.ces.n) == (Decimal("5.5"), 2)
    assert [each.account for each in found.of(Asked.EASE)] == ["Initech", "Initech"]
