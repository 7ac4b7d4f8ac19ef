"""Silence: customers with whom nobody spoke, who raise nothing, or who were never asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import floor
from typing import Final

from reviewdesk.domain.intervals import add_months, counted_days, days_after, interval_days

REVIEWS_LOOKED_AT: Final = 2
ASKED_WITHIN_MONTHS: Final = 12


class Quiet(StrEnum):
    """The ways in which an account can be silent."""

    NO_CONTACT = "without contact"
    RAISED_NOTHING = "raised nothing"
    NEVER_ASKED = "never asked"


@dataclass(frozen=True, slots=True)
class SilenceDates:
    """What can be stored of an account's silence, so that a new day is only a comparison.

    `counted_from` is the last two-way contact, or the day the account was added; `quiet_from` and `never_asked_from`
    are the first days on which it counts as silent unless something happens before.
    """

    counted_from: date
    quiet_from: date
    never_asked_from: date
    raised_nothing: bool = False


@dataclass(frozen=True, slots=True)
class Silence:
    """One way in which an account is silent, with its words."""

    kind: Quiet
    words: str


def quiet_from(counted_from: date, months: int) -> date:
    """Give the first day that lies more than half an interval after the last two-way contact."""
    return days_after(counted_from, floor(interval_days(months) / 2) + 1)


def raised_nothing(topics_by_review: Sequence[int]) -> bool:
    """Say whether the customer raised no topic in the last two held reviews; the newest review comes first."""
    newest = topics_by_review[:REVIEWS_LOOKED_AT]
    return len(newest) == REVIEWS_LOOKED_AT and not any(newest)


def never_asked_from(last_concern: date | None, last_answer: date | None, *, added_on: date) -> date:
    """Give the first day without a concern or an answer in the 12 months before; at once where there was none."""
    heard = [each for each in (last_concern, last_answer) if each is not None]
    return add_months(max(heard), ASKED_WITHIN_MONTHS) if heard else added_on


def silence_dates(
    *,
    months: int,
    added_on: date,
    last_contact: date | None = None,
    topics_by_review: Sequence[int] = (),
    last_concern: date | None = None,
    last_answer: date | None = None,
) -> SilenceDates:
    """Work out what is stored of an account's silence; `topics_by_review` counts topics, the newest review first."""
    counted_from = last_contact or added_on
    return SilenceDates(
        counted_from,
        quiet_from(counted_from, months),
        never_asked_from(last_concern, last_answer, added_on=added_on),
        raised_nothing(topics_by_review),
    )


def silences(dates: SilenceDates, today: date) -> tuple[Silence, ...]:
    """Say in which ways an account is silent today; an account that is never asked is never shown green."""
    found = []
    if today >= dates.quiet_from:
        days = counted_days((today - dates.counted_from).days)
        found.append(Silence(Quiet.NO_CONTACT, f"{days} without contact"))
    if dates.raised_nothing:
        found.append(Silence(Quiet.RAISED_NOTHING, "raised nothing in two reviews"))
    if today >= dates.never_asked_from:
        found.append(Silence(Quiet.NEVER_ASKED, "never asked: no answer, no concern in 12 months"))
    return tuple(found)
