"""The clocks of a concern: until when it is acknowledged, and until when there is a plan.

Four working hours are kept as the day itself, since a concern is noted with its day and not its hour.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.working_days import WorkingDays

ACKNOWLEDGE_DAYS: Final[Mapping[int, int]] = {4: 0, 3: 1, 2: 2, 1: 5}
PLAN_DAYS: Final[Mapping[int, int]] = {4: 1, 3: 3, 2: 10, 1: 20}
CLOCKED_STAGES: Final = (Stage.REPORTED, Stage.ACKNOWLEDGED)


@dataclass(frozen=True, slots=True)
class ConcernClock:
    """What a concern waits for next and the day by which it is to happen."""

    what: str
    due: date


def clock_of(concern: Concern, days: WorkingDays) -> ConcernClock | None:
    """Give the clock that runs for a concern; nothing once there is a plan.

    A plan is due on the day agreed, else so many working days after the concern was raised.
    """
    if concern.stage is Stage.REPORTED:
        return ConcernClock("acknowledge it", days.add(concern.raised_on, ACKNOWLEDGE_DAYS[concern.severity]))
    if concern.stage is Stage.ACKNOWLEDGED:
        due = concern.plan_due or days.add(concern.raised_on, PLAN_DAYS[concern.severity])
        return ConcernClock("make a plan", due)
    return None
