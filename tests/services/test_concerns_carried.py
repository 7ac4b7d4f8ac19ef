"""A concern is carried from one agenda to the next, and into the customer's summary, until it is over."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reviewdesk.domain.concern import Stage
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.gathering import material_of
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


def test_what_is_raised_after_a_review_was_planned_stands_in_its_agenda_until_the_meeting_begins(
    store, concerns, meetings
):
    account = the(store, ACCOUNT)
    review = ReviewService(store).plan(account.id, TUESDAY + timedelta(20)).value
    raised = concerns.add(account.id, "Labels fall off", 4).value

    def points():
        return [each for item in meetings.workspace(review.id).review.agenda for each in item.points]

    assert "Labels fall off (reported)" in points()
    with store.read() as reading:
        shown = material_of(reading, reading.reviews.get(review.id)).review.agenda
    assert any("Labels fall off (reported)" in each.points for each in shown)

    concerns.bring_to(raised.id, Stage.ACKNOWLEDGED)
    meetings.save_notes(review.id, "They came in a good mood")
    concerns.bring_to(raised.id, Stage.PLANNED)
    assert "Labels fall off (acknowledged)" in points()


def test_an_agenda_that_was_edited_keeps_what_was_taken_out_of_it(store, concerns, meetings):
    account = the(store, ACCOUNT)
    review = ReviewService(store).plan(account.id, TUESDAY + timedelta(20)).value
    concerns.add(account.id, "Labels fall off", 4)
    shown = meetings.workspace(review.id).review.agenda
    left = tuple(replace(each, points=tuple(one for one in each.points if "Labels" not in one)) for each in shown)
    meetings.change(review.id, "agenda", left)
    concerns.add(account.id, "Boxes are wet", 2)

    points = [each for item in meetings.workspace(review.id).review.agenda for each in item.points]

    assert "Boxes are wet (reported)" in points
    assert not [each for each in points if "Labels" in each]
