"""Relationship: seven dimensions make a segment, gaps say where to start, and a fall of trust is noticed."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdesk.domain.account import ReasonToStay
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.health_factors import relationship_now
from reviewdesk.domain.health_facts import RELATIONSHIP, HealthFacts, relationship_heard
from reviewdesk.domain.relationship import (
    DIMENSIONS,
    Gap,
    Segment,
    company_issues,
    relationship_of,
    segment_of,
    start_here,
    trust_fall,
)

TODAY = date(2026, 11, 24)
ACCOUNT = uuid4()
PRICE = ReasonToStay.PRICE


def answer(asked, value, *, on=TODAY, **more):
    return Answer.given(asked, value, account_id=ACCOUNT, answered_on=on, **more)


def relationship(r, p, u=None, *, guess=False):
    """Give one whose R and P are these, made of sixths and halves where they are no whole numbers."""
    trust, commitment, satisfaction = r if isinstance(r, tuple) else (r, r, r)
    benefit, service = p if isinstance(p, tuple) else (p, p)
    found = {
        Asked.TRUST: trust, Asked.COMMITMENT: commitment, Asked.SATISFACTION: satisfaction,
        Asked.PRODUCT_BENEFIT: benefit, Asked.SERVICE: service,
    }  # fmt: skip
    if u is not None:
        found[Asked.UNIQUENESS] = u
    return relationship_of([answer(each, value, is_guess=guess) for each, value in found.items()], TODAY)


@pytest.mark.parametrize(
    ("r", "p", "u", "reason", "segment"),
    [
        ((6, 6, 6), (6, 6), 6, None, Segment.ADVOCATE),
        ((5, 6, 6), (4, 4), None, None, Segment.LIKES_US),
        ((4, 4, 4), (5, 5), None, PRICE, Segment.PRICE_LED),
        ((3, 3, 3), (3, 3), None, PRICE, Segment.AGAINST),
        ((4, 4, 4), (5, 5), None, None, Segment.LIKES_PRODUCT),
        ((5, 5, 5), (5, 5), 7, None, Segment.STEADY),
        ((6, 6, 6), (5, 6), 5, None, Segment.STEADY),
        ((5, 6, 6), (5, 6), None, None, Segment.STEADY),
        ((4, 4, 5), (4, 5), None, None, Segment.UNCLEAR),
        ((4, 4, 4), (4, 4), None, ReasonToStay.PRODUCT, Segment.UNCLEAR),
        ((5, 5, 5), (4, 4), None, None, Segment.LIKES_US),
    ],
)
def test_the_first_rule_that_fits_gives_the_segment(r, p, u, reason, segment):
    assert relationship(r, p, u).segment(reason) is segment


@pytest.mark.parametrize(
    ("r", "p", "u", "reason", "segment"),
    [
        ("6.0", "5.8", "5.6", None, Segment.ADVOCATE),
        ("5.5", "3.9", None, None, Segment.LIKES_US),
        ("4.0", "6.0", None, PRICE, Segment.PRICE_LED),
        ("3.0", "3.2", None, None, Segment.AGAINST),
        ("5.5", "5.5", "5.5", None, Segment.ADVOCATE),
        ("5.4", "5.5", "5.5", None, Segment.STEADY),
        ("5.5", "5.5", "5.4", None, Segment.STEADY),
        ("3.4", "3.4", None, PRICE, Segment.AGAINST),
        ("3.5", "3.4", None, PRICE, Segment.PRICE_LED),
        ("3.4", "3.5", None, None, Segment.UNCLEAR),
        ("4.5", "4.5", None, PRICE, Segment.STEADY),
        ("4.4", "5.0", None, ReasonToStay.HABIT, Segment.UNCLEAR),
        ("4.5", "3.5", None, None, Segment.LIKES_US),
        ("4.5", "3.6", None, None, Segment.UNCLEAR),
        ("3.5", "4.5", None, None, Segment.LIKES_PRODUCT),
        ("3.6", "4.5", None, None, Segment.UNCLEAR),
    ],
)
def test_every_worked_example_and_both_sides_of_each_border(r, p, u, reason, segment):
    assert segment_of(Fraction(r), Fraction(p), u and Fraction(u), reason) is segment


def test_five_and_a_half_counts_as_in():
    found = relationship((5, 6, 6), (5, 6), 6)
    assert found.r > Decimal("5.5")
    assert found.p == Decimal("5.5")
    assert found.segment() is Segment.ADVOCATE


def test_without_one_of_both_sides_nothing_is_said():
    only = relationship_of([answer(Asked.TRUST, 6)], TODAY)

    assert (only.r, only.p, only.segment(PRICE)) == (6, None, None)


def test_fewer_than_two_answers_of_theirs_are_provisional_and_guesses_are_marked():
    assert relationship(6, 6, guess=True).is_provisional
    one = relationship_of([answer(Asked.TRUST, 5), answer(Asked.SERVICE, 5, is_guess=True)], TODAY)
    assert one.is_provisional
    assert one.is_guessed
    two = relationship_of([answer(Asked.TRUST, 5), answer(Asked.SERVICE, 5)], TODAY)
    assert not two.is_provisional
    assert not two.is_guessed


def test_seven_times_three_ranks_above_five_times_four():
    found = relationship_of(
        [
            answer(Asked.SERVICE, 4, importance=7),
            answer(Asked.BRAND, 1, importance=5),
            answer(Asked.TRUST, 7, importance=6),
        ],
        TODAY,
    )

    assert [(each.dimension, each.size) for each in found.gaps] == [(Asked.SERVICE, 21), (Asked.BRAND, 20)]


def test_the_newest_answer_of_twelve_months_counts_and_theirs_before_ours():
    told = [
        answer(Asked.TRUST, 7, on=date(2025, 11, 24)),
        answer(Asked.TRUST, 3, on=TODAY - timedelta(9), importance=6),
        answer(Asked.TRUST, 5),
        answer(Asked.TRUST, 6, is_guess=True),
        answer(Asked.SERVICE, 2, on=date(2025, 11, 24)),
        answer(Asked.SERVICE, 7, on=TODAY + timedelta(1)),
    ]
    found = relationship_of(told, TODAY)

    assert found.value(Asked.TRUST) == 5
    assert found.importances == {Asked.TRUST: 6}
    assert found.value(Asked.SERVICE) is None
    assert relationship_of(told, TODAY - timedelta(1)).value(Asked.SERVICE) == 2


def test_start_here_gives_the_five_largest_gaps_times_revenue():
    accounts = [UUID(int=each) for each in range(1, 9)]
    gaps = {each: [Gap(Asked.SERVICE, 7, at % 6 + 1)] for at, each in enumerate(accounts)}
    revenues = {each: Decimal(1_000 * (at + 1)) for at, each in enumerate(accounts)}
    del revenues[accounts[7]]

    found = start_here(gaps, revenues)

    assert [each.weight for each in found] == [294_000, 84_000, 84_000, 70_000, 70_000]
    assert all(each.weight == each.gap.size * each.revenue for each in found)


def test_the_same_gap_at_three_accounts_is_a_company_issue():
    one, two, three = uuid4(), uuid4(), uuid4()
    service, brand = Gap(Asked.SERVICE, 7, 3), Gap(Asked.BRAND, 4, 3)

    found = company_issues({one: [service, brand], two: [service, brand], three: [service]})

    assert found == {Asked.SERVICE: (one, two, three)}


@pytest.mark.parametrize(
    ("told", "fell"),
    [
        ([(90, 6), (0, 5)], (6, 5)),
        ([(90, 6), (0, 6)], None),
        ([(90, 5), (0, 6)], None),
        ([(400, 7), (0, 5)], None),
        ([(0, 7), (0, 5)], None),
        ([(200, 7), (90, 5), (0, 5)], None),
    ],
)
def test_trust_that_falls_by_one_or_more_is_noticed(told, fell):
    found = trust_fall([answer(Asked.TRUST, value, on=TODAY - timedelta(ago)) for ago, value in told], TODAY)

    assert (found and (found.before, found.now)) == fell


ANNA, PIOTR = uuid4(), uuid4()


@pytest.mark.parametrize(
    ("told", "fell"),
    [
        ([(90, 6, ANNA), (0, 4, PIOTR)], (6, 4)),
        ([(90, 6, ANNA), (90, 4, PIOTR), (0, 6, ANNA), (0, 4, PIOTR)], None),
        ([(90, 6, ANNA), (90, 3, PIOTR), (0, 4, ANNA), (0, 3, PIOTR)], (6, 4)),
        ([(90, 6, None), (0, 5, ANNA)], (6, 5)),
        ([(90, 6, "guess"), (0, 5, ANNA)], None),
        ([(90, 6, ANNA), (0, 4, "guess")], (6, 4)),
        ([(90, 6, ANNA), (0, 4, "guess"), (0, 6, ANNA)], None),
    ],
)
def test_trust_is_held_against_what_the_same_person_had_said(told, fell):
    known = [
        answer(Asked.TRUST, value, on=TODAY - timedelta(ago), is_guess=who == "guess",
               person_id=None if who == "guess" else who)
        for ago, value, who in told
    ]  # fmt: skip
    found = trust_fall(known, TODAY)

    assert (found and (found.before, found.now)) == fell


# A second implementation, written from the rule alone: lists, floats of halves avoided by doubling.


def naive_segment(values, reason):
    known = [values[each] for each in ("trust", "commitment", "satisfaction") if values.get(each)]
    made = [values[each] for each in ("product benefit", "service") if values.get(each)]
    if not known or not made:
        return None
    r, p = sum(known) * 60 // len(known), sum(made) * 60 // len(made)
    if r < 210 and p < 210:
        return "against us for now"
    if r < 270 and reason == "price":
        return "price-led"
    if (r < 270) != (p < 270) and abs(r - p) >= 60:
        return "likes us, not the product" if r > p else "likes the product, not us"
    if r >= 330 and p >= 330 and values.get("uniqueness", 0) * 60 >= 330:
        return "advocate"
    return "steady" if r >= 270 and p >= 270 else "unclear"


answers = st.builds(
    answer, st.sampled_from(DIMENSIONS), st.integers(1, 7),
    on=st.integers(0, 500).map(lambda ago: TODAY - timedelta(ago)),
    is_guess=st.booleans(), importance=st.none() | st.integers(1, 7),
)  # fmt: skip


@given(st.lists(answers, max_size=24), st.none() | st.sampled_from(ReasonToStay))
def test_a_naive_second_implementation_agrees(told, reason):
    values, important = {}, {}
    for asked in DIMENSIONS:
        mine = [each for each in told if each.asked is asked and each.answered_on > date(2025, 11, 24)]
        if mine:
            day = max(each.answered_on for each in mine)
            best = [each for each in mine if each.answered_on == day]
            best = [each for each in best if not each.is_guess] or best
            values[asked.value] = min(each.value for each in best)
        weighed = [each for each in mine if each.importance]
        if weighed:
            day = max(each.answered_on for each in weighed)
            last = [each for each in weighed if each.answered_on == day]
            last = [each for each in last if not each.is_guess] or last
            low = min(each.value for each in last)
            important[asked.value] = {each.importance for each in last if each.value == low}
    found = relationship_of(told, TODAY)

    assert {each.asked.value: each.value for each in found.heard} == values
    assert found.segment(reason) == naive_segment(values, reason)
    for each in found.gaps:
        assert each.importance in important[each.dimension.value]
        assert each.size == each.importance * (each.importance - values[each.dimension.value]) > 0
    facts = HealthFacts(counted_from=TODAY, spoke=True, months=3, relationship=relationship_heard(told))
    heard = {each.asked: each.value for each in relationship_now(facts, TODAY)}
    assert heard == {each.asked: each.value for each in found.heard if each.asked in RELATIONSHIP}


GAPS = st.builds(Gap, st.sampled_from(DIMENSIONS), st.integers(1, 7), st.integers(1, 7), st.booleans())
BOOK = st.dictionaries(st.uuids(), st.lists(GAPS, max_size=7, unique_by=lambda each: each.dimension), max_size=9)


@settings(max_examples=40)
@given(BOOK, st.data())
def test_where_to_start_and_what_is_ours_agree_with_a_second_count(book, data):
    book = {id: [each for each in gaps if each.size] for id, gaps in book.items()}
    money = {id: Decimal(data.draw(st.integers(-5, 900))) for id in book if data.draw(st.booleans())}
    weights = []
    for id, gaps in book.items():
        for each in gaps:
            weights.append(each.importance * (each.importance - each.performance) * money.get(id, 0))
    at = {each: [id for id, gaps in book.items() if each in [gap.dimension for gap in gaps]] for each in DIMENSIONS}

    assert [each.weight for each in start_here(book, money)] == sorted((w for w in weights if w > 0), reverse=True)[:5]
    assert company_issues(book) == {each: tuple(ids) for each, ids in at.items() if len(ids) >= 3}


def test_health_and_relationship_rest_on_the_same_answer():
    told = [answer(Asked.TRUST, 6), replace(answer(Asked.TRUST, 4), is_guess=True)]

    assert relationship_heard(told)[0].value == relationship_of(told, TODAY).value(Asked.TRUST) == 6
