"""What would move the health of an account: what could be done, and the score as it would be then."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.health import health_of
from reviewdesk.domain.health_factors import notice_presses
from reviewdesk.domain.health_facts import Ended, HealthFacts, Worry
from reviewdesk.domain.health_settings import Factor, HealthSettings


@dataclass(frozen=True, slots=True)
class HealthMove:
    """Something that would raise the score: what to do, from where to where, and which factor it is about."""

    words: str
    now: int
    then: int
    factor: Factor
    about: UUID | None = None


_Tried = Iterator[tuple[str, Factor, UUID | None, HealthFacts]]


def moves_of(facts: HealthFacts, settings: HealthSettings, today: date) -> tuple[HealthMove, ...]:
    """Say what would raise the score, what raises it most first; filling in fields never does."""
    now = health_of(facts, settings, today).score
    if now is None:
        return ()
    found = []
    for words, factor, about, after in (*_closing(facts), *_doing(facts, today)):
        then = health_of(after, settings, today).score
        if then is not None and then > now:
            found.append(HealthMove(words, now, then, factor, about))
    return tuple(sorted(found, key=_highest_first))


def _closing(facts: HealthFacts) -> _Tried:
    worries, about = facts.worries, Factor.CONCERNS
    if not worries:
        return
    gravest = max(worries, key=_gravity)
    if len(worries) == 1:
        yield "Close the concern", about, gravest.id, replace(facts, worries=())
    else:
        yield f"Close {_all_of(len(worries), 'concern')}", about, None, replace(facts, worries=())
        others = tuple(each for each in worries if each is not gravest)
        yield f"Close the gravest, severity {gravest.severity}", about, gravest.id, replace(facts, worries=others)
    if gravest.holds:
        mended = tuple(replace(each, fixed=True, told=True) if each.holds else each for each in worries)
        yield "Fix what may make them leave, and tell them", about, gravest.id, replace(facts, worries=mended)


def _doing(facts: HealthFacts, today: date) -> _Tried:
    yield "Speak with them", Factor.CONTACT, None, replace(facts, counted_from=today, spoke=True)
    if facts.owed:
        words = f"Keep {_all_of(len(facts.owed), 'promise')}"
        alone = facts.owed[0].id if len(facts.owed) == 1 else None
        yield words, Factor.PROMISES, alone, replace(facts, ended=(*facts.ended, *_kept(facts, today)), owed=())
    if notice_presses(facts, today):
        yield "Agree on the renewal", Factor.REVENUE, None, replace(facts, renewed=True)


def _kept(facts: HealthFacts, today: date) -> Iterator[Ended]:
    for each in facts.owed:
        is_late = each.late or (each.due is not None and each.due < today)
        yield Ended(each.id, Ending.KEPT_LATE if is_late else Ending.KEPT, today)


def _all_of(count: int, what: str) -> str:
    return {1: f"the {what}", 2: f"both {what}s"}.get(count, f"all {count} {what}s")


def _gravity(worry: Worry) -> tuple[bool, int, bool, str]:
    return worry.holds, worry.severity, not worry.fixed, worry.id.hex


def _highest_first(move: HealthMove) -> int:
    return -move.then
