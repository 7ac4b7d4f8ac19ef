"""The clocks of a concern: until when it is acknowledged, until when there is a plan, and until when that is done.

Four working hours count from the moment a concern was logged; where only its day is known they are the day itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.working_days import WorkingDays
from reviewdesk.domain.working_hours import after_hours

ACKNOWLEDGE_HOURS: Final[Mapping[int, int]] = {4: 4}
ACKNOWLEDGE_DAYS: Final[Mapping[int, int]] = {4: 0, 3: 1, 2: 2, 1: 5}
PLAN_DAYS: Final[Mapping[int, int]] = {4: 1, 3: 3, 2: 10, 1: 20}
CLOCKED_STAGES: Final = (Stage.REPORTED, Stage.ACKNOWLEDGED, Stage.PLANNED, Stage.FIXED)


@dataclass(frozen=True, slots=True)
class ConcernClock:
    """What a concern waits for next, and by which day; a clock of hours says its local moment too."""

    what: str
    due: date
    at: datetime | None = None

    def is_over(self, now: datetime) -> bool:
        """Say whether it has run out at a local moment."""
        return self.due < now.date() or (self.at is not None and self.at < now)


def clock_of(concern: Concern, days: WorkingDays) -> ConcernClock | None:
    """Give the clock that runs for a concern; once there is a plan, only where a day was named for it.

    A plan is due on the day agreed, else so many working days after the concern was raised.
    """
    if concern.stage is Stage.REPORTED:
        return to_acknowledge(concern, days)
    if concern.stage is Stage.ACKNOWLEDGED:
        return to_plan(concern, days)
    if concern.stage is Stage.PLANNED and concern.fix_due is not None:
        return ConcernClock("have it fixed", concern.fix_due)
    return None


def to_plan(concern: Concern, days: WorkingDays) -> ConcernClock:
    """Give the clock until there is a plan, whatever stage the concern has come to."""
    due = concern.plan_due or days.add(concern.raised_on, PLAN_DAYS[concern.severity])
    return ConcernClock("make a plan", due)


def to_acknowledge(concern: Concern, days: WorkingDays) -> ConcernClock:
    """Give the clock until it is acknowledged, whatever stage the concern has come to."""
    hours = ACKNOWLEDGE_HOURS.get(concern.severity)
    if hours is not None and concern.raised_at is not None:
        at = after_hours(concern.raised_at.astimezone(), hours, days)
        return ConcernClock("acknowledge it", at.date(), at)
    return ConcernClock("acknowledge it", days.add(concern.raised_on, ACKNOWLEDGE_DAYS[concern.severity]))
