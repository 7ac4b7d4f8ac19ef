"""The steps of a change as rows: what is done, on which day, and who sees to it."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.desktop.change.model import Shown
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.domain.change_exposure import AT_LEAST, step_day
from reviewdesk.domain.change_steps import PlannedStep, StepKind
from reviewdesk.domain.intervals import counted_days, short_day

Who = Sequence[tuple[UUID, str]]
EDIT: Final = RowAction("edit", "Change this step", "pencil", "E")
BY_NOTICE: Final = f"by the notice of each account, at least {AT_LEAST} days before it takes effect"


def step_rows(steps: Sequence[PlannedStep], who: Who, shown: Shown | None = None) -> tuple[Row, ...]:
    """Give a row for each step; of a change with its days, else with how many days after it each is."""
    return tuple(_row(each, dict(who), shown) for each in steps)


def _row(step: PlannedStep, who: dict[UUID, str], shown: Shown | None) -> Row:
    tick = RowAction("tick", "Leave out, or take in", shortcut="L", shape=ActionShape.TICK, ticked=step.is_on)
    actions = (EDIT,) if step.kind is StepKind.CALL else (tick, EDIT)
    named = who.get(step.colleague_id, "") if step.colleague_id else ""
    meta = " · ".join(each for each in (_when(step, shown), named) if each)
    late = step.is_on and shown is not None and _is_late(step, shown)
    pills = (PillText("late", Tone.BAD),) if late else ()
    left_out = () if step.is_on else (PillText("left out", Tone.NEUTRAL),)
    return Row(step.kind, step.said, meta, pills=(*pills, *left_out), actions=actions, level=True)


def _when(step: PlannedStep, shown: Shown | None) -> str:
    if step.kind is StepKind.CALL:
        return BY_NOTICE if shown is None else _call_days(shown)
    after = distance(step.days)
    if shown is None:
        return after
    return f"{short_day(_day(step, shown), shown.today)}, {after}"


def distance(days: int) -> str:
    """Say how many days before or after a change takes effect something is."""
    if not days:
        return "on the day it takes effect"
    return f"{counted_days(abs(days))} {'after' if days > 0 else 'before'} it takes effect"


def _call_days(shown: Shown) -> str:
    days = sorted({each.call_on for each in shown.called})
    if not days:
        return BY_NOTICE
    first, last = short_day(days[0], shown.today), short_day(days[-1], shown.today)
    return f"by {first}, {BY_NOTICE[3:]}" if first == last else f"by {first} to {last}, {BY_NOTICE[3:]}"


def _is_late(step: PlannedStep, shown: Shown) -> bool:
    if step.kind is StepKind.CALL:
        return any(each.is_late for each in shown.called)
    return bool(shown.called) and _day(step, shown) < shown.today


def _day(step: PlannedStep, shown: Shown) -> date:
    return step_day(step, shown.change.effective, 0)
