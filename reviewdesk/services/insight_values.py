"""What Insights reads of the accounts of a book: small rows, from which each card says one thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.account import Tier
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.tiers import Concentration, Rank, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedUnit:
    """What ranks as one by revenue: an account, with the sites and companies that rank with it behind it.

    `tier` is the one it has, `rank` what the rule says now.
    """

    name: str
    account_ids: tuple[UUID, ...]
    tier: Tier | None
    is_pinned: bool
    rank: Rank

    @property
    def would_be(self) -> Tier | None:
        """Give the tier the rule would set now, when it is another one than it has."""
        return self.rank.tier if self.rank.tier not in (None, self.tier) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevenueRanking:
    """Who makes the revenue of the 12 months, the largest first.

    `units` have a revenue above nothing; `without_revenue` and `unranked` (for want of a rate) are counted and
    named. `messages` are what a person should know of the ranking.
    """

    window: Window
    currency: str
    total: Decimal
    units: tuple[RankedUnit, ...]
    without_revenue: tuple[RankedUnit, ...]
    unranked: tuple[RankedUnit, ...]
    concentration: Concentration
    a_share: Decimal
    b_share: Decimal
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPoint:
    """One account we have, as Insights looks at it on a day.

    `revenue` is of the revenue year in the base currency, nothing where a rate is missing or nobody bought anything.
    `silent_days` are the days since the last two-way contact, or since it was added where there was none, as
    `never_spoke` says.
    """

    id: UUID
    name: str
    tier: Tier | None
    revenue: Decimal | None
    owner: str
    health: int | None
    basis: int
    band: Band
    silent_days: int
    never_spoke: bool
    is_quiet: bool
    raised_nothing: bool
    never_asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountInsights:
    """The accounts of a book on a day: `points` are those we have, `gone` counts the lost and archived by their word.

    `ranking` is empty in a book without purchases.
    """

    today: date
    currency: str
    points: tuple[AccountPoint, ...]
    ranking: RevenueRanking | None = None
    gone: Mapping[str, int] = field(default_factory=dict)
    healthy_from: int = 75
    watch_from: int = 50
    least_basis: int = 40
