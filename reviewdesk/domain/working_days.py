"""Working days: the days of the week on which work is done, less the holidays, and the hours of each."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from reviewdesk.domain.errors import RefusedError

MONDAY_TO_FRIDAY: Final = frozenset(range(5))
OPENS: Final = time(9)
CLOSES: Final = time(17)
ANSWER_WITHIN: Final = (4, 1, 2, 5)
PLAN_WITHIN: Final = (1, 3, 10, 20)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """A working week (0 is Monday, 6 Sunday), the holidays in it, and when a working day opens and closes.

    With them go the clocks that count such days and hours: `answer_within` is how long a concern of severity 4 may wait
    until it is acknowledged, in hours, and one of severity 3, 2 and 1 in days; `plan_within` how many days a concern of
    severity 4, 3, 2 and 1 may wait for a plan.

    Raises:
        RefusedError: the week has no working day, or one that does not exist, or the day closes before it opens.
    """

    week: frozenset[int] = MONDAY_TO_FRIDAY
    holidays: frozenset[date] = frozenset()
    opens: time = OPENS
    closes: time = CLOSES
    answer_within: tuple[int, ...] = ANSWER_WITHIN
    plan_within: tuple[int, ...] = PLAN_WITHIN

    def __post_init__(self) -> None:
        if not self.week or not self.week <= frozenset(range(7)):
            raise RefusedError(
                "A working week needs at least one day from Monday to Sunday. Choose one in the settings."
            )
        if self.opens >= self.closes:
            raise RefusedError(
                f"A working day cannot end at {self.closes:%H:%M} when it starts at {self.opens:%H:%M}. "
                "Let it end later."
            )

    def is_working(self, day: date) -> bool:
        """Say whether work is done on a day."""
        return day.weekday() in self.week and day not in self.holidays

    def add(self, day: date, days: int) -> date:
        """Give the n-th working day after a day; with 0 the day itself, or the next working day when it is none."""
        return self.before(day, -days) if days < 0 else self._step(day, days, _DAY)

    def before(self, day: date, days: int) -> date:
        """Give the n-th working day before a day; with 0 the day itself, or the last working day when it is none."""
        return self.add(day, -days) if days < 0 else self._step(day, days, -_DAY)

    def between(self, start: date, end: date) -> int:
        """Count the working days after the start up to and including the end; below zero when the end comes first."""
        if end < start:
            return -self.between(end, start)
        return sum(self.is_working(start + timedelta(days=each)) for each in range(1, (end - start).days + 1))

    def _step(self, day: date, days: int, step: timedelta) -> date:
        left = days
        while left > 0:
            day += step
            left -= self.is_working(day)
        while not self.is_working(day):
            day += step
        return day
