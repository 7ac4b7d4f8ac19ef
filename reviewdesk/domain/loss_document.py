"""What our side reads about a lost account: what happened, why, what we learn, and whether to win it back."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.branding import Branding
from reviewdesk.domain.summary import Vendor
from reviewdesk.domain.win_back import WinBack


class LossQuestion(StrEnum):
    """What is asked about every loss, in this order."""

    TAKEN_ON = "Should we have taken them on?"
    TURNED = "When did it turn, and on what?"
    NEEDED = "What did they need that we could not supply, and could we sell it?"
    WORTH_IT = "Is it worth winning them back?"
    OUR_PEOPLE = "What do our own people say happened?"


@dataclass(frozen=True, slots=True, kw_only=True)
class LossAnswer:
    """What one person said to one question; not to know is an answer and is counted."""

    question: LossQuestion = field(metadata=OUR_SIDE)
    who: str = field(metadata=OUR_SIDE)
    words: str = field(default="", metadata=OUR_SIDE)
    does_not_know: bool = field(default=False, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LossEvent:
    """One thing that happened on the way, with the score of that day where one was kept."""

    on: date = field(metadata=OUR_SIDE)
    words: str = field(metadata=OUR_SIDE)
    score: int | None = field(default=None, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreBefore:
    """What the score said so many days before the loss; nothing where none was kept."""

    days: int = field(metadata=OUR_SIDE)
    score: int | None = field(default=None, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LossCause:
    """Why they left, as we see it now, and what kind of cause that is."""

    words: str = field(metadata=OUR_SIDE)
    kind: str = field(default="", metadata=OUR_SIDE)
    team: str = field(default="", metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """Something somebody of ours does by a day."""

    what: str = field(metadata=OUR_SIDE)
    owner: str = field(default="", metadata=OUR_SIDE)
    due: date | None = field(default=None, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtStakeToo:
    """Another customer who shares a cause, and so may be next."""

    account: str = field(metadata=OUR_SIDE)
    why: str = field(metadata=OUR_SIDE)
    revenue: Decimal | None = field(default=None, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MakingUp:
    """How a loss is made up: contribution lost, revenue needed at the going margin, or cost to take out.

    Where it `is_planned`, the candidates are those that were chosen, with who asks them by when, and the cost is what
    `cost_owner` takes out by `cost_due`; else they are proposals. `might_bring` is the revenue of the candidates,
    nothing where none is known.
    """

    contribution: Decimal = field(metadata=OUR_SIDE)
    margin: Decimal = field(metadata=OUR_SIDE)
    cost_to_take_out: Decimal | None = field(default=None, metadata=OUR_SIDE)
    candidates: tuple[PlannedStep, ...] = ()
    is_planned: bool = field(default=False, metadata=OUR_SIDE)
    might_bring: Decimal | None = field(default=None, metadata=OUR_SIDE)
    cost_owner: str = field(default="", metadata=OUR_SIDE)
    cost_due: date | None = field(default=None, metadata=OUR_SIDE)

    @property
    def revenue_needed(self) -> Decimal | None:
        """Give the revenue that brings as much again; nothing where the margin is none."""
        return self.contribution / self.margin if self.margin > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LossReview:
    """The review of one loss. `earned` is what they brought since they came, set against `cost_to_win`.

    `interviewer_is_of_team` says that whoever asked belongs to the team that answers for it, which is a hint to read
    the answers with care. Money is in `currency`.
    """

    vendor: Vendor
    account: str = field(metadata=OUR_SIDE)
    lost_on: date = field(metadata=OUR_SIDE)
    written_on: date = field(metadata=OUR_SIDE)
    currency: str = field(metadata=OUR_SIDE)
    customer_since: date | None = field(default=None, metadata=OUR_SIDE)
    revenue: Decimal | None = field(default=None, metadata=OUR_SIDE)
    went_to: str = field(default="", metadata=OUR_SIDE)
    team: str = field(default="", metadata=OUR_SIDE)
    interviewer: str = field(default="", metadata=OUR_SIDE)
    interviewer_is_of_team: bool = field(default=False, metadata=OUR_SIDE)
    cost_to_win: Decimal | None = field(default=None, metadata=OUR_SIDE)
    earned: Decimal | None = field(default=None, metadata=OUR_SIDE)
    what_happened: str = field(default="", metadata=OUR_SIDE)
    before: tuple[ScoreBefore, ...] = ()
    events: tuple[LossEvent, ...] = ()
    causes: tuple[LossCause, ...] = ()
    answers: tuple[LossAnswer, ...] = ()
    lessons: tuple[PlannedStep, ...] = ()
    ended_on: date | None = field(default=None, metadata=OUR_SIDE)
    training: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    next_ones: tuple[AtStakeToo, ...] = ()
    win_back: WinBack | None = None
    plan: tuple[PlannedStep, ...] = ()
    plan_due: date | None = field(default=None, metadata=OUR_SIDE)
    making_up: MakingUp | None = None
    branding: Branding = field(default_factory=Branding)

    @property
    def was_not_earned_back(self) -> bool:
        """Say whether they left before what it cost to win them was earned back."""
        return self.cost_to_win is not None and self.earned is not None and self.earned < self.cost_to_win

    def said_to(self, question: LossQuestion) -> tuple[LossAnswer, ...]:
        """Give what was said to one question by those who know."""
        return tuple(each for each in self.answers if each.question is question and not each.does_not_know)

    def not_knowing(self, question: LossQuestion) -> int:
        """Count those who do not know."""
        return sum(each.question is question and each.does_not_know for each in self.answers)
