"""The 80/20: which accounts make the first 80 % of the revenue, the next 15 %, and the rest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Final
from uuid import UUID

from dateutil.relativedelta import relativedelta

from reviewdesk.domain.account import Tier

STALE_AFTER: Final = timedelta(days=90)
TOO_MUCH_FOR_ONE: Final = Decimal("0.20")
A_SHARE: Final = Decimal("0.80")
B_SHARE: Final = Decimal("0.95")
ROOM_IN_A: Final = 20
_HALF: Final = Decimal("0.50")
_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Window:
    """The days whose revenue counts, first and last included.

    `stale` says that the newest purchase is over 90 days old, whatever end was chosen.
    """

    start: date
    end: date
    stale: bool = False

    def holds(self, day: date) -> bool:
        """Say whether a day counts."""
        return self.start <= day <= self.end


def revenue_window(today: date, newest_purchase: date | None, *, chosen_end: date | None = None) -> Window | None:
    """Give the 12 months whose revenue ranks the accounts; nothing in a book without purchases.

    They end today, or at the newest purchase when that is over 90 days old, or where the person chose.
    """
    if newest_purchase is None:
        return None
    stale = today - newest_purchase > STALE_AFTER
    end = chosen_end or (newest_purchase if stale else today)
    return Window(_start_of(end), end, stale)


def _start_of(end: date) -> date:
    return end - relativedelta(months=12) + timedelta(days=1)


def year_before(window: Window | None) -> Window | None:
    """Give the 12 months before a revenue year."""
    if window is None:
        return None
    return Window(window.start - relativedelta(months=12), window.start - timedelta(days=1))


def days_that_changed(first: date, last: date) -> tuple[tuple[date, date], ...]:
    """Give the days that lie in the year up to one day, or in the year before, and not so up to a later day."""
    day, years = timedelta(days=1), (_start_of(first), _start_of(last))
    before = tuple(each - relativedelta(months=12) for each in years)
    return (first + day, last), (years[0], years[1] - day), (before[0], before[1] - day)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an account stands in its group."""

    id: UUID
    parent_id: UUID | None = None
    is_site: bool = False
    review_as_group: bool = False


def rank_units(places: Iterable[Place]) -> dict[UUID, UUID]:
    """Give for each account the account it ranks with, often itself.

    A site ranks with its account. A subsidiary ranks alone unless its parent is reviewed as one group.
    """
    known = {each.id: each for each in places}
    return {each: _unit(known[each], known) for each in known}


def pooled(revenues: Mapping[UUID, Decimal | None], units: Mapping[UUID, UUID]) -> dict[UUID, Decimal | None]:
    """Sum the revenue of those who rank together; without a rate for one of them there is no sum."""
    sums: dict[UUID, Decimal | None] = {}
    for account, revenue in revenues.items():
        unit = units.get(account, account)
        so_far = sums.get(unit, _ZERO)
        sums[unit] = None if so_far is None or revenue is None else so_far + revenue
    return sums


@dataclass(frozen=True, slots=True)
class Rank:
    """What the rule says of one account; shares are fractions of all positive revenue.

    Without a `tier` the account is unranked, for want of an exchange rate, and keeps the one it has. `above` is the
    share of those ranked above it, `reached` that share with its own (and its ties') on top. `no_room` marks an
    account that is A by revenue and B because A is full.
    """

    tier: Tier | None
    revenue: Decimal | None = None
    share: Decimal = _ZERO
    above: Decimal = _ZERO
    reached: Decimal = _ZERO
    no_room: bool = False

    @property
    def words(self) -> str:
        """Say in words what the rule found."""
        if self.tier is None:
            return "no exchange rate, keeps its tier"
        return "A by revenue, no room" if self.no_room else f"{self.tier} by revenue"


@dataclass(frozen=True, slots=True)
class Concentration:
    """How much of the revenue hangs on few accounts; shares are fractions of all positive revenue.

    `hhi` is the Herfindahl-Hirschman index on 0-10,000: the sum of the squares of the shares in per cent.
    `over_a_fifth` holds the accounts that make over 20 % each, the largest first.
    """

    largest_1: Decimal = _ZERO
    largest_5: Decimal = _ZERO
    largest_10: Decimal = _ZERO
    largest_fifth: Decimal = _ZERO
    hhi: Decimal = _ZERO
    over_a_fifth: tuple[UUID, ...] = ()
    nobody_stands_out: bool = False


