"""A process that hurts customers is counted by the concerns that name it, and waits for a decision."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.friction import Decision
from reviewdesk.services.frictions import FrictionService
from tests.books import TUESDAY, a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    made = a_store(tmp_path)
    small_book(made)
    yield made
    made.close()


@pytest.fixture
def frictions(store):
    return FrictionService(store)


def complain(store, name, *processes):
    with store.write("Complain") as work:
        told = Concern(account_id=the(store, name).id, words="Again", summary="Again", severity=2, raised_on=TUESDAY)
        work.concerns.put(replace(told, processes=processes))


def test_concerns_that_name_it_are_counted_with_their_accounts(store, frictions):
    for name, process in (
        ("Hooli", "Orders by fax"),
        ("Hooli", "orders by FAX"),
        ("Globex Corporation", "Orders by fax"),
    ):
        complain(store, name, process)
    complain(store, "Łódź Logistics", "Night invoices")
    noted = frictions.add("Orders by fax").value
    assert frictions.add(" orders by fax ").value.id == noted.id

    found = frictions.all()

    assert (found.shown[0].concerns, len(found.shown[0].account_ids)) == (3, 2)
    assert found.named == ("Night invoices",)


def test_what_hurts_is_kept_only_with_a_reason_and_every_decision_can_be_taken_back(store, frictions):
    noted = frictions.add("Orders by fax").value
    with pytest.raises(RefusedError, match="Say why it stays"):
        frictions.decide(noted.id, Decision.KEEP)
    frictions.change(noted.id, "why", "the scanner reads nothing else")

    kept = frictions.decide(noted.id, Decision.KEEP).value
    assert (kept.decision, kept.decided_on, kept.why) == (Decision.KEEP, TUESDAY, "the scanner reads nothing else")
    assert frictions.decide(noted.id, None).value.decision is None


def test_undecided_after_thirty_days_it_presses(store, frictions):
    noted = frictions.add("Orders by fax").value
    assert not noted.is_overdue(TUESDAY + timedelta(30))
    assert noted.is_overdue(TUESDAY + timedelta(31))
    assert not noted.decided(Decision.DROP, TUESDAY).is_overdue(TUESDAY + timedelta(31))


def test_a_process_has_a_name(store, frictions):
    with pytest.raises(RefusedError):
        frictions.add("  ")
    noted = frictions.add("Orders by fax").value
    with pytest.raises(RefusedError):
        frictions.change(noted.id, "process", " ")
    with pytest.raises(RefusedError, match="three buttons"):
        frictions.change(noted.id, "decision", "keep it")
