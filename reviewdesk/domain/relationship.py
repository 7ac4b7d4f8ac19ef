"""Relationship: what a customer thinks of us in seven dimensions, what that makes of them, and where to start.

Of each dimension the newest answer of the last 12 months counts, as in health: of one day the customer's own before a
guess of ours. R is the mean of trust, commitment and satisfaction, P of product benefit and service, each over those
that are known. Nothing of it ever stands on a customer's paper.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import ReasonToStay
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.health_factors import ANSWERS_LAST_MONTHS
from reviewdesk.domain.health_facts import RELATIONSHIP, newer
from reviewdesk.domain.intervals import add_months

DIMENSIONS: Final = (
    Asked.PRODUCT_BENEFIT, Asked.SERVICE, Asked.BRAND, Asked.SATISFACTION, Asked.TRUST, Asked.COMMITMENT,
    Asked.UNIQUENESS,
)  # fmt: skip
PRODUCT: Final = (Asked.PRODUCT_BENEFIT, Asked.SERVICE)
KNOWN_FROM: Final = 2  # answers of the customer's own, below which all of it is provisional
AGAINST_BELOW: Final = Fraction(7, 2)
STEADY_FROM: Final = Fraction(9, 2)
ADVOCATE_FROM: Final = Fraction(11, 2)
APART_BY: Final = 1
TRUST_FALLS_BY: Final = 1
STARTS: Final = 5
COMPANY_ISSUE_AT: Final = 3


class Segment(StrEnum):
    """What a relationship is, by the first rule that fits."""

    AGAINST = "against us for now"
    PRICE_LED = "price-led"
    LIKES_US = "likes us, not the product"
    LIKES_PRODUCT = "likes the product, not us"
    ADVOCATE = "advocate"
    STEADY = "steady"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Gap:
    """A dimension that matters more to them than we perform: `size` is importance x (importance - performance).

    `is_guess` where the performance is our guess and not their answer.
    """

    dimension: Asked
    importance: int
    performance: int
    is_guess: bool = False

    @property
    def size(self) -> int:
        """Give importance x max(0, importance - performance)."""
        return self.importance * max(0, self.importance - self.performance)


@dataclass(frozen=True, slots=True)
class Relationship:
    """The answers of one account that count, one a dimension, in the order of the dimensions.

    `importances` holds for each dimension what it matters to them, 1-7, as the newest answer that says so has it.
    """

    heard: tuple[Answer, ...] = ()
    importances: Mapping[Asked, int] | None = None

    def value(self, dimension: Asked) -> int | None:
        """Give what was answered to a dimension; nothing where nobody did."""
        return next((each.value for each in self.heard if each.asked is dimension), None)

    @property
    def r(self) -> Fraction | None:
        """Give R, the mean of trust, commitment and satisfaction; nothing where none of them is known."""
        return self._mean(RELATIONSHIP)

    @property
    def p(self) -> Fraction | None:
        """Give P, the mean of product benefit and service; nothing where neither is known."""
        return self._mean(PRODUCT)

    @property
    def theirs(self) -> int:
        """Count the dimensions that the customer answered, and not we."""
        return sum(not each.is_guess for each in self.heard)

    @property
    def is_provisional(self) -> bool:
        """Say whether fewer than two of the answers are the customer's own."""
        return self.theirs < KNOWN_FROM

    @property
    def is_guessed(self) -> bool:
        """Say whether R or P rests on a guess of ours."""
        return any(each.is_guess for each in self.heard if each.asked in (*RELATIONSHIP, *PRODUCT))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Give what falls short of what matters to them, the largest first."""
        known = self.importances or {}
        found = [
            Gap(each.asked, known[each.asked], each.value, each.is_guess) for each in self.heard if each.asked in known
        ]
        return tuple(sorted((each for each in found if each.size), key=lambda each: (-each.size, each.dimension)))

    def segment(self, reason: ReasonToStay | None = None) -> Segment | None:
        """Give what the relationship is, `reason` being their first one to stay; nothing while R or P is not known."""
        if self.r is None or self.p is None:
            return None
        return segment_of(self.r, self.p, self.value(Asked.UNIQUENESS), reason)

    def _mean(self, dimensions: Sequence[Asked]) -> Fraction | None:
        known = [each.value for each in self.heard if each.asked in dimensions]
        return Fraction(sum(known), len(known)) if known else None


def segment_of(
    r: Fraction, p: Fraction, unique: Fraction | int | None = None, reason: ReasonToStay | None = None
) -> Segment:
    """Give the first segment that fits R, P, uniqueness and the first reason to stay; what is a border counts as in."""
    fits = {
        Segment.AGAINST: r < AGAINST_BELOW and p < AGAINST_BELOW,
        Segment.PRICE_LED: r < STEADY_FROM and reason is ReasonToStay.PRICE,
        Segment.LIKES_US: p < STEADY_FROM <= r and r - p >= APART_BY,
        Segment.LIKES_PRODUCT: r < STEADY_FROM <= p and p - r >= APART_BY,
        Segment.ADVOCATE: r >= ADVOCATE_FROM and p >= ADVOCATE_FROM and (unique or 0) >= ADVOCATE_FROM,
        Segment.STEADY: r >= STEADY_FROM and p >= STEADY_FROM,
    }
    return next((each for each, is_so in fits.items() if is_so), Segment.UNCLEAR)


def relationship_of(answers: Iterable[Answer], today: date) -> Relationship:
    """Give the relationship as it stands on a day, from all answers of one account."""
    heard: dict[Asked, Answer] = {}
    importances: dict[Asked, int] = {}
    for each in sorted(answers, key=newer):
        if each.asked in DIMENSIONS and still_counts(each, today):
            heard[each.asked] = each
            if each.importance is not None:
                importances[each.asked] = each.importance
    return Relationship(tuple(heard[each] for each in DIMENSIONS if each in heard), importances)


@dataclass(frozen=True, slots=True)
class TrustFall:
    """How far trust fell with the newest answer about it, and that answer."""

    before: int
    now: int
    answer_id: UUID


def trust_fall(answers: Iterable[Answer], today: date) -> TrustFall | None:
    """Give how far trust fell on the last day it was answered; nothing unless by 1.0 or more, of several the deepest.

    All are of the last 12 months and of an earlier day. What a person says is held against what the same person had
    said, else against the customer's own newest before; a guess of ours, which counts only where they said nothing
    themselves that day, against whatever was newest.
    """
    heard = [each for each in answers if each.asked is Asked.TRUST and still_counts(each, today)]
    day = max((each.answered_on for each in heard), default=today)
    told = [each for each in heard if each.answered_on == day]
    earlier = [each for each in heard if each.answered_on < day]
    own = [each for each in told if not each.is_guess] or told
    falls = (TrustFall(before.value, each.value, each.id) for each in own if (before := _said_before(each, earlier)))
    deep = [each for each in falls if each.before - each.now >= TRUST_FALLS_BY]
    return max(deep, key=_depth, default=None)


def _said_before(answer: Answer, earlier: Sequence[Answer]) -> Answer | None:
    """Give what an answer about trust is held against."""
    if answer.is_guess:
        return max(earlier, key=newer, default=None)
    own = [each for each in earlier if not each.is_guess]
    same = [each for each in own if answer.person_id is not None and each.person_id == answer.person_id]
    return max(same or own, key=newer, default=None)


def _depth(fall: TrustFall) -> tuple[int, int, str]:
    return fall.before - fall.now, -fall.now, fall.answer_id.hex


@dataclass(frozen=True, slots=True)
class Start:
    """A place to start: one gap at one account, weighed by its revenue of 12 months."""

    account_id: UUID
    gap: Gap
    revenue: Decimal

    @property
    def weight(self) -> Decimal:
        """Give the gap x the revenue."""
        return self.gap.size * self.revenue


def start_here(
    gaps: Mapping[UUID, Sequence[Gap]], revenues: Mapping[UUID, Decimal], most: int = STARTS
) -> tuple[Start, ...]:
    """Give the largest gaps x revenue over a book; an account without a revenue above nothing has no say in it."""
    found = (Start(id, each, revenues.get(id, Decimal(0))) for id, several in gaps.items() for each in several)
    return tuple(sorted((each for each in found if each.weight > 0), key=_heaviest)[:most])


def company_issues(gaps: Mapping[UUID, Sequence[Gap]]) -> dict[Asked, tuple[UUID, ...]]:
    """Give the dimensions that fall short at three accounts or more, with those accounts: it is us, not them."""
    at: dict[Asked, list[UUID]] = defaultdict(list)
    for account_id, several in gaps.items():
        for each in several:
            at[each.dimension].append(account_id)
    many = sorted(at.items(), key=lambda each: (-len(each[1]), each[0]))
    return {dimension: tuple(ids) for dimension, ids in many if len(ids) >= COMPANY_ISSUE_AT}


def still_counts(answer: Answer, today: date) -> bool:
    """Say whether an answer is of the last 12 months."""
    return answer.answered_on <= today < add_months(answer.answered_on, ANSWERS_LAST_MONTHS)


def _heaviest(start: Start) -> tuple[Decimal, str, str]:
    return -start.weight, start.account_id.hex, start.gap.dimension.value
