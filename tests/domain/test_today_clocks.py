"""The clocks of a concern by its severity and stage."""

from datetime import date
from uuid import uuid4

import pytest

from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.today_clocks import ConcernClock, clock_of
from reviewdesk.domain.working_days import WorkingDays

FRIDAY = date(2026, 11, 20)
DAYS = WorkingDays()


def concern(severity, stage=Stage.REPORTED, **more):
    return Concern(
        account_id=uuid4(), words="Late", summary="Late", severity=severity, raised_on=FRIDAY, stage=stage, **more
    )


@pytest.mark.parametrize(
    ("severity", "acknowledge", "have_a_plan"),
    [
        (4, date(2026, 11, 20), date(2026, 11, 23)),
        (3, date(2026, 11, 23), date(2026, 11, 25)),
        (2, date(2026, 11, 24), date(2026, 12, 4)),
        (1, date(2026, 11, 27), date(2026, 12, 18)),
    ],
)
def test_a_concern_raised_on_friday_is_acknowledged_and_planned_in_working_days(severity, acknowledge, have_a_plan):
    assert clock_of(concern(severity), DAYS) == ConcernClock("acknowledge it", acknowledge)
    assert clock_of(concern(severity, Stage.ACKNOWLEDGED), DAYS) == ConcernClock("make a plan", have_a_plan)


def test_a_day_agreed_for_the_plan_holds():
    agreed = concern(3, Stage.ACKNOWLEDGED, plan_due=date(2026, 12, 9))

    assert clock_of(agreed, DAYS) == ConcernClock("make a plan", date(2026, 12, 9))


@pytest.mark.parametrize("stage", [Stage.PLANNED, Stage.FIXED, Stage.CONFIRMED])
def test_no_clock_runs_once_there_is_a_plan(stage):
    assert clock_of(concern(4, stage), DAYS) is None
