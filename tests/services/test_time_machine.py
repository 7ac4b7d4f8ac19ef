"""An account as it stood at a past review: later changes are taken back, and what became of each thing is told."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewdesk.domain.account import Tier
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.calls import Spoke
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.services.time_machine import TimeMachine
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.lists.as_of import as_of
from tests.books import TUESDAY

LATER = TUESDAY + timedelta(days=40)


class Days:
    """One book, opened on one day after the other."""

    def __init__(self, path):
        self.path, self.store = path, None

    def on(self, day):
        """Close it and open it on this day."""
        if self.store is not None:
            self.store.close()
        self.store = open_book(self.path, Clock(day), may_create=True, name="Northgate")
        return self.store


@pytest.fixture
def days(tmp_path):
    made = Days(tmp_path / "Northgate.reviewdesk")
    yield made
    made.store.close()


def held_review(accounts, account_id):
    return accounts.log_contact(account_id, Spoke(words="All well", was_review=True)).value.review_id


def fact(stood, name):
    return next(each for each in stood.facts if each.name == name)


def test_without_a_review_there_is_nothing_to_go_back_to(days):
    accounts = AccountService(days.on(TUESDAY))
    account = accounts.add("Acme").value
    assert TimeMachine(days.store).at(account.id) is None


def test_fields_changed_since_show_what_stood_there_then(days):
    accounts = AccountService(days.on(TUESDAY))
    acme = accounts.add("Acme").value.id
    accounts.set_tier(acme, Tier.B, because="They asked for it")
    accounts.change(acme, "rivals", "Initech")
    review = held_review(accounts, acme)

    later = AccountService(days.on(LATER))
    later.set_tier(acme, Tier.A, because="They grew")
    later.change(acme, "rivals", "Initech, Hooli")
    stood = TimeMachine(days.store).at(acme, review)

    assert (stood.day, stood.known_since) == (TUESDAY, None)
    assert (fact(stood, "Tier").then, fact(stood, "Tier").now) == ("B", "A")
    assert (fact(stood, "Rivals").then, fact(stood, "Rivals").now) == ("Initech", "Initech, Hooli")
    assert not fact(stood, "Status").has_changed


def test_promises_open_then_tell_what_became_of_them(days):
    accounts = AccountService(days.on(TUESDAY))
    acme = accounts.add("Acme").value.id
    held_review(accounts, acme)
    due = TUESDAY + timedelta(days=10)
    for what in ("Send samples", "Call the carrier", "Write the offer"):
        accounts.log_contact(acme, Spoke(next_what=what, next_on=due, next_promised=True))
    steps = {each.what: each.id for each in accounts.brief(acme).follow_ups}

    later = FollowUpService(days.on(LATER))
    later.done(steps["Send samples"])
    later.drop(steps["Write the offer"], because="They chose another")
    AccountService(days.store).log_contact(acme, Spoke(next_what="New one", next_on=LATER, next_promised=True))
    stood = TimeMachine(days.store).at(acme)

    became = {each.title: each.now for each in stood.our_promises}
    assert set(became) == {"Send samples", "Call the carrier", "Write the offer"}
    assert became["Send samples"].startswith("kept late")
    assert became["Call the carrier"] == "open, 30 days over"
    assert became["Write the offer"].startswith("dropped")
    assert {each.then for each in stood.our_promises} == {"due 4 Dec 2026"}


def test_a_concern_shows_its_stage_of_then_and_of_now(days):
    accounts = AccountService(days.on(TUESDAY))
    acme = accounts.add("Acme").value.id
    held_review(accounts, acme)
    concerns = ConcernService(days.store)
    concern = concerns.add(acme, "Pallets arrive wet", severity=3).value

    later = ConcernService(days.on(LATER))
    later.change(concern.id, "severity", "4")
    (then,) = TimeMachine(days.store).at(acme).concerns
    assert then.then == "severity 3, reported"
    assert then.now.startswith("reported")


def test_what_was_taken_out_since_was_there_then(days):
    accounts = AccountService(days.on(TUESDAY))
    acme = accounts.add("Acme").value.id
    anna = accounts.add_person(acme, "Anna Nowak", role="Buyer", phone="", email="").value
    held_review(accounts, acme)

    later = AccountService(days.on(LATER))
    later.remove_person(anna.id)
    later.add_person(acme, "Piotr New", role="Buyer", phone="", email="")
    (person,) = TimeMachine(days.store).at(acme).people
    assert (person.title, person.then, person.now, person.is_gone) == ("Anna Nowak", "Buyer", "taken out since", True)


def test_what_was_entered_later_with_a_day_of_then_says_so(days):
    accounts = AccountService(days.on(TUESDAY))
    acme = accounts.add("Acme").value.id
    held_review(accounts, acme)
    later = AccountService(days.on(LATER))
    later.log_contact(acme, Spoke(on=TUESDAY, next_what="Remembered late", next_promised=True, next_on=LATER))
    (step,) = TimeMachine(days.store).at(acme).our_promises
    assert (step.title, step.entered_on) == ("Remembered late", LATER)


def test_an_account_that_came_into_the_book_later_says_since_when(days):
    accounts = AccountService(days.on(TUESDAY))
    acme = accounts.add("Acme").value.id
    accounts.log_contact(acme, Spoke(on=TUESDAY - timedelta(days=30), words="Before the book", was_review=True))
    stood = TimeMachine(days.store).at(acme)
    assert (stood.day, stood.known_since) == (TUESDAY - timedelta(days=30), TUESDAY)
    assert fact(stood, "Tier").then == fact(stood, "Tier").now


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(
            st.integers(0, 3),
            st.sampled_from(["tier", "rival", "person", "remove", "promise", "done", "undo"]),
            st.integers(0, 3),
        ),
        max_size=25,
    ),
    cut=st.integers(0, 3),
)
def test_going_back_gives_what_was_read_on_that_day(tmp_path, steps, cut):
    """Whatever was done on four days: the records rolled back to the end of one are those that stood there then."""
    days = Days(tmp_path / f"{uuid4().hex}.reviewdesk")
    accounts = AccountService(days.on(TUESDAY))
    acme = accounts.add("Acme").value.id
    for _, what, which in sorted((each for each in steps if each[0] <= cut), key=lambda each: each[0]):
        _do(days.store, acme, what, which)
    stood = _everything(days.store, acme)
    days.on(TUESDAY + timedelta(days=2))
    for _, what, which in (each for each in steps if each[0] > cut):
        _do(days.store, acme, what, which)

    moment = _end_of(TUESDAY)
    with days.store.read() as reading:
        found = as_of(reading.connection, acme, moment)
    rolled = {kind: {each.then.id: each.then for each in of if each.entered_at is None} for kind, of in found.items()}
    days.store.close()
    assert {kind: rolled[kind] for kind in stood} == stood


def _end_of(day):
    from datetime import UTC, datetime, time

    return datetime.combine(day + timedelta(days=1), time.min).astimezone(UTC)


def _everything(store, acme):
    with store.read() as reading:
        return {
            Kind.ACCOUNT: {acme: reading.accounts.get(acme)},
            Kind.PERSON: {each.id: each for each in reading.people.where(account_id=acme)},
            Kind.FOLLOW_UP: {each.id: each for each in reading.follow_ups.where(account_id=acme)},
        }


def _do(store, acme, what, which):
    accounts, steps = AccountService(store), FollowUpService(store)
    brief = accounts.brief(acme)
    if what == "tier":
        accounts.set_tier(acme, list(Tier)[which % 3], because="A reason")
    elif what == "rival":
        accounts.change(acme, "rivals", ("Initech", "Hooli", "", "Globex")[which])
    elif what == "person":
        accounts.add_person(acme, f"Person {uuid4().hex}", role="", phone="", email="")
    elif what == "remove" and brief.people:
        accounts.remove_person(brief.people[which % len(brief.people)].id)
    elif what == "promise":
        accounts.log_contact(acme, Spoke(next_what="Send it", next_on=date(2027, 1, 1), next_promised=True))
    elif what == "done" and brief.open_follow_ups:
        steps.done(brief.open_follow_ups[which % len(brief.open_follow_ups)].id)
    elif what == "undo":
        store.undo()
