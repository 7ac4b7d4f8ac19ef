"""Insights: what all accounts together say, read at once and told card by card."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from reviewdesk.domain.health_settings import HealthSettings
from reviewdesk.domain.standing import Standing
from reviewdesk.domain.tiers import Rank
from reviewdesk.services.insight_values import AccountInsights, AccountPoint, RankedUnit, RevenueRanking
from reviewdesk.services.tier_values import Ranking
from reviewdesk.services.tiers import figures_of, ranking
from reviewdesk.storage.lists.accounts import AccountLine, account_lines, standings_on_the_day
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store


class InsightService:
    """Reads what Insights shows."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_accounts(self) -> AccountInsights:
        """Give the accounts as they stand, and who makes the revenue."""
        with self._store.read() as reading:
            lines, standings = account_lines(reading.connection), standings_on_the_day(reading)
            ranked = ranking(reading, lines, standings)
            today, rule = reading.clock.today(), HealthSettings.of(reading.book)
            return AccountInsights(
                today=today,
                currency=reading.book.base_currency,
                points=tuple(_point(each, standings[each.id], today, rule) for each in lines if each.buys),
                ranking=_revenue_ranking(reading, lines, ranked) if ranked is not None else None,
                gone=Counter(each.status.value for each in lines if not each.buys),
                healthy_from=rule.healthy_from,
                watch_from=rule.watch_from,
                least_basis=rule.least_basis,
            )


def _revenue_ranking(reading: Reading, lines: Sequence[AccountLine], found: Ranking) -> RevenueRanking:
    book, result = reading.book, found.result
    known = {each.id: each for each in lines}
    members: dict[UUID, list[UUID]] = {}
    for account, unit in found.units.items():
        if account != unit:
            members.setdefault(unit, []).append(account)
    made = {id: _unit(known[id], members.get(id, ()), each) for id, each in result.ranks.items()}
    return RevenueRanking(
        window=found.window,
        currency=book.base_currency,
        total=result.total,
        units=tuple(each for each in made.values() if each.rank.revenue is not None and each.rank.revenue > 0),
        without_revenue=tuple(made[each] for each in result.zero_or_less),
        unranked=tuple(made[each] for each in result.unranked),
        concentration=result.concentration,
        a_share=book.a_share,
        b_share=book.b_share,
        messages=figures_of(reading, lines, found).messages,
    )


def _unit(line: AccountLine, members: Sequence[UUID], rank: Rank) -> RankedUnit:
    return RankedUnit(
        name=line.name,
        account_ids=(line.id, *members),
        tier=line.tier,
        is_pinned=bool(line.tier_reason),
        rank=rank,
    )


def _point(line: AccountLine, stands: Standing, today: date, rule: HealthSettings) -> AccountPoint:
    since = stands.last_contact or line.added_on or today
    return AccountPoint(
        id=line.id,
        name=line.name,
        tier=line.tier,
        revenue=stands.revenue if stands.window_end else None,
        owner=line.owner,
        health=stands.health,
        basis=stands.basis,
        band=rule.band(stands.health),
        silent_days=max((today - since).days, 0),
        never_spoke=stands.last_contact is None,
        is_quiet=stands.is_quiet(today),
        raised_nothing=stands.raised_nothing,
        never_asked=today >= stands.never_asked_from,
    )
