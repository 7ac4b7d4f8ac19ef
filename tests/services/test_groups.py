"""Groups rolled up, and how their parts are ranked, on a real book."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account, Tier
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.groups import GroupService
from reviewdesk.services.tiers import TierService
from tests.books import TUESDAY, a_store, the


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def group_book(store, *, as_one=False):
    """Make a holding with a subsidiary, a site of that, a site of its own, and somebody apart."""
    with store.write("Group") as work:
        holding = work.accounts.put(Account(name="Nordlys", review_as_group=as_one, added_on=date(2024, 1, 1)))
        energy = work.accounts.put(Account(name="Nordlys Energy", parent_id=holding.id, added_on=date(2024, 1, 1)))
        works = work.accounts.put(
            Account(name="Nordlys Works", parent_id=energy.id, is_site=True, added_on=date(2024, 1, 1))
        )
        depot = work.accounts.put(
            Account(name="Nordlys Depot", parent_id=holding.id, is_site=True, added_on=date(2024, 1, 1))
        )
        apart = work.accounts.put(Account(name="Apart", added_on=date(2024, 1, 1)))
        for account, amount, currency in (
            (holding, 10, "EUR"),
            (energy, 200, "EUR"),
            (works, 300, "EUR"),
            (depot, 40, "EUR"),
            (apart, 5, "EUR"),
        ):
            work.purchases.put(
                Purchase(account_id=account.id, amount=Decimal(amount), currency=currency, bought_on=TUESDAY)
            )
        work.concerns.put(Concern(account_id=works.id, words="Noise", summary="Noise", severity=2, raised_on=TUESDAY))
        work.contacts.put(Contact(account_id=depot.id, made_on=date(2026, 11, 20), channel=Channel.CALL))
    return holding


def test_a_group_is_summed_with_all_its_levels_and_says_what_is_counted(store):
    holding = group_book(store)

    group = GroupService(store).group(holding.id)

    assert group.revenue == Decimal(550)
    assert (group.open_concerns, group.last_contact) == (1, date(2026, 11, 20))
    assert group.counted == "Nordlys itself, 1 subsidiary and 2 sites"
    assert [(each.row.name, each.level, each.is_site) for each in group.members] == [
        ("Nordlys Depot", 0, True),
        ("Nordlys Energy", 0, False),
        ("Nordlys Works", 1, True),
    ]


def test_revenue_without_a_rate_is_left_out_and_named(store):
    holding = group_book(store)
    with store.write("Yen") as work:
        work.purchases.put(
            Purchase(account_id=the(store, "Nordlys Depot").id, amount=Decimal(9), currency="JPY", bought_on=TUESDAY)
        )

    group = GroupService(store).group(holding.id)

    assert group.without_rate == ("Nordlys Depot",)
    assert group.revenue == Decimal(510)


def test_the_brief_counts_what_belongs_to_an_account(store):
    holding = group_book(store)
    accounts = AccountService(store)

    assert accounts.brief(holding.id).below == 3
    assert accounts.brief(the(store, "Apart").id).below == 0


def test_sites_rank_with_their_account_and_a_subsidiary_alone(store):
    group_book(store)

    TierService(store).set_tiers()

    # Energy with its works makes 500 of 555, which is A; the holding with its depot comes after 90 %, which is B.
    tiers = {name: the(store, name).tier for name in ("Nordlys Energy", "Nordlys Works", "Nordlys", "Nordlys Depot")}
    assert tiers == {
        "Nordlys Energy": Tier.A,
        "Nordlys Works": Tier.A,
        "Nordlys": Tier.B,
        "Nordlys Depot": Tier.B,
    }


def test_a_group_reviewed_as_one_ranks_as_one(store):
    group_book(store, as_one=True)

    TierService(store).set_tiers()

    assert {each: the(store, each).tier for each in ("Nordlys", "Nordlys Works", "Nordlys Depot")} == {
        "Nordlys": Tier.A,
        "Nordlys Works": Tier.A,
        "Nordlys Depot": Tier.A,
    }
    assert the(store, "Apart").tier is Tier.C


def test_a_circle_from_a_careless_file_is_walked_once(store):
    holding = group_book(store)
    with store.write("Circle") as work:
        work.accounts.put(replace(work.accounts.get(holding.id), parent_id=the(store, "Nordlys Works").id))

    group = GroupService(store).group(holding.id)

    assert len(group.members) == 3
