"""What a concern should say at its stage and does not say yet; it is asked for, and nothing waits for it."""

from dataclasses import dataclass
from typing import Final

from reviewdesk.domain.concern import Concern, Stage


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a stage asks for: the fields that are empty, a question, and where it presses the same in a few words."""

    fields: tuple[str, ...]
    question: str
    short: str = ""


_TO_PLAN: Final = Lacking(("owner", "plan_due"), "Who makes the plan, and by when?", "who makes the plan?")
_OF_KIND: Final = Lacking(("cause_kind",), "Of what kind was the root cause?")


def lacking(concern: Concern) -> Lacking | None:
    """Say what is asked for at the stage a concern has come to; nothing where all is there.

    What is acknowledged has somebody who makes the plan. A plan has a day and somebody who sees to it; a fix has a
    root cause with its kind, and what was done; what they confirmed has what we did beyond it; what they withdrew
    has why. A root cause that is found early has a kind too.
    """
    at_stage = {
        Stage.PLANNED: _plan,
        Stage.FIXED: _fix,
        Stage.CONFIRMED: _beyond,
        Stage.WITHDRAWN: _why,
    }.get(concern.stage)
    found = at_stage(concern) if at_stage else None
    if found is None and concern.is_open and concern.root_cause and concern.cause_kind is None:
        return _OF_KIND
    nobody = not (concern.colleague_id or concern.team)
    return _TO_PLAN if found is None and nobody and concern.stage is Stage.ACKNOWLEDGED else found


def _plan(concern: Concern) -> Lacking | None:
    nobody, no_day = not (concern.colleague_id or concern.team), concern.fix_due is None
    if not (nobody or no_day):
        return None
    asked = _empty(fix_due=no_day, owner=nobody, fix=not concern.fix)
    if nobody and no_day:
        return Lacking(asked, "By when is it fixed, and who sees to it?", "by when, and who?")
    if nobody:
        return Lacking(asked, "Who sees to the plan?", "who sees to it?")
    return Lacking(asked, "By when is it fixed?", "fixed by when?")


def _fix(concern: Concern) -> Lacking | None:
    fields = _empty(root_cause=not concern.root_cause, cause_kind=concern.cause_kind is None, fix=not concern.fix)
    if fields == ("cause_kind",):
        return _OF_KIND
    short = "" if concern.root_cause else "why did it happen?"
    return Lacking(fields, "Why did it happen, and what was done?", short) if fields else None


def _beyond(concern: Concern) -> Lacking | None:
    if concern.beyond_the_fix:
        return None
    return Lacking(("beyond_the_fix",), "What did we do beyond the fix?", "what beyond the fix?")


def _why(concern: Concern) -> Lacking | None:
    return None if concern.why_withdrawn else Lacking(("why_withdrawn",), "Why was it withdrawn?")


def _empty(**fields: bool) -> tuple[str, ...]:
    return tuple(name for name, is_empty in fields.items() if is_empty)