@dataclass(frozen=True, slots=True)
class TierResult:
    """The whole ranking, the largest first; `total` is all positive revenue.

    `unranked` have no exchange rate; `zero_or_less` are C and counted here.
    """

    ranks: Mapping[UUID, Rank]
    total: Decimal
    concentration: Concentration
    unranked: tuple[UUID, ...] = ()
    zero_or_less: tuple[UUID, ...] = ()

    def count(self, tier: Tier) -> int:
        """Count the accounts in a tier."""
        return sum(each.tier is tier for each in self.ranks.values())

    @property
    def without_room(self) -> int:
        """Count those that are A by revenue and found no room."""
        return sum(each.no_room for each in self.ranks.values())

    def spread_over(self, units: Mapping[UUID, UUID]) -> dict[UUID, Rank]:
        """Give each account the rank of the account it ranks with."""
        return {account: self.ranks[unit] for account, unit in units.items() if unit in self.ranks}


def rank(
    revenues: Mapping[UUID, Decimal | None],
    *,
    room: int = ROOM_IN_A,
    a_share: Decimal = A_SHARE,
    b_share: Decimal = B_SHARE,
) -> TierResult:
    """Rank accounts by revenue in the base currency; nothing stands for no exchange rate.

    An account is A while those above it make less than `a_share`, B until `b_share`, then C; A holds at most `room`.
    Ties share a tier, and a tie across the limit goes below it. Nobody below the first without room gets into A.
    """
    found = {account: amount for account, amount in revenues.items() if amount is not None}
    ordered = sorted(found.items(), key=_largest_first)
    total = sum((amount for _, amount in ordered if amount > 0), _ZERO)
    ranks = _ranked(ordered, total, room=room, shares=(a_share, b_share))
    unranked = tuple(sorted(account for account, amount in revenues.items() if amount is None))
    return TierResult(
        ranks | dict.fromkeys(unranked, Rank(None)),
        total,
        _concentration(ranks),
        unranked,
        tuple(account for account, amount in ordered if amount <= 0),
    )


def would_be(current: Tier | None, by_rule: Rank) -> Tier | None:
    """Give the tier the rule would set now, when it is another one than the account has."""
    return by_rule.tier if by_rule.tier is not current else None


def _unit(start: Place, known: Mapping[UUID, Place]) -> UUID:
    at, seen = start, {start.id}
    while (above := known.get(at.parent_id) if at.parent_id else None) and (at.is_site or above.review_as_group):
        if above.id in seen:  # a circle of parents, as a careless file may hold
            return start.id
        seen.add(above.id)
        at = above
    return at.id


def _ranked(
    ordered: list[tuple[UUID, Decimal]], total: Decimal, *, room: int, shares: tuple[Decimal, Decimal]
) -> dict[UUID, Rank]:
    ranks: dict[UUID, Rank] = {}
    above, is_full = _ZERO, False
    for amount, ties in groupby(ordered, key=_amount):
        tied = [account for account, _ in ties]
        tier = _by_share(amount, above, total, shares)
        is_full = is_full or (tier is Tier.A and len(ranks) + len(tied) > room)
        no_room = tier is Tier.A and is_full
        reached = above + max(amount, _ZERO) * len(tied)
        ranks |= dict.fromkeys(
            tied,
            Rank(
                Tier.B if no_room else tier,
                amount,
                _share(max(amount, _ZERO), total),
                _share(above, total),
                _share(reached, total),
                no_room,
            ),
        )
        above = reached
    return ranks


def _by_share(amount: Decimal, above: Decimal, total: Decimal, shares: tuple[Decimal, Decimal]) -> Tier:
    a_share, b_share = shares
    if amount <= 0 or above >= b_share * total:
        return Tier.C
    return Tier.A if above < a_share * total else Tier.B


def _concentration(ranks: Mapping[UUID, Rank]) -> Concentration:
    shares = [each.share for each in ranks.values()]
    if not any(shares):
        return Concentration()
    fifth = sum(shares[: -(-len(shares) // 5)], _ZERO)
    return Concentration(
        shares[0],
        sum(shares[:5], _ZERO),
        sum(shares[:10], _ZERO),
        fifth,
        sum((10_000 * each * each for each in shares), _ZERO),
        tuple(account for account, each in ranks.items() if each.share > TOO_MUCH_FOR_ONE),
        fifth < _HALF,
    )


def _share(part: Decimal, total: Decimal) -> Decimal:
    return part / total if total else _ZERO


def _amount(ranked: tuple[UUID, Decimal]) -> Decimal:
    return ranked[1]


def _largest_first(ranked: tuple[UUID, Decimal]) -> tuple[Decimal, UUID]:
    return -ranked[1], ranked[0]
