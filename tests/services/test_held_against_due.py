"""What was due and what became of it, as a book tells it."""

from dataclasses import replace
from datetime import date

import pytest

from reviewdesk.domain.account import Account, AccountStatus, Tier
from reviewdesk.domain.held_against_due import Kept
from reviewdesk.domain.review import Review, ReviewState
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.held_against_due import HeldAgainstDueService
from tests.books import a_store, small_book


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def by_quarter(store):
    return HeldAgainstDueService(store).by_quarter


def add(store, *held, **known):
    with store.write("Add") as work:
        account = work.accounts.put(Account(name="Hooli", tier=Tier.A, added_on=date(2026, 1, 1), **known))
        for on in held:
            work.reviews.put(Review(account_id=account.id, planned_on=on).held(on, finished_at=work.now))
    return account


def test_quarters_begin_with_the_first_in_which_a_review_was_due(store, by_quarter):
    add(store, date(2026, 2, 20), date(2026, 5, 20))

    found = by_quarter()

    assert [len(each.reviews) for each in found.quarters] == [1, 1, 1, 0]
    assert [each.kept for one in found.quarters for each in one.reviews] == [Kept.LATE, Kept.ON_TIME, Kept.NOT_HELD]


def test_a_cancelled_review_is_no_held_one(store, by_quarter):
    account = add(store)
    with store.write("Cancel") as work:
        planned = Review(account_id=account.id, planned_on=date(2026, 1, 30))
        work.reviews.put(replace(planned, state=ReviewState.CANCELLED))

    assert by_quarter().quarters[0].reviews[0].kept is Kept.NOT_HELD


def test_a_lost_account_owes_nothing_after_it_was_lost(store, by_quarter):
    add(store, date(2026, 1, 31), status=AccountStatus.LOST, lost_on=date(2026, 4, 1))

    assert [each.due for one in by_quarter().quarters for each in one.reviews] == [date(2026, 1, 31)]


def test_what_is_open_is_what_the_list_of_accounts_calls_due(store, by_quarter):
    small_book(store)
    found = by_quarter()

    rows = {each.name: each.next_due for each in AccountService(store).rows()}
    still = [each for one in found.quarters for each in one.reviews if each.held is None]
    assert still
    assert all(rows[found.names[each.account_id]] == each.due for each in still)


def test_an_empty_book_has_no_quarters(by_quarter):
    assert by_quarter().quarters == ()
