"""Shared problems as they are read: who else is affected, whom to reach there, and how far it has come."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.people import Person
from reviewdesk.domain.shared_problem import Affected, Cause, Coverage, SharedProblem


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """One account that shares a cause: by which, what it said itself, and how much it presses to reach it."""

    account_id: UUID
    account: str
    by: tuple[Cause, ...]
    revenue: Decimal | None
    currency: str
    health: int | None
    pressing: Decimal
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What the sheet of a new shared problem begins with; `causes` are those it names, the likeliest first.

    It begins from a concern, or from the loss of the account where there is no `concern_id`.
    """

    name: str
    severity: int
    words: str
    account_id: UUID
    account: str
    concern_id: UUID | None
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToReach:
    """One account of an outreach with whom to reach there; `shy` where they want no marketing.

    `owner` is the colleague who does it, empty where that is me; `by` is the moment of the first word, in the person's
    own time. `said` is what was said when it was reached; `concern` is its own complaint about the same.
    """

    affected: Affected
    account: str
    person: Person | None
    phone: str
    email: str
    revenue: Decimal
    is_late: bool
    owner: str = ""
    by: datetime | None = None
    is_lost: bool = False
    said: str = ""
    concern: Concern | None = None

    @property
    def shy(self) -> bool:
        """Say whether the one to reach wants no marketing, and nobody said that safety comes first."""
        return self.person is not None and self.person.no_marketing and not self.affected.override


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysToReach:
    """How an account is reached and what can be chosen instead; `says` is what to say there."""

    affected: Affected
    account: str
    says: str
    people: tuple[tuple[UUID, str], ...]
    colleagues: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class ToCallAbout:
    """What a call to an account of an outreach needs."""

    affected_id: UUID
    account_id: UUID
    person_id: UUID | None
    says: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProblem:
    """A shared problem as it stands, with its accounts in the order in which they are reached."""

    problem: SharedProblem
    raised_by: str
    to_reach: tuple[ToReach, ...]
    settled: tuple[ToReach, ...]
    coverage: Coverage
    currency: str
    cost: Decimal
    days_to_cause: int
    days_to_last: int | None


@dataclass(frozen=True, slots=True)
class OutreachOfConcern:
    """An outreach that a concern belongs to, and how many of its accounts are reached or excused."""

    problem_id: UUID
    name: str
    settled: int
    accounts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """An account that came to share a problem later: which, and by what."""

    account: str
    problem: str
    by: str
    on: date
