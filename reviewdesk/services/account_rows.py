"""Reads accounts as a list shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewdesk.domain.health_settings import HealthSettings
from reviewdesk.domain.intervals import Due, is_called, shown_due
from reviewdesk.services.account_values import AccountRow
from reviewdesk.storage.lists.accounts import AccountLine, account_lines, standings_on_the_day

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime, time
    from uuid import UUID

    from reviewdesk.domain.account import Tier
    from reviewdesk.domain.standing import Standing
    from reviewdesk.storage.reading import Reading


def rows_of_some(reading: Reading, account_ids: Collection[UUID]) -> tuple[AccountRow, ...]:
    """Give these accounts by name, each as the list shows it but for the tier that the rule would set."""
    today = reading.clock.today()
    standings = standings_on_the_day(reading, account_ids)
    lines, rule = account_lines(reading.connection, account_ids), HealthSettings.of(reading.book)
    return tuple(account_row(each, standings[each.id], None, today, rule) for each in lines)


def next_review(stands: Standing, tier: Tier | None, today: date, *, buys: bool = True) -> Due | None:
    """Say when the next review of an account is; nothing for one that buys no more and has none booked."""
    booked = stands.booked_on is not None and stands.booked_on >= today
    if stands.next_due is None or not (buys or booked):
        return None
    return shown_due(
        stands.next_due,
        today,
        called=is_called(tier),
        booked_on=stands.booked_on,
        booked_at=local_time(stands.booked_at),
    )


def local_time(moment: datetime | None) -> time | None:
    """Give the time of day of a moment as the person's own clock shows it."""
    return None if moment is None else moment.astimezone().time()


def account_row(
    line: AccountLine, stands: Standing, would_be: Tier | None, today: date, rule: HealthSettings
) -> AccountRow:
    """Give one account as the list shows it on a day; `would_be` is the tier that the rule would set.

    Of an account that buys no more neither health nor silence is told.
    """
    health = stands.health if line.buys else None
    return AccountRow(
        id=line.id,
        name=line.name,
        status=line.status,
        tier=line.tier,
        tier_is_pinned=bool(line.tier_reason),
        would_be=would_be,
        revenue=stands.revenue if stands.window_end else None,
        currency=stands.currency,
        next_review=next_review(stands, line.tier, today, buys=line.buys),
        next_due=stands.next_due if line.buys else None,
        booked_review=stands.booked_review,
        last_contact=stands.last_contact,
        spoke_days=(today - stands.last_contact).days if stands.last_contact else None,
        is_quiet=line.buys and stands.is_quiet(today),
        open_concerns=stands.open_concerns,
        worst_severity=stands.worst_severity,
        late_promises=stands.late_promises(today),
        next_step=stands.next_step,
        next_step_on=stands.next_step_on,
        owner=line.owner,
        owner_is_me=line.owner_is_me,
        industry=line.industry,
        city=line.city,
        lacks_rate=stands.window_end is not None and stands.revenue is None,
        health=health,
        basis=stands.basis if line.buys else None,
        band=rule.band(health),
        never_asked=line.buys and today >= stands.never_asked_from,
        raised_nothing=line.buys and stands.raised_nothing,
    )
