"""One complaint about one lot becomes a closed outreach over six accounts, and each of them hears what we did."""

from datetime import timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.agenda import CONCERNS, fill_agenda
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.shared_problem import Cause, CauseBy, Reach, Remedy
from reviewdesk.domain.summarising import summarise
from reviewdesk.services.briefs import BriefService
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.gathering import known_of, material_of
from reviewdesk.services.reviews import ReviewService
from reviewdesk.services.shared_problems import SharedProblemService
from tests.books import TUESDAY, a_store

TOLD = "We replaced every cap of this lot, free of charge."


@pytest.fixture
def store(tmp_path):
    """A book of one person alone, without teams or colleagues."""
    store = a_store(tmp_path)
    yield store
    store.close()


def test_one_complaint_helps_six_accounts_by_one_person_alone(store):
    names = ["Raised it", "Hooli", "Globex", "Łódź Logistics", "Umbrella", "Wonka", "Stark"]
    accounts = {each: _buyer(store, each, 100 + at) for at, each in enumerate(names)}
    concern = ConcernService(store).add(accounts["Raised it"].id, "Caps of lot L-2210 crack", 3).value
    problems = SharedProblemService(store)
    cause = Cause(by=CauseBy.LOT, value="L-2210")
    begun = problems.start(concern.id, "Cracked caps of L-2210", [cause], Remedy.REPLACEMENT, TOLD).value
    (shown,) = problems.problems()
    assert {each.account for each in shown.to_reach} == set(names[1:])

    for at, each in enumerate(shown.to_reach):
        problems.give(each.affected.id, f"{at + 1} cartons", "10")
        problems.settle(each.affected.id, Reach.REACHED)
    problems.end(begun.id)

    (shown,) = problems.problems()
    assert (shown.coverage.of_accounts, shown.coverage.of_revenue, shown.cost) == (100, 100, Decimal(60))
    for name in names[1:]:
        _hears_of_it_alone(store, accounts[name], others=[each for each in names if each != name])
    assert TOLD not in _brief(store, accounts["Raised it"])


def _hears_of_it_alone(store, account, others):
    review = ReviewService(store).start_now(account.id).value
    with store.read() as reading:
        agenda = fill_agenda(known_of(reading, account.id, before=review.id), TUESDAY)
        summary = summarise(material_of(reading, reading.reviews.get(review.id)), number=1, on=TUESDAY)
    points = next(each.points for each in agenda if each.title == CONCERNS)
    printed = " ".join((*points, *summary.done_for_you, _brief(store, account)))
    assert [each.startswith(TOLD) for each in (*points, *summary.done_for_you)] == [True, True]
    assert TOLD in _brief(store, account)
    assert not [each for each in others if each in printed]


def _brief(store, account):
    page = BriefService(store).page(account.id)
    return " ".join(line.text for section in page.sections for line in section.said)


def _buyer(store, name, spent):
    with store.write("Add") as work:
        account = work.accounts.put(Account(name=name, added_on=TUESDAY))
        day = TUESDAY - timedelta(days=10)
        work.purchases.put(
            Purchase(account_id=account.id, bought_on=day, amount=Decimal(spent), currency="EUR", lot="L-2210")
        )
    return account
