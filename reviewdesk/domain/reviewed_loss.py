"""The review of one loss as a book keeps it: who asked, what was answered, why they left, what a return is worth."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.concern import CauseKind, Concern
from reviewdesk.domain.loss_document import LossAnswer, LossCause, PlannedStep
from reviewdesk.domain.win_back import WinBack

PLAN_WITHIN: Final = timedelta(days=14)
ASK_FOR_TRAINING: Final = 3
_TOLD: Final = ("answers", "causes", "plan", "lessons")
_LEARNT: Final = (CauseKind.SKILL, CauseKind.KNOWLEDGE, CauseKind.AUTHORITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedLoss:
    """One review of a loss, begun on `begun_on`; `team` answers for it and owes its plan by `plan_due`.

    `margin`, `retention`, `discount` and `chance` are shares of one, money is in the currency of the account. `lessons`
    is what we learnt. One that is `ended_on` or `set_aside_on` a day asks for nothing any more. `cost_out` is what is
    to be taken out a year to make up for it, by `cost_step_id`, a follow-up; the follow-ups about this review at other
    accounts are the candidates that were chosen to make it up.
    """

    account_id: UUID = field(metadata=OUR_SIDE)
    begun_on: date = field(metadata=OUR_SIDE)
    plan_due: date = field(metadata=OUR_SIDE)
    interviewer: str = field(default="", metadata=OUR_SIDE)
    team: str = field(default="", metadata=OUR_SIDE)
    what_happened: str = field(default="", metadata=OUR_SIDE)
    answers: tuple[LossAnswer, ...] = field(default=(), metadata=OUR_SIDE)
    causes: tuple[LossCause, ...] = field(default=(), metadata=OUR_SIDE)
    plan: tuple[PlannedStep, ...] = field(default=(), metadata=OUR_SIDE)
    revenue: Decimal | None = field(default=None, metadata=OUR_SIDE)
    margin: Decimal | None = field(default=None, metadata=OUR_SIDE)
    retention: Decimal | None = field(default=None, metadata=OUR_SIDE)
    years: Decimal | None = field(default=None, metadata=OUR_SIDE)
    discount: Decimal | None = field(default=None, metadata=OUR_SIDE)
    up_front: Decimal | None = field(default=None, metadata=OUR_SIDE)
    on_return: Decimal | None = field(default=None, metadata=OUR_SIDE)
    chance: Decimal | None = field(default=None, metadata=OUR_SIDE)
    lessons: tuple[PlannedStep, ...] = field(default=(), metadata=OUR_SIDE)
    ended_on: date | None = field(default=None, metadata=OUR_SIDE)
    set_aside_on: date | None = field(default=None, metadata=OUR_SIDE)
    cost_out: Decimal | None = field(default=None, metadata=OUR_SIDE)
    cost_out_owner: str = field(default="", metadata=OUR_SIDE)
    cost_out_due: date | None = field(default=None, metadata=OUR_SIDE)
    cost_step_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)

    @property
    def is_begun(self) -> bool:
        """Say whether anything was noted, and not only that it was set aside."""
        return replace(self, set_aside_on=None) != ReviewedLoss(
            account_id=self.account_id, begun_on=self.begun_on, plan_due=self.plan_due, id=self.id
        )

    @property
    def is_over(self) -> bool:
        """Say whether it was ended or set aside."""
        return self.ended_on is not None or self.set_aside_on is not None

    @property
    def win_back(self) -> WinBack | None:
        """Give the sum of winning them back; nothing while a figure it needs is not known."""
        if (
            self.revenue is None or self.margin is None or self.retention is None or self.years is None
            or self.discount is None or self.up_front is None
        ):  # fmt: skip
            return None
        return WinBack(
            revenue=self.revenue, margin=self.margin, retention=self.retention, years=int(self.years),
            discount=self.discount, up_front=self.up_front, on_return=self.on_return or Decimal(0), chance=self.chance,
        )  # fmt: skip


def joined(kept: ReviewedLoss, other: ReviewedLoss) -> ReviewedLoss:
    """Make one review of two of one account: what one lacks is taken from the other, and what both tell stands there.

    It goes on where either of the two does.
    """
    told = {each: (*getattr(kept, each), *getattr(other, each)) for each in _TOLD}
    blank = ("", None)
    filled = {
        each.name: getattr(other, each.name)
        for each in fields(ReviewedLoss)
        if each.name not in _TOLD and getattr(kept, each.name) in blank
    }
    story = "\n".join(dict.fromkeys(each.what_happened for each in (kept, other) if each.what_happened))
    both_over = kept.is_over and other.is_over
    ends = {} if both_over else {"ended_on": None, "set_aside_on": None}
    return replace(kept, **{**filled, **told, "what_happened": story, **ends})


@dataclass(frozen=True, slots=True)
class TrainingTopic:
    """What a team is worth training in: the kinds of cause of its concerns with how many came of each, most first."""

    team: str
    kinds: tuple[tuple[CauseKind, int], ...]

    @property
    def concerns(self) -> int:
        """Count the concerns that came of any of them."""
        return sum(count for _, count in self.kinds)


def training_topics(concerns: Iterable[Concern]) -> tuple[TrainingTopic, ...]:
    """Propose what to train: one topic a team, once three of its concerns came of skill, knowledge or authority.

    A team is one however it is written, in capitals or not.
    """
    kinds: dict[str, Counter[CauseKind]] = defaultdict(Counter)
    names: dict[str, str] = {}
    for each in concerns:
        if each.team.strip() and each.cause_kind in _LEARNT:
            key = each.team.strip().casefold()
            names.setdefault(key, each.team.strip())
            kinds[key][each.cause_kind] += 1
    found = (
        TrainingTopic(names[key], tuple(sorted(counted.items(), key=_most_first)))
        for key, counted in kinds.items()
        if counted.total() >= ASK_FOR_TRAINING
    )
    return tuple(sorted(found, key=lambda each: each.team.casefold()))


def _most_first(counted: tuple[CauseKind, int]) -> tuple[int, str]:
    return -counted[1], counted[0].value
