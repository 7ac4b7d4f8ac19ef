"""The tiers ask for reviews and hours; where the hours do not suffice, the smallest could be called."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.account import Tier
from reviewdesk.domain.capacity import Hours, Quarter, Reviewed, capacity
from reviewdesk.domain.intervals import interval_months

AUTUMN = Quarter.of(date(2026, 11, 21))


def book(*, a=0, b=0, c=0, none=0):
    tiers = [Tier.A] * a + [Tier.B] * b + [Tier.C] * c + [None] * none
    return [
        Reviewed(UUID(int=n), tier, interval_months(tier), Decimal(10_000 - n)) for n, tier in enumerate(tiers, start=1)
    ]


def test_a_quarter_is_three_months_of_the_business_year():
    assert Quarter.of(date(2026, 11, 21)) == Quarter(date(2026, 10, 1), date(2026, 12, 31))
    assert Quarter.of(date(2026, 11, 21), year_starts_in=2) == Quarter(date(2026, 11, 1), date(2027, 1, 31))
    assert Quarter.of(date(2027, 1, 31), year_starts_in=12) == Quarter(date(2026, 12, 1), date(2027, 2, 28))
    assert Quarter.of(date(2026, 3, 31)).weeks == Fraction(90, 7)


def test_twenty_a_57_b_and_8_c_fit_into_twelve_hours_a_week():
    found = capacity(book(a=20, b=57, c=8), AUTUMN)

    assert found.reviews == Fraction(97, 2)
    assert found.calls == 2
    assert found.hours == Fraction(293, 2)
    assert found.hours_set == Fraction(12 * 92, 7)
    assert found.is_enough
    assert found.could_be_called == ()
    assert found.words == "49 reviews and 2 calls this quarter ask for 147 h of 158 h"


def test_too_few_hours_name_the_smallest_b_until_they_suffice_and_never_an_a():
    accounts = book(a=2, b=4)

    found = capacity(accounts, Quarter(date(2026, 10, 5), date(2026, 12, 27)), Hours(a_week=Decimal("0.8")))

    assert not found.is_enough
    assert found.hours - found.hours_set == Fraction("2.4")
    assert found.could_be_called == (UUID(int=6), UUID(int=5))
    assert found.over_even_then == 0


def test_it_says_what_lacks_even_if_all_who_could_are_called():
    found = capacity(book(a=10, b=1), AUTUMN, Hours(a_week=Decimal(1)))

    assert found.could_be_called == (UUID(int=11),)
    assert found.over_even_then == found.hours - Fraction(5, 4) - found.hours_set > 0


def test_an_account_of_unknown_revenue_is_the_last_to_be_called():
    unknown = Reviewed(UUID(int=1), Tier.B, 6)
    small = Reviewed(UUID(int=2), Tier.B, 6, Decimal(5))

    found = capacity([unknown, small], AUTUMN, Hours(a_week=Decimal(0)))

    assert found.could_be_called == (small.id, unknown.id)


def test_a_book_that_asks_for_nothing_is_never_over():
    found = capacity([], AUTUMN, Hours(a_week=Decimal(0)))

    assert found.is_enough
    assert found.words == "0 reviews and 0 calls this quarter ask for 0 h of 0 h"


@given(st.integers(0, 30), st.integers(0, 80), st.integers(0, 80), st.integers(0, 20), st.integers(0, 40))
def test_calling_those_named_closes_the_gap_it_says(a, b, c, none, hours_a_week):
    accounts, hours = book(a=a, b=b, c=c, none=none), Hours(a_week=Decimal(hours_a_week))
    found = capacity(accounts, AUTUMN, hours)

    called = [
        Reviewed(each.id, Tier.C, each.months, each.revenue) if each.id in found.could_be_called else each
        for each in accounts
    ]

    after = capacity(called, AUTUMN, hours)
    assert max(after.hours - after.hours_set, 0) == found.over_even_then
    assert found.is_enough == (found.could_be_called == () and found.over_even_then == 0)
