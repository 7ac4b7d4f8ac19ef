"""People: theirs, who decide whether we stay, and ours, who owe them something."""

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from uuid import UUID, uuid4

from reviewdesk.domain.audience import CUSTOMER, ONLY_ME, OUR_SIDE


class Part(StrEnum):
    """The part a person of theirs plays in the decision to stay."""

    SPONSOR = "executive sponsor"
    DECIDES = "decision maker"
    CHAMPION = "champion"
    USER = "user"
    GATEKEEPER = "gatekeeper"


class Stance(StrEnum):
    """How a person of theirs stands towards us."""

    BACKS_US = "backs us"
    OPEN = "open"
    DOUBTFUL = "doubtful"
    AGAINST = "against"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of theirs. `influence` and `known_well` are 1-5."""

    account_id: UUID = field(metadata=OUR_SIDE)
    name: str = field(metadata=CUSTOMER)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    role: str = field(default="", metadata=CUSTOMER)
    email: str = field(default="", metadata=CUSTOMER)
    phone: str = field(default="", metadata=CUSTOMER)
    preferred_channel: str = field(default="", metadata=OUR_SIDE)
    language: str = field(default="", metadata=OUR_SIDE)
    part: Part | None = field(default=None, metadata=OUR_SIDE)
    influence: int | None = field(default=None, metadata=OUR_SIDE)
    stance: Stance | None = field(default=None, metadata=OUR_SIDE)
    cares_about: str = field(default="", metadata=OUR_SIDE)
    no_marketing: bool = field(default=False, metadata=OUR_SIDE)
    reports_to_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    known_by_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    known_well: int | None = field(default=None, metadata=OUR_SIDE)
    left_on: date | None = field(default=None, metadata=OUR_SIDE)
    notes: str = field(default="", metadata=ONLY_ME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """A person of ours. `holidays` is an ISO 3166 country code; `week` holds working weekdays, Monday is 0.

    Where one of these or the hours of their day is empty, that of the book holds for them.
    """

    name: str = field(metadata=CUSTOMER)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    email: str = field(default="", metadata=CUSTOMER)
    phone: str = field(default="", metadata=CUSTOMER)
    role: str = field(default="", metadata=CUSTOMER)
    team: str = field(default="", metadata=OUR_SIDE)
    week: tuple[int, ...] = field(default=(), metadata=OUR_SIDE)
    hours_a_week: Decimal | None = field(default=None, metadata=OUR_SIDE)
    holidays: str = field(default="", metadata=OUR_SIDE)
    day_starts: time | None = field(default=None, metadata=OUR_SIDE)
    day_ends: time | None = field(default=None, metadata=OUR_SIDE)
    is_me: bool = field(default=False, metadata=OUR_SIDE)
