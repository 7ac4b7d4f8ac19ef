"""Losses by team: over 12 months, with how many stayed, and agreed with by a naive count."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.desktop.insights.team_losses import told
from reviewdesk.domain.account import Account, AccountStatus
from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.reviewed_loss import ReviewedLoss
from reviewdesk.domain.team_losses import OwnedAccount, losses_by_team
from reviewdesk.services.team_losses import TeamLossService, TeamsNow
from tests.books import TUESDAY, a_store, small_book, the

DAYS = st.integers(0, 900).map(lambda ago: TUESDAY - timedelta(ago))
OWNED = st.builds(
    OwnedAccount, st.builds(uuid4), st.sampled_from(["Sales", "Operations", ""]), st.none() | DAYS, st.none() | DAYS
)


@given(st.lists(OWNED, max_size=12))
def test_a_naive_count_agrees(owned):
    found = {each.team: each for each in losses_by_team(owned, [], TUESDAY)}

    year = TUESDAY.replace(year=TUESDAY.year - 1)
    for name in {each.team or "nobody" for each in owned}:
        mine = [each for each in owned if (each.team or "nobody") == name]
        gone = [each.id for each in mine if each.lost_on is not None and each.lost_on > year]
        here = [each for each in mine if each.lost_on is None]
        if not gone and not here:
            assert name not in found
            continue
        assert set(found[name].lost) == set(gone)
        assert found[name].accounts == len(here)
        old = [
            each for each in mine if (each.id in gone or each in here) and (each.since is None or each.since <= year)
        ]
        stayed = [each for each in old if each in here]
        assert found[name].retention == (Fraction(len(stayed), len(old)) if old else None)


def test_a_loss_before_it_was_earned_back_is_counted_with_its_team(tmp_path):
    store = a_store(tmp_path)
    small_book(store)
    with store.write("Lose") as work:
        omar = work.colleagues.put(Colleague(name="Omar", team="Operations"))
        hooli = the(store, "Hooli")
        for each in work.purchases.where(account_id=hooli.id):
            work.purchases.remove(each.id)
        paid = {"amount": Decimal(1000), "currency": "EUR", "margin": Decimal(20)}
        work.purchases.put(Purchase(account_id=hooli.id, bought_on=TUESDAY, **paid))
        lost = {"status": AccountStatus.LOST, "lost_on": TUESDAY, "owner_id": omar.id, "cost_to_win": Decimal(201)}
        work.accounts.put(replace(hooli, **lost))

    first = TeamLossService(store).by_team().teams[0]

    assert (first.team, len(first.lost), first.too_early) == ("Operations", 1, 1)
    store.close()


def test_who_came_back_is_here_and_who_was_archived_after_the_loss_is_still_lost(tmp_path):
    store = a_store(tmp_path)
    with store.write("Add") as work:
        omar = work.colleagues.put(Colleague(name="Omar", team="Operations"))
        since = {"owner_id": omar.id, "customer_since": TUESDAY - timedelta(days=900), "lost_on": TUESDAY}
        for name, status in (("Back", AccountStatus.WON_BACK), ("Gone", AccountStatus.ARCHIVED)):
            work.accounts.put(Account(name=name, added_on=TUESDAY, status=status, **since))
        sole = work.accounts.put(Account(name="Lost", added_on=TUESDAY, status=AccountStatus.LOST, lost_on=TUESDAY))
        work.reviewed_losses.put(
            ReviewedLoss(account_id=sole.id, begun_on=TUESDAY, plan_due=TUESDAY, team="operations")
        )

    (team,) = TeamLossService(store).by_team().teams

    assert (team.team, team.accounts, len(team.lost), team.won_back) == ("Operations", 1, 2, 1)
    assert team.retention == Fraction(1, 3)
    store.close()


def test_a_team_without_accounts_keeps_its_promises_and_most_is_said_of_more_than_half_alone():
    def lost(*teams):
        return [OwnedAccount(uuid4(), team, None, TUESDAY) for team in teams]

    kept = [("Depot", Ending.KEPT)] * 3
    tie = losses_by_team(lost("Sales", "Operations"), kept, TUESDAY)
    most = losses_by_team(lost("Sales", "Sales", "Operations"), [], TUESDAY)

    assert [(each.team, each.accounts, each.kept) for each in tie][-1] == ("Depot", 0, 1)
    assert told(TeamsNow(TUESDAY, tie, ())).sentence == "2 accounts lost in 12 months, by 2 teams."
    assert told(TeamsNow(TUESDAY, most, ())).sentence == "3 accounts lost in 12 months, most of them with Sales."


def test_the_kept_rate_is_unknown_below_three():
    owned = [OwnedAccount(uuid4(), "Sales", None)]
    two, three = ([("Sales", Ending.KEPT)] * count for count in (2, 3))

    assert losses_by_team(owned, two, TUESDAY)[0].kept is None
    assert losses_by_team(owned, three, TUESDAY)[0].kept == 1
