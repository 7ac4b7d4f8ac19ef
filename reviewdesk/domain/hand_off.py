"""The pack with which a customer passes from those who won it to those who serve it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.branding import Branding
from reviewdesk.domain.summary import Vendor

CHECKED_AFTER: Final = (30, 60, 90)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPromise:
    """A promise in the very words in which it was given: by whom, to whom, when, and until when."""

    words: str = field(metadata=OUR_SIDE)
    said_by: str = field(default="", metadata=OUR_SIDE)
    said_to: str = field(default="", metadata=OUR_SIDE)
    said_on: date | None = field(default=None, metadata=OUR_SIDE)
    due: date | None = field(default=None, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackGoal:
    """What they want to reach, how it is measured, and the target."""

    what: str = field(metadata=OUR_SIDE)
    measure: str = field(default="", metadata=OUR_SIDE)
    target: str = field(default="", metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPerson:
    """Somebody of theirs: role, part in the decision, stance and how to reach them."""

    name: str = field(metadata=OUR_SIDE)
    role: str = field(default="", metadata=OUR_SIDE)
    part: str = field(default="", metadata=OUR_SIDE)
    stance: str = field(default="", metadata=OUR_SIDE)
    cares_about: str = field(default="", metadata=OUR_SIDE)
    reached: str = field(default="", metadata=OUR_SIDE)
    known_by: str = field(default="", metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackTerm:
    """One thing that was agreed about price or terms."""

    what: str = field(metadata=OUR_SIDE)
    agreed: str = field(metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSceptic:
    """Somebody who is not convinced, of what, and what may convince them."""

    name: str = field(metadata=OUR_SIDE)
    doubts: str = field(metadata=OUR_SIDE)
    what_helps: str = field(default="", metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRisk:
    """What may go wrong, how grave that is (1-4), and what is done about it."""

    what: str = field(metadata=OUR_SIDE)
    severity: int = field(metadata=OUR_SIDE)
    answer: str = field(default="", metadata=OUR_SIDE)
    owner: str = field(default="", metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOffPack:
    """All that those who serve a customer must know of what was sold.

    `price` is of a year in `currency`. `rival` was beaten, because of `won_because`. The owner changes only on
    acceptance; the checks come 30, 60 and 90 days after `starts_on`.
    """

    id: UUID
    vendor: Vendor
    account: str = field(metadata=OUR_SIDE)
    written_on: date = field(metadata=OUR_SIDE)
    starts_on: date = field(metadata=OUR_SIDE)
    passed_by: str = field(default="", metadata=OUR_SIDE)
    accepted_by: str = field(default="", metadata=OUR_SIDE)
    about: str = field(default="", metadata=OUR_SIDE)
    promises: tuple[PackPromise, ...] = ()
    goals: tuple[PackGoal, ...] = ()
    people: tuple[PackPerson, ...] = ()
    price: Decimal | None = field(default=None, metadata=OUR_SIDE)
    currency: str = field(default="", metadata=OUR_SIDE)
    terms: tuple[PackTerm, ...] = ()
    sceptics: tuple[PackSceptic, ...] = ()
    rival: str = field(default="", metadata=OUR_SIDE)
    won_because: str = field(default="", metadata=OUR_SIDE)
    rival_may: str = field(default="", metadata=OUR_SIDE)
    risks: tuple[PackRisk, ...] = ()
    branding: Branding = field(default_factory=Branding)

    @property
    def checks(self) -> tuple[date, ...]:
        """Give the days on which it is looked whether what was promised happened."""
        return tuple(self.starts_on + timedelta(days) for days in CHECKED_AFTER)

    @property
    def missing(self) -> tuple[str, ...]:
        """Name the parts in which nothing stands, so that nobody takes silence for nothing."""
        parts = (
            ("promises", self.promises), ("goals", self.goals), ("people", self.people),
            ("price and terms", self.terms or self.price is not None), ("sceptics", self.sceptics),
            ("the rival that was beaten", self.rival), ("risks", self.risks),
        )  # fmt: skip
        return tuple(name for name, there in parts if not there)
