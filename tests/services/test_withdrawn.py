"""What a customer took back counts nowhere: whether its note line is gone or they said so themselves."""

from datetime import timedelta

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.concern import CauseKind, Concern, Stage
from reviewdesk.domain.concern_figures import is_counted
from reviewdesk.domain.shared_problem import Cause, CauseBy
from reviewdesk.services.affected_by import after_loss
from reviewdesk.services.frictions import FrictionService
from reviewdesk.services.loss_values import events_of, training_words
from reviewdesk.services.price_diagnoses import PriceDiagnosisService
from reviewdesk.services.proposed_problems import ProposedProblemService
from reviewdesk.storage.lists.sharing import accounts_that_share
from reviewdesk.storage.lists.week import grave_concerns
from tests.books import TUESDAY, a_store

BEFORE = TUESDAY - timedelta(days=3)


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def complained(store, **more):
    """Let five customers complain of the same, and say what they share."""
    with store.write("Complain") as work:
        ids = []
        for name in ("Acme", "Globex", "Hooli", "Initech", "Umbrella"):
            account = work.accounts.put(Account(name=name))
            ids.append(account.id)
            words = "the caps of your bottles cracked again"
            kind = CauseKind.PRICE if name == "Umbrella" else CauseKind.SKILL
            concern = Concern(
                account_id=account.id, words=words, summary=words, severity=3, raised_on=BEFORE, team="Depot",
                cause_kind=kind, processes=("Monthly invoices",), tags=("caps",), **more,
            )  # fmt: skip
            work.concerns.put(concern)
    return ids


def counted(store, account_id):
    proposals = ProposedProblemService(store)
    groups = proposals.look()
    if groups:
        proposals.propose(groups)
    with store.read() as reading:
        account = reading.accounts.get(account_id)
        return {
            "proposed": len(proposals.open()),
            "Monday page": len(grave_concerns(reading.connection, BEFORE, TUESDAY, 3)),
            "team": len(accounts_that_share(reading.connection, Cause(by=CauseBy.TEAM, value="Depot"))),
            "tag": len(accounts_that_share(reading.connection, Cause(by=CauseBy.PROCESS, value="caps"))),
            "price": PriceDiagnosisService(store).why().known.complain_of_price,
            "training": len(training_words(reading)),
            "way to the loss": len(events_of(reading, account, notes=True)),
            "causes of a loss": sum(each.by is CauseBy.TEAM for each in after_loss(reading, account_id)),
            "friction": len(FrictionService(store).all().named),
            "figures": sum(is_counted(each) for each in reading.concerns.all()),
        }


def test_what_was_said_counts_everywhere(store):
    account_id, *_ = complained(store)
    assert counted(store, account_id) == {
        "proposed": 1, "Monday page": 5, "team": 5, "tag": 5, "price": 1, "training": 1, "way to the loss": 1,
        "causes of a loss": 1, "friction": 1, "figures": 5,
    }  # fmt: skip


@pytest.mark.parametrize("taken_back", [{"withdrawn": True}, {"stage": Stage.WITHDRAWN, "stage_since": TUESDAY}])
def test_what_was_taken_back_counts_nowhere_however_that_was_said(store, taken_back):
    account_id, *_ = complained(store, **taken_back)
    assert set(counted(store, account_id).values()) == {0}
