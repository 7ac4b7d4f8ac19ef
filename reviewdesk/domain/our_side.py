"""What is handed to somebody of our side, as a boss: the Monday page and the portfolio in lines.

These values have no place for what is meant for oneself alone.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from reviewdesk.domain.account import Tier
from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.health_settings import Band


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioLine:
    """One account in a line.

    `revenue` is of the revenue year in the base currency, nothing where a rate is missing, as `lacks_rate` says;
    `change` is its change in whole per cent on the 12 months before. `health` is nothing where not enough is known.
    """

    id: UUID = field(metadata=OUR_SIDE)
    name: str = field(metadata=OUR_SIDE)
    tier: Tier | None = field(metadata=OUR_SIDE)
    owner: str = field(metadata=OUR_SIDE)
    health: int | None = field(metadata=OUR_SIDE)
    basis: int = field(metadata=OUR_SIDE)
    band: Band = field(metadata=OUR_SIDE)
    never_asked: bool = field(metadata=OUR_SIDE)
    revenue: Decimal | None = field(metadata=OUR_SIDE)
    lacks_rate: bool = field(metadata=OUR_SIDE)
    change: Decimal | None = field(metadata=OUR_SIDE)
    open_concerns: int = field(metadata=OUR_SIDE)
    worst_severity: int = field(metadata=OUR_SIDE)
    late_promises: int = field(metadata=OUR_SIDE)
    last_review: date | None = field(metadata=OUR_SIDE)
    next_review: str = field(metadata=OUR_SIDE)
    next_step: str = field(metadata=OUR_SIDE)
    next_step_on: date | None = field(metadata=OUR_SIDE)
    notice_on: date | None = field(metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True)
class PortfolioGroup:
    """The accounts of one tier, the largest first."""

    tier: Tier | None
    lines: tuple[PortfolioLine, ...]

    @property
    def revenue(self) -> Decimal:
        """Give what those bring in together whose revenue is known."""
        return sum((each.revenue for each in self.lines if each.revenue is not None), Decimal(0))

    @property
    def without_rate(self) -> int:
        """Count those that are not in the sum for want of a rate."""
        return sum(each.lacks_rate for each in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """All customers on one day, by tier; `currency` is the book's base currency, `year` the revenue year."""

    book: str
    today: date
    currency: str
    year: tuple[date, date] | None
    groups: tuple[PortfolioGroup, ...]

    @property
    def lines(self) -> tuple[PortfolioLine, ...]:
        """Give all accounts in the order of the groups."""
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def revenue(self) -> Decimal:
        """Give what all groups bring in together."""
        return sum((each.revenue for each in self.groups), Decimal(0))


class ChangeKind(StrEnum):
    """What can have changed about an account in a week."""

    LOST = "lost"
    HEALTH = "health"
    CONCERN = "concern"
    REVIEW = "review held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One thing that changed, in words, with the account and, where there is one, the record it leads to."""

    kind: ChangeKind = field(metadata=OUR_SIDE)
    account_id: UUID = field(metadata=OUR_SIDE)
    account: str = field(metadata=OUR_SIDE)
    words: str = field(metadata=OUR_SIDE)
    on: date | None = field(default=None, metadata=OUR_SIDE)
    record_id: UUID | None = field(default=None, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRisk:
    """An account at risk, what weighs on it most, and what it brings in, as in a line of the portfolio."""

    account_id: UUID = field(metadata=OUR_SIDE)
    account: str = field(metadata=OUR_SIDE)
    tier: Tier | None = field(metadata=OUR_SIDE)
    health: int = field(metadata=OUR_SIDE)
    basis: int = field(metadata=OUR_SIDE)
    reasons: tuple[str, ...] = field(metadata=OUR_SIDE)
    revenue: Decimal | None = field(default=None, metadata=OUR_SIDE)
    lacks_rate: bool = field(default=False, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """A promise of ours: to whom, by when, who owes it, and how it ended if it has."""

    id: UUID = field(metadata=OUR_SIDE)
    account_id: UUID = field(metadata=OUR_SIDE)
    account: str = field(metadata=OUR_SIDE)
    what: str = field(metadata=OUR_SIDE)
    owner: str = field(metadata=OUR_SIDE)
    due: date | None = field(metadata=OUR_SIDE)
    is_late: bool = field(default=False, metadata=OUR_SIDE)
    ending: str = field(default="", metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """A review that is booked for this week, or due and not booked."""

    account_id: UUID = field(metadata=OUR_SIDE)
    account: str = field(metadata=OUR_SIDE)
    words: str = field(metadata=OUR_SIDE)
    on: date = field(metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """An account without contact for more than half its interval."""

    account_id: UUID = field(metadata=OUR_SIDE)
    account: str = field(metadata=OUR_SIDE)
    days: int = field(metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MondayPage:
    """What there is to say on a Monday: from `since` up to `today`, and what comes until the end of this week.

    `accounts` counts the customers that the page speaks of; `currency` is the book's base currency.
    """

    book: str
    since: date
    today: date
    until: date
    changed: tuple[Changed, ...]
    at_risk: tuple[AtRisk, ...]
    promised: tuple[Promised, ...]
    ended: tuple[Promised, ...]
    ahead: tuple[Ahead, ...]
    silent: tuple[Silent, ...]
    accounts: int = 0
    currency: str = ""
