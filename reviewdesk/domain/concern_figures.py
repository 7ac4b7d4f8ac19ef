"""What many concerns say together: how many, how far they have come, how long that took, and which clocks were kept.

A time that is not known is never counted as no time: each median comes with how many concerns it rests on. A concern
that was withdrawn is not counted at all.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from statistics import median
from typing import Final
from uuid import UUID

from reviewdesk.domain.concern import CLOSED_STAGES, Concern, Stage, StageDay
from reviewdesk.domain.today_clocks import ConcernClock, to_acknowledge, to_plan
from reviewdesk.domain.working_days import WorkingDays

_RANKS: Final = {
    Stage.REPORTED: 0, Stage.ACKNOWLEDGED: 1, Stage.PLANNED: 2, Stage.FIXED: 3, Stage.CONFIRMED: 4,
    Stage.NOT_CONFIRMED: 4,
}  # fmt: skip
_AFTER_A_FIX: Final = frozenset({Stage.FIXED, Stage.CONFIRMED, Stage.NOT_CONFIRMED})


class Ran(StrEnum):
    """What became of a clock."""

    KEPT = "kept"
    MISSED = "missed"
    RUNNING = "running"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedConcern:
    """One concern as it counts; days are working days, and nothing where they are not known."""

    id: UUID
    account_id: UUID
    severity: int
    stage: Stage
    days_to_cause: int | None
    days_to_fix: int | None
    acknowledged: Ran
    planned: Ran

    @property
    def is_open(self) -> bool:
        """Say whether it has not ended."""
        return self.stage not in CLOSED_STAGES


@dataclass(frozen=True, slots=True)
class Middle:
    """The median of the days that are known, and of how many concerns; nothing where none is."""

    days: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Clocks:
    """How many clocks of one kind were kept and how many ran out; those still running or not known do not count."""

    kept: int
    missed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernFigures:
    """What some concerns say together; `not_confirmed` were closed without the customer's word."""

    ids: tuple[UUID, ...]
    account_ids: tuple[UUID, ...]
    open: int
    confirmed: int
    not_confirmed: int
    cause: Middle
    fix: Middle
    acknowledged: Clocks
    planned: Clocks

    @property
    def count(self) -> int:
        """How many concerns there are."""
        return len(self.ids)


def fixed_on(concern: Concern) -> date | None:
    """Give the day of the fix that holds, or nothing where there is none or its day is not known."""
    found = None
    for each in reversed(_way(concern)):
        if each.stage not in _AFTER_A_FIX:
            break
        found = each.on if each.stage is Stage.FIXED else found
    return found


def confirmed_on(concern: Concern) -> date | None:
    """Give the day on which the customer confirmed it."""
    return concern.stage_since if concern.stage is Stage.CONFIRMED else None


def is_counted(concern: Concern) -> bool:
    """Say whether it was not withdrawn."""
    return not concern.is_withdrawn


def counted(concern: Concern, days: WorkingDays, now: datetime) -> CountedConcern:
    """Give a concern as it counts, by the days on which its owner works, at a local moment."""
    fixed = fixed_on(concern)
    return CountedConcern(
        id=concern.id, account_id=concern.account_id, severity=concern.severity, stage=concern.stage,
        days_to_cause=_days(concern, concern.cause_on, days), days_to_fix=_days(concern, fixed, days),
        acknowledged=_ran(concern, Stage.ACKNOWLEDGED, to_acknowledge(concern, days), now),
        planned=_ran(concern, Stage.PLANNED, to_plan(concern, days), now),
    )  # fmt: skip


def figures_of(concerns: Iterable[CountedConcern]) -> ConcernFigures:
    """Add up what some concerns say."""
    every = tuple(concerns)
    return ConcernFigures(
        ids=tuple(each.id for each in every),
        account_ids=tuple(dict.fromkeys(each.account_id for each in every)),
        open=sum(each.is_open for each in every),
        confirmed=sum(each.stage is Stage.CONFIRMED for each in every),
        not_confirmed=sum(each.stage is Stage.NOT_CONFIRMED for each in every),
        cause=_middle(each.days_to_cause for each in every),
        fix=_middle(each.days_to_fix for each in every),
        acknowledged=_clocks([each.acknowledged for each in every]),
        planned=_clocks([each.planned for each in every]),
    )


def _days(concern: Concern, until: date | None, days: WorkingDays) -> int | None:
    return max(days.between(concern.raised_on, until), 0) if until is not None else None


def _ran(concern: Concern, stage: Stage, clock: ConcernClock, now: datetime) -> Ran:
    """Say what became of the clock that ends with a stage.

    A stage is known by its day alone: who answers on the day on which the hours end, answers in time.
    """
    if _RANKS.get(concern.stage, 0) < _RANKS[stage]:
        return Ran.MISSED if clock.is_over(now) else Ran.RUNNING
    reached = next(_reached(concern, stage), None)
    if reached is None:
        return Ran.UNKNOWN
    return Ran.KEPT if reached <= clock.due else Ran.MISSED


def _reached(concern: Concern, stage: Stage) -> Iterator[date]:
    """Give the day on which a concern first came to a stage or beyond it, where all of its way is known so far."""
    way = _way(concern)
    first = next((each for each in way if _RANKS.get(each.stage, 0) >= _RANKS[stage]), None)
    if first is not None and (way[0].stage is Stage.REPORTED or first.stage is stage):
        yield first.on


def _way(concern: Concern) -> tuple[StageDay, ...]:
    """Give the stages of a concern in their order; the last one only where its day is known."""
    if concern.stage_since is None and concern.stage is not Stage.REPORTED:
        return concern.came or (StageDay(stage=Stage.WITHDRAWN, on=concern.raised_on),)
    return (*concern.came, StageDay(stage=concern.stage, on=concern.stage_since or concern.raised_on))


def _middle(days: Iterable[int | None]) -> Middle:
    known = [each for each in days if each is not None]
    return Middle(float(median(known)) if known else None, len(known))


def _clocks(found: Collection[Ran]) -> Clocks:
    return Clocks(sum(each is Ran.KEPT for each in found), sum(each is Ran.MISSED for each in found))
