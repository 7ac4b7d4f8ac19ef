"""All losses of a book side by side: of each what is known, and what they say together."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from reviewdesk.domain.loss_document import LossAnswer, LossCause, LossQuestion, PlannedStep

_YES: Final = frozenset({"yes", "ja", "oui"})
_NO: Final = frozenset({"no", "nein", "non", "never"})
_FIRST_WORD: Final = re.compile(r"\w+")


class PlanState(StrEnum):
    """How far the plan after a loss has come."""

    NOT_BEGUN = "not begun"
    SET_ASIDE = "set aside"
    OWED = "owed"
    LATE = "late"
    CLOSED = "closed"


class TakenOn(StrEnum):
    """What somebody said to whether we should have taken them on."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "don't know"
    OTHER = "neither yes nor no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One account that was lost; it may have come back since, which `is_back` says.

    `revenue` is what it was worth a year, in the base currency of the book, nothing where it or a rate is not known.
    `is_worth_it` says whether winning it back is worth it at the person's own chance, `odds` from which chance on.
    """

    account_id: UUID
    account: str
    lost_on: date
    is_back: bool = False
    revenue: Decimal | None = None
    why: str = ""
    plan: PlanState = PlanState.NOT_BEGUN
    plan_due: date | None = None
    is_worth_it: bool | None = None
    break_even: Decimal | None = None
    too_early: bool = False
    ended_on: date | None = None
    causes: tuple[LossCause, ...] = ()
    answers: tuple[LossAnswer, ...] = ()
    lessons: tuple[PlannedStep, ...] = ()


def taken_on(answers: Iterable[LossAnswer]) -> Counter[TakenOn]:
    """Count what was said to whether we should have taken them on, by the first word of each answer."""
    return Counter(_taken_on(each) for each in answers if each.question is LossQuestion.TAKEN_ON)


def _taken_on(answer: LossAnswer) -> TakenOn:
    if answer.does_not_know:
        return TakenOn.UNKNOWN
    found = _FIRST_WORD.search(answer.words.casefold())
    first = found.group() if found else ""
    return TakenOn.YES if first in _YES else TakenOn.NO if first in _NO else TakenOn.OTHER
