"""The review summary for our side: what the customer reads, and beside it what only our side knows.

It holds the customer's value and is no part of it, so that nothing of ours can come into the customer's document by way
of this one. What is meant for oneself alone has no place here either.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from reviewdesk.domain.audience import CUSTOMER, OUR_SIDE
from reviewdesk.domain.gaps import Gap
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.summary import CustomerSummary
from reviewdesk.domain.summary_charts import BoughtChart


@dataclass(frozen=True, slots=True)
class OurFactor:
    """One factor of the health: points from 0 to 100 where it is known, its weight, and why."""

    name: str = field(metadata=OUR_SIDE)
    points: int | None = field(metadata=OUR_SIDE)
    weight: int = field(metadata=OUR_SIDE)
    why: str = field(default="", metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True)
class OurHealth:
    """How the account stands: the score with its word, on how many of the weights it rests, and what holds it."""

    words: str = field(metadata=OUR_SIDE)
    band: Band = field(metadata=OUR_SIDE)
    basis: int = field(metadata=OUR_SIDE)
    known: int = field(metadata=OUR_SIDE)
    factors: tuple[OurFactor, ...] = field(metadata=OUR_SIDE)
    held: str = field(default="", metadata=OUR_SIDE)
    moves: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    silences: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True)
class OurPerson:
    """Where one of their people stands, as our side sees it."""

    name: str = field(metadata=OUR_SIDE)
    role: str = field(default="", metadata=OUR_SIDE)
    part: str = field(default="", metadata=OUR_SIDE)
    stance: str = field(default="", metadata=OUR_SIDE)
    influence: int | None = field(default=None, metadata=OUR_SIDE)
    cares_about: str = field(default="", metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True)
class OurOpportunity:
    """Something they might buy: what, about how much, and the next step."""

    what: str = field(metadata=OUR_SIDE)
    about: str = field(default="", metadata=OUR_SIDE)
    next_step: str = field(default="", metadata=OUR_SIDE)
    noted_on: date | None = field(default=None, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True)
class OurConcern:
    """An open concern in the customer's own words, with how severe it is, how far it has come and what it is due to."""

    words: str = field(metadata=OUR_SIDE)
    severity: int = field(metadata=OUR_SIDE)
    stage: str = field(metadata=OUR_SIDE)
    owner: str = field(default="", metadata=OUR_SIDE)
    cause: str = field(default="", metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True)
class OurKept:
    """How our promises to them ended in the last 180 days; the rate is in whole per cent and unknown below three."""

    kept: int = field(default=0, metadata=OUR_SIDE)
    kept_late: int = field(default=0, metadata=OUR_SIDE)
    broken: int = field(default=0, metadata=OUR_SIDE)
    rate: int | None = field(default=None, metadata=OUR_SIDE)

    @property
    def count(self) -> int:
        """How many ended."""
        return self.kept + self.kept_late + self.broken


class Noted(StrEnum):
    """What kind of line it is that only our side reads."""

    RIVAL = "Rival named"
    QUESTION = "They asked"
    TO_DO = "To do"
    NOTE = "Noted"


@dataclass(frozen=True, slots=True)
class OurLine:
    """One line that only our side reads."""

    kind: Noted = field(metadata=OUR_SIDE)
    words: str = field(metadata=OUR_SIDE)
    beside: str = field(default="", metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True)
class OurSummary:
    """The summary of a review for our side, as the records stand on a day."""

    customer: CustomerSummary = field(metadata=CUSTOMER)
    written_on: date = field(metadata=OUR_SIDE)
    health: OurHealth | None = field(default=None, metadata=OUR_SIDE)
    concerns: tuple[OurConcern, ...] = field(default=(), metadata=OUR_SIDE)
    gaps: tuple[Gap, ...] = field(default=(), metadata=OUR_SIDE)
    people: tuple[OurPerson, ...] = field(default=(), metadata=OUR_SIDE)
    opportunities: tuple[OurOpportunity, ...] = field(default=(), metadata=OUR_SIDE)
    kept: OurKept = field(default_factory=OurKept, metadata=OUR_SIDE)
    lines: tuple[OurLine, ...] = field(default=(), metadata=OUR_SIDE)
    bought: BoughtChart | None = field(default=None, metadata=OUR_SIDE)
