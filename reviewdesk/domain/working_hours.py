"""Working hours: the hours of a working day in which a clock of hours runs."""

from datetime import datetime, timedelta

from reviewdesk.domain.working_days import WorkingDays


def after_hours(moment: datetime, hours: int, days: WorkingDays) -> datetime:
    """Give the moment so many working hours after another one, both in the person's own time.

    Hours count while a working day is open: from 9 to 17, four of them after Friday 15:30 end on Monday at 11:30, also
    where summer time begins or ends between both.
    """
    return _wall_clock(moment.astimezone().replace(tzinfo=None), hours, days).astimezone()


def _wall_clock(moment: datetime, hours: int, days: WorkingDays) -> datetime:
    left = timedelta(hours=hours)
    now = moment
    while True:
        opens, closes = (datetime.combine(now.date(), each) for each in (days.opens, days.closes))
        start = max(now, opens)
        if days.is_working(now.date()) and start < closes:
            if left <= closes - start:
                return start + left
            left -= closes - start
        now = opens + timedelta(days=1)
