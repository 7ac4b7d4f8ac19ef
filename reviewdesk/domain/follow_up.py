"""A follow-up: something somebody will do by a date; a promise when it was said to the customer."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from reviewdesk.domain.audience import CUSTOMER, OUR_SIDE
from reviewdesk.domain.errors import RefusedError


class Side(StrEnum):
    """Who is to do it."""

    OURS = "ours"
    THEIRS = "theirs"


class WaitsOn(StrEnum):
    """Whose move it is now."""

    ME = "me"
    COLLEAGUE = "a colleague"
    CUSTOMER = "the customer"


class Ending(StrEnum):
    """How a follow-up ended."""

    KEPT = "kept"
    KEPT_LATE = "kept late"
    BROKEN = "broken"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A due date moved, with who agreed; `on` is the day it was moved. Only what was moved in time can be agreed."""

    was_due: date = field(metadata=OUR_SIDE)
    due: date = field(metadata=OUR_SIDE)
    agreed_with: str = field(metadata=OUR_SIDE)
    on: date | None = field(default=None, metadata=OUR_SIDE)

    @property
    def was_late(self) -> bool:
        """Say whether the date had passed when it was moved."""
        return self.on is not None and self.on > self.was_due


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Something somebody will do.

    Exactly one of `colleague_id` (ours) and `person_id` (theirs) names who; a promise of theirs without a person is the
    account's own. `remind_before` holds days before the due date, 0 is the day itself; `minutes` is how long it takes.
    `repeat_months` repeats it from `repeat_anchor`, `repeat_count` times so far. `about_id` names the outreach, change
    notice, hand-off or loss review it belongs to.
    """

    account_id: UUID = field(metadata=OUR_SIDE)
    what: str = field(metadata=CUSTOMER)
    side: Side = field(default=Side.OURS, metadata=CUSTOMER)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    is_promise: bool = field(default=False, metadata=CUSTOMER)
    review_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    line_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    concern_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    about_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    colleague_id: UUID | None = field(default=None, metadata=CUSTOMER)
    person_id: UUID | None = field(default=None, metadata=CUSTOMER)
    waits_on: WaitsOn = field(default=WaitsOn.ME, metadata=OUR_SIDE)
    due: date | None = field(default=None, metadata=CUSTOMER)
    said_on: date | None = field(default=None, metadata=CUSTOMER)
    remind_before: tuple[int, ...] = field(default=(1, 0), metadata=OUR_SIDE)
    snoozed_until: date | None = field(default=None, metadata=OUR_SIDE)
    minutes: int | None = field(default=None, metadata=OUR_SIDE)
    repeat_months: int | None = field(default=None, metadata=OUR_SIDE)
    repeat_anchor: date | None = field(default=None, metadata=OUR_SIDE)
    repeat_count: int = field(default=0, metadata=OUR_SIDE)
    ending: Ending | None = field(default=None, metadata=CUSTOMER)
    ended_on: date | None = field(default=None, metadata=CUSTOMER)
    reason: str = field(default="", metadata=OUR_SIDE)
    moves: tuple[Move, ...] = field(default=(), metadata=OUR_SIDE)
    withdrawn: bool = field(default=False, metadata=OUR_SIDE)

    @property
    def is_open(self) -> bool:
        """Say whether it is still to be done."""
        return self.ending is None and not self.withdrawn

    @property
    def is_acted_on(self) -> bool:
        """Say whether somebody did something about it since it was noted."""
        return self.ending is not None or bool(self.moves) or self.snoozed_until is not None

    def is_late(self, today: date) -> bool:
        """Say whether its date has passed while it is open."""
        return self.is_open and self.due is not None and self.due < today

    def done(self, on: date) -> "FollowUp":
        """End it as kept, or kept late when its date had passed, be it before the date was moved."""
        late = (self.due is not None and on > self.due) or any(each.was_late for each in self.moves)
        return self._ended(Ending.KEPT_LATE if late else Ending.KEPT, on, "")

    def broken(self, on: date, *, because: str = "") -> "FollowUp":
        """Say that it was not kept."""
        return self._ended(Ending.BROKEN, on, because)

    def dropped(self, on: date, *, because: str = "") -> "FollowUp":
        """Let it go.

        Raises:
            RefusedError: it is a promise and no reason was given.
        """
        if self.is_promise and not because.strip():
            raise RefusedError("This was promised to somebody. Say in a few words why it is dropped.")
        return self._ended(Ending.DROPPED, on, because.strip())

    def reopened(self) -> "FollowUp":
        """Open it again."""
        return replace(self, ending=None, ended_on=None, reason="")

    def moved(self, to: date, *, on: date, agreed_with: str = "") -> "FollowUp":
        """Give it a new date; the old one stays in its history, with who agreed if that was before it had passed.

        Raises:
            RefusedError: it has ended.
        """
        if not self.is_open:
            raise RefusedError("This is done and has no date to move. Reopen it first.")
        kept = self.moves
        if self.due is not None:
            agreed = agreed_with if on <= self.due else ""
            kept = (*kept, Move(was_due=self.due, due=to, agreed_with=agreed, on=on))
        return replace(self, due=to, moves=kept, snoozed_until=None)

    def snoozed(self, until: date) -> "FollowUp":
        """Keep it out of sight until a day; its date stays."""
        return replace(self, snoozed_until=until)

    def is_before_it_was_said(self) -> bool:
        """Say whether it is promised for a day that was over when it was said."""
        return self.is_promise and self.due is not None and self.said_on is not None and self.due < self.said_on

    def _ended(self, ending: Ending, on: date, reason: str) -> "FollowUp":
        if not self.is_open:
            raise RefusedError("This has ended already. Reopen it first.")
        return replace(self, ending=ending, ended_on=on, reason=reason)
