"""The steps of a ladder as lines of text, as they are typed in a template: `7 before: Read the brief (A)`."""

import re
from collections.abc import Iterable, Sequence
from typing import Final
from uuid import uuid4

from reviewdesk.domain.account import Tier
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.ladder import LadderStep, Rung

LONGEST_AWAY: Final = 260
_LINE: Final = re.compile(r"(\d{1,4})\s*(?:working\s+)?(?:days?\s+)?(before|after)\s*[:,-]?\s*(.*)", re.IGNORECASE)
_TIERS: Final = re.compile(r"\s*\(([ABCabc](?:\s*,\s*[ABCabc])*)\)$")


def ladder_text(steps: Iterable[LadderStep]) -> str:
    """Write steps as lines, each with its working days before or after the meeting and the tiers it is for."""
    return "\n".join(map(_line, steps))


def read_ladder(text: str, before: Sequence[LadderStep] = ()) -> tuple[LadderStep, ...]:
    """Read steps from lines; one that says what it said `before` stays the same step.

    Raises:
        RefusedError: a line does not say when, or says nothing.
    """
    lines = [each.strip() for each in text.splitlines() if each.strip()]
    return tuple(sorted((_read(each, before) for each in lines), key=_days))


def checked_step(what: str, days: int) -> str:
    """Give what a step says, with single spaces.

    Raises:
        RefusedError: it says nothing, or lies further away than a year of working days.
    """
    said = " ".join(what.split())
    if not said:
        raise RefusedError("Say what is to be done.")
    if abs(days) > LONGEST_AWAY:
        raise RefusedError(f"A step lies at most {LONGEST_AWAY} working days away from the meeting.")
    return said


def _line(step: LadderStep) -> str:
    side = "before" if step.days < 0 else "after"
    tiers = f" ({', '.join(step.tiers)})" if step.tiers else ""
    return f"{abs(step.days)} {side}: {step.what}{tiers}"


def _read(line: str, before: Sequence[LadderStep]) -> LadderStep:
    found = _LINE.fullmatch(line)
    if found is None:
        raise RefusedError(f"Write “{line}” like “7 before: Read the brief” or “1 after: Send the summary”.")
    count, side, said = int(found[1]), found[2].lower(), found[3]
    days = -count if side == "before" else count
    named = _TIERS.search(said)
    tiers = tuple(sorted({Tier(each.strip().upper()).value for each in named[1].split(",")})) if named else ()
    what = checked_step(said[: named.start()] if named else said, days)
    known = _known(what, days, before)
    return LadderStep(
        what=what, days=days, tiers=tiers, rung=known.rung if known else Rung.OTHER, id=known.id if known else uuid4()
    )


def _known(what: str, days: int, before: Sequence[LadderStep]) -> LadderStep | None:
    """Give the step that a line was: with the same words, the nearest in days; else of the same day."""
    same = sorted((each for each in before if each.what == what), key=lambda each: abs(each.days - days))
    return next(iter(same), None) or next((each for each in before if each.days == days), None)


def _days(step: LadderStep) -> int:
    return step.days
