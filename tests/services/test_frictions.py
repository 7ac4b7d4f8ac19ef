"""A process that hurts customers is counted by the concerns that name it, and waits for a decision."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import Ending, WaitsOn
from reviewdesk.domain.friction import Decision
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.purchase import Purchase
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


def complained(store, name, *processes, cost=None, severity=2):
    """Note a concern, with what it cost us."""
    with store.write("Complain") as work:
        told = Concern(account_id=the(store, name).id, words="Again", summary="Again", severity=2, raised_on=TUESDAY)
        return work.concerns.put(replace(told, processes=processes, cost=cost, severity=severity))


def steps(store, friction, **which):
    with store.read() as reading:
        found = reading.follow_ups.where(about_id=friction.id)
        return [each for each in found if not each.withdrawn and each.is_open is which.get("are_open", True)]


def test_concerns_are_linked_by_hand_or_by_its_name_and_left_out_again(store, frictions):
    named = complained(store, "Hooli", "Orders by fax", cost=Decimal(120))
    other = complained(store, "Globex Corporation", cost=Decimal("80.50"), severity=4)
    gone = complained(store, "Łódź Logistics", "Orders by fax")
    with store.write("Withdraw") as work:
        work.concerns.put(gone.at(Stage.WITHDRAWN, TUESDAY))
    noted = frictions.add("Orders by fax").value
    assert frictions.find(noted.id, "globex again")[0].concern.id == other.id
    assert named.id not in [each.concern.id for each in frictions.find(noted.id, "hooli")]
    frictions.link(noted.id, other.id)
    frictions.link(noted.id, named.id)

    (shown,) = frictions.all().shown
    assert [(each.concern.id, each.names_it) for each in shown.hurt] == [(other.id, False), (named.id, True)]
    assert (shown.cost, shown.without_rate) == (Decimal("200.50"), 0)
    assert [each.id for each in frictions.of_concern(named.id)] == [noted.id]

    frictions.unlink(noted.id, named.id)
    frictions.unlink(noted.id, other.id)
    assert (frictions.all().shown[0].concerns, frictions.of_concern(named.id)) == (0, ())
    frictions.link(noted.id, named.id)
    assert frictions.all().shown[0].concerns == 1
    store.undo()
    assert frictions.all().shown[0].concerns == 0


def test_what_has_no_rate_or_no_revenue_is_said_and_not_taken_for_nothing(store, frictions):
    with store.write("Abroad") as work:
        work.accounts.put(replace(the(store, "Hooli"), currency="JPY"))
        alone = work.accounts.put(Account(name="Newcomer"))
        bought = {"bought_on": TUESDAY, "amount": Decimal(5), "currency": "JPY"}
        work.purchases.put(Purchase(account_id=alone.id, **bought))
    complained(store, "Hooli", "Orders by fax", cost=Decimal(9_000))
    complained(store, alone.name, "Orders by fax")
    frictions.add("Orders by fax")

    (shown,) = frictions.all().shown
    assert (shown.cost, shown.without_rate, shown.without_revenue) == (0, 1, 1)


def test_a_day_makes_a_follow_up_for_the_owner_once_it_is_known_whom_it_hurts(store, frictions):
    with store.write("Colleague") as work:
        mona = work.colleagues.put(Colleague(name="Mona Fry"))
    noted = frictions.add("Orders by fax").value
    frictions.change(noted.id, "owner", "mona fry")
    frictions.change(noted.id, "due", "18 dec 2026")
    assert steps(store, noted) == []
    complained(store, "Globex Corporation", "Orders by fax")
    late = complained(store, "Hooli")
    frictions.link(noted.id, late.id)

    (step,) = steps(store, noted)
    assert (step.what, step.due, step.colleague_id) == (
        "Decide what becomes of “Orders by fax”", date(2026, 12, 18), mona.id,
    )  # fmt: skip
    assert step.waits_on is WaitsOn.COLLEAGUE
    assert step.account_id == the(store, "Hooli").id
    assert frictions.all().shown[0].waits_on == "Mona Fry"


def test_once_it_is_decided_the_follow_up_says_what_is_to_be_done(store, frictions):
    complained(store, "Hooli", "Orders by fax")
    noted = frictions.add("Orders by fax").value
    frictions.change(noted.id, "due", "18 dec 2026")
    frictions.decide(noted.id, Decision.CHANGE)
    (done,), (step,) = steps(store, noted, are_open=False), steps(store, noted)
    assert (done.what, done.ending) == ("Decide what becomes of “Orders by fax”", Ending.KEPT)
    assert step.what == "Change “Orders by fax”"

    frictions.change(noted.id, "due", "8 jan 2027")
    assert steps(store, noted)[0].due == date(2027, 1, 8)
    with store.write("Done") as work:
        work.follow_ups.put(steps(store, noted)[0].done(TUESDAY))
    frictions.change(noted.id, "owner", "Nobody known")
    assert steps(store, noted) == []
    frictions.decide(noted.id, None)
    assert [each.what for each in steps(store, noted)] == ["Decide what becomes of “Orders by fax”"]
    frictions.change(noted.id, "why", "the scanner")
    frictions.decide(noted.id, Decision.KEEP)
    assert (steps(store, noted), frictions.all().shown[0].friction.due) == ([], None)


def test_a_day_that_cannot_be_read_or_has_passed(store, frictions):
    noted = frictions.add("Orders by fax").value
    with pytest.raises(RefusedError, match="is not a day"):
        frictions.change(noted.id, "due", "someday")
    frictions.change(noted.id, "due", "18 dec 2026")
    (shown,) = frictions.all().shown
    assert not shown.friction.is_overdue(date(2026, 12, 18))
    assert shown.friction.is_overdue(date(2026, 12, 19))
    complained(store, "Hooli", "Orders by fax")
    frictions.change(noted.id, "owner", "x")
    assert steps(store, noted)
    frictions.remove(noted.id)
    assert steps(store, noted) == []
    store.undo()
    assert steps(store, noted)


def test_concerns_that_sound_like_it_are_offered_first(store, frictions):
    with store.write("Complain") as work:
        words = "Stamps do not match the papers"
        told = {"words": words, "summary": words, "severity": 2, "raised_on": TUESDAY - timedelta(300)}
        like = work.concerns.put(Concern(account_id=the(store, "Hooli").id, **told))
    noted = frictions.add("Our stamping").value

    assert frictions.all().shown[0].like == 1
    assert frictions.find(noted.id, "")[0].concern.id == like.id
    assert frictions.find(noted.id, "match hooli")[0].concern.id == like.id
    frictions.link(noted.id, like.id)
    assert (frictions.all().shown[0].like, frictions.all().shown[0].concerns) == (0, 1)


def test_what_concerns_of_three_accounts_are_about_is_offered_until_a_process_says_so(store, frictions):
    texts = {
        "Hooli": "The portal is slow", "Globex Corporation": "No login to the portal", "Initech": "Das Portal hängt",
        "Kestrel Air": "Stamps and tales",
    }  # fmt: skip
    with store.write("Complain") as work:
        for each in work.concerns.all():
            work.concerns.remove(each.id)
        for name, words in texts.items():
            told = {"words": words, "summary": words, "severity": 2, "raised_on": TUESDAY}
            work.concerns.put(Concern(account_id=the(store, name).id, **told))
    assert [(each.thing, each.concerns, each.accounts) for each in frictions.all().often] == [("portal", 3, 3)]
    noted = frictions.add("Portal").value

    found = frictions.all()
    assert (found.often, found.shown[0].like) == ((), 3)
    frictions.change(noted.id, "process", "Portal only in the morning")
    assert frictions.all().shown[0].friction.process == "Portal only in the morning"
