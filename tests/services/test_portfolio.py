"""The portfolio holds every customer once, by tier, and its sums are the sums of its lines."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account, AccountStatus, Tier
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.services.portfolio import PortfolioService
from tests.books import TUESDAY, a_store, small_book


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def bought(account, amount, currency="EUR"):
    return Purchase(account_id=account.id, bought_on=TUESDAY - timedelta(9), amount=Decimal(amount), currency=currency)


def test_customers_stand_by_tier_the_largest_first_and_the_sums_reconcile(store):
    small_book(store)

    found = PortfolioService(store).of_today()

    tiers = [each.tier for each in found.groups]
    assert tiers == sorted(tiers, key=lambda tier: tier or "Z")
    assert all(each.tier is group.tier for group in found.groups for each in group.lines)
    assert found.revenue == sum(each.revenue for each in found.lines if each.revenue is not None)
    for group in found.groups:
        revenues = [each.revenue or Decimal(0) for each in group.lines]
        assert revenues == sorted(revenues, reverse=True)
    with store.read() as reading:
        assert {each.id for each in found.lines} == {each.id for each in reading.accounts.all()}


def test_who_left_is_not_among_them_and_who_has_no_rate_is_counted_apart(store):
    known, foreign = (Account(name=each, currency="EUR", added_on=date(2024, 1, 1)) for each in ("Known", "Foreign"))
    gone = Account(name="Gone", currency="EUR", added_on=date(2024, 1, 1), status=AccountStatus.LOST)
    with store.write("Add") as work:
        work.accounts.add_all([known, foreign, gone])
        work.purchases.add_all([bought(known, "100.50"), bought(foreign, 900, "TRY"), bought(gone, 7)])

    [group] = PortfolioService(store).of_today().groups

    assert group.tier is None
    assert [each.name for each in group.lines] == ["Known", "Foreign"]
    assert (group.revenue, group.without_rate) == (Decimal("100.50"), 1)


def test_the_next_step_is_the_first_that_others_may_know_of(store):
    account = Account(name="Acme", currency="EUR", added_on=date(2024, 1, 1), tier=Tier.B)
    mine = NoteLine(text="[] between you and me", audience=Audience.ONLY_ME)
    with store.write("Add") as work:
        work.accounts.put(account)
        work.reviews.put(Review(account_id=account.id, planned_on=TUESDAY, lines=(mine,)))
        for what, days, line in (("between you and me", 1, mine.id), ("Send the plan", 3, None), ("Later", 9, None)):
            due = TUESDAY + timedelta(days)
            work.follow_ups.put(FollowUp(account_id=account.id, what=what, due=due, line_id=line))

    [line] = PortfolioService(store).of_today().lines

    assert (line.next_step, line.next_step_on) == ("Send the plan", TUESDAY + timedelta(3))


def test_an_empty_book_has_no_lines(store):
    found = PortfolioService(store).of_today()

    assert (found.groups, found.lines, found.revenue) == ((), (), Decimal(0))
