"""NPS, CSAT and CES: what they rest on, how sure they are, and what is never put together."""

from datetime import date, timedelta
from decimal import Decimal
from math import sqrt
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.scores import (
    Trend,
    account_means,
    ces,
    csat,
    nps,
    nps_by_account,
    nps_by_revenue,
    trend,
    values_of,
    whole,
)

DAY = date(2026, 11, 24)


def answer(account, value, *, by=None, asked=Asked.RECOMMEND, days_ago=10, **known):
    return Answer.given(
        asked, value, account_id=account, person_id=by, answered_on=DAY - timedelta(days=days_ago), **known
    )


def test_the_score_comes_with_its_margin():
    found = nps([10] * 6 + [8] * 3 + [2] * 3)

    assert (found.promoters, found.passives, found.detractors, found.n) == (6, 3, 3, 12)
    assert (whole(found.score), whole(found.margin)) == (25, 47)
    assert found.words == "+25 ± 47 from 12"


def test_below_ten_answers_are_counted_and_not_scored():
    found = nps([10, 9, 8, 6])

    assert (found.score, found.margin) == (None, None)
    assert found.words == "2 promoters, 1 passives, 1 detractors"


def test_nine_and_ten_promote_seven_and_eight_do_neither():
    assert [nps([each]).promoters for each in range(11)] == [0] * 9 + [1, 1]
    assert [nps([each]).detractors for each in range(11)] == [1] * 7 + [0] * 4


def test_where_all_answers_are_alike_the_margin_is_not_known_and_there_is_no_arrow():
    alike, mixed = nps([10] * 12), nps([0] * 200 + [10] * 10)

    assert (alike.score, alike.margin) == (100, None)
    assert alike.words == "+100, margin not known from 12"
    assert trend(mixed, alike) is None


def test_an_arrow_needs_a_difference_beyond_both_margins():
    low, lower, high = nps([10] * 40 + [0] * 60), nps([10] * 38 + [0] * 62), nps([10] * 90 + [0] * 10)

    assert trend(low, high) is Trend.UP
    assert trend(high, low) is Trend.DOWN
    assert trend(low, lower) is None


def test_an_account_has_one_vote_that_of_its_deciders():
    account, decider, user = uuid4(), uuid4(), uuid4()
    answers = [
        answer(account, 9, by=decider),
        answer(account, 3, by=decider, days_ago=200),
        answer(account, 0, by=user),
    ]

    assert account_means(answers, {decider}) == {account: 9}
    assert account_means(answers, set()) == {account: Decimal("4.5")}


def test_by_revenue_a_large_account_counts_more_and_the_share_heard_from_is_said():
    large, small, silent = uuid4(), uuid4(), uuid4()
    means = {large: Decimal(10), small: Decimal(2)}

    found = nps_by_revenue(means, {large: Decimal(600), small: Decimal(200), silent: Decimal(200)})

    assert (found.weight_for, found.weight_against, found.n) == (600, 200, 2)
    assert found.heard_from == Decimal("0.8")
    assert nps_by_revenue({}, {}).heard_from is None


def test_satisfaction_is_the_share_of_the_top_two_and_ease_the_mean():
    assert (csat([5, 4, 3, 1]).value, csat([5, 4, 3, 1]).n) == (50, 4)
    assert ces([7, 6, 5]).value == 6
    assert csat([]).value is None
    assert ces([]).value is None


def test_our_guesses_and_other_scales_are_not_put_together_with_answers():
    account = uuid4()
    answers = [
        answer(account, 9),
        answer(account, 2, is_guess=True),
        answer(account, 5, asked=Asked.CONTENT),
    ]

    assert values_of(answers, Asked.RECOMMEND) == [9]
    assert values_of(answers, Asked.CONTENT) == [5]


def test_an_answer_outside_its_scale_is_refused():
    with pytest.raises(RefusedError, match="from 0 to 10"):
        answer(uuid4(), 11)


@given(st.lists(st.integers(0, 10), max_size=200))
def test_a_second_way_to_count_agrees(values):
    found = nps(values)
    p = sum(1 for each in values if each in {9, 10})
    d = sum(1 for each in values if each in set(range(7)))

    assert (found.promoters, found.detractors, found.n) == (p, d, len(values))
    if len(values) < 10:
        assert found.score is None
        return
    n = len(values)
    assert float(found.score) == pytest.approx(100 * (p / n - d / n))
    spread = p / n + d / n - (p / n - d / n) ** 2
    if len({(each >= 9) - (each <= 6) for each in values}) == 1:
        assert found.margin is None
    else:
        assert float(found.margin) == pytest.approx(196 * sqrt(spread / n))


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), st.integers(0, 10), st.integers(0, 900)), max_size=40),
    st.sets(st.integers(0, 4)),
)
def test_a_second_way_to_give_each_account_its_vote_agrees(given_answers, deciding):
    accounts, people = [uuid4() for _ in range(4)], [uuid4() for _ in range(5)]
    answers = [
        answer(accounts[at], value, by=people[who], days_ago=ago * 100 + count)
        for count, (at, who, value, ago) in enumerate(given_answers)
    ]

    found = account_means(answers, {people[each] for each in deciding})

    for account in accounts:
        newest = {}
        for each in answers:
            if each.account_id == account:
                known = newest.get(each.person_id)
                if known is None or each.answered_on > known.answered_on:
                    newest[each.person_id] = each
        told = [each.value for who, each in newest.items() if people.index(who) in deciding]
        told = told or [each.value for each in newest.values()]
        assert (account in found) == bool(told)
        if told:
            assert found[account] == Decimal(sum(told)) / len(told)
    assert nps_by_account(found).n == len(found)
