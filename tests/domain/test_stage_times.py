"""How long a concern stood in each stage, and how long its root cause took."""

from datetime import date, timedelta
from uuid import uuid4

from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.stage_times import cause_words, time_words

RAISED = date(2026, 11, 2)


def raised(**more):
    return Concern(account_id=uuid4(), words="Late", summary="Late", severity=2, raised_on=RAISED, **more)


def after(days):
    return RAISED + timedelta(days=days)


def test_two_days_in_reported_and_five_in_plan():
    concern = raised().at(Stage.ACKNOWLEDGED, after(2)).at(Stage.PLANNED, after(2))

    assert time_words(concern, after(7)) == "2 days in reported, 5 in plan"


def test_a_stage_it_came_back_to_counts_both_times():
    concern = raised().at(Stage.PLANNED, after(1)).at(Stage.FIXED, after(4)).at(Stage.PLANNED, after(6))

    assert time_words(concern, after(9)) == "1 day in reported, 6 in plan, 2 in fixed"


def test_what_is_over_takes_no_more_time():
    concern = raised().at(Stage.FIXED, after(3)).at(Stage.CONFIRMED, after(5))

    assert time_words(concern, after(40)) == "3 days in reported, 2 in fixed"


def test_what_was_raised_today_has_taken_no_time():
    assert time_words(raised(), RAISED) == ""


def test_the_time_to_the_root_cause_stands_apart():
    assert cause_words(raised(), after(9)) == "root cause not known for 9 days"
    assert cause_words(raised(cause_on=after(4)), after(9)) == "root cause found after 4 days"
    assert cause_words(raised(cause_on=RAISED), after(9)) == "root cause found on the day"
