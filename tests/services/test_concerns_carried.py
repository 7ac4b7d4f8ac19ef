"""A concern is carried from one agenda to the next, and into the customer's summary, until it is over."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reviewdesk.domain.concern import Stage
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.services.today import TodayService
from reviewdesk.storage.journal import Journal
from tests.books import TUESDAY, a_store, small_book, the

WORDS = "Nobody answers us for a week"
ACCOUNT = "Globex Corporation"


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield small_book(store)
    store.close()


@pytest.fixture
def concerns(store):
    return ConcernService(store)


@pytest.fixture
def meetings(store):
    return MeetingService(store, Journal(store.path))


@pytest.fixture
def concern(store):
    with store.read() as reading:
        return next(each for each in reading.concerns.all() if each.words == WORDS)


def put(store, concern, **fields):
    with store.write("Change") as work:
        return work.concerns.put(replace(work.concerns.get(concern.id), **fields))


def asked_in_agenda(store, meetings):
    """Give what the agenda of a review begun now says of the concern."""
    review = ReviewService(store).start_now(the(store, ACCOUNT).id).value
    agenda = meetings.fill_agenda(review.id).value.agenda
    found = [point for each in agenda for point in each.points if WORDS in point]
    ReviewService(store).cancel(review.id)
    return found


def in_the_plan(store, review, words):
    with store.read() as reading:
        return [point for each in reading.reviews.get(review.id).agenda for point in each.points if words in point]


def test_a_review_that_is_planned_takes_up_what_comes_and_leaves_out_what_is_over(store, concerns):
    account = the(store, ACCOUNT)
    review = ReviewService(store).plan(account.id, TUESDAY + timedelta(days=20)).value
    said = concerns.add(account.id, "Three crates broken", 3).value
    assert in_the_plan(store, review, said.words) == ["Three crates broken (reported)"]

    concerns.bring_to(said.id, Stage.FIXED)
    concerns.change(said.id, "summary", "Broken crates")
    assert in_the_plan(store, review, "rates") == ["Broken crates (fixed)"]
    put(store, said, asked_on=(TUESDAY - timedelta(days=14), TUESDAY))
    concerns.bring_to(said.id, Stage.NOT_CONFIRMED)
    assert in_the_plan(store, review, "rates") == ["Broken crates (is it over?)"]

    concerns.bring_to(said.id, Stage.CONFIRMED)
    assert not in_the_plan(store, review, "rates")


def test_what_was_written_into_a_planned_agenda_by_hand_stays(store, concerns, concern):
    review = ReviewService(store).plan(concern.account_id, TUESDAY + timedelta(days=20)).value
    with store.write("Reword") as work:
        own = tuple(replace(each, points=("Our silence of May",)) for each in work.reviews.get(review.id).agenda)
        work.reviews.put(replace(work.reviews.get(review.id), agenda=own))

    concerns.bring_to(concern.id, Stage.ACKNOWLEDGED)

    with store.read() as reading:
        assert reading.reviews.get(review.id).agenda == own


@pytest.mark.parametrize("stage", [Stage.REPORTED, Stage.ACKNOWLEDGED, Stage.PLANNED, Stage.FIXED])
def test_an_open_concern_stands_in_the_next_agenda(store, concerns, meetings, concern, stage):
    concerns.bring_to(concern.id, stage)

    assert asked_in_agenda(store, meetings) == [f"{WORDS} ({stage.value})"]


@pytest.mark.parametrize("stage", [Stage.CONFIRMED, Stage.WITHDRAWN])
def test_what_is_over_stands_in_no_agenda(store, concerns, meetings, concern, stage):
    concerns.bring_to(concern.id, stage)

    assert asked_in_agenda(store, meetings) == []


def test_what_was_closed_without_their_word_is_asked_once_more_and_then_no_longer(store, concerns, meetings, concern):
    put(store, concern, stage=Stage.FIXED, asked_on=(TUESDAY - timedelta(14), TUESDAY))
    concerns.bring_to(concern.id, Stage.NOT_CONFIRMED)
    assert asked_in_agenda(store, meetings) == [f"{WORDS} (is it over?)"]

    put(store, concern, stage_since=TUESDAY - timedelta(10))
    review = ReviewService(store).start_now(the(store, ACCOUNT).id).value
    meetings.finish(review.id)

    assert asked_in_agenda(store, meetings) == []


def test_the_summary_says_cause_fix_owner_and_until_when_unless_it_is_set_aside(store, concerns, meetings, concern):
    for field, text in (("root_cause", "Nobody covers"), ("fix", "A second name"), ("owner", "Omar Haddad")):
        concerns.change(concern.id, field, text)
    concerns.bring_to(concern.id, Stage.PLANNED)
    concerns.change(concern.id, "fix_due", "in 2w")
    review = ReviewService(store).start_now(the(store, ACCOUNT).id).value

    (shown,) = [each for each in meetings.draft(review.id).concerns if each.summary == WORDS]
    assert (shown.cause, shown.fix, shown.owner, shown.state) == (
        "Nobody covers", "A second name", "Omar Haddad", "Fixed by 8 Dec",
    )  # fmt: skip
    assert not shown.confirmed

    concerns.bring_to(concern.id, Stage.CONFIRMED)
    (shown,) = [each for each in meetings.draft(review.id).concerns if each.summary == WORDS]
    assert shown.confirmed

    concerns.change(concern.id, "set_aside", "yes")
    assert WORDS not in [each.summary for each in meetings.draft(review.id).concerns]


def test_the_day_named_for_a_plan_and_the_asks_whether_it_holds_stand_in_the_day(store, concerns, concern):
    concerns.bring_to(concern.id, Stage.PLANNED)
    put(store, concern, fix_due=TUESDAY)
    assert [each for each in asked_today(store) if "have it fixed" in each]

    concerns.bring_to(concern.id, Stage.FIXED)
    put(store, concern, stage_since=TUESDAY - timedelta(7))
    assert [each for each in asked_today(store) if "ask whether it is fixed" in each]

    concerns.bring_to(concern.id, Stage.CONFIRMED)
    assert asked_today(store) == []


def asked_today(store):
    parts = TodayService(store).page().parts
    return [each.title for part in parts for each in part.entries if WORDS in each.title and "Call" not in each.title]
