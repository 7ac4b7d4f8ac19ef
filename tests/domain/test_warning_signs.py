"""A lower position and a rival named again are signs that a customer is turning away."""

from datetime import date, timedelta

import pytest

from reviewdesk.domain.account import SupplierPosition
from reviewdesk.domain.warning_signs import is_named_again, position_words, went_down

TODAY = date(2026, 11, 24)
SOLE, PREFERRED, ONE, UNLISTED = SupplierPosition


@pytest.mark.parametrize(
    ("before", "now", "down"),
    [
        (PREFERRED, ONE, True), (SOLE, UNLISTED, True), (ONE, PREFERRED, False), (ONE, ONE, False),
        (None, UNLISTED, False), (SOLE, None, False),
    ],
)  # fmt: skip
def test_a_position_goes_down_only_where_both_are_known(before, now, down):
    assert went_down(before, now) is down


def test_the_step_down_is_said_in_words():
    assert position_words(PREFERRED, ONE) == "Find out why we went from preferred to one of n supplier"


def ago(days):
    return TODAY - timedelta(days)


def test_one_rival_named_twice_in_ninety_days_counts_and_two_rivals_once_each_do_not():
    assert is_named_again([("Northwind", ago(90)), ("NORTHWIND", TODAY)], TODAY)
    assert not is_named_again([("Northwind", ago(91)), ("Northwind", TODAY)], TODAY)
    assert not is_named_again([("Northwind", ago(5)), ("Contoso", TODAY)], TODAY)
    assert not is_named_again([("Northwind", ago(5)), ("Northwind", TODAY + timedelta(1))], TODAY)
