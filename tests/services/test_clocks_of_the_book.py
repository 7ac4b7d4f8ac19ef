"""How long a concern may wait is the book's to say, and every clock goes by it."""

from datetime import timedelta

import pytest

from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.today_clocks import clock_of, to_plan
from reviewdesk.services.book import BookService
from reviewdesk.services.concern_insights import ConcernInsightService
from reviewdesk.services.days import days_of, working_days
from reviewdesk.storage.backup import Backups
from tests.books import TUESDAY, a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


def concern(store, severity, **fields):
    return Concern(
        account_id=the(store, "Hooli").id, words="Late", summary="Late", severity=severity, raised_on=TUESDAY, **fields
    )


def test_the_clocks_begin_as_the_rule_says_and_follow_what_the_book_says(store):
    usual = [(4, 0, 1), (3, 1, 3), (2, 2, 10), (1, 5, 20)]
    for severity, answer, plan in usual:
        assert dues(store, severity) == (ahead(store, answer), ahead(store, plan))

    setting(store, "answer_within", "8, 2, 3, 6")
    setting(store, "plan_within", "2, 4, 11, 21")

    for severity, answer, plan in usual[1:]:
        assert dues(store, severity) == (ahead(store, answer + 1), ahead(store, plan + 1))
    with store.read() as reading:
        omar = next(each for each in reading.colleagues.all() if each.name == "Omar Haddad")
        assert days_of(omar, reading.book, TUESDAY).plan_within == (2, 4, 11, 21)
    assert ConcernInsightService(store).together().answer_within == (8, 2, 3, 6)


def test_eight_working_hours_of_a_grave_one_end_a_day_later(store):
    logged = concern(store, 4, raised_at=store.clock.now())
    four = clock_of(logged, days(store)).at

    setting(store, "answer_within", "12, 1, 2, 5")

    assert clock_of(logged, days(store)).at == four + timedelta(days=1)


@pytest.mark.parametrize("text", ["4, 1, 2", "0, 1, 2, 5", "soon", "4, 1, 2, 500"])
def test_a_clock_that_cannot_be_is_refused_and_the_old_one_stays(store, text):
    with pytest.raises(RefusedError, match="The clocks until|whole numbers"):
        setting(store, "answer_within", text)

    with store.read() as reading:
        assert reading.book.answer_within == (4, 1, 2, 5)


def setting(store, name, text):
    BookService(store, Backups(store.path, store.clock)).change_setting(name, text)


def days(store):
    with store.read() as reading:
        return working_days(reading.book, TUESDAY)


def ahead(store, working):
    return days(store).add(TUESDAY, working)


def dues(store, severity):
    one = concern(store, severity)
    return clock_of(one, days(store)).due, to_plan(one.at(Stage.ACKNOWLEDGED, TUESDAY), days(store)).due
