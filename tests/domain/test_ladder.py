"""The steps around a review move with it, and lie on working days."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.agenda import CONCERNS, THEIR_VIEW, Known, fill_agenda
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.ladder import LadderStep, Rung, day_of, ladder_for, next_step, steps_now, usual_steps
from reviewdesk.domain.review import Review, ReviewKind, ReviewState
from reviewdesk.domain.template import SHIPPED, ReviewTemplate, template_for, templates_of
from reviewdesk.domain.working_days import WorkingDays

WEEK = WorkingDays(holidays=frozenset({date(2026, 12, 25)}))
THURSDAY = date(2026, 12, 3)


def step(days, rung=Rung.OTHER):
    return LadderStep(what="Do it", days=days, rung=rung)


@pytest.mark.parametrize(
    ("days", "on"),
    [
        (-90, date(2026, 7, 30)), (-30, date(2026, 10, 22)), (-14, date(2026, 11, 13)), (-7, date(2026, 11, 24)),
        (-2, date(2026, 12, 1)), (1, date(2026, 12, 4)), (7, date(2026, 12, 14)), (30, date(2027, 1, 15)),
    ],
)  # fmt: skip
def test_steps_are_counted_in_working_days(days, on):
    assert day_of(step(days), THURSDAY, WEEK) == on


def test_what_would_lie_before_it_was_planned_is_due_at_once():
    planned = date(2026, 11, 20)
    assert day_of(step(-30), THURSDAY, WEEK, since=planned) == planned
    assert day_of(step(-7), THURSDAY, WEEK, since=planned) == date(2026, 11, 24)
    assert day_of(step(1), THURSDAY, WEEK, since=planned) == date(2026, 12, 4)


@given(st.dates(date(2024, 1, 1), date(2031, 12, 31)), st.integers(-90, 30), st.integers(-400, 400))
def test_every_step_lies_on_a_working_day_and_moves_with_the_meeting(meeting, days, by):
    meeting = WEEK.add(meeting, 0)
    moved = WEEK.add(meeting + timedelta(days=by), 0)
    for on in (meeting, moved):
        day = day_of(step(days), on, WEEK)
        assert WEEK.is_working(day)
        assert WEEK.between(on, day) == days


def test_the_sponsor_is_asked_for_a_accounts_alone():
    assert next(each.rung for each in ladder_for(usual_steps(), "A")) is Rung.SPONSOR
    assert Rung.SPONSOR not in {each.rung for each in ladder_for(usual_steps(), "B")}
    assert len(ladder_for(usual_steps(), "A")) == 8


def test_the_next_step_is_the_first_left_before_the_meeting_and_then_after_it():
    steps = ladder_for(usual_steps(), None)
    assert next_step(steps, is_held=False).rung is Rung.INVITE
    assert next_step(steps, is_held=True).rung is Rung.SUMMARY
    assert next_step((), is_held=False) is None


def test_a_review_becomes_invited_and_prepared_as_its_steps_are_ticked_and_goes_back():
    review = Review(account_id=uuid4(), planned_on=THURSDAY, ladder=ladder_for(usual_steps(), None))
    by_rung = {each.rung: each.id for each in review.ladder}

    invited = review.with_steps_done([by_rung[Rung.INVITE]], THURSDAY)
    prepared = invited.with_steps_done([by_rung[Rung.BRIEF]], THURSDAY)

    assert invited.state is ReviewState.INVITED
    assert prepared.state is ReviewState.PREPARED
    assert prepared.with_steps_done([by_rung[Rung.BRIEF]], None).state is ReviewState.INVITED
    assert invited.with_steps_done([by_rung[Rung.INVITE]], None).state is ReviewState.PLANNED


def test_who_was_invited_does_not_know_of_a_move_until_invited_again():
    review = Review(account_id=uuid4(), planned_on=THURSDAY).invited(THURSDAY)
    moved = review.moved(date(2026, 12, 10))

    assert review.knows_of_move
    assert not moved.knows_of_move
    assert moved.invited(date(2026, 11, 1)).knows_of_move


def test_steps_of_a_held_review_leave_its_state_alone():
    held = Review(account_id=uuid4(), held_on=THURSDAY, state=ReviewState.SENT, ladder=ladder_for(usual_steps(), None))
    assert held.with_steps_done([each.id for each in held.ladder], THURSDAY).state is ReviewState.SENT


def test_the_days_of_all_steps_are_in_order():
    now = steps_now(usual_steps(), THURSDAY, WEEK)
    assert [each.step.days for each in now] == [-90, -30, -14, -7, -2, 1, 7, 30]
    assert [each.day for each in now] == sorted(each.day for each in now)
    assert now[0].is_late(THURSDAY)
    assert not now[-1].is_late(THURSDAY)


@pytest.mark.parametrize(
    ("kind", "tier", "by_call", "name"),
    [
        (ReviewKind.QUARTERLY, "A", False, "Quarterly review"),
        (ReviewKind.HALF_YEARLY, "B", False, "Half-yearly review"),
        (ReviewKind.YEARLY, "B", False, "Executive yearly review"),
        (ReviewKind.KICK_OFF, None, False, "Kick-off"),
        (ReviewKind.RECOVERY, "A", False, "Recovery"),
        (ReviewKind.YEARLY, "C", True, "30-minute check-in"),
        (ReviewKind.AD_HOC, "A", False, "30-minute check-in"),
    ],
)
def test_each_kind_has_its_template(kind, tier, by_call, name):
    assert template_for(templates_of(()), kind, tier, by_call=by_call).name == name


def test_a_template_for_a_tier_comes_before_the_one_for_all():
    mine = ReviewTemplate(name="Mine", tiers=("A",), agenda=SHIPPED[0].agenda)
    every = templates_of([mine])

    assert template_for(every, ReviewKind.QUARTERLY, "A") == mine
    assert template_for(every, ReviewKind.QUARTERLY, "B").name == "Quarterly review"


def test_every_shipped_template_has_an_agenda_that_fills_its_time_and_ends_with_the_next_date():
    for each in SHIPPED:
        assert sum(item.minutes for item in each.agenda) == each.length, each.name
        assert each.agenda[-1].title == "Next date"
        assert {one.rung for one in each.ladder} >= {Rung.BRIEF, Rung.SUMMARY, Rung.CHECK}


def test_items_of_a_template_say_their_own_points_first_and_then_what_is_known():
    concern = Concern(account_id=uuid4(), words="late", summary="late", severity=2, raised_on=THURSDAY)
    recovery = next(each for each in SHIPPED if each.kind is ReviewKind.RECOVERY)

    agenda = fill_agenda(Known(concerns=[concern]), THURSDAY, recovery.agenda)

    points = {each.title: each.points for each in agenda}
    assert points[CONCERNS] == ("What is the cause, and how is it prevented?", "late (reported)")
    assert points["What happened, in their words"][0] == "What did it cost you?"
    assert THEIR_VIEW not in points
