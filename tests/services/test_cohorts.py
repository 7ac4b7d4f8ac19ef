"""Who shares a cause, counted a second time and simply, over random books and by everything that can be shared."""

import random
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account, AccountStatus
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.purchase import Product, Purchase
from reviewdesk.domain.shared_problem import Affected, Cause, CauseBy, Reach, coverage_of, pressing
from reviewdesk.services.account_rows import rows_of_some
from reviewdesk.services.affected_by import cohort, sharing
from tests.books import TUESDAY, a_store

SPELT = {"łódź": ("Łódź", "ŁÓDŹ", " lodz"), "l-2210": ("L-2210", "l-2210 "), "müller": ("Müller", "MULLER")}
OF_A_PURCHASE = {
    CauseBy.LOT: "lot", CauseBy.SITE: "site", CauseBy.CARRIER: "carrier", CauseBy.TERM: "contract_term",
    CauseBy.PRODUCT: "product_name",
}  # fmt: skip
OF_A_CONCERN = {
    CauseBy.LOT: "lots", CauseBy.SITE: "sites", CauseBy.CARRIER: "carriers", CauseBy.TERM: "contract_terms",
    CauseBy.PRODUCT: "products", CauseBy.PROCESS: "processes",
}  # fmt: skip


@dataclass
class Facts:
    """What was put into a book, kept as it was chosen: by account what it has of what, on which day."""

    accounts: list[Account] = field(default_factory=list)
    has: list[tuple[int, CauseBy, str, int | None]] = field(default_factory=list)  # account, by, value, days ago


def fill(store, chance) -> Facts:
    """Put accounts with purchases, concerns, tags, owners and people into a book."""
    facts = Facts()
    with store.write("Fill") as work:
        ours = {each: work.colleagues.put(Colleague(name=SPELT[each][0])) for each in SPELT}
        for at in range(6):
            owner, tag = chance.choice([None, *SPELT]), chance.choice([None, *SPELT])
            facts.accounts.append(
                work.accounts.put(
                    Account(
                        name=f"Account {at}", added_on=TUESDAY, status=chance.choice(list(AccountStatus)),
                        owner_id=ours[owner].id if owner else None,
                        tags=(chance.choice(SPELT[tag]),) if tag else (),
                    )
                )
            )  # fmt: skip
            facts.has += [(at, CauseBy.PERSON, owner, None)] if owner else []
            facts.has += [(at, CauseBy.LIST, tag, None)] if tag else []
            if knows := chance.choice([None, None, *SPELT]):
                work.people.put(Person(account_id=facts.accounts[at].id, name="Ann", known_by_id=ours[knows].id))
                facts.has.append((at, CauseBy.PERSON, knows, None))
        for _ in range(8):
            buy(work, facts, chance)
        for _ in range(6):
            worry(work, facts, chance)
    return facts


def buy(work, facts, chance):
    at, ago = chance.randrange(6), chance.randrange(40)
    by, value = chance.choice(list(OF_A_PURCHASE)), chance.choice(list(SPELT))
    words, fields = chance.choice(SPELT[value]), {}
    if by is CauseBy.PRODUCT and chance.random() < 0.5:
        fields["product_id"] = work.products.put(Product(name=words)).id
    else:
        fields[OF_A_PURCHASE[by]] = words
    day = TUESDAY - timedelta(ago)
    amount = Decimal(chance.randrange(1, 900))
    work.purchases.put(
        Purchase(account_id=facts.accounts[at].id, bought_on=day, amount=amount, currency="EUR", **fields)
    )
    facts.has.append((at, by, value, ago))


def worry(work, facts, chance):
    at, ago, withdrawn = chance.randrange(6), chance.randrange(40), chance.random() < 0.2
    by, value = chance.choice([*OF_A_CONCERN, CauseBy.TEAM]), chance.choice(list(SPELT))
    words = chance.choice(SPELT[value])
    fields = {"team": words} if by is CauseBy.TEAM else {OF_A_CONCERN[by]: (words,)}
    work.concerns.put(
        Concern(
            account_id=facts.accounts[at].id, words="Odd", summary="Odd", severity=2,
            raised_on=TUESDAY - timedelta(ago), withdrawn=withdrawn, **fields,
        )
    )  # fmt: skip
    if not withdrawn:
        facts.has.append((at, by, value, ago))


@pytest.mark.parametrize("seed", range(8))
def test_whoever_shares_a_cause_is_found_by_whatever_it_is_and_however_it_is_spelt(tmp_path, seed):
    chance = random.Random(seed)
    store = a_store(tmp_path)
    facts = fill(store, chance)
    every = [by for by in CauseBy if by not in (CauseBy.WORDS, CauseBy.HAND)]

    with store.read() as reading:
        for by in every:
            for value, spelt in SPELT.items():
                first, last = sorted((chance.randrange(40), chance.randrange(40)), reverse=True)
                cause, is_within = Cause(by=by, value=chance.choice(spelt)), chance.random() < 0.5
                if is_within:
                    since, until = TUESDAY - timedelta(first), TUESDAY - timedelta(last)
                    cause = replace(cause, since=since, until=until)
                naive = {
                    facts.accounts[at].id
                    for at, kind, held, ago in facts.has
                    if (kind, held) == (by, value)
                    and facts.accounts[at].status is not AccountStatus.ARCHIVED
                    and (ago is None or not is_within or first >= ago >= last)
                }
                assert cohort(reading, cause, None) == naive, (by, value, cause)
    store.close()


@pytest.mark.parametrize("seed", range(4))
def test_the_order_and_the_coverage_are_what_plain_arithmetic_says(tmp_path, seed):
    chance = random.Random(seed)
    store = a_store(tmp_path)
    facts = fill(store, chance)
    causes = [Cause(by=by, value=value) for by in (CauseBy.LOT, CauseBy.PRODUCT, CauseBy.TEAM) for value in SPELT]

    with store.read() as reading:
        found = sharing(reading, causes, facts.accounts[0].id)
        rows = {each.id: each for each in rows_of_some(reading, {each.account_id for each in found})}
    store.close()

    assert facts.accounts[0].id not in rows
    weights = [
        (row.revenue or 0) * (100 - (50 if row.health is None else row.health))
        for row in (rows[each.account_id] for each in found)
    ]
    assert weights == sorted(weights, reverse=True)
    assert [each.pressing for each in found] == weights
    reached = [(each, chance.choice(list(Reach))) for each in found]
    cover = coverage_of(
        (
            Affected(problem_id=each.account_id, account_id=each.account_id, joined_on=TUESDAY, reach=reach),
            each.revenue or Decimal(0),
        )
        for each, reach in reached
    )
    done = [each for each, reach in reached if reach is not Reach.OPEN]
    assert (cover.settled, cover.accounts) == (len(done), len(found))
    assert cover.revenue_settled == sum((each.revenue or Decimal(0) for each in done), Decimal(0))
    assert pressing(Decimal(100), None) == 5000
