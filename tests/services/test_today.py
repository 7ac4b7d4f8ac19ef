"""What a day asks for, on a real book."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.review import Review, ReviewState
from reviewdesk.domain.standing import worked_out
from reviewdesk.domain.today import Sort, When
from reviewdesk.domain.today_plan import plan
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.services.today import TodayService
from reviewdesk.storage import day_change, standing
from reviewdesk.storage.lists.counts import counts
from tests.books import TUESDAY, a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


@pytest.fixture
def today(store):
    return TodayService(store)


def entries(page, *parts):
    return [each for part in page.parts if not parts or part.when in parts for each in part.entries]


def entry(page, words):
    return next(each for each in entries(page) if words in each.title)


def test_the_meeting_of_today_comes_first_with_its_people(today):
    first = entries(today.page())[0]

    assert first.title == "Łódź Logistics, quarterly review"
    assert first.about.startswith("60 min · ")
    assert first.about.endswith("brief ready")
    assert first.at.hour == datetime.combine(TUESDAY, first.at.time()).astimezone(UTC).astimezone().hour


def test_a_promise_says_to_whom_since_when_and_whom_to_call(today):
    promise = entry(today.page(), "Send the revised delivery plan")

    assert promise.about.startswith("Łódź Logistics · our promise of 25 Aug · +48 42")
    assert promise.state == "12 days over"


def test_a_review_that_is_late_is_asked_for_and_one_that_is_booked_is_not(today):
    page = today.page()
    planned = [each.account for each in entries(page) if each.sort is Sort.REVIEW_DUE]

    assert entry(page, "Plan the review with Globex").state == "Late"
    assert "61 days without contact" in entry(page, "Plan the review with Globex").about
    assert "Łódź Logistics" not in planned
    assert "Kestrel Air" not in planned


def test_a_small_customer_is_called_for_the_review(today):
    assert entry(today.page(), "Call Café Müller & Söhne for the review").sort is Sort.REVIEW_DUE


def test_the_brief_is_asked_for_until_it_is_prepared(store, today):
    assert entry(today.page(), "Stark Industries, brief still to do").about == "review in 9 days, on 3 Dec"

    with store.write("Prepare") as work:
        planned = work.reviews.where(account_id=the(store, "Stark Industries").id, state=ReviewState.PLANNED)[0]
        work.reviews.put(replace(planned, state=ReviewState.PREPARED))

    assert all("Stark Industries, brief" not in each.title for each in entries(today.page()))


def test_a_planned_review_whose_day_has_passed_is_asked_about(store, today):
    with store.write("Plan") as work:
        past = TUESDAY - timedelta(days=4)
        work.reviews.put(Review(account_id=the(store, "Hooli").id, planned_on=past))

    asked = entry(today.page(), "Hooli, quarterly review")

    assert (asked.sort, asked.state) == (Sort.MEETING_PAST, "4 days ago")
    assert asked.about == "planned for 20 Nov: hold it, move it or call it off"


def test_a_concern_past_its_clock_stands_today_and_a_grave_one_on_its_day(today):
    page = today.page()

    assert entry(page, "“Two pallets wrong again”: make a plan").state == "6 days over"
    assert entry(page, "“Two late deliveries, and again last week”").on == date(2026, 11, 26)
    assert all("portal is slow" not in each.title for each in entries(page))


def test_a_contract_that_can_be_ended_this_week_is_warned_of(store, today):
    accounts, hooli = AccountService(store), the(store, "Hooli")
    accounts.change(hooli.id, "contract_end", "2026-12-26")
    accounts.change(hooli.id, "notice_days", "30")

    assert entry(today.page(), "Hooli: no renewal agreed on").on == date(2026, 11, 26)

    accounts.change(hooli.id, "renewal_agreed_on", "2026-11-20")
    assert all(each.sort is not Sort.NOTICE for each in entries(today.page()))


def test_what_is_done_or_snoozed_is_no_longer_asked_for(store, today):
    follow_ups = FollowUpService(store)
    promise = entry(today.page(), "Send the revised delivery plan")
    labels = entry(today.page(), "Call about the new labels")

    follow_ups.done(promise.id)
    follow_ups.snooze(labels.id, TUESDAY + timedelta(days=3))

    asked = {each.id for each in entries(today.page())}
    assert not asked & {promise.id, labels.id}


def test_tomorrow_and_this_week_have_parts_of_their_own(today):
    page = today.page()

    assert [each.title for each in entries(page, When.TOMORROW)] == ["Send savings figures"]
    assert "Name a technical contact" in [each.title for each in entries(page, When.THIS_WEEK)]
    assert entry(page, "Price sheet").state == "waits on Petra Ilić"


def test_colleagues_who_keep_us_waiting_are_named_with_what_they_owe(today):
    omar, petra = today.page().waiting

    assert (omar.name, omar.things, omar.accounts, omar.days_over) == (
        "Omar Haddad",
        2,
        ("Globex Corporation", "Wonka Foods"),
        9,
    )
    assert (petra.days_over, petra.next_due) == (0, date(2026, 11, 27))


def test_quiet_accounts_are_named_with_whom_to_call(today):
    quiet = {each.account: each for each in today.page().quiet}

    assert quiet["Globex Corporation"].words == "61 days without contact"
    assert quiet["Globex Corporation"].phone.startswith("+48 42")


def test_the_hour_there_is_holds_what_presses_and_what_waits_on_me(today):
    tasks = plan(today.page().tasks, 60)

    assert [each.what for each in tasks][:2] == [
        "“Nobody answers us for a week”: acknowledge it, Globex Corporation",
        "Send the revised delivery plan, Łódź Logistics",
    ]
    assert tasks[1].reason == "20 min, promised"
    assert all("batch 7" not in each.what for each in tasks)
    assert sum(each.minutes for each in tasks) <= 60


def test_what_was_missed_is_counted_since_the_day_last_seen(today):
    missed = today.page(TUESDAY - timedelta(days=20)).missed

    assert missed.words == "while you were away: 3 follow-ups fell due, 2 reviews became late"
    assert today.page(TUESDAY - timedelta(days=1)).missed.words == ""


def test_an_empty_book_asks_for_nothing(tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    store = a_store(folder)

    page = TodayService(store).page()
    store.close()

    assert (page.accounts, page.parts, page.tasks) == (0, (), ())


def stand_as_on(store, day):
    """Keep how all accounts stood on a day, as the program left it that was closed then."""
    with store.engine.connect() as raw:
        connection = raw.execution_options(writes=True)
        with store.read() as reading, connection.begin():
            standing.refresh(connection, reading.book, day)


def read(store, since):
    with store.read() as reading:
        return TodayService(store).page(since), counts(reading.connection, reading.clock.today())


def test_a_new_day_is_shown_before_its_standings_are_written(tmp_path):
    real = Clock().today()
    store = small_book(a_store(tmp_path, today=real))
    with store.write("Plan and sell") as work:
        passed, later = the(store, "Globex Corporation").id, the(store, "Initech").id
        for account_id, days in ((passed, -1), (later, -1), (later, 3)):
            work.reviews.put(Review(account_id=account_id, planned_on=real + timedelta(days)))
        old = Purchase(account_id=passed, bought_on=real - timedelta(367), amount=Decimal(9000), currency="EUR")
        work.purchases.put(old)
    right = read(store, real - timedelta(5))

    stand_as_on(store, real - timedelta(4))
    before = read(store, real - timedelta(5))
    changed = day_change.catch_up(store)
    after = read(store, real - timedelta(5))
    store.close()

    assert changed
    assert before == after == right


def test_a_day_reads_only_the_accounts_it_asks_for(tmp_path, monkeypatch):
    store = small_book(a_store(tmp_path))
    with store.write("Many more") as work:
        work.accounts.add_all([Account(name=f"Calm {at}", added_on=TUESDAY) for at in range(200)])
    before = TodayService(store).page()
    made = []
    making = standing._standing
    monkeypatch.setattr(standing, "worked_out", lambda *facts: made.append(facts) or worked_out(*facts))
    monkeypatch.setattr(standing, "_standing", lambda row: made.append(row) or making(row))

    page = TodayService(store).page()
    store.close()

    assert page == before
    assert page.accounts > 200
    assert 0 < len(made) < 40
