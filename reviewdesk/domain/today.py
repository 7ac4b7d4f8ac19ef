"""What a day asks for, as one column ordered by time: now, today, tomorrow, this week."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from functools import partial
from typing import Final
from uuid import UUID

ASKS_ALONE: Final = 2  # more than so many questions about fixes stand together in one row
ASKS_ID: Final = UUID("00000000-0000-4000-8000-0000000a5c5e")
_NAMED: Final = 3
NEARLY: Final = timedelta(minutes=60)
_FRIDAY: Final = 4
_WEEK: Final = 7


class When(StrEnum):
    """The parts of the column, in their order."""

    NOW = "Now"
    TODAY = "Today"
    TOMORROW = "Tomorrow"
    THIS_WEEK = "This week"
    NEXT_WEEK = "Next week"


class Sort(StrEnum):
    """What kind of thing the day asks for."""

    MEETING = "meeting"
    MEETING_PAST = "meeting that has passed"
    PREPARE = "preparation"
    REVIEW_DUE = "review due"
    STEP = "follow-up"
    CONCERN = "concern"
    ASK = "asking about a fix"
    NOTICE = "contract notice"
    CALLS = "list of calls"
    OUTREACH = "outreach call"
    LOSS = "loss to look into"


class Weight(IntEnum):
    """How much a date presses."""

    CALM = 0
    NEAR = 1
    OVER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that a day asks for, about one account.

    A list of calls, or what is left of an outreach, is about several and names itself as the account; several losses
    name none.

    `id` is of the review, follow-up, concern, account or list that it is about; `at` is in the person's own time and
    `length` in minutes; `state` is the word shown on it and `weight` how much it presses. `person`, `phone` and
    `email` are of whom to call; `step_id` is the step of a review's ladder that it asks for. `inner` are those that
    stand together in this one; `change_id` is the change notice it came from.
    """

    sort: Sort
    id: UUID
    account_id: UUID
    account: str
    title: str
    about: str
    on: date
    at: datetime | None = None
    length: int = 0
    state: str = ""
    weight: Weight = Weight.CALM
    is_promise: bool = False
    person: str = ""
    phone: str = ""
    email: str = ""
    step_id: UUID | None = None
    inner: tuple["Entry", ...] = ()
    change_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the column with its entries in order."""

    when: When
    entries: tuple[Entry, ...]


def when(entry: Entry, now: datetime) -> When | None:
    """Say which part of the column something belongs to; nothing when it is further away.

    Now is a meeting under way or within the hour; what is over belongs to today. From Friday on the coming week is
    shown too.
    """
    today = now.date()
    days = (entry.on - today).days
    if entry.sort is Sort.MEETING and _is_now(entry, now):
        return When.NOW
    if days <= 1:
        return When.TOMORROW if days == 1 else When.TODAY
    left = _WEEK - 1 - today.weekday()
    if days <= left:
        return When.THIS_WEEK
    return When.NEXT_WEEK if today.weekday() >= _FRIDAY and days <= left + _WEEK else None


def last_day(today: date) -> date:
    """Give the last day that the column shows."""
    sunday = today + timedelta(days=_WEEK - 1 - today.weekday())
    return sunday + timedelta(days=_WEEK) if today.weekday() >= _FRIDAY else sunday


def column(entries: Iterable[Entry], now: datetime) -> tuple[Part, ...]:
    """Order what a day asks for: by part and day; in a day what has a time, then promises and clocks, then the rest.

    What is longest over comes first among its like; questions about fixes stand together where there are many. Parts
    without an entry are left out.
    """
    parts: dict[When, list[Entry]] = {each: [] for each in When}
    for entry in entries:
        found = when(entry, now)
        if found is not None:
            parts[found].append(entry)
    in_time = partial(_in_time, today=now.date())
    gathered = {each: _asks_gathered(held, now.date()) for each, held in parts.items()}
    return tuple(Part(each, tuple(sorted(held, key=in_time))) for each, held in gathered.items() if held)


def _asks_gathered(entries: list[Entry], today: date) -> list[Entry]:
    """Put the questions about fixes into one entry where there are more than a day can bear singly."""
    asks = sorted((each for each in entries if each.sort is Sort.ASK), key=partial(_in_time, today=today))
    if len(asks) <= ASKS_ALONE:
        return entries
    names = tuple(dict.fromkeys(each.account for each in asks))
    more = len(names) - _NAMED
    whom = counted(len(names), "customer")
    together = replace(
        asks[0], id=ASKS_ID, account_id=ASKS_ID, account=whom, inner=tuple(asks), person="", phone="", email="",
        title=f"Ask {whom} whether {'it is' if len(asks) == len(names) else f'{len(asks):,} concerns are'} fixed",
        about=", ".join(names[:_NAMED]) + (f" and {more:,} more" if more > 0 else ""),
    )  # fmt: skip
    return [*(each for each in entries if each.sort is not Sort.ASK), together]


def _is_now(entry: Entry, now: datetime) -> bool:
    return entry.at is not None and entry.at - NEARLY <= now < entry.at + timedelta(minutes=entry.length)


def _in_time(entry: Entry, today: date) -> tuple[date, str, bool, date, str, str]:
    clock = f"{entry.at:%H:%M}" if entry.at else "without a time"
    can_wait = not entry.is_promise and entry.sort is not Sort.CONCERN
    return max(entry.on, today), clock, can_wait, entry.on, entry.account.casefold(), entry.title


def counted(number: int, one: str, many: str = "") -> str:
    """Count things in words: "1 reminder", "3 promises"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """What came and went while the program was closed."""

    follow_ups: int = 0
    reviews_late: int = 0
    meetings: int = 0
    notices: int = 0

    @property
    def words(self) -> str:
        """Say it in one line; empty when nothing was missed."""
        said = (
            (self.follow_ups, counted(self.follow_ups, "follow-up fell due", "follow-ups fell due")),
            (self.meetings, counted(self.meetings, "planned review passed", "planned reviews passed")),
            (self.reviews_late, counted(self.reviews_late, "review became late", "reviews became late")),
            (self.notices, counted(self.notices, "contract notice date passed", "contract notice dates passed")),
        )
        found = ", ".join(words for number, words in said if number)
        return f"while you were away: {found}" if found else ""


def fell_within(day: date | None, since: date, today: date) -> bool:
    """Say whether a day came after the one last seen and has passed: both ends left out."""
    return day is not None and since < day < today
