"""Colleagues: when each of them works is what a concern of theirs is counted by."""

from dataclasses import replace
from datetime import date

import pytest

from reviewdesk.domain.people import Colleague
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.colleagues import ColleagueService
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.days import days_of
from reviewdesk.services.today import TodayService
from tests.books import TUESDAY, a_store


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def test_a_concern_waits_in_the_working_days_of_whoever_owns_it(store):
    account = AccountService(store).add("Hooli").value
    concerns, ours = ConcernService(store), ColleagueService(store)
    concern = concerns.add(account.id, "Late again", 4).value
    concerns.change(concern.id, "owner", "Yusuf Demir")
    before = AccountService(store).brief(account.id).clocks[concern.id].due
    (yusuf,) = ours.team().colleagues

    ours.change(yusuf.id, "week", "Mon")

    after = AccountService(store).brief(account.id).clocks[concern.id].due
    assert before < after
    assert after.weekday() == 0
    assert TodayService(store).page() is not None


def test_holidays_of_a_colleague_are_of_their_country_and_else_of_the_book(store):
    with store.read() as reading:
        book = replace(reading.book, holidays="DE")
    unity, thanksgiving = date(2026, 10, 3), date(2026, 11, 26)

    at_home, abroad = (days_of(Colleague(name="A", holidays=each), book, TUESDAY) for each in ("", "US"))

    assert unity in at_home.holidays
    assert not abroad.is_working(thanksgiving)
    assert at_home.is_working(thanksgiving)


def test_taking_somebody_out_is_undone_with_all_that_named_them(store):
    account = AccountService(store).add("Hooli").value
    ours = ColleagueService(store)
    yusuf = ours.add("Yusuf Demir", team="Operations").value
    AccountService(store).change(account.id, "owner", "Yusuf Demir")

    ours.remove(yusuf.id)
    assert AccountService(store).brief(account.id).owner is None
    store.undo()

    assert AccountService(store).brief(account.id).owner == yusuf
    assert ours.team().teams == ("Operations",)
