"""A shared problem: one cause that touches several accounts, and the outreach to all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid4

from reviewdesk.domain.audience import CUSTOMER, OUR_SIDE
from reviewdesk.domain.concern import SEVERITIES
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.working_days import WorkingDays
from reviewdesk.domain.working_hours import after_hours

GRAVE: Final = 3
ATTEMPTS: Final = 3
CHANNELS: Final = 2
DAYS_TO_REACH: Final = 5  # working days, where it is not grave
HOURS_TO_FIRST_WORD: Final = 6  # working hours, where it is grave
WAYS: Final = ("call", "mail", "visit", "text message", "letter")
UNKNOWN_HEALTH: Final = 50


class CauseBy(StrEnum):
    """By what accounts share a cause."""

    PRODUCT = "product"
    LOT = "lot"
    SITE = "site"
    CARRIER = "carrier"
    TERM = "contract term"
    TEAM = "team"
    PERSON = "person"
    PROCESS = "process"
    LIST = "message or list"
    WORDS = "similar words"
    HAND = "picked by hand"


class Remedy(StrEnum):
    """What is done for each account."""

    INFORMATION = "information"
    REPLACEMENT = "replacement"
    RETURN = "return"
    CREDIT = "credit"


class Reach(StrEnum):
    """How far the outreach to one account has come."""

    OPEN = "open"
    REACHED = "reached"
    FIXED = "fixed"
    NOT_AFFECTED = "not affected"
    UNREACHABLE = "unreachable"


SPOKEN_WITH: Final = frozenset({Reach.REACHED, Reach.FIXED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One way of sharing a problem: an attribute with its value, within days where it has any; or accounts by hand."""

    by: CauseBy = field(metadata=OUR_SIDE)
    value: str = field(default="", metadata=OUR_SIDE)
    since: date | None = field(default=None, metadata=OUR_SIDE)
    until: date | None = field(default=None, metadata=OUR_SIDE)
    account_ids: tuple[UUID, ...] = field(default=(), metadata=OUR_SIDE)

    @property
    def words(self) -> str:
        """Name it: "lot L-2210", "picked by hand"."""
        return self.by.value if self.by is CauseBy.HAND else f"{self.by.value} {self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try to reach an account."""

    on: date = field(metadata=OUR_SIDE)
    channel: str = field(metadata=OUR_SIDE)
    words: str = field(default="", metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedProblem:
    """One cause, what is done about it, and until when it was worked on; `severity` is 1-4.

    `reported_on` is the day it was first reported, `cause_on` the day its cause was known; `concern_id` is the concern
    it was found from and `account_id` the account that raised it. `remedy_words` is what each account is told.
    """

    name: str = field(metadata=OUR_SIDE)
    severity: int = field(metadata=OUR_SIDE)
    reported_on: date = field(metadata=OUR_SIDE)
    cause_on: date = field(metadata=OUR_SIDE)
    causes: tuple[Cause, ...] = field(default=(), metadata=OUR_SIDE)
    concern_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    account_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    remedy: Remedy = field(default=Remedy.INFORMATION, metadata=OUR_SIDE)
    remedy_words: str = field(default="", metadata=CUSTOMER)
    script: str = field(default="", metadata=OUR_SIDE)
    ended_on: date | None = field(default=None, metadata=OUR_SIDE)
    end_reason: str = field(default="", metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)

    def __post_init__(self) -> None:
        """Refuse a severity outside 1-4."""
        if self.severity not in SEVERITIES:
            raise RefusedError("The severity of a shared problem is 1, 2, 3 or 4.")

    @property
    def is_grave(self) -> bool:
        """Say whether everybody has to be reached, and the first word goes out at once."""
        return self.severity >= GRAVE

    def first_word_by(self, joined_on: date, days: WorkingDays) -> date:
        """Give the day by which an account hears of it where it is not grave."""
        return days.add(joined_on, 0 if self.is_grave else DAYS_TO_REACH)

    def first_word_at(self, joined_at: datetime, days: WorkingDays) -> datetime | None:
        """Give the moment by which an account hears of it where it is grave: six working hours after it joined.

        `joined_at` is in the person's own time, and so is the answer.
        """
        return after_hours(joined_at, HOURS_TO_FIRST_WORD, days) if self.is_grave else None

    @property
    def says(self) -> str:
        """Give what to say to each account: its script, else one made from what each is told."""
        told = self.remedy_words.rstrip(" .")
        about = f" {told}." if told else ""
        return self.script or (
            f"I am not calling about an order.{about} Do you have any of it, and what do you need from us now?"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """One account that shares a problem: by what, whom to reach how and by when, and what has become of it.

    `due_at` is the moment of the first word where hours count; `channel` is how they are reached and `script` what to
    say there, the problem's own where it is empty. `given` is what it was given and `cost` what that cost, in the base
    currency of the book; `override` is why somebody who wants no marketing was written to all the same, for safety.
    """

    problem_id: UUID = field(metadata=OUR_SIDE)
    account_id: UUID = field(metadata=OUR_SIDE)
    joined_on: date = field(metadata=OUR_SIDE)
    joined_by: str = field(default="", metadata=OUR_SIDE)
    person_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    colleague_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    channel: str = field(default=WAYS[0], metadata=OUR_SIDE)
    script: str = field(default="", metadata=OUR_SIDE)
    due: date | None = field(default=None, metadata=OUR_SIDE)
    due_at: datetime | None = field(default=None, metadata=OUR_SIDE)
    reach: Reach = field(default=Reach.OPEN, metadata=OUR_SIDE)
    reach_on: date | None = field(default=None, metadata=OUR_SIDE)
    why: str = field(default="", metadata=OUR_SIDE)
    attempts: tuple[Attempt, ...] = field(default=(), metadata=OUR_SIDE)
    given: str = field(default="", metadata=CUSTOMER)
    given_on: date | None = field(default=None, metadata=CUSTOMER)
    cost: Decimal | None = field(default=None, metadata=OUR_SIDE)
    override: str = field(default="", metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)

    @property
    def is_settled(self) -> bool:
        """Say whether it counts as reached or excused."""
        return self.reach is not Reach.OPEN

    def is_late(self, now: datetime) -> bool:
        """Say whether it should have been reached by now; `now` is in the person's own time."""
        if self.is_settled:
            return False
        if self.due_at is not None:
            return now > self.due_at
        return self.due is not None and self.due < now.date()

    def tried(self, attempt: Attempt) -> "Affected":
        """Note a try."""
        return replace(self, attempts=(*self.attempts, attempt))

    def settled(self, reach: Reach, on: date, why: str = "") -> "Affected":
        """Say what has become of it; who is given up on without a reason is excused by how often it was tried.

        Raises:
            RefusedError: it is called unreachable before three tries on two channels, or not affected without a reason.
        """
        if reach is Reach.UNREACHABLE and not self.may_be_given_up:
            channels = len({each.channel for each in self.attempts})
            raise RefusedError(
                f"Unreachable is whoever did not answer {ATTEMPTS} tries on {CHANNELS} channels. "
                f"So far: {len(self.attempts)} on {channels}. Try once more, by another way."
            )
        if reach is Reach.NOT_AFFECTED and not why.strip():
            raise RefusedError("Say why it is not affected, so that nobody has to ask again.")
        excused = self.tries_words if reach is Reach.UNREACHABLE and not why.strip() else why.strip()
        return replace(self, reach=reach, reach_on=None if reach is Reach.OPEN else on, why=excused)

    @property
    def tries_words(self) -> str:
        """Say how often and how it was tried: "4 tries, by call and mail"."""
        channels = list(dict.fromkeys(each.channel for each in self.attempts))
        how = " and ".join(part for part in (", ".join(channels[:-1]), *channels[-1:]) if part)
        return f"{len(self.attempts)} {'try' if len(self.attempts) == 1 else 'tries'}, by {how}" if channels else ""

    @property
    def knows(self) -> bool:
        """Say whether the account has heard of the problem: it was spoken with, or given something."""
        return self.reach in SPOKEN_WITH or bool(self.given)

    @property
    def is_untouched(self) -> bool:
        """Say whether nobody has done anything about it since it joined."""
        return self.version <= 1 and not self.is_settled and not self.attempts

    @property
    def may_be_given_up(self) -> bool:
        """Say whether three tries on two channels were made."""
        return len(self.attempts) >= ATTEMPTS and len({each.channel for each in self.attempts}) >= CHANNELS


_FARTHEST: Final = (Reach.FIXED, Reach.REACHED, Reach.NOT_AFFECTED, Reach.UNREACHABLE, Reach.OPEN)


def each_once(problem: SharedProblem, affected: Iterable[Affected]) -> tuple[Affected, ...]:
    """Give one for each account, without the one that raised it; where accounts became one, what came farthest."""
    found: dict[UUID, Affected] = {}
    for each in sorted(affected, key=lambda one: (_FARTHEST.index(one.reach), one.joined_on, one.id.hex)):
        if each.account_id != problem.account_id:
            found.setdefault(each.account_id, each)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of an outreach is reached or excused: of the accounts and of their revenue, in per cent."""

    settled: int
    accounts: int
    revenue_settled: Decimal
    revenue: Decimal

    @property
    def of_accounts(self) -> int:
        """The share of the accounts, rounded down, so that 100 is everybody."""
        return self.settled * 100 // self.accounts if self.accounts else 100

    @property
    def of_revenue(self) -> int:
        """The share of their revenue, rounded down."""
        return int(self.revenue_settled * 100 // self.revenue) if self.revenue > 0 else self.of_accounts


def coverage_of(affected: Iterable[tuple[Affected, Decimal]]) -> Coverage:
    """Count what is settled; each account comes with its revenue, where it has none 0."""
    every = [(each, max(revenue, Decimal(0))) for each, revenue in affected]
    done = [(each, revenue) for each, revenue in every if each.is_settled]
    return Coverage(
        len(done), len(every), sum((each[1] for each in done), Decimal(0)), sum((each[1] for each in every), Decimal(0))
    )


def pressing(revenue: Decimal | None, health: int | None) -> Decimal:
    """Say how much it presses to reach an account: revenue x (100 - health), an unknown health as 50."""
    return (revenue or Decimal(0)) * (100 - (UNKNOWN_HEALTH if health is None else health))


def ended(problem: SharedProblem, affected: Sequence[Affected], on: date, reason: str) -> SharedProblem:
    """End an outreach by the rule of its severity.

    Raises:
        RefusedError: it is grave and somebody is neither reached nor excused; or it stops early without a reason.
    """
    left = [each for each in affected if not each.is_settled]
    if left and problem.is_grave:
        raise RefusedError(
            f"{len(left)} of {len(affected)} accounts are neither reached nor excused. At severity 3 and 4 all of them "
            "have to be, before it ends."
        )
    if left and not reason.strip():
        raise RefusedError("Say why it stops before everybody was reached; the coverage stays beside it.")
    return replace(problem, ended_on=on, end_reason=reason.strip())
