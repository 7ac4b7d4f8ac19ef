"""The ladder of a review: what is done so many working days before and after it, moving with the meeting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.working_days import WorkingDays


class Rung(StrEnum):
    """What a step of the ladder is, as far as the program itself can do it or see that it was done."""

    SPONSOR = "sponsor"
    INVITE = "invite"
    TOPICS = "topics"
    BRIEF = "brief"
    PRE_READ = "pre-read"
    SUMMARY = "summary"
    CHECK = "check"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """One step; `days` are working days from the day of the meeting, below zero before it.

    `tiers` names the tiers it is for, none for all of them; `done_on` is empty until it is done.
    """

    what: str = field(metadata=OUR_SIDE)
    days: int = field(metadata=OUR_SIDE)
    rung: Rung = field(default=Rung.OTHER, metadata=OUR_SIDE)
    tiers: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    done_on: date | None = field(default=None, metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)


USUAL: Final = (
    ("Ask their sponsor to come", -90, Rung.SPONSOR, ("A",)),
    ("Invite them", -30, Rung.INVITE, ()),
    ("Ask for their topics and scores", -14, Rung.TOPICS, ()),
    ("Read and finish the brief", -7, Rung.BRIEF, ()),
    ("Send the pre-read", -2, Rung.PRE_READ, ()),
    ("Send the summary", 1, Rung.SUMMARY, ()),
    ("Check what was promised", 7, Rung.CHECK, ()),
    ("Check what was promised again", 30, Rung.CHECK, ()),
)


def usual_steps(*left_out: Rung) -> tuple[LadderStep, ...]:
    """Give the steps of a full review, but for these."""
    return tuple(
        LadderStep(what=what, days=days, rung=rung, tiers=tiers)
        for what, days, rung, tiers in USUAL
        if rung not in left_out
    )


def ladder_for(steps: Iterable[LadderStep], tier: str | None) -> tuple[LadderStep, ...]:
    """Give the steps that are for a tier, each to be done anew, in the order of their days."""
    wanted = (each for each in steps if not each.tiers or tier in each.tiers)
    return tuple(sorted((replace(each, done_on=None, id=uuid4()) for each in wanted), key=_days))


def day_of(step: LadderStep, meeting: date, days: WorkingDays, since: date | None = None) -> date:
    """Give the working day on which a step is due; what would lie before the day it was asked for is due on that."""
    day = days.before(meeting, -step.days) if step.days < 0 else days.add(meeting, step.days)
    return max(day, since) if since is not None and step.days < 0 else day


@dataclass(frozen=True, slots=True)
class StepNow:
    """A step with the day it is due on, which moves with the meeting."""

    step: LadderStep
    day: date

    def is_late(self, today: date) -> bool:
        """Say whether it should have been done before today."""
        return self.step.done_on is None and self.day < today


def steps_now(
    steps: Iterable[LadderStep], meeting: date, days: WorkingDays, since: date | None = None
) -> tuple[StepNow, ...]:
    """Give the steps around a meeting with their days, in their order."""
    return tuple(sorted((StepNow(each, day_of(each, meeting, days, since)) for each in steps), key=_in_order))


def next_step(steps: Sequence[LadderStep], *, is_held: bool) -> LadderStep | None:
    """Give the first step that is still to be done: before the meeting while it is ahead, after it once it was held."""
    left = [each for each in steps if each.done_on is None and (each.days >= 0) == is_held]
    return min(left, key=_days, default=None)


def with_done(steps: Sequence[LadderStep], step_ids: Iterable[UUID], on: date | None) -> tuple[LadderStep, ...]:
    """Give the steps with these done on a day, or with nothing to be done anew."""
    chosen = set(step_ids)
    return tuple(replace(each, done_on=on) if each.id in chosen else each for each in steps)


def of_rung(steps: Iterable[LadderStep], *rungs: Rung) -> tuple[UUID, ...]:
    """Give the ids of the steps of these kinds that are still to be done."""
    return tuple(each.id for each in steps if each.rung in rungs and each.done_on is None)


def _in_order(now: StepNow) -> tuple[int, date]:
    return now.step.days, now.day


def _days(step: LadderStep) -> int:
    return step.days
