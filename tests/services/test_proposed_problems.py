"""Three customers who say the like within a month are proposed as one shared problem, unasked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.shared_problem import Cause, CauseBy, Remedy
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.proposed_problems import ProposedProblemService
from reviewdesk.services.shared_problems import SharedProblemService
from tests.books import TUESDAY, a_store

WORDS = ("Invoices are wrong again", "Wrong invoice for the third time", "Rechnung falsch, schon wieder")


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def proposals(store):
    return ProposedProblemService(store)


def says(store, name, words, ago=2):
    with store.write("Add") as work:
        account = work.accounts.put(Account(name=name, added_on=TUESDAY))
    concern = ConcernService(store).add(account.id, words, 2).value
    with store.write("Earlier") as work:
        found = work.concerns.get(concern.id)
        work.concerns.put(replace(found, raised_on=TUESDAY - timedelta(days=ago)))
    return concern


def found(proposals):
    groups = proposals.look()
    if groups:
        proposals.propose(groups)
    return proposals.open()


def test_three_customers_who_say_the_like_are_proposed_and_two_are_not(store, proposals):
    for name, words in zip(("Alpha", "Beta"), WORDS, strict=False):
        says(store, name, words)
    says(store, "Quite other", "The driver was rude to our gatekeeper")
    assert found(proposals) == ()

    newest = says(store, "Gamma", WORDS[2], ago=0)

    (proposal,) = found(proposals)
    assert proposal.accounts == ("Alpha", "Beta", "Gamma")
    assert (proposal.concern_id, proposal.words) == (newest.id, WORDS[2])
    assert len(found(proposals)) == 1


def test_what_was_said_more_than_30_days_ago_or_twice_by_one_customer_does_not_count(store, proposals):
    says(store, "Alpha", WORDS[0])
    says(store, "Beta", WORDS[1], ago=31)
    says(store, "Gamma", WORDS[2])
    with store.read() as reading:
        alpha = next(each for each in reading.accounts.all() if each.name == "Alpha")
    ConcernService(store).add(alpha.id, WORDS[1], 2)

    assert found(proposals) == ()


def test_not_the_same_is_remembered_until_three_others_say_it(store, proposals):
    for name, words in zip(("Alpha", "Beta", "Gamma"), WORDS, strict=True):
        says(store, name, words)
    (proposal,) = found(proposals)
    proposals.answer(proposal.id, is_same=False)

    says(store, "Delta", WORDS[0])
    assert found(proposals) == ()
    for name in ("Epsilon", "Zeta"):
        says(store, name, WORDS[1])

    assert len(found(proposals)) == 1


def test_the_outreach_started_from_it_holds_them_all_and_nothing_is_proposed_again(store, proposals):
    for name, words in zip(("Alpha", "Beta", "Gamma"), WORDS, strict=True):
        says(store, name, words)
    (proposal,) = found(proposals)
    problems = SharedProblemService(store)
    hand = Cause(by=CauseBy.HAND, account_ids=proposal.account_ids)
    problems.start(proposal.concern_id, "Wrong invoices", [hand], Remedy.INFORMATION, "We check every invoice.")
    proposals.answer(proposal.id, is_same=True)

    (shown,) = problems.problems()
    assert {each.account for each in shown.to_reach} | {shown.raised_by} == set(proposal.accounts)
    assert proposals.open() == ()
    assert proposals.look() == ()


def test_it_is_no_step_of_the_persons_to_undo(store, proposals):
    for name, words in zip(("Alpha", "Beta", "Gamma"), WORDS, strict=True):
        says(store, name, words)
    before = store.undoable()
    found(proposals)

    assert store.undoable() == before
