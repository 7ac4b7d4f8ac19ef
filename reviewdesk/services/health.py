"""Health looked back on: what the scores said before accounts were lost."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import Account, AccountStatus
from reviewdesk.domain.health_settings import Band, HealthSettings
from reviewdesk.services.health_reading import health_on_the_day
from reviewdesk.services.health_values import AccountHealth
from reviewdesk.storage import health_days
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

LOOKED_BACK: Final = (30, 60, 90, 180)
_ONCE_LOST: Final = (AccountStatus.LOST, AccountStatus.WON_BACK, AccountStatus.ARCHIVED)


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """What the score said so many days before a loss; without a band nothing was kept of that day."""

    days: int
    score: int | None = None
    band: Band | None = None


@dataclass(frozen=True, slots=True)
class LossAudit:
    """One loss and what the score said before it."""

    account_id: UUID
    account: str
    lost_on: date
    said: tuple[SaidBefore, ...]


@dataclass(frozen=True, slots=True)
class HitsAndMisses:
    """Over all losses, so many days before: how often the score said "at risk", something better, or nothing."""

    days: int
    hits: int
    misses: int
    unknown: int


@dataclass(frozen=True, slots=True)
class ScoreAudit:
    """What the scores said before each loss, the newest loss first, and how often they were right."""

    losses: tuple[LossAudit, ...]
    totals: tuple[HitsAndMisses, ...]


class HealthService:
    """Says how accounts stand, and how well that foretold who would leave."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_account(self, account_id: UUID) -> AccountHealth:
        """Give the health of one account with everything behind it.

        Raises:
            MissingError: it is not in the book.
        """
        with self._store.read() as reading:
            return health_on_the_day(reading, account_id)

    def score_audit(self) -> ScoreAudit:
        """Say what the score of each lost account said 30, 60, 90 and 180 days before, and count hits and misses."""
        with self._store.read() as reading:
            return score_audit(reading)


def score_audit(reading: Reading) -> ScoreAudit:
    """Do the same in a reading that has begun."""
    rule = HealthSettings.of(reading.book)
    lost = [each for each in reading.accounts.where(status=_ONCE_LOST) if each.lost_on is not None]
    losses = [_audit(reading, each, each.lost_on, rule) for each in lost if each.lost_on is not None]
    totals = tuple(_total([each.said[at] for each in losses], days) for at, days in enumerate(LOOKED_BACK))
    return ScoreAudit(tuple(sorted(losses, key=_newest_first)), totals)


def _audit(reading: Reading, account: Account, lost_on: date, rule: HealthSettings) -> LossAudit:
    said = tuple(_said(reading, account.id, lost_on, days, rule) for days in LOOKED_BACK)
    return LossAudit(account.id, account.name, lost_on, said)


def _said(reading: Reading, account_id: UUID, lost_on: date, days: int, rule: HealthSettings) -> SaidBefore:
    kept = health_days.on_day(reading.connection, account_id, lost_on - timedelta(days))
    return SaidBefore(days) if kept is None else SaidBefore(days, kept.score, rule.band(kept.score))


def _total(said: list[SaidBefore], days: int) -> HitsAndMisses:
    hits = sum(each.band is Band.AT_RISK for each in said)
    misses = sum(each.band in {Band.WATCH, Band.HEALTHY} for each in said)
    return HitsAndMisses(days, hits, misses, len(said) - hits - misses)


def _newest_first(loss: LossAudit) -> tuple[int, str]:
    return -loss.lost_on.toordinal(), loss.account
