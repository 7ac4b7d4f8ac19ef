"""Asking whether a fix holds: twice, ten working days apart, before a concern is closed without their word."""

from datetime import date
from typing import Final

from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.today_clocks import ConcernClock
from reviewdesk.domain.working_days import WorkingDays

APART: Final = 10  # working days
ENOUGH: Final = 2
FIRST_WITHIN: Final = 1  # working days after the fix


def ask_clock(concern: Concern, days: WorkingDays) -> ConcernClock | None:
    """Give what a fixed concern waits for: to be asked about, asked once more, and then closed or asked again."""
    if concern.stage is not Stage.FIXED:
        return None
    if not concern.asked_on:
        return ConcernClock("ask whether it is fixed", days.add(concern.stage_since or concern.raised_on, FIRST_WITHIN))
    again = days.add(concern.asked_on[-1], APART)
    return ConcernClock("close it or ask again" if may_close(concern, days) else "ask once more", again)


def may_close(concern: Concern, days: WorkingDays) -> bool:
    """Say whether it may be closed without their word: they were asked twice, far enough apart, and did not answer."""
    asked = concern.asked_on
    return len(asked) >= ENOUGH and asked[-1] >= days.add(asked[0], APART)


def why_not_closed(concern: Concern, days: WorkingDays) -> str:
    """Say what is missing before it may be closed without their word; nothing where it may."""
    if may_close(concern, days):
        return ""
    if not concern.asked_on:
        return (
            f"Nobody asked them yet whether it is fixed. Ask them, and once more {APART} working days later; "
            "then it can be closed without their word."
        )
    on = days.add(concern.asked_on[0], APART)
    return (
        f"They were asked on {concern.asked_on[0]:%d %b %Y}. Ask once more from {on:%d %b %Y} on; "
        "then it can be closed without their word."
    )


def is_asked_once_more(concern: Concern, last_review: date) -> bool:
    """Say whether it was closed without their word since the last review, so that the next one asks once more."""
    closed = concern.stage is Stage.NOT_CONFIRMED and not concern.withdrawn
    return closed and concern.stage_since is not None and concern.stage_since >= last_review
