"""The sheet of a team or of one person: what customers said that they answer for, and what they owe."""

from dataclasses import dataclass, field
from datetime import date, time

from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.branding import Branding
from reviewdesk.domain.concern import Ask
from reviewdesk.domain.summary import Vendor


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamConcern:
    """An open concern in the customer's words; `waits_for` is what its clock runs for, until `due`.

    `at` is the hour of a clock of hours; `cause_time` says how long the root cause took, or for how long it is not
    known; `asks` are what they asked for.
    """

    account: str = field(metadata=OUR_SIDE)
    words: str = field(metadata=OUR_SIDE)
    severity: int = field(metadata=OUR_SIDE)
    stage: str = field(metadata=OUR_SIDE)
    raised_on: date = field(metadata=OUR_SIDE)
    owner: str = field(default="", metadata=OUR_SIDE)
    cause: str = field(default="", metadata=OUR_SIDE)
    fix: str = field(default="", metadata=OUR_SIDE)
    cause_time: str = field(default="", metadata=OUR_SIDE)
    asks: tuple[Ask, ...] = field(default=(), metadata=OUR_SIDE)
    waits_for: str = field(default="", metadata=OUR_SIDE)
    due: date | None = field(default=None, metadata=OUR_SIDE)
    at: time | None = field(default=None, metadata=OUR_SIDE)
    is_late: bool = field(default=False, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamOwes:
    """Something a team is to do for a customer, promised to them or not."""

    account: str = field(metadata=OUR_SIDE)
    what: str = field(metadata=OUR_SIDE)
    owner: str = field(default="", metadata=OUR_SIDE)
    due: date | None = field(default=None, metadata=OUR_SIDE)
    is_late: bool = field(default=False, metadata=OUR_SIDE)
    is_promise: bool = field(default=False, metadata=OUR_SIDE)
    said_on: date | None = field(default=None, metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSheet:
    """What a team or a person is handed: concerns the gravest first, and what is owed by its day."""

    vendor: Vendor
    name: str = field(metadata=OUR_SIDE)
    written_on: date
    people: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    concerns: tuple[TeamConcern, ...] = ()
    owes: tuple[TeamOwes, ...] = ()
    branding: Branding = field(default_factory=Branding)
