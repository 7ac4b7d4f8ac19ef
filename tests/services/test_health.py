"""The health of an account on its page and in the lists, and what it said before accounts were lost."""

from datetime import date, timedelta

import pytest
from sqlalchemy import insert

from reviewdesk.domain.account import AccountStatus
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.health_settings import Band, Factor
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.book import BookService
from reviewdesk.services.health import HealthService, HitsAndMisses
from reviewdesk.services.sample import SampleService
from reviewdesk.services.today import TodayService
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.kept_tables import health_day
from reviewdesk.wiring import resources_folder
from tests.books import a_store, small_book, the
from tests.storage.whole_book import check_what_is_worked_out

REAL = Clock().today()


@pytest.fixture
def sample(tmp_path):
    store = a_store(tmp_path)
    SampleService(store, resources_folder() / "sample").fill()
    yield store
    store.close()


@pytest.fixture
def book(tmp_path):
    """Give the small book on the real day, on which health is kept day by day."""
    store = small_book(a_store(tmp_path, today=REAL))
    yield store
    store.close()


def factor(health, wanted):
    return next(each for each in health.factors if each.factor is wanted)


def test_the_page_shows_the_example_with_its_facts_and_what_would_move_it(sample):
    health = HealthService(sample).of_account(the(sample, "Łódź Logistics").id)

    assert (health.words, health.known) == ("71 Watch", 7)
    assert [each.points for each in health.factors] == [72, 60, 100, 63, 71, 59, 75]
    best = health.moves[0]
    assert (best.words, best.now, best.then) == ("Close both concerns", 71, 79)


def test_every_factor_names_the_records_behind_it(sample):
    health = HealthService(sample).of_account(the(sample, "Łódź Logistics").id)

    concerns = factor(health, Factor.CONCERNS).behind
    assert concerns[0].words == "“Two late deliveries, and again last week”, severity 3, acknowledged"
    assert len(concerns) == 2
    assert len(factor(health, Factor.PROMISES).behind) == 7
    assert any("would recommend us 6 of 10" in each.words for each in factor(health, Factor.SCORES).behind)
    assert len(factor(health, Factor.CONTACT).behind) == 1


def test_the_lists_know_health_and_todays_plan_counts_with_it(sample):
    rows = {each.name: each for each in AccountService(sample).rows()}
    lodz = rows["Łódź Logistics"]

    assert (lodz.health, lodz.basis, lodz.band) == (71, 100, Band.WATCH)
    tasks = TodayService(sample).page().tasks
    assert {each.health for each in tasks if each.account == "Łódź Logistics"} == {71}


def test_a_concern_that_may_make_them_leave_holds_the_score_and_says_so(sample):
    account = the(sample, "Łódź Logistics")
    grave = Concern(account_id=account.id, words="we will leave", summary="", severity=4, raised_on=date(2026, 11, 20))
    with sample.write("Log it") as work:
        work.concerns.put(grave)
    health = HealthService(sample).of_account(account.id)

    assert (health.score, health.held_by) == (49, grave.id)
    assert health.held == "Held at 49 by “we will leave” until it is fixed and they are told, or it is confirmed."


def test_a_change_of_the_weights_moves_every_score_and_bad_ones_are_refused(sample):
    book = BookService(sample, Backups(sample.path, sample.clock))
    book.change_setting("health_weights", "0, 0, 100, 0, 0, 0, 0")

    assert HealthService(sample).of_account(the(sample, "Łódź Logistics").id).score == 100
    for name, text in (
        ("health_weights", "20, 15, 15, 20, 10, 10"), ("health_weights", "20, 15, 15, 20, 10, 10, 11"),
        ("health_costs", "5, 15, x, 60"), ("healthy_from", "40"), ("watch_from", "90"),
    ):  # fmt: skip
        with pytest.raises(RefusedError):
            book.change_setting(name, text)
    assert book.settings()["health_costs"] == "5, 15, 30, 60"


def test_each_day_of_a_change_is_kept_with_the_write_and_undone_with_it(book):
    account = the(book, "Łódź Logistics")
    service = HealthService(book)
    before = service.of_account(account.id)
    with book.write("Ask them") as work:
        for asked, value in ((Asked.TRUST, 2), (Asked.RECOMMEND, 3)):
            work.answers.put(Answer.given(asked, value, account_id=account.id, answered_on=REAL))
    after = service.of_account(account.id)

    assert after.trend[-1].day == REAL
    assert (after.trend[-1].score, after.trend[-1].basis) == (after.score, after.basis) != (before.score, before.basis)
    book.undo()
    assert service.of_account(account.id).trend == before.trend
    check_what_is_worked_out(book)


def test_the_same_day_is_kept_once_and_a_day_with_the_program_closed_is_not_invented(book):
    account = the(book, "Łódź Logistics")
    concern = Concern(account_id=account.id, words="late", summary="", severity=3, raised_on=REAL)
    for each in (concern, concern.at(Stage.FIXED, REAL)):
        with book.write("Work on it") as work:
            known = work.concerns.find(each.id)
            work.concerns.put(each if known is None else known.at(Stage.FIXED, REAL))

    days = [each.day for each in HealthService(book).of_account(account.id).trend]
    assert days == [REAL]


def lose(store, name, days_ago, kept):
    """Lose an account so many days ago, with the scores that were kept so many days before that."""
    account = the(store, name)
    with store.write("Lose it") as work:
        work.accounts.put(account.with_status(AccountStatus.LOST, REAL - timedelta(days_ago)))
    rows = [
        {"account_id": account.id.hex, "day": (REAL - timedelta(days_ago + before)).isoformat(), "score": score,
         "basis": 80, "factors": "[]"}
        for before, score in kept.items()
    ]  # fmt: skip
    with store.engine.connect() as raw:
        connection = raw.execution_options(writes=True)
        with connection.begin():
            connection.execute(insert(health_day), rows)


def test_the_audit_says_what_the_score_was_before_each_loss_and_counts_hits_and_misses(book):
    lose(book, "Hooli", 10, {200: 81, 100: 60, 40: 45})
    lose(book, "Initech", 20, {70: 44, 35: None})

    audit = HealthService(book).score_audit()

    assert [each.account for each in audit.losses] == ["Hooli", "Initech"]
    assert [(each.days, each.score) for each in audit.losses[0].said] == [(30, 45), (60, 60), (90, 60), (180, 81)]
    assert [each.band for each in audit.losses[1].said] == [Band.UNKNOWN, Band.AT_RISK, None, None]
    assert audit.totals == (
        HitsAndMisses(30, 1, 0, 1), HitsAndMisses(60, 1, 1, 0), HitsAndMisses(90, 0, 1, 1), HitsAndMisses(180, 0, 1, 1),
    )  # fmt: skip


def test_the_day_of_a_loss_is_kept_when_the_status_says_so(book):
    accounts, account = AccountService(book), the(book, "Hooli")
    accounts.change(account.id, "status", "lost")
    assert the(book, "Hooli").lost_on == REAL

    accounts.change(account.id, "status", "won back")
    assert the(book, "Hooli").lost_on == REAL
    accounts.change(account.id, "status", "active")
    assert the(book, "Hooli").lost_on is None


def test_who_was_never_asked_is_silent_and_never_shown_green(book):
    rows = {each.name: each for each in AccountService(book).rows()}
    quiet = HealthService(book).of_account(the(book, "Quiet Harbour Ltd").id)

    assert rows["Quiet Harbour Ltd"].never_asked
    assert "never asked: no answer, no concern in 12 months" in quiet.silences
    assert "210 days without contact" in quiet.silences
