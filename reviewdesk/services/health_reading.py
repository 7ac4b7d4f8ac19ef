"""Reads the health of one account with everything behind it."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from reviewdesk.domain.answer import SCALES
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.health_moves import moves_of
from reviewdesk.domain.health_reasons import Reason, reasons_of
from reviewdesk.domain.health_settings import FACTORS, Factor, HealthSettings
from reviewdesk.domain.silence import SilenceDates, silences
from reviewdesk.domain.standing import Standing, Worked
from reviewdesk.services.health_values import AccountHealth, Behind, BehindKind, FactorShown, TrendDay
from reviewdesk.storage import health_days, standing
from reviewdesk.storage.reading import Reading


def health_on_the_day(reading: Reading, account_id: UUID) -> AccountHealth:
    """Work out the health of an account on the day of the clock, and explain it.

    Raises:
        MissingError: the account is not in the book.
    """
    reading.accounts.get(account_id)
    today, rule = reading.clock.today(), HealthSettings.of(reading.book)
    [worked] = standing.work_out_all(reading.connection, reading.book, today, [account_id])
    health, stands = worked.health, worked.standing
    behind = _records(reading, account_id)
    reasons = reasons_of(worked.facts, rule, today)
    holding = reading.concerns.find(health.held_by) if health.held_by else None
    return AccountHealth(
        score=health.score,
        basis=health.basis,
        band=health.band,
        factors=tuple(_shown(each, rule, behind, _spoken(reading, worked, each)) for each in reasons),
        moves=moves_of(worked.facts, rule, today),
        held=_held_words(holding, health.score) if holding else "",
        held_by=health.held_by,
        never_asked=health.never_asked,
        silences=tuple(each.words for each in silences(silence_of(stands, worked.facts.counted_from), today)),
        trend=trend_of(reading, account_id, rule),
    )


def silence_of(stands: Standing, counted_from: date) -> SilenceDates:
    """Give what is kept of an account's silence."""
    return SilenceDates(counted_from, stands.quiet_from or date.max, stands.never_asked_from, stands.raised_nothing)


def trend_of(reading: Reading, account_id: UUID, rule: HealthSettings) -> tuple[TrendDay, ...]:
    """Give the health of an account on each day up to today on which it changed."""
    days, today = health_days.days_of(reading.connection, account_id), reading.clock.today()
    return tuple(
        TrendDay(each.day, each.score, each.basis, rule.band(each.score)) for each in days if each.day <= today
    )


def _shown(
    reason: Reason, rule: HealthSettings, behind: Mapping[UUID, Behind], spoken: tuple[Behind, ...]
) -> FactorShown:
    found = tuple(behind[each] for each in reason.records if each in behind)
    weight = rule.weights[FACTORS.index(reason.factor)]
    return FactorShown(reason.factor, reason.points, rule.band(reason.points), weight, reason.why, found + spoken)


def _spoken(reading: Reading, worked: Worked, reason: Reason) -> tuple[Behind, ...]:
    """Give the last time that we spoke, where that is what a factor is about."""
    last = worked.standing.last_contact
    if reason.factor is not Factor.CONTACT or last is None:
        return ()
    of = {"account_id": worked.standing.account_id}
    contacts = [each for each in reading.contacts.where(**of) if each.made_on == last]
    return tuple(Behind(BehindKind.CONTACT, each.id, each.words or each.channel.value, last) for each in contacts[:1])


def _records(reading: Reading, account_id: UUID) -> dict[UUID, Behind]:
    """Give all records that may stand behind a factor, in words."""
    of = {"account_id": account_id}
    people = {each.id: each.name for each in reading.people.where(**of)}
    found: list[Behind] = [
        Behind(BehindKind.CONCERN, each.id, f"“{each.words}”, severity {each.severity}, {each.stage}", each.raised_on)
        for each in reading.concerns.where(**of)
    ]
    found += (
        Behind(BehindKind.FOLLOW_UP, each.id, f"{each.what}, {each.ending or 'open'}", each.ended_on or each.due)
        for each in reading.follow_ups.where(**of)
    )
    for each in reading.answers.where(**of):
        who = people.get(each.person_id, "somebody") if each.person_id else "somebody"
        words = f"{'our guess' if each.is_guess else who}: {each.asked} {each.value} of {SCALES[each.asked].highest}"
        found.append(Behind(BehindKind.ANSWER, each.id, words, each.answered_on))
    return _by_id(found)


def _by_id(found: Iterable[Behind]) -> dict[UUID, Behind]:
    return {each.id: each for each in found}


def _held_words(concern: Concern, score: int | None) -> str:
    return f"Held at {score} by “{concern.words}” until it is fixed and they are told, or it is confirmed."
