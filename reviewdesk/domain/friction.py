"""Friction: a process that is good for us and bad for customers, until somebody decides."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.errors import RefusedError

DECIDED_WITHIN: Final = timedelta(days=30)


class Decision(StrEnum):
    """What becomes of a process that hurts."""

    KEEP = "keep it"
    CHANGE = "change it"
    DROP = "drop it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Friction:
    """One process: why it suits us, whom it hurts, who owns it, and what was decided when and why."""

    process: str = field(metadata=OUR_SIDE)
    noted_on: date = field(metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    suits_us: str = field(default="", metadata=OUR_SIDE)
    hurts: str = field(default="", metadata=OUR_SIDE)
    owner: str = field(default="", metadata=OUR_SIDE)
    decision: Decision | None = field(default=None, metadata=OUR_SIDE)
    decided_on: date | None = field(default=None, metadata=OUR_SIDE)
    why: str = field(default="", metadata=OUR_SIDE)

    def decided(self, decision: Decision, on: date, why: str = "") -> "Friction":
        """Decide what becomes of it; to keep what hurts customers needs a reason.

        Raises:
            RefusedError: it is kept without one.
        """
        if decision is Decision.KEEP and not (why.strip() or self.why.strip()):
            raise RefusedError("Say why it stays although it hurts customers; they will ask.")
        return replace(self, decision=decision, decided_on=on, why=why.strip() or self.why)

    def reopened(self) -> "Friction":
        """Take the decision back."""
        return replace(self, decision=None, decided_on=None)

    def is_overdue(self, today: date) -> bool:
        """Say whether nobody decided within 30 days."""
        return self.decision is None and today - self.noted_on > DECIDED_WITHIN
