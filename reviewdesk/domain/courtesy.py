"""Calls that are not for an order: how they have fared since a concern was put right, or since something changed."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from reviewdesk.domain.follow_up import FollowUp

NOT_FOR_AN_ORDER: Final = "not for an order"
_SOON: Final = timedelta(days=7)


def is_not_for_an_order(step: FollowUp) -> bool:
    """Say whether a follow-up asks for a call in which nothing is sold."""
    return NOT_FOR_AN_ORDER in step.what.casefold()


def courtesy_due(steps: Iterable[FollowUp], today: date) -> FollowUp | None:
    """Give the call that is not for an order and is due within a week or over, the earliest one."""
    due = [each for each in steps if each.is_open and is_not_for_an_order(each) and each.due is not None]
    first = min(due, key=_due, default=None)
    return first if first is not None and _due(first) <= today + _SOON else None


def _due(step: FollowUp) -> date:
    return step.due or date.max
