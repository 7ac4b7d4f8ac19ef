"""One follow-up as it is listed: what, for whom, whom it waits on, and how near its date is, in words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.storage.lists.follow_ups import ListedFollowUp

SOON_DAYS: Final = 7
_WEEK_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Nearness(StrEnum):
    """How near the date of a follow-up is; soon is within a week."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    UNDATED = "no date"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpRow:
    """One follow-up in a list.

    `waits_on` and `who` say whose move it is: `who` is empty where it is mine, or where nobody is named. `due_words`
    are "12 days over", "Today", "Thu", "27 Nov" or "no date"; `source` is "quarterly review of 25 Aug" or the change
    notice it came from, which `change_id` names.
    """

    id: UUID
    account_id: UUID
    account: str
    what: str
    is_ours: bool
    is_promise: bool
    waits_on: WaitsOn
    who_id: UUID | None
    who: str
    due: date | None
    due_words: str
    nearness: Nearness
    said_on: date | None
    snoozed_until: date | None
    is_snoozed: bool
    review_id: UUID | None
    source: str
    minutes: int | None
    repeat_months: int | None
    person: str
    phone: str
    email: str
    change_id: UUID | None = None

    @property
    def is_late(self) -> bool:
        """Say whether its date has passed."""
        return self.nearness is Nearness.LATE


def row_of(listed: ListedFollowUp, today: date) -> FollowUpRow:
    """Put one listed follow-up in the words of a day."""
    one = listed.follow_up
    waits_on = _whose_move(one, is_mine=listed.is_mine)
    return FollowUpRow(
        id=one.id,
        account_id=one.account_id,
        account=listed.account,
        what=one.what,
        is_ours=one.side is Side.OURS,
        is_promise=one.is_promise,
        waits_on=waits_on,
        who_id={WaitsOn.COLLEAGUE: one.colleague_id, WaitsOn.CUSTOMER: one.person_id}.get(waits_on),
        who={WaitsOn.COLLEAGUE: listed.colleague, WaitsOn.CUSTOMER: listed.person}.get(waits_on, ""),
        due=one.due,
        due_words=due_words(one.due, today),
        nearness=nearness(one.due, today),
        said_on=one.said_on,
        snoozed_until=one.snoozed_until,
        is_snoozed=one.snoozed_until is not None and one.snoozed_until > today,
        review_id=one.review_id,
        source=_source(listed, today),
        minutes=one.minutes,
        repeat_months=one.repeat_months,
        person=listed.person,
        phone=listed.phone,
        email=listed.email,
        change_id=one.about_id if listed.change else None,
    )


def nearness(due: date | None, today: date) -> Nearness:
    """Say how near a date is."""
    if due is None:
        return Nearness.UNDATED
    days = (due - today).days
    if days < 0:
        return Nearness.LATE
    if days == 0:
        return Nearness.TODAY
    return Nearness.SOON if days <= SOON_DAYS else Nearness.LATER


def due_words(due: date | None, today: date) -> str:
    """Write a date as lists show it: "12 days over", "Today", "Tomorrow", "Thu" within the week, "27 Nov" after it."""
    if due is None:
        return "no date"
    days = (due - today).days
    if days < 0:
        return f"{counted_days(-days)} over"
    if days < SOON_DAYS:
        return {0: "Today", 1: "Tomorrow"}.get(days, _WEEK_DAYS[due.weekday()])
    return short_day(due, today)


def in_order(row: FollowUpRow) -> tuple[date, bool, str, str]:
    """Sort by date, what has none last; of one day promises first."""
    return (row.due or date.max, not row.is_promise, row.account.casefold(), row.what)


def _whose_move(one: FollowUp, *, is_mine: bool) -> WaitsOn:
    """What waits on a colleague who is me, or on nobody named, waits on me."""
    return WaitsOn.ME if one.waits_on is WaitsOn.COLLEAGUE and is_mine else one.waits_on


def _source(listed: ListedFollowUp, today: date) -> str:
    if listed.change:
        return f"change notice “{listed.change}”"
    if listed.review_kind is None:
        return ""
    if listed.review_day is None:
        return f"{listed.review_kind} review"
    return f"{listed.review_kind} review of {short_day(listed.review_day, today)}"
