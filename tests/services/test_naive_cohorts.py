"""Cohorts, coverage and order are counted a second way, by hand over the plain records, and agree."""

import random
from datetime import timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account, AccountStatus
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.purchase import Product, Purchase
from reviewdesk.domain.shared_problem import Cause, CauseBy, Reach, Remedy
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.shared_problems import SharedProblemService
from tests.books import TUESDAY, a_store

SPELT = {"a1": ["A1", "a1 ", "Á1"], "b2": ["B2", "b2"], "lodz": ["Łódź", "ŁÓDŹ", "lodz"]}
ABOUT = {
    CauseBy.LOT: ("lot", "lots"), CauseBy.SITE: ("site", "sites"), CauseBy.CARRIER: ("carrier", "carriers"),
    CauseBy.TERM: ("contract_term", "contract_terms"), CauseBy.PRODUCT: (None, "products"),
    CauseBy.PROCESS: (None, "processes"),
}  # fmt: skip
THINGS = ("zorvik", "maldur", "tebrax", "quonil", "fyspel", "hagrod")  # words that stand for nothing else


class Book:
    """A random book, with its records at hand."""

    def __init__(self, store, seed):
        self.dice, self.store = random.Random(seed), store
        with store.write("Make") as work:
            self.ours = [work.colleagues.put(Colleague(name=each)) for each in ("Łódź", "B2", "Nobody")]
            self.products = [work.products.put(Product(name=each)) for each in ("A1", "ŁÓDŹ", "Else")]
            self.accounts = [self.account(work, at) for at in range(9)]
            self.people = [self.person(work) for _ in range(6)]
            self.purchases = [self.purchase(work) for _ in range(22)]
            self.concerns = [self.concern(work) for _ in range(14)]

    def value(self):
        """Give a value in one of its spellings, often none."""
        key = self.dice.choice(["", "", *SPELT])
        return self.dice.choice(SPELT[key]) if key else ""

    def values(self):
        """Give up to two values."""
        return tuple(dict.fromkeys(each for each in (self.value(), self.value()) if each))

    def day(self):
        """Give a day of the last 40."""
        return TUESDAY - timedelta(days=self.dice.randint(0, 40))

    def account(self, work, at):
        """Add an account."""
        status = self.dice.choice([AccountStatus.ACTIVE] * 4 + [AccountStatus.LOST, AccountStatus.ARCHIVED])
        owner = self.dice.choice([None, *self.ours])
        made = Account(
            name=f"Account {at}", added_on=TUESDAY, status=status, tags=self.values(),
            lost_on=TUESDAY if status is AccountStatus.LOST else None, owner_id=owner.id if owner else None,
        )  # fmt: skip
        return work.accounts.put(made)

    def person(self, work):
        """Add a person whom somebody of ours may know."""
        known = self.dice.choice([None, *self.ours])
        account = self.dice.choice(self.accounts)
        return work.people.put(Person(account_id=account.id, name="Anna", known_by_id=known.id if known else None))

    def purchase(self, work):
        """Add a purchase."""
        product = self.dice.choice([None, *self.products])
        made = Purchase(
            account_id=self.dice.choice(self.accounts).id, bought_on=self.day(), currency="EUR",
            amount=Decimal(self.dice.randint(1, 900)), product_id=product.id if product else None,
            product_name="" if product else self.value(), lot=self.value(), site=self.value(), carrier=self.value(),
            contract_term=self.value(),
        )  # fmt: skip
        return work.purchases.put(made)

    def concern(self, work):
        """Add a concern."""
        said = self.dice.sample(THINGS, 2)
        made = Concern(
            account_id=self.dice.choice(self.accounts).id, words=f"{said[0]} {said[1]}", summary="said", severity=2,
            raised_on=self.day(), team=self.value(), tags=self.values(), withdrawn=self.dice.random() < 0.2,
            **{each: self.values() for _, each in ABOUT.values()},
        )  # fmt: skip
        return work.concerns.put(made)

    def cause(self, by):
        """Give a cause of a kind, often within days."""
        since = self.dice.choice([None, TUESDAY - timedelta(days=self.dice.randint(5, 35))])
        until = self.dice.choice([None, TUESDAY - timedelta(days=self.dice.randint(0, 15))])
        if by is CauseBy.HAND:
            return Cause(by=by, account_ids=tuple(each.id for each in self.dice.sample(self.accounts, 3)))
        if by is CauseBy.WORDS:
            return Cause(by=by, value=" ".join(self.dice.sample(THINGS, 2)), since=since, until=until)
        return Cause(by=by, value=self.dice.choice(SPELT[self.dice.choice(list(SPELT))]), since=since, until=until)


def naive(book, cause, besides):
    """Go through every record of the book, and ask of each whether it tells of the cause."""
    found = set(_told(book, cause)) - {besides}
    return found - {each.id for each in book.accounts if each.status is AccountStatus.ARCHIVED}


