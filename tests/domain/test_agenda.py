"""The agenda fills itself from what is still open."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from reviewdesk.domain.agenda import CONCERNS, LAST_PROMISES, RESULTS, THEIR_VIEW, Known, caught_up, fill_agenda
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.review import Goal
from reviewdesk.domain.said import Question
from tests.domain.meetings import ACCOUNT, TUESDAY


def points(known: Known, title: str) -> tuple[str, ...]:
    return next(each.points for each in fill_agenda(known, TUESDAY) if each.title == title)


def concern(words: str, severity: int, stage: Stage = Stage.REPORTED) -> Concern:
    return Concern(account_id=ACCOUNT, words=words, summary=words, severity=severity, raised_on=TUESDAY, stage=stage)


def test_the_time_boxes_are_5_10_15_15_10_5():
    agenda = fill_agenda(Known(), TUESDAY)
    assert [each.minutes for each in agenda] == [5, 10, 15, 15, 10, 5]
    assert sum(each.minutes for each in agenda) == 60


def test_open_promises_of_both_sides_are_brought_up_the_earliest_first():
    late = FollowUp(account_id=ACCOUNT, what="Send plan", is_promise=True, due=date(2026, 11, 12))
    theirs = FollowUp(account_id=ACCOUNT, what="Forecast", is_promise=True, side=Side.THEIRS, due=date(2026, 12, 1))
    done = FollowUp(account_id=ACCOUNT, what="Done", is_promise=True, due=TUESDAY).done(TUESDAY)
    task = FollowUp(account_id=ACCOUNT, what="Only a task", due=TUESDAY)

    assert points(Known(promises=[theirs, done, task, late]), LAST_PROMISES) == (
        "Send plan (ours, 12 Nov, not done yet)",
        "Forecast (theirs, 1 Dec)",
    )


def test_the_customers_view_asks_three_questions_and_what_they_asked():
    asked = Question(account_id=ACCOUNT, words="Before 7 am?", asked_on=TUESDAY)
    answered = Question(account_id=ACCOUNT, words="Answered", asked_on=TUESDAY, answered_on=TUESDAY)

    found = points(Known(questions=[asked, answered]), THEIR_VIEW)
    assert len(found) == 4
    assert found[-1] == "They asked: Before 7 am?"


def test_open_concerns_come_worst_first_and_closed_ones_not():
    known = Known(concerns=[concern("slow", 1), concern("late", 3), concern("old", 4, Stage.CONFIRMED)])
    assert points(known, CONCERNS) == ("late (reported)", "slow (reported)")


def test_running_goals_are_measured_and_ended_ones_not():
    goal = Goal(account_id=ACCOUNT, what="On time", target=Decimal(98), unit="%")
    ended = Goal(account_id=ACCOUNT, what="Old", target=Decimal(1), ended_on=TUESDAY)
    assert points(Known(goals=[goal, ended]), RESULTS) == ("On time: target 98 %",)


def test_an_agenda_that_was_filled_earlier_takes_in_what_came_since_and_lets_go_what_is_over():
    late, spill = concern("Two late", 2), concern("A spill", 3)
    before = fill_agenda(Known(concerns=[late]), TUESDAY)

    now = caught_up(Known(concerns=[spill]), TUESDAY, before)

    assert next(each.points for each in before if each.title == CONCERNS) == ("Two late (reported)",)
    assert next(each.points for each in now if each.title == CONCERNS) == ("A spill (reported)",)
    assert caught_up(Known(concerns=[spill]), TUESDAY, now) == now


def test_what_the_person_took_out_reworded_or_wrote_into_an_agenda_stays_so():
    late, spill = concern("Two late", 2), concern("A spill", 3)
    begun = fill_agenda(Known(concerns=[late, spill]), TUESDAY)
    typed = tuple(
        replace(each, points=("The spill, gently", "My own")) if each.title == CONCERNS else each for each in begun
    )
    fixed = replace(spill, stage=Stage.FIXED)

    now = caught_up(Known(concerns=[late, fixed, concern("A third", 1)]), TUESDAY, typed)

    assert next(each.points for each in now if each.title == CONCERNS) == (
        "The spill, gently",
        "My own",
        "A third (reported)",
    )
