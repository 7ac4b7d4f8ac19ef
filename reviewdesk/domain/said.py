"""What was said in a meeting and is kept on its own: questions, quotes, opportunities; and contacts made."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from reviewdesk.domain.audience import CUSTOMER, OUR_SIDE


class Consent(StrEnum):
    """Whether the person quoted agreed to be printed."""

    NOT_ASKED = "not asked"
    UNNAMED = "unnamed"
    NAMED = "named"


class Channel(StrEnum):
    """How two people spoke."""

    CALL = "call"
    VISIT = "visit"
    MAIL = "answered mail"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of theirs, open until answered."""

    account_id: UUID = field(metadata=OUR_SIDE)
    words: str = field(metadata=OUR_SIDE)
    asked_on: date = field(metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    review_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    line_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    answer: str = field(default="", metadata=OUR_SIDE)
    answered_on: date | None = field(default=None, metadata=OUR_SIDE)
    withdrawn: bool = field(default=False, metadata=OUR_SIDE)

    @property
    def is_open(self) -> bool:
        """Say whether it still waits for an answer."""
        return self.answered_on is None and not self.withdrawn

    @property
    def is_acted_on(self) -> bool:
        """Say whether somebody answered it."""
        return self.answered_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's words as noted; printed only with consent, and then word for word."""

    account_id: UUID = field(metadata=OUR_SIDE)
    words: str = field(metadata=CUSTOMER)
    said_on: date = field(metadata=CUSTOMER)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    review_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    line_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    person_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    consent: Consent = field(default=Consent.NOT_ASKED, metadata=OUR_SIDE)
    withdrawn: bool = field(default=False, metadata=OUR_SIDE)

    @property
    def is_acted_on(self) -> bool:
        """Say whether consent was noted."""
        return self.consent is not Consent.NOT_ASKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """Something they might buy: what, about how much, and the next step."""

    account_id: UUID = field(metadata=OUR_SIDE)
    what: str = field(metadata=OUR_SIDE)
    noted_on: date = field(metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    review_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    line_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    about: str = field(default="", metadata=OUR_SIDE)
    next_step: str = field(default="", metadata=OUR_SIDE)
    won: bool | None = field(default=None, metadata=OUR_SIDE)
    ended_on: date | None = field(default=None, metadata=OUR_SIDE)
    withdrawn: bool = field(default=False, metadata=OUR_SIDE)

    @property
    def is_open(self) -> bool:
        """Say whether it is neither won nor lost."""
        return self.won is None and not self.withdrawn

    @property
    def is_acted_on(self) -> bool:
        """Say whether it was won or lost, or has a next step."""
        return self.won is not None or bool(self.next_step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A real two-way contact: they answered, spoke or met us."""

    account_id: UUID = field(metadata=OUR_SIDE)
    made_on: date = field(metadata=OUR_SIDE)
    channel: Channel = field(metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    person_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    colleague_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    review_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    words: str = field(default="", metadata=OUR_SIDE)
