"""Handing an account to those who serve it: a pack, accepted or returned with named gaps, and checks afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.hand_off import (
    CHECKED_AFTER,
    HandOffPack,
    PackGoal,
    PackPerson,
    PackPromise,
)

ANSWERED_IN_WORKING_DAYS: Final = 5


class PackPart(StrEnum):
    """The parts of a pack, in its order; those who take over name gaps by them."""

    PROMISES = "promises"
    GOALS = "goals"
    PEOPLE = "people"
    TERMS = "price and terms"
    SCEPTICS = "sceptics"
    RIVAL = "the rival that was beaten"
    RISKS = "risks"


class State(StrEnum):
    """How far a hand-off has come."""

    DRAFTING = "being written"
    HANDED_OVER = "waits for an answer"
    RETURNED = "returned with gaps"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


MAY_BE_WRITTEN: Final = frozenset({State.DRAFTING, State.RETURNED})


class How(StrEnum):
    """How it was answered."""

    HERE = "in the program"
    FORM = "by signed form"
    SAID = "by a recorded yes"


class Delivered(StrEnum):
    """What a check found of what was promised."""

    ALL = "all of it"
    PART = "part of it"
    NOTHING = "nothing yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One time the pack was handed over, and what came back: `gaps` where it was returned, `who` answered and how.

    `promises`, `goals` and `people` are what stood in the book that day, where `keeps` says so: what is answered is the
    pack as it was handed over. `taker_id` is who got the account.
    """

    handed_on: date = field(metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    answered_on: date | None = field(default=None, metadata=OUR_SIDE)
    accepted: bool = field(default=False, metadata=OUR_SIDE)
    how: How | None = field(default=None, metadata=OUR_SIDE)
    who: str = field(default="", metadata=OUR_SIDE)
    words: str = field(default="", metadata=OUR_SIDE)
    gaps: tuple[PackPart, ...] = field(default=(), metadata=OUR_SIDE)
    taker_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    keeps: bool = field(default=False, metadata=OUR_SIDE)
    promises: tuple[PackPromise, ...] = field(default=(), metadata=OUR_SIDE)
    goals: tuple[PackGoal, ...] = field(default=(), metadata=OUR_SIDE)
    people: tuple[PackPerson, ...] = field(default=(), metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What was found so many days after the start: whether what was promised was delivered."""

    days: int = field(metadata=OUR_SIDE)
    on: date = field(metadata=OUR_SIDE)
    delivered: Delivered = field(metadata=OUR_SIDE)
    words: str = field(default="", metadata=OUR_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOff:
    """Passing one account on. `to` names who takes over, who need not be in the book before they accept.

    `terms`, `sceptics` and `risks` are kept as they are typed, one a line: `Payment: 30 days net`,
    `Luis Ortega: doubts our night crew -> walk the dock`, `!!! Late papers: sent on Mondays`. Promises, goals
    and people stand in the book. `price` is of a year in the account's currency.
    """

    account_id: UUID = field(metadata=OUR_SIDE)
    begun_on: date = field(metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    from_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    to: str = field(default="", metadata=OUR_SIDE)
    starts_on: date | None = field(default=None, metadata=OUR_SIDE)
    about: str = field(default="", metadata=OUR_SIDE)
    price: Decimal | None = field(default=None, metadata=OUR_SIDE)
    terms: str = field(default="", metadata=OUR_SIDE)
    sceptics: str = field(default="", metadata=OUR_SIDE)
    rival: str = field(default="", metadata=OUR_SIDE)
    won_because: str = field(default="", metadata=OUR_SIDE)
    rival_may: str = field(default="", metadata=OUR_SIDE)
    risks: str = field(default="", metadata=OUR_SIDE)
    rounds: tuple[Round, ...] = field(default=(), metadata=OUR_SIDE)
    checks: tuple[Check, ...] = field(default=(), metadata=OUR_SIDE)
    withdrawn_on: date | None = field(default=None, metadata=OUR_SIDE)

    @property
    def state(self) -> State:
        """Say how far it has come."""
        if self.withdrawn_on is not None:
            return State.WITHDRAWN
        last = self.rounds[-1] if self.rounds else None
        if last is None:
            return State.DRAFTING
        if last.answered_on is None:
            return State.HANDED_OVER
        return State.ACCEPTED if last.accepted else State.RETURNED

    @property
    def is_open(self) -> bool:
        """Say whether it is neither accepted nor withdrawn."""
        return self.state not in {State.ACCEPTED, State.WITHDRAWN}

    @property
    def gaps(self) -> tuple[PackPart, ...]:
        """Give what was missing when it came back last; nothing once it is handed over again."""
        return self.rounds[-1].gaps if self.state is State.RETURNED else ()

    @property
    def accepted_on(self) -> date | None:
        """Give the day on which it was accepted."""
        return self.rounds[-1].answered_on if self.state is State.ACCEPTED else None

    def check_days(self) -> tuple[date, ...]:
        """Give the days of the checks, 30, 60 and 90 days after the start; without one, after the acceptance."""
        start = self.starts_on or self.accepted_on
        return tuple(start + timedelta(days) for days in CHECKED_AFTER) if start else ()

    def handed_over(self, on: date, pack: HandOffPack | None = None) -> "HandOff":
        """Hand the pack over, to wait for an answer; what the book knows stays in it as it is.

        Raises:
            RefusedError: nobody is named who takes over, or it waits, was accepted or was withdrawn already.
        """
        if not self.to.strip():
            raise RefusedError("Say who takes over. A name is enough.")
        if self.state not in {State.DRAFTING, State.RETURNED}:
            raise RefusedError(f"This hand-off {_IS[self.state]}. There is nothing to hand over.")
        fresh = Round(handed_on=on)
        if pack is not None:
            fresh = replace(fresh, keeps=True, promises=pack.promises, goals=pack.goals, people=pack.people)
        return replace(self, rounds=(*self.rounds, fresh))

    @property
    def kept(self) -> Round | None:
        """Give the round whose pack is answered or was accepted; nothing while the pack is being written."""
        fixed = self.state in {State.HANDED_OVER, State.ACCEPTED} and self.rounds[-1].keeps
        return self.rounds[-1] if fixed else None

    def taken_by(self, colleague_id: UUID) -> "HandOff":
        """Note who got the account."""
        return replace(self, rounds=(*self.rounds[:-1], replace(self.rounds[-1], taker_id=colleague_id)))

    def accepted(self, on: date, how: How, who: str, words: str = "") -> "HandOff":
        """Note that it was accepted: by whom, and how.

        Raises:
            RefusedError: it does not wait for an answer, nobody is named, or a recorded yes has no words.
        """
        if how is How.SAID and not words.strip():
            raise RefusedError("Write down how they said yes: a call, a mail, their words.")
        return self._answered(Round(handed_on=on, answered_on=on, accepted=True, how=how, who=who, words=words.strip()))

    def returned(self, on: date, how: How, who: str, gaps: Sequence[PackPart], words: str = "") -> "HandOff":
        """Note that it came back, with what is missing in it.

        Raises:
            RefusedError: it does not wait for an answer, nobody is named, or no gap is.
        """
        if not gaps and not words.strip():
            raise RefusedError("Name what is missing: a part of the pack, or in words.")
        named = tuple(each for each in PackPart if each in gaps)
        return self._answered(
            Round(handed_on=on, answered_on=on, how=how, who=who, words=words.strip(), gaps=named)
        )  # fmt: skip

    def _answered(self, told: Round) -> "HandOff":
        if self.state is not State.HANDED_OVER:
            raise RefusedError(f"This hand-off {_IS[self.state]}. Hand it over before it is answered.")
        if not told.who.strip():
            raise RefusedError("Say who answered.")
        last = self.rounds[-1]
        if told.answered_on is None or told.answered_on < last.handed_on:
            raise RefusedError("It cannot be answered before it was handed over. Choose a later day.")
        answered = replace(
            last, answered_on=told.answered_on, accepted=told.accepted, how=told.how, who=told.who.strip(),
            words=told.words, gaps=told.gaps,
        )  # fmt: skip
        return replace(self, rounds=(*self.rounds[:-1], answered))

    def filled_from(self, other: "HandOff") -> "HandOff":
        """Take in what another pack of the same account says: what this one lacks, and its lines that are not here."""
        listed: dict[str, Any] = {name: _lines_of_both(getattr(self, name), getattr(other, name)) for name in _LISTED}
        lacked: dict[str, Any] = {name: getattr(other, name) for name in _SAID if getattr(self, name) in {"", None}}
        return replace(self, **listed, **lacked)

    def withdrawn(self, on: date) -> "HandOff":
        """Leave the account where it is.

        Raises:
            RefusedError: it was accepted already.
        """
        if self.state is State.ACCEPTED:
            raise RefusedError("It was accepted. Hand the account back by another hand-off.")
        return replace(self, withdrawn_on=on)

    def checked(self, days: int, on: date, delivered: Delivered, words: str = "") -> "HandOff":
        """Note what a check found; said again, it replaces what it found before.

        Raises:
            RefusedError: it was not accepted, or there is no such check.
        """
        if self.state is not State.ACCEPTED or days not in CHECKED_AFTER:
            raise RefusedError("The checks come 30, 60 and 90 days after a hand-off that was accepted.")
        others = tuple(each for each in self.checks if each.days != days)
        told = Check(days=days, on=on, delivered=delivered, words=words.strip())
        return replace(self, checks=tuple(sorted((*others, told), key=_days)))


_LISTED: Final = ("terms", "sceptics", "risks")
_SAID: Final = ("to", "starts_on", "about", "price", "rival", "won_because", "rival_may")


def _lines_of_both(mine: str, theirs: str) -> str:
    return "\n".join(dict.fromkeys((*mine.splitlines(), *theirs.splitlines())))


_IS: Final = {
    State.DRAFTING: "is still being written",
    State.HANDED_OVER: "waits for an answer",
    State.RETURNED: "came back with gaps",
    State.ACCEPTED: "was accepted",
    State.WITHDRAWN: "was withdrawn",
}


def _days(check: Check) -> int:
    return check.days
