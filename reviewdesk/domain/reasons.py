"""Reasons to get in touch with a customer that are not about an order: one a week for each key account."""

from calendar import isleap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.intervals import counted_days
from reviewdesk.domain.review import Feeling

FRESH: Final = timedelta(days=60)
FORCED_IN_A_ROW: Final = 3
GRAVE: Final = 3
_FIXED: Final = frozenset({Stage.FIXED, Stage.CONFIRMED})
_WEEK: Final = timedelta(weeks=1)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class GoalMet:
    """A goal of the customer that stood at met: what it is, and the day of its figure."""

    what: str
    on: date


def reason_of_week(
    today: date, customer_since: date | None, goals: Iterable[GoalMet], concerns: Iterable[Concern]
) -> str:
    """Give the reason of this week in words, empty where there is none.

    An anniversary comes in its own week. Goals met and complaints to thank for hold for 60 days and take turns by week.
    """
    monday = today - timedelta(days=today.weekday())
    if years := _years_in_week(customer_since, monday):
        return years
    found = (*_goals(goals, today), *_thanks(concerns, today))
    return found[monday.toordinal() // 7 % len(found)] if found else ""


def is_forced(feelings: Iterable[tuple[Feeling, ...]]) -> bool:
    """Say whether the last three meetings that somebody said anything about felt forced; the newest comes first."""
    felt = [each for each in feelings if each][:FORCED_IN_A_ROW]
    return len(felt) == FORCED_IN_A_ROW and all(Feeling.FORCED in each for each in felt)


def _years_in_week(since: date | None, monday: date) -> str:
    if since is None:
        return ""
    for each in (monday + timedelta(days=at) for at in range(7)):
        years = each.year - since.year
        is_day = (each.month, each.day) == (since.month, since.day)
        leaped = (since.month, since.day) == (2, 29) and (each.month, each.day) == (3, 1) and not isleap(each.year)
        if years > 0 and (is_day or leaped):
            return f"{years} {'year' if years == 1 else 'years'} a customer on {_DAYS[each.weekday()]}"
    return ""


def _goals(goals: Iterable[GoalMet], today: date) -> Iterator[str]:
    fresh = (each for each in goals if timedelta(0) <= today - each.on <= FRESH)
    for each in sorted(fresh, key=_when, reverse=True):
        yield f"Goal met: {each.what}"


def _thanks(concerns: Iterable[Concern], today: date) -> Iterator[str]:
    fresh = (each for each in concerns if _is_to_thank_for(each) and _WEEK <= today - each.raised_on <= FRESH)
    for each in sorted(fresh, key=_raised, reverse=True):
        ago = counted_days((today - each.raised_on).days)
        fixed = ", fixed since" if each.stage in _FIXED else ""
        yield f"Thank them for telling {ago} ago: “{each.words}”{fixed}"


def _is_to_thank_for(concern: Concern) -> bool:
    """Say whether thanks are in place: not while something grave is open, nor where it ended without their word."""
    if concern.is_withdrawn or concern.stage is Stage.NOT_CONFIRMED:
        return False
    return concern.stage in _FIXED or concern.severity < GRAVE


def _when(goal: GoalMet) -> tuple[date, str]:
    return goal.on, goal.what


def _raised(concern: Concern) -> tuple[date, str]:
    return concern.raised_on, concern.id.hex
