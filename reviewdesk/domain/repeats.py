"""Repeats and year plans: always counted from their first day, so that they neither drift nor skip."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.intervals import add_months


def occurrence(anchor: date, months: int, number: int) -> date:
    """Give the n-th repeat, 0 being the anchor itself: the anchor plus n intervals, clamped to the month's end.

    Raises:
        RefusedError: the interval is not at least one month.
    """
    if months < 1:
        raise RefusedError("A repeat comes after one month or more. Choose how many months.")
    return add_months(anchor, months * number)


def number_after(anchor: date, months: int, day: date) -> int:
    """Give the number of the first repeat that comes after a day; 0 while the anchor itself does."""
    number = max(0, ((day.year - anchor.year) * 12 + day.month - anchor.month) // months - 1)
    while occurrence(anchor, months, number) <= day < date.max:
        number += 1
    return number


def planned(anchor: date, months: int, start: date, end: date) -> tuple[date, ...]:
    """Give the repeats that fall from the start to the end, both included: the plan of a year."""
    number = number_after(anchor, months, start)
    if number and occurrence(anchor, months, number - 1) == start:
        number -= 1
    days: list[date] = []
    while (day := occurrence(anchor, months, number)) <= end and day not in days[-1:]:
        days.append(day)
        number += 1
    return tuple(days)


def repeated(done: FollowUp) -> FollowUp | None:
    """Make the next follow-up of one that repeats, due one interval further from its anchor; nothing when it does not.

    None is skipped, however late the one before was done.
    """
    anchor = done.repeat_anchor or done.due
    if done.repeat_months is None or anchor is None:
        return None
    number = done.repeat_count + 1
    return replace(
        done,
        id=uuid4(),
        version=0,
        due=occurrence(anchor, done.repeat_months, number),
        repeat_anchor=anchor,
        repeat_count=number,
        line_id=None,
        snoozed_until=None,
        ending=None,
        ended_on=None,
        reason="",
        moves=(),
        withdrawn=False,
    )
