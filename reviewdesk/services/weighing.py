"""What weighs on accounts, in words: the factors that take most off their health, and how they are silent."""

from collections.abc import Collection, Mapping
from typing import Final
from uuid import UUID

from reviewdesk.domain.health_reasons import Reason, reasons_of
from reviewdesk.domain.health_settings import FACTORS, Band, Factor, HealthSettings
from reviewdesk.domain.silence import silences
from reviewdesk.domain.standing import Worked
from reviewdesk.services.health_reading import silence_of
from reviewdesk.storage import standing
from reviewdesk.storage.reading import Reading

MOST: Final = 3


def what_weighs(reading: Reading, account_ids: Collection[UUID]) -> Mapping[UUID, tuple[str, ...]]:
    """Say what takes most off the score of each account, the gravest first; a gut feeling is nobody else's."""
    today, rule = reading.clock.today(), HealthSettings.of(reading.book)
    worked = standing.work_out_all(reading.connection, reading.book, today, account_ids)
    return {
        each.standing.account_id: tuple(f"{found.factor.value}: {found.why}" for found in _gravest(each, rule, reading))
        for each in worked
    }


def what_is_not_healthy(reading: Reading, account_ids: Collection[UUID]) -> Mapping[UUID, tuple[str, ...]]:
    """Say what is at risk of each account, of one that is not healthy also what is on watch, and how it is silent."""
    today, rule = reading.clock.today(), HealthSettings.of(reading.book)
    found: dict[UUID, tuple[str, ...]] = {}
    for each in standing.work_out_all(reading.connection, reading.book, today, account_ids):
        low = [reason for reason in _by_weight(each, rule, reading) if _is_low(reason, each.health.band, rule)]
        silent = silences(silence_of(each.standing, each.facts.counted_from), today)
        words = (*(f"{reason.factor.value}: {reason.why}" for reason in low[:MOST]), *(one.words for one in silent))
        found[each.standing.account_id] = tuple(dict.fromkeys(words))
    return found


def _is_low(reason: Reason, of: Band, rule: HealthSettings) -> bool:
    """Say whether a factor weighs; revenue that grows, if not by a quarter, weighs on nobody."""
    band = rule.band(reason.points)
    grows = reason.factor is Factor.REVENUE and band is not Band.AT_RISK
    return band is Band.AT_RISK or (band is Band.WATCH and of is not Band.HEALTHY and not grows)


def _gravest(worked: Worked, rule: HealthSettings, reading: Reading) -> list[Reason]:
    gravest = _by_weight(worked, rule, reading)[:MOST]
    return [each for each in gravest if rule.band(each.points) is Band.AT_RISK] or gravest[:1]


def _by_weight(worked: Worked, rule: HealthSettings, reading: Reading) -> list[Reason]:
    """Give the known factors that others may hear of, the one that takes most off first."""

    def taken(reason: Reason) -> tuple[int, str]:
        weight = rule.weights[FACTORS.index(reason.factor)]
        return -weight * (100 - (reason.points or 0)), reason.factor.value

    reasons = reasons_of(worked.facts, rule, reading.clock.today())
    return sorted((each for each in reasons if each.points is not None and each.factor is not Factor.GUT), key=taken)
