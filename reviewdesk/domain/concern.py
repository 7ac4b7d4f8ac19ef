"""A concern: something the customer is unhappy or worried about."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID, uuid4

from reviewdesk.domain.audience import CUSTOMER, OUR_SIDE
from reviewdesk.domain.errors import RefusedError


class Stage(StrEnum):
    """How far a concern has come."""

    REPORTED = "reported"
    ACKNOWLEDGED = "acknowledged"
    PLANNED = "plan in place"
    FIXED = "fixed"
    CONFIRMED = "confirmed by the customer"
    WITHDRAWN = "withdrawn"
    NOT_CONFIRMED = "closed, not confirmed"


CLOSED_STAGES = frozenset({Stage.CONFIRMED, Stage.WITHDRAWN, Stage.NOT_CONFIRMED})
SEVERITIES = {
    1: "irritates them",
    2: "costs them time",
    3: "costs them money or face",
    4: "they may leave or someone may be hurt",
}


class CauseKind(StrEnum):
    """Of what kind the root cause was."""

    PRODUCT = "product"
    DELIVERY = "delivery"
    PRICE = "price"
    PROCESS = "process"
    SKILL = "skill"
    KNOWLEDGE = "knowledge"
    AUTHORITY = "authority"
    OTHER = "other"


class Mismatch(StrEnum):
    """Where what they got and what they need went apart."""

    SOLD_WRONG = "sold wrong"
    DELIVERED_WRONG = "delivered wrong"
    NEED_CHANGED = "need changed"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Something they asked for, and by when."""

    what: str = field(metadata=OUR_SIDE)
    due: date | None = field(default=None, metadata=OUR_SIDE)


class LinkKind(StrEnum):
    """How one concern belongs to another; what is linked stands on both."""

    CAUSE = "same cause"
    PROBLEM = "same shared problem"
    FOLLOWS = "follows from it"
    LED_TO = "led to it"

    @property
    def other_way(self) -> "LinkKind":
        """Give how it is called on the other of the two."""
        turned = {LinkKind.FOLLOWS: LinkKind.LED_TO, LinkKind.LED_TO: LinkKind.FOLLOWS}
        return turned.get(self, self)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernLink:
    """Another concern that this one belongs to."""

    concern_id: UUID = field(metadata=OUR_SIDE)
    kind: LinkKind = field(metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageDay:
    """A stage, and the day on which a concern came to it."""

    stage: Stage = field(metadata=OUR_SIDE)
    on: date = field(metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One concern of one account; `severity` is 1-4, see `SEVERITIES`.

    `words` are the customer's own; `summary` is the wording the customer's summary prints unless it is set aside.
    `cause_on` is the day on which its root cause was known; `asked_on` are the days on which they were asked whether it
    is fixed and did not answer; `cost` is what it cost us, in the currency of its account. `plan_due` is the day by
    which there is a plan, `fix_due` the day by which the plan has it fixed. `products` to `contract_terms` say what it
    is about, in the words of the purchases. `came` are the stages it left, in their order; `raised_at` is the moment it
    was logged, where that was on the day it was raised.
    """

    account_id: UUID = field(metadata=OUR_SIDE)
    words: str = field(metadata=OUR_SIDE)
    summary: str = field(metadata=CUSTOMER)
    severity: int = field(metadata=OUR_SIDE)
    raised_on: date = field(metadata=CUSTOMER)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    review_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    line_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    raised_by_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    stage: Stage = field(default=Stage.REPORTED, metadata=CUSTOMER)
    stage_since: date | None = field(default=None, metadata=OUR_SIDE)
    reasons: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    tags: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    team: str = field(default="", metadata=CUSTOMER)
    colleague_id: UUID | None = field(default=None, metadata=CUSTOMER)
    root_cause: str = field(default="", metadata=CUSTOMER)
    fix: str = field(default="", metadata=CUSTOMER)
    plan_due: date | None = field(default=None, metadata=CUSTOMER)
    cause_kind: CauseKind | None = field(default=None, metadata=OUR_SIDE)
    mismatch: Mismatch | None = field(default=None, metadata=OUR_SIDE)
    asks: tuple[Ask, ...] = field(default=(), metadata=OUR_SIDE)
    told_on: date | None = field(default=None, metadata=OUR_SIDE)
    beyond_the_fix: str = field(default="", metadata=OUR_SIDE)
    set_aside: bool = field(default=False, metadata=OUR_SIDE)
    withdrawn: bool = field(default=False, metadata=OUR_SIDE)
    by_letter: bool = field(default=False, metadata=OUR_SIDE)
    cause_on: date | None = field(default=None, metadata=OUR_SIDE)
    asked_on: tuple[date, ...] = field(default=(), metadata=OUR_SIDE)
    cost: Decimal | None = field(default=None, metadata=OUR_SIDE)
    products: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    lots: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    sites: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    carriers: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    processes: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    contract_terms: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    fix_due: date | None = field(default=None, metadata=CUSTOMER)
    why_withdrawn: str = field(default="", metadata=OUR_SIDE)
    links: tuple[ConcernLink, ...] = field(default=(), metadata=OUR_SIDE)
    came: tuple[StageDay, ...] = field(default=(), metadata=OUR_SIDE)
    raised_at: datetime | None = field(default=None, metadata=OUR_SIDE)

    def __post_init__(self) -> None:
        """Refuse a severity outside 1-4."""
        if self.severity not in SEVERITIES:
            raise RefusedError("The severity of a concern is 1, 2, 3 or 4.")

    @property
    def is_open(self) -> bool:
        """Say whether it still stands in the next agenda."""
        return self.stage not in CLOSED_STAGES and not self.withdrawn

    @property
    def is_withdrawn(self) -> bool:
        """Say whether it counts no more: they took it back, or its note line is gone."""
        return self.withdrawn or self.stage is Stage.WITHDRAWN

    @property
    def is_acted_on(self) -> bool:
        """Say whether somebody did something about it since it was noted."""
        planned = self.plan_due is not None or self.colleague_id is not None or bool(self.team)
        return self.stage is not Stage.REPORTED or planned or bool(self.fix or self.root_cause or self.told_on)

    def at(self, stage: Stage, on: date) -> "Concern":
        """Bring it to a stage; once it is fixed anew, they are asked anew."""
        told = on if stage is Stage.CONFIRMED and self.told_on is None else self.told_on
        asked = () if stage is Stage.FIXED and self.stage not in CLOSED_STAGES else self.asked_on
        left = StageDay(stage=self.stage, on=self.stage_since or self.raised_on)
        return replace(self, stage=stage, stage_since=on, told_on=told, asked_on=asked, came=(*self.came, left))

    def linked_to(self, other_id: UUID, kind: LinkKind) -> "Concern":
        """Link it with another concern, or say anew how both belong together."""
        return replace(self, links=(*self.unlinked_from(other_id).links, ConcernLink(concern_id=other_id, kind=kind)))

    def unlinked_from(self, other_id: UUID) -> "Concern":
        """Take away that it belongs to another concern."""
        return replace(self, links=tuple(each for each in self.links if each.concern_id != other_id))
