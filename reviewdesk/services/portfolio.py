"""The portfolio: every customer in one line, by tier, for somebody of our side."""

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.account import Tier
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.health_settings import HealthSettings
from reviewdesk.domain.our_side import Portfolio, PortfolioGroup, PortfolioLine
from reviewdesk.services.account_facts import read_facts
from reviewdesk.services.account_rows import account_row
from reviewdesk.services.account_values import AccountRow
from reviewdesk.services.only_mine import only_mine_in
from reviewdesk.services.portfolio_blocks import Shared, shared_in
from reviewdesk.storage.lists.accounts import account_lines, revenue_year, standings_on_the_day
from reviewdesk.storage.lists.follow_ups import open_follow_ups
from reviewdesk.storage.lists.week import last_reviews
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store


class PortfolioService:
    """Puts all customers in one list to hand on."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_today(self) -> Portfolio:
        """Give the portfolio as it stands; what is meant for oneself alone is not in it."""
        with self._store.read() as reading:
            return portfolio_in(reading)


def portfolio_in(reading: Reading, shared: Shared | None = None) -> Portfolio:
    """Give the portfolio as it stands."""
    lines, year = _lines(reading, shared or shared_in(reading)), revenue_year(reading)
    return Portfolio(
        book=reading.book.name,
        today=reading.clock.today(),
        currency=reading.book.base_currency,
        year=(year.start, year.end) if year else None,
        groups=_groups(lines),
    )


def customers(reading: Reading) -> tuple[AccountRow, ...]:
    """Give the rows of all accounts that buy still, by name."""
    today, rule = reading.clock.today(), HealthSettings.of(reading.book)
    lines, standings = account_lines(reading.connection), standings_on_the_day(reading)
    return tuple(account_row(each, standings[each.id], None, today, rule) for each in lines if each.buys)


def _lines(reading: Reading, shared: Shared) -> list[PortfolioLine]:
    facts, steps = read_facts(reading, ("change", "open_notice")), _next_steps(reading)
    today = reading.clock.today()
    held = last_reviews(reading.connection, today)
    return [
        PortfolioLine(
            id=row.id,
            name=row.name,
            tier=row.tier,
            owner=row.owner,
            health=row.health,
            basis=row.basis or 0,
            band=row.band,
            never_asked=row.never_asked,
            revenue=row.revenue,
            lacks_rate=row.lacks_rate,
            change=facts["change"].get(row.id),
            open_concerns=len(shared.concerns.get(row.id, ())),
            worst_severity=max((each.severity for each in shared.concerns.get(row.id, ())), default=0),
            late_promises=sum(each.follow_up.is_late(today) for each in shared.promises.get(row.id, ())),
            last_review=held.get(row.id),
            next_review=row.next_review.words if row.next_review else "",
            next_step=steps[row.id].what if row.id in steps else "",
            next_step_on=steps[row.id].due if row.id in steps else None,
            notice_on=facts["open_notice"].get(row.id),
        )
        for row in customers(reading)
    ]


def _next_steps(reading: Reading) -> dict[UUID, FollowUp]:
    """Give what is to be done first for each account, of what was not noted for oneself alone."""
    mine = only_mine_in(reading)
    found: dict[UUID, FollowUp] = {}
    for each in open_follow_ups(reading.connection):
        if not mine.holds(each.follow_up):
            found.setdefault(each.follow_up.account_id, each.follow_up)
    return found


def _groups(lines: Iterable[PortfolioLine]) -> tuple[PortfolioGroup, ...]:
    by_tier: dict[Tier | None, list[PortfolioLine]] = {tier: [] for tier in (*Tier, None)}
    for each in lines:
        by_tier[each.tier].append(each)
    return tuple(PortfolioGroup(tier, tuple(sorted(found, key=_largest))) for tier, found in by_tier.items() if found)


def _largest(line: PortfolioLine) -> tuple[Decimal, str]:
    return -(line.revenue or Decimal(0)), line.name.casefold()
