"""What day and time it is, as the person's clock or as they asked to have it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@dataclass(frozen=True, slots=True)
class Clock:
    """The machine's clock, or a fixed day where the person asked for one."""

    fixed: date | None = None

    @property
    def is_real(self) -> bool:
        """Say whether today is the real day, so that what a day brings may be written to the book."""
        return self.fixed is None or self.fixed == date.today()

    def today(self) -> date:
        """Give the local day."""
        return self.fixed or date.today()

    def now(self) -> datetime:
        """Give the moment in UTC; on a fixed day it is noon."""
        if self.fixed is None:
            return datetime.now(UTC)
        return datetime.combine(self.fixed, time(12), UTC)


def local_in(zone: str, moment: datetime) -> datetime:
    """Give a moment in the time of a zone, or of this machine where none is named or nobody knows it."""
    try:
        return moment.astimezone(ZoneInfo(zone) if zone else None)
    except (ZoneInfoNotFoundError, ValueError):
        return moment.astimezone()