def _told(book, cause):
    for each in book.purchases:
        if _bears(book, each, cause) and _within(each.bought_on, cause):
            yield each.account_id
    for each in book.concerns:
        if not each.withdrawn and _says(each, cause) and _within(each.raised_on, cause):
            yield each.account_id
    for each in book.accounts:
        ours = {one.id for one in book.ours if _same(one.name, cause)}
        known = {one.known_by_id for one in book.people if one.account_id == each.id}
        if cause.by is CauseBy.LIST and any(_same(one, cause) for one in each.tags):
            yield each.id
        if cause.by is CauseBy.PERSON and (each.owner_id in ours or known & ours):
            yield each.id
    yield from cause.account_ids


def _bears(book, purchase, cause):
    if cause.by is CauseBy.PRODUCT:
        name = next((each.name for each in book.products if each.id == purchase.product_id), purchase.product_name)
        return _same(name, cause)
    field = ABOUT.get(cause.by, (None, None))[0]
    return field is not None and _same(getattr(purchase, field), cause)


def _says(concern, cause):
    if cause.by is CauseBy.WORDS:
        return set(cause.value.split()) == set(concern.words.split())
    if cause.by is CauseBy.TEAM:
        return _same(concern.team, cause)
    field = ABOUT.get(cause.by, (None, None))[1]
    return field is not None and any(_same(each, cause) for each in (*getattr(concern, field), *concern.tags))


def _same(value, cause):
    key = next((key for key, spelt in SPELT.items() if cause.value in spelt), None)
    return key is not None and value in SPELT[key]


def _within(day, cause):
    return (cause.since is None or cause.since <= day) and (cause.until is None or day <= cause.until)


@pytest.fixture(params=range(3))
def book(tmp_path, request):
    store = a_store(tmp_path)
    yield Book(store, request.param)
    store.close()


def test_each_way_of_sharing_finds_whom_a_naive_count_finds(book):
    problems = SharedProblemService(book.store)
    for by in list(CauseBy) * 6:
        cause, besides = book.cause(by), book.dice.choice(book.accounts).id
        found = {each.account_id for each in problems.who_else([cause], besides)}
        assert found == naive(book, cause, besides), cause


def test_several_causes_coverage_and_order_are_what_a_naive_count_finds(book):
    problems = SharedProblemService(book.store)
    raised = book.dice.choice([each for each in book.accounts if each.status is AccountStatus.ACTIVE])
    concern = ConcernService(book.store).add(raised.id, "zorvik maldur", 2).value
    causes = [book.cause(by) for by in (CauseBy.HAND, CauseBy.LOT, CauseBy.TEAM, CauseBy.PERSON)]
    wanted = set().union(*(naive(book, each, raised.id) for each in causes))
    problems.start(concern.id, "Shared", causes, Remedy.INFORMATION, "")
    rows = {each.id: each for each in AccountService(book.store).rows()}
    (shown,) = problems.problems()
    settled = [each for each in shown.to_reach if book.dice.random() < 0.5]
    for each in settled:
        problems.settle(each.affected.id, Reach.NOT_AFFECTED, "another size")

    (shown,) = problems.problems()
    spent = {each: sum((one.amount for one in book.purchases if one.account_id == each), Decimal(0)) for each in wanted}
    done = {each.affected.account_id for each in settled}
    assert {each.affected.account_id for each in (*shown.to_reach, *shown.settled)} == wanted
    assert shown.coverage.of_accounts == 100 * len(done) // len(wanted)
    total = sum(spent.values())
    assert shown.coverage.revenue == total
    assert shown.coverage.of_revenue == (
        int(100 * sum(spent[each] for each in done) // total) if total else shown.coverage.of_accounts
    )

    def presses(account_id):
        health = rows[account_id].health
        return spent[account_id] * (100 - (50 if health is None else health))

    order = [presses(each.affected.account_id) for each in shown.to_reach]
    assert order == sorted(order, reverse=True)


def test_an_unknown_health_counts_as_fifty(tmp_path):
    store = a_store(tmp_path)
    with store.write("Add") as work:
        raised, *others = (work.accounts.put(Account(name=each, added_on=TUESDAY)) for each in ("Raised it", "A", "B"))
        for account, amount in zip(others, (100, 101), strict=True):
            work.purchases.put(
                Purchase(account_id=account.id, bought_on=TUESDAY, amount=Decimal(amount), currency="EUR", lot="L")
            )
    found = SharedProblemService(store).who_else([Cause(by=CauseBy.LOT, value="L")], raised.id)

    assert [(each.account, each.health, each.pressing) for each in found] == [
        ("B", None, Decimal(5050)),
        ("A", None, Decimal(5000)),
    ]
    store.close()
