"""The clocks of a concern by its severity and stage."""

import time as time_of_day
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest

from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.today_clocks import ConcernClock, clock_of
from reviewdesk.domain.working_days import WorkingDays

FRIDAY = date(2026, 11, 20)
DAYS = WorkingDays()


def local(day, hour, minute):
    return datetime(2026, 11, day, hour, minute, tzinfo=datetime.now().astimezone().tzinfo)


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


@pytest.mark.parametrize(
    ("raised", "by"),
    [
        (local(20, 10, 0), local(20, 14, 0)),
        (local(20, 15, 30), local(23, 11, 30)),
        (local(20, 7, 0), local(20, 13, 0)),
        (local(21, 12, 0), local(23, 13, 0)),
    ],
)
def test_the_gravest_is_acknowledged_in_four_working_hours(raised, by):
    clock = clock_of(concern(4, raised_at=raised), DAYS)

    assert clock == ConcernClock("acknowledge it", by.date(), by)
    assert not clock.is_over(by)
    assert clock.is_over(by + timedelta(minutes=1))


def test_working_hours_pass_over_a_holiday():
    days = WorkingDays(holidays=frozenset({date(2026, 11, 23)}))
    raised = local(20, 16, 0)

    assert clock_of(concern(4, raised_at=raised), days).at == local(24, 12, 0)


def test_four_hours_are_four_on_the_clock_of_the_wall_where_summer_time_ends(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time_of_day.tzset()
    try:
        at = clock_of(concern(4, raised_at=datetime(2026, 10, 23, 13, 30, tzinfo=UTC)), DAYS).at
        assert f"{at:%d %b %H:%M %z}" == "26 Oct 11:30 +0100"
    finally:
        monkeypatch.undo()
        time_of_day.tzset()


@pytest.mark.parametrize(
    ("raised", "by"),
    [
        (local(20, 15, 30), local(22, 9, 30)),
        (local(20, 6, 0), local(20, 11, 30)),
        (local(21, 12, 0), local(22, 11, 30)),
    ],
)
def test_working_hours_are_those_of_the_book_and_not_of_every_book(raised, by):
    days = WorkingDays(frozenset({0, 1, 2, 3, 4, 6}), opens=time(7, 30), closes=time(17, 30))

    assert clock_of(concern(4, raised_at=raised), days).at == by


def test_a_day_named_for_the_plan_is_a_clock_of_its_own():
    planned = concern(2, Stage.PLANNED, fix_due=date(2026, 12, 4))

    assert clock_of(planned, DAYS) == ConcernClock("have it fixed", date(2026, 12, 4))
