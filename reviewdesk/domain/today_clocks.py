"""The clocks of a concern: until when it is acknowledged, until when there is a plan, and until when that is done.

Working hours count from the moment a concern was logged; where only its day is known they are the day itself.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.working_days import WorkingDays
from reviewdesk.domain.working_hours import after_hours

BY_HOURS: Final = 4  # the severity whose first answer counts in hours
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
    due = concern.plan_due or days.add(concern.raised_on, days.plan_within[BY_HOURS - concern.severity])
    return ConcernClock("make a plan", due)


def to_acknowledge(concern: Concern, days: WorkingDays) -> ConcernClock:
    """Give the clock until it is acknowledged, whatever stage the concern has come to."""
    within = days.answer_within[BY_HOURS - concern.severity]
    if concern.severity < BY_HOURS:
        return ConcernClock("acknowledge it", days.add(concern.raised_on, within))
    if concern.raised_at is None:
        return ConcernClock("acknowledge it", days.add(concern.raised_on, 0))
    at = after_hours(concern.raised_at.astimezone(), within, days)
    return ConcernClock("acknowledge it", at.date(), at)
