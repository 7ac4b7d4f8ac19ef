"""How long a concern stood in each of its stages, and how long its root cause took to find."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from reviewdesk.domain.concern import Concern, Stage, StageDay
from reviewdesk.domain.intervals import counted_days

SHORT = {
    Stage.PLANNED: "plan",
    Stage.CONFIRMED: "confirmed",
    Stage.NOT_CONFIRMED: "closed",
}


@dataclass(frozen=True, slots=True)
class StageTime:
    """How many days a concern stood in a stage, all times it was there taken together."""

    stage: Stage
    days: int


def times_of(concern: Concern, today: date) -> tuple[StageTime, ...]:
    """Give the days in each stage it came to, in the order in which it came to them; the last one is still running.

    A stage that ends the concern takes no time.
    """
    here = StageDay(stage=concern.stage, on=concern.stage_since or concern.raised_on)
    known = [*concern.came, here, StageDay(stage=concern.stage, on=max(today, here.on))]
    days: dict[Stage, int] = {}
    for one, after in pairwise(known):
        if one.stage is not concern.stage or concern.is_open:
            days[one.stage] = days.get(one.stage, 0) + max((after.on - one.on).days, 0)
    return tuple(StageTime(stage, count) for stage, count in days.items())


def time_words(concern: Concern, today: date) -> str:
    """Say how long it stood in each stage: "2 days in reported, 5 in plan"; what took no day is left out."""
    found = [each for each in times_of(concern, today) if each.days]
    first, rest = found[:1], found[1:]
    return ", ".join(
        (
            *(f"{counted_days(each.days)} in {_short(each.stage)}" for each in first),
            *(f"{each.days:,} in {_short(each.stage)}" for each in rest),
        )
    )


def cause_words(concern: Concern, today: date) -> str:
    """Say how long it took to find the root cause, or for how long it is looked for."""
    if concern.cause_on is not None:
        days = max((concern.cause_on - concern.raised_on).days, 0)
        return f"root cause found after {counted_days(days)}" if days else "root cause found on the day"
    days = (today - concern.raised_on).days
    return f"root cause not known for {counted_days(days)}" if concern.is_open and days > 0 else ""


def _short(stage: Stage) -> str:
    return SHORT.get(stage, stage.value)
