"""What winning an account back would bring, and from which chance on it pays."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.win_back import WinBack
from tests.reports.loss_values import EXAMPLE


def whole(amount):
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def test_the_example_of_the_rules():
    dear = replace(EXAMPLE, up_front=Decimal(16000))

    assert whole(EXAMPLE.present_value) == 36099
    assert round(100 * EXAMPLE.break_even, 1) == Decimal("24.9")
    assert (EXAMPLE.odds, whole(EXAMPLE.worth)) == (4, 3635)
    assert round(100 * dear.break_even, 1) == Decimal("44.3")
    assert whole(dear.worth) == -3365


def test_what_their_return_costs_is_not_at_stake_but_lowers_what_they_bring():
    costly = replace(EXAMPLE, on_return=Decimal(6099), chance=None)

    assert costly.break_even == 9000 / (EXAMPLE.present_value - 6099)
    assert costly.worth is None


def test_it_never_pays_where_more_is_spent_than_ever_comes_back():
    assert replace(EXAMPLE, up_front=Decimal(40000)).break_even is None
    assert replace(EXAMPLE, on_return=Decimal(40000)).break_even is None


def test_what_makes_no_sum_is_refused():
    for wrong in ({"years": 0}, {"discount": Decimal(-1)}):
        with pytest.raises(RefusedError):
            replace(EXAMPLE, **wrong)


@st.composite
def tries(draw):
    """Any attempt to win somebody back."""
    return WinBack(
        revenue=draw(st.decimals(1, 10**7, places=2)), margin=draw(st.decimals("0.01", 1, places=2)),
        retention=draw(st.decimals(0, 1, places=2)), years=draw(st.integers(1, 9)),
        discount=draw(st.decimals(0, "0.5", places=2)), up_front=draw(st.decimals("0.01", 10**6, places=2)),
    )  # fmt: skip


@given(tries())
def test_at_the_break_even_trying_is_worth_nothing_and_the_odds_never_promise_less(known):
    if known.break_even is not None:
        assert abs(replace(known, chance=known.break_even).worth) < Decimal("0.0001")
    if known.odds is not None:
        assert Decimal(1) / known.odds >= known.break_even


@given(tries())
def test_the_years_add_up_to_what_is_printed_below_them_and_the_usual_ones_are_rounded_alone(known):
    whole_sum = whole(known.present_value)
    assert sum(known.whole_years) == whole_sum
    if sum(map(whole, known.by_year)) == whole_sum:
        assert known.whole_years == tuple(map(whole, known.by_year))
