"""Each concern leads to its outreach and back, and moves on with it where the person says so."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.shared_problem import Cause, CauseBy, Reach, Remedy
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.outreach_concerns import OutreachConcernService
from reviewdesk.services.proposed_problems import ProposedProblemService
from reviewdesk.services.shared_problems import SharedProblemService
from tests.books import TUESDAY, a_store

LOT = Cause(by=CauseBy.LOT, value="L-2210")
TOLD = "We replace every cap."


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def buyer(store, name, lot="L-2210"):
    with store.write("Add") as work:
        account = work.accounts.put(Account(name=name, added_on=TUESDAY))
        day = TUESDAY - timedelta(days=10)
        work.purchases.put(Purchase(account_id=account.id, bought_on=day, amount=Decimal(100), currency="EUR", lot=lot))
    return account


def complain(store, account, words, **fields):
    concern = ConcernService(store).add(account.id, words, 2).value
    with store.write("Say more") as work:
        return work.concerns.put(replace(concern, **fields))


def led_to(store, concern):
    return [each.name for each in SharedProblemService(store).of_concern(concern.id)]


def test_the_three_concerns_that_were_proposed_as_one_all_lead_to_the_outreach_and_back(store):
    accounts = [buyer(store, each, lot="") for each in ("Hooli", "Globex", "Umbrella")]
    concerns = [complain(store, each, "Caps of lot L-2210 crack") for each in accounts]
    proposals, problems = ProposedProblemService(store), SharedProblemService(store)
    proposals.propose(proposals.look())
    (proposal,) = proposals.open()
    offered = problems.offered_again(proposal.concern_id, proposal.account_ids)
    problems.start(proposal.concern_id, "Cracked caps", offered.causes[:1], Remedy.REPLACEMENT, TOLD)
    proposals.answer(proposal.id, is_same=True)

    assert [led_to(store, each) for each in concerns] == [["Cracked caps"]] * 3
    (shown,) = problems.problems()
    raised = next(each for each in concerns if each.id == proposal.concern_id)
    assert {each.concern.id for each in shown.to_reach} == {each.id for each in concerns} - {raised.id}


def test_what_names_the_same_cause_belongs_to_it_and_nothing_else_does(store):
    raised, other, third = buyer(store, "Raised it"), buyer(store, "Other"), buyer(store, "Third")
    concern = complain(store, raised, "They crack")
    same = complain(store, other, "Lids break", lots=("l-2210",))
    unlike = [
        complain(store, other, "Invoice wrong"),
        complain(store, other, "Lids break", lots=("L-2211",)),
        complain(store, third, "Lids break", lots=("L-2210",), stage=Stage.WITHDRAWN),
        complain(store, buyer(store, "Elsewhere", lot=""), "They crack when opened"),
    ]
    SharedProblemService(store).start(concern.id, "Caps", [LOT], Remedy.REPLACEMENT, TOLD)

    assert led_to(store, concern) == led_to(store, same) == ["Caps"]
    assert [led_to(store, each) for each in unlike] == [[]] * 4


def test_the_end_asks_about_each_concern_and_brings_on_what_the_person_says_alone(store):
    raised, other = buyer(store, "Raised it"), buyer(store, "Other")
    concern = complain(store, raised, "They crack", fix="New caps by courier")
    same = complain(store, other, "Lids break", lots=("L-2210",))
    problems, concerns = SharedProblemService(store), OutreachConcernService(store)
    problem = problems.start(concern.id, "Caps", [LOT], Remedy.REPLACEMENT, TOLD).value
    problems.settle(problems.problems()[0].to_reach[0].affected.id, Reach.REACHED)

    problems.end(problem.id)
    left = concerns.not_fixed(problem.id)
    with store.read() as reading:
        assert {reading.concerns.get(each.id).stage for each in (concern, same)} == {Stage.REPORTED}
    concerns.fix(problem.id, [each.concern_id for each in left if each.account == "Other"])

    assert [each.account for each in left] == ["Other", "Raised it"]
    assert [each.account for each in concerns.not_fixed(problem.id)] == ["Raised it"]
    with store.read() as reading:
        fixed = reading.concerns.get(same.id)
    assert (fixed.stage, fixed.fix) == (Stage.FIXED, TOLD)
    concerns.fix(problem.id, [concern.id])
    with store.read() as reading:
        assert reading.concerns.get(concern.id).fix == "New caps by courier"
    store.undo()
    store.undo()
    assert len(concerns.not_fixed(problem.id)) == 2
