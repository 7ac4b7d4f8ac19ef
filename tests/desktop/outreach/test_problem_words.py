"""What the outreach says of a problem in words: how far it came, how long it took, what it cost, what can be done."""

from datetime import timedelta
from decimal import Decimal

import pytest

from reviewdesk.desktop.outreach.problem_model import about, remark_of, sections_of
from reviewdesk.domain.account import Account
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.shared_problem import Cause, CauseBy, Reach, Remedy
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.shared_problems import SharedProblemService
from tests.books import TUESDAY, a_store


@pytest.fixture
def problems(tmp_path):
    """An outreach of severity 2 to three accounts, first reported six days ago."""
    store = a_store(tmp_path)
    with store.write("Add") as work:
        raised, *_ = accounts = [
            work.accounts.put(Account(name=each, added_on=TUESDAY))
            for each in ("Raised it", "Large", "Middle", "Small")
        ]
        for each, spent in zip(accounts, (1, 700, 200, 100), strict=True):
            work.purchases.put(
                Purchase(account_id=each.id, bought_on=TUESDAY, amount=Decimal(spent), currency="EUR", lot="L-1")
            )
    concern = ConcernService(store).add(raised.id, "Caps crack", 2).value
    ConcernService(store).change(concern.id, "raised_on", f"{TUESDAY - timedelta(days=6):%Y-%m-%d}")
    service = SharedProblemService(store)
    service.start(concern.id, "Caps", [Cause(by=CauseBy.LOT, value="L-1")], Remedy.REPLACEMENT, "New caps.")
    yield service
    store.close()


def actions(shown, account):
    rows = [row for part in sections_of(shown, TUESDAY) for row in part.rows]
    return {each.id for row in rows if row.title == account for each in row.actions}


def test_one_that_is_not_grave_stops_with_a_reason_and_its_coverage_days_and_cost_stay(problems):
    (shown,) = problems.problems()
    large = shown.to_reach[0].affected.id
    problems.give(large, "40 caps", "120.50")
    problems.settle(large, Reach.REACHED)
    with pytest.raises(RefusedError, match="Say why it stops"):
        problems.end(shown.problem.id)
    problems.end(shown.problem.id, "the rest was never delivered")

    (shown,) = problems.problems()
    assert remark_of(shown) == "1 of 3 reached or excused · 70 % of their revenue · stopped at 33 %"
    told = about(shown, TUESDAY)
    for each in ("cause known after 6 days", "last contact after 6 days", "120.50", "the rest was never delivered"):
        assert each in told
    assert actions(shown, "Middle") == set()


def test_giving_up_is_offered_after_three_tries_on_two_channels_and_not_before(problems):
    (shown,) = problems.problems()
    small = shown.to_reach[-1]
    for channel in ("call", "call", "call"):
        problems.attempt(small.affected.id, channel)
    assert "unreachable" not in actions(problems.problems()[0], small.account)

    problems.attempt(small.affected.id, "letter", "sent back")

    shown = problems.problems()[0]
    assert "unreachable" in actions(shown, small.account)
    row = next(row for part in sections_of(shown, TUESDAY) for row in part.rows if row.title == small.account)
    assert "tried by letter 24 Nov (sent back), by call 24 Nov" in row.meta
