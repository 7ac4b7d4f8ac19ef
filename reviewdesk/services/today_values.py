"""What is read for a day: its column, who keeps us waiting, who has gone quiet, and what could be done now."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from reviewdesk.domain.today import Missed, Part
from reviewdesk.domain.today_plan import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingOn:
    """All that waits on one colleague: how many things, for which customers, and how long the oldest is over."""

    colleague_id: UUID
    name: str
    email: str
    things: int
    accounts: tuple[str, ...]
    days_over: int
    next_due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietAccount:
    """An account nobody has spoken with for too long, with whom to call."""

    account_id: UUID
    account: str
    words: str
    person: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """All that the page of a day shows; `now` is in the person's own time.

    `ahead` names what comes next beyond these days. `accounts` counts the accounts of the book, so that an empty book
    is told from a day with nothing due.
    """

    now: datetime
    accounts: int
    parts: tuple[Part, ...] = ()
    waiting: tuple[WaitingOn, ...] = ()
    quiet: tuple[QuietAccount, ...] = ()
    tasks: tuple[Task, ...] = ()
    missed: Missed = field(default_factory=Missed)
    ahead: str = ""

    @property
    def today(self) -> date:
        """Give the day."""
        return self.now.date()

    @property
    def asked_today(self) -> int:
        """Count what is asked for now and today."""
        return sum(len(each.entries) for each in self.parts if each.when in {"Now", "Today"})
