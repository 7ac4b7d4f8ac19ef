"""What the health of an account is worked out from on any day: no more of its records than the rule needs."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final
from uuid import UUID

from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.promises import kept_since, worth
from reviewdesk.domain.silence import never_asked_from

RELATIONSHIP: Final = (Asked.TRUST, Asked.COMMITMENT, Asked.SATISFACTION)
SCORES: Final = (Asked.RECOMMEND, Asked.CONTENT)
_FULL: Final = Fraction(100)


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer that may count: to what, how much, since when, whether it is our own guess, and of who decides."""

    id: UUID
    asked: Asked
    value: int
    on: date
    guessed: bool = False
    decides: bool = False


@dataclass(frozen=True, slots=True)
class Worry:
    """An open concern, as far as the rule needs it."""

    id: UUID
    severity: int
    fixed: bool = False
    told: bool = False

    @property
    def holds(self) -> bool:
        """Say whether it holds the score: they may leave, and it is not both fixed and told to them."""
        return self.severity == 4 and not (self.fixed and self.told)  # noqa: PLR2004 - the gravest there is


@dataclass(frozen=True, slots=True)
class Ended:
    """A promise of ours that was kept, kept late or broken."""

    id: UUID
    ending: Ending
    on: date


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise of ours that is still to be kept; `late` where it was moved after its date had passed."""

    id: UUID
    due: date | None
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthFacts:
    """What is known of one account, whatever the day.

    `counted_from` is the last two-way contact, or the day the account was added where `spoke` is not set. `heard_on` is
    the newest concern or answer of theirs. `relationship` holds the newest answer to each of its questions, `scores`
    the newest one of each person. `year` and `before` are what was bought in the revenue year and in the 12
    months before, in one currency. `notice_on` is the last day on which the contract can be ended.
    """

    counted_from: date
    spoke: bool
    months: int
    heard_on: date | None = None
    relationship: tuple[Heard, ...] = ()
    scores: tuple[Heard, ...] = ()
    worries: tuple[Worry, ...] = ()
    ended: tuple[Ended, ...] = ()
    owed: tuple[Owed, ...] = ()
    year: Decimal | None = None
    before: Decimal | None = None
    notice_on: date | None = None
    renewed: bool = False
    gut: int | None = None
    gut_on: date | None = None

    def since(self, today: date) -> "HealthFacts":
        """Leave out the promises that ended too long ago to count on a day or later."""
        first = kept_since(today)
        return replace(self, ended=tuple(each for each in self.ended if each.on >= first))

    @property
    def never_asked_from(self) -> date:
        """Give the first day on which they were not heard for 12 months; an open concern is heard all the time."""
        if self.worries:
            return date.max
        return never_asked_from(self.heard_on, None, added_on=date.min)

    def is_never_asked(self, today: date) -> bool:
        """Say whether neither a concern nor an answer tells anything of the last 12 months."""
        return today >= self.never_asked_from

    @property
    def change(self) -> Fraction | None:
        """Give the change of what was bought on the year before, in per cent; nothing without the earlier year."""
        if self.year is None or self.before is None or self.before <= 0:
            return None
        return (Fraction(self.year) - Fraction(self.before)) / Fraction(self.before) * _FULL


def worry_of(concern: Concern) -> Worry:
    """Give an open concern as far as the rule needs it."""
    return Worry(concern.id, concern.severity, concern.stage is Stage.FIXED, concern.told_on is not None)


def relationship_heard(answers: Iterable[Answer]) -> tuple[Heard, ...]:
    """Give the newest answer to each question about the relationship; a guess of ours counts too."""
    newest: dict[Asked, Answer] = {}
    for each in answers:
        if each.asked in RELATIONSHIP and (each.asked not in newest or newer(each) > newer(newest[each.asked])):
            newest[each.asked] = each
    return tuple(_heard(newest[each]) for each in RELATIONSHIP if each in newest)


def scores_heard(answers: Iterable[Answer], deciders: Collection[UUID]) -> tuple[Heard, ...]:
    """Give the newest score of each person, saying who decides; guesses of ours are no scores."""
    newest: dict[tuple[Asked, UUID], Answer] = {}
    for each in answers:
        key = each.asked, each.person_id or each.id
        if each.asked in SCORES and not each.is_guess and (key not in newest or newer(each) > newer(newest[key])):
            newest[key] = each
    found = sorted(newest.values(), key=_in_order)
    return tuple(replace(_heard(each), decides=each.person_id in deciders) for each in found)


def ended_of(id: UUID, ending: Ending | None, on: date | None) -> Ended | None:
    """Give an ended promise, or nothing where it is open or was dropped."""
    return Ended(id, ending, on) if ending is not None and on is not None and worth(ending) is not None else None


def _heard(answer: Answer) -> Heard:
    return Heard(answer.id, answer.asked, answer.value, answer.answered_on, answer.is_guess)


def newer(answer: Answer) -> tuple[date, bool, int, str]:
    """Sort the newest last; of one day the customer's own after ours, and the lower one after the higher."""
    return answer.answered_on, not answer.is_guess, -answer.value, answer.id.hex


def _in_order(answer: Answer) -> tuple[str, str]:
    return answer.asked.value, answer.id.hex
