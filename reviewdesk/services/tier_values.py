"""What is read about the tiers of a book."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from reviewdesk.domain.account import Account, Tier
from reviewdesk.domain.tiers import Concentration, Rank, TierResult, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class TierFigures:
    """What the rule says of a book on one day.

    `window` is empty in a book without purchases, which has no tiers by rule. `would_be` holds the accounts whose tier
    the rule would set otherwise now; `no_room` those that are A by revenue and found no room.
    """

    window: Window | None = None
    accounts: int = 0
    counts: Mapping[Tier, int] = field(default_factory=dict)
    concentration: Concentration = field(default_factory=Concentration)
    would_be: Mapping[UUID, Tier] = field(default_factory=dict)
    no_room: tuple[UUID, ...] = ()
    unranked: tuple[str, ...] = ()
    zero_or_less: tuple[str, ...] = ()
    over_a_fifth: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """The accounts of a book as the rule ranks them over a window.

    `result` ranks what ranks as one, `units` give for each account the one it ranks with, and `ranks` the rank of each.
    """

    window: Window
    result: TierResult
    units: Mapping[UUID, UUID]
    ranks: Mapping[UUID, Rank]


@dataclass(frozen=True, slots=True)
class TiersSet:
    """What setting the tiers did: how many accounts have another tier, and how many got a first review date."""

    changed: int
    dated: int
    figures: TierFigures


@dataclass(frozen=True, slots=True)
class FoundByRule:
    """The accounts that get another tier or a first review date; `set_on` is empty where there is nothing to rank."""

    tiers: Mapping[UUID, Tier]
    dates: Mapping[UUID, date]
    told: TiersSet
    set_on: date | None

    def on(self, account: Account) -> Account:
        """Give the account with the tier and the first date found for it."""
        return replace(
            account,
            tier=self.tiers.get(account.id, account.tier),
            first_review_due=self.dates.get(account.id, account.first_review_due),
        )
