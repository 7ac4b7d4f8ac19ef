"""Key accounts on a real book: an alarm without a next step, a reason that goes once they were spoken with."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from reviewdesk.domain.account import Tier
from reviewdesk.domain.review import Feeling
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.calls import Spoke
from reviewdesk.services.key_accounts import KeyAccountService, NoteKind
from tests.books import TUESDAY, a_store


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def acme(store):
    accounts = AccountService(store)
    made = accounts.add("Acme").value.id
    accounts.set_tier(made, Tier.A, because="They grow")
    return made


def told(store, kind):
    return [(each.account, each.words) for each in KeyAccountService(store).notes().notes if each.kind is kind]


def test_an_a_account_without_anything_ahead_is_named_until_it_has_a_next_step(store, acme):
    assert [name for name, _ in told(store, NoteKind.NO_NEXT_STEP)] == ["Acme"]
    AccountService(store).log_contact(acme, Spoke(next_what="Send samples", next_on=TUESDAY + timedelta(days=3)))
    assert told(store, NoteKind.NO_NEXT_STEP) == []


def test_other_tiers_are_not_named(store, acme):
    AccountService(store).set_tier(acme, Tier.B, because="They shrink")
    assert KeyAccountService(store).notes().notes == ()


def test_an_anniversary_is_a_reason_until_they_were_spoken_with_this_week(store, acme):
    accounts = AccountService(store)
    accounts.change(acme, "customer_since", "26 Nov 2021")
    assert told(store, NoteKind.REASON) == [("Acme", "5 years a customer on Thursday")]
    accounts.log_contact(acme, Spoke(on=TUESDAY - timedelta(days=3), words="Before the week"))
    assert told(store, NoteKind.REASON)
    accounts.log_contact(acme, Spoke(words="Said thanks"))
    assert told(store, NoteKind.REASON) == []


def test_three_forced_meetings_are_worth_a_thought(store, acme):
    accounts = AccountService(store)
    for days in (90, 60, 30):
        on = TUESDAY - timedelta(days=days)
        review = accounts.log_contact(acme, Spoke(on=on, words="Short", was_review=True)).value.review_id
        with store.write("How it felt") as work:
            work.reviews.put(replace(work.reviews.get(review), feelings=(Feeling.FORCED,)))
    assert [name for name, _ in told(store, NoteKind.FORCED)] == ["Acme"]
    last = accounts.log_contact(acme, Spoke(words="Better", was_review=True)).value.review_id
    with store.write("How it felt") as work:
        work.reviews.put(replace(work.reviews.get(last), feelings=(Feeling.ENJOYABLE,)))
    assert told(store, NoteKind.FORCED) == []


def test_a_lost_account_is_left_in_peace(store, acme):
    AccountService(store).change(acme, "status", "lost")
    assert KeyAccountService(store).notes().notes == ()
    assert KeyAccountService(store).notes().today == date(2026, 11, 24)
