"""One reason a week to get in touch, not about an order; three forced meetings in a row are worth a thought."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.reasons import GoalMet, is_forced, reason_of_week
from reviewdesk.domain.review import Feeling

TUESDAY = date(2026, 11, 24)
FORCED, PRODUCTIVE = (Feeling.FORCED,), (Feeling.PRODUCTIVE,)


def a_concern(days_ago, *, stage=Stage.REPORTED, words="Pallets arrive wet"):
    raised = TUESDAY - timedelta(days=days_ago)
    return Concern(account_id=uuid4(), words=words, summary=words, severity=2, raised_on=raised, stage=stage)


def reason(*, since=None, goals=(), concerns=(), today=TUESDAY):
    return reason_of_week(today, since, goals, concerns)


@pytest.mark.parametrize(
    ("since", "today", "words"),
    [
        (date(2021, 11, 26), TUESDAY, "5 years a customer on Thursday"),
        (date(2025, 11, 22), TUESDAY, ""),
        (date(2025, 11, 29), TUESDAY, "1 year a customer on Sunday"),
        (date(2026, 11, 25), TUESDAY, ""),
        (date(2016, 2, 29), date(2027, 3, 1), "11 years a customer on Monday"),
        (date(2016, 2, 29), date(2028, 2, 28), "12 years a customer on Tuesday"),
        (date(2021, 1, 1), date(2026, 12, 30), "6 years a customer on Friday"),
    ],
)
def test_an_anniversary_comes_in_its_own_week(since, today, words):
    assert reason(since=since, today=today) == words


def test_a_goal_met_and_a_complaint_are_told_while_they_are_fresh():
    assert reason(goals=[GoalMet("Damage rate 0.4 %", TUESDAY)]) == "Goal met: Damage rate 0.4 %"
    assert reason(goals=[GoalMet("Damage rate 0.4 %", TUESDAY - timedelta(days=61))]) == ""
    assert reason(concerns=[a_concern(10)]) == "Thank them for telling 10 days ago: “Pallets arrive wet”"
    assert reason(concerns=[a_concern(10, stage=Stage.CONFIRMED)]).endswith("fixed since")
    assert reason(concerns=[a_concern(3)]) == ""
    assert reason(concerns=[a_concern(61)]) == ""


def test_several_reasons_take_turns_by_week_and_stay_for_the_week():
    goals, concerns = [GoalMet("Damage rate", TUESDAY)], [a_concern(10)]
    days = [TUESDAY + timedelta(days=each) for each in range(6)]
    week = [reason(goals=goals, concerns=concerns, today=each) for each in days]
    assert len({each.partition(" ")[0] for each in week}) == 1
    after = reason(goals=goals, concerns=concerns, today=TUESDAY + timedelta(days=7))
    assert after.partition(" ")[0] != week[0].partition(" ")[0]


@pytest.mark.parametrize(
    ("felt", "worth_a_thought"),
    [
        ((FORCED, FORCED, FORCED), True),
        ((FORCED, FORCED), False),
        ((FORCED, (), FORCED, FORCED, PRODUCTIVE), True),
        ((PRODUCTIVE, FORCED, FORCED, FORCED), False),
        (((Feeling.FORCED, Feeling.PRODUCTIVE), FORCED, FORCED), True),
        ((), False),
    ],
)
def test_three_forced_meetings_in_a_row_are_worth_a_thought(felt, worth_a_thought):
    assert is_forced(felt) is worth_a_thought
