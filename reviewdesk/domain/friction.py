"""Friction: a process that is good for us and bad for customers, until somebody decides."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.concern_figures import is_counted
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.text import fold

DECIDED_WITHIN: Final = timedelta(days=30)


class Decision(StrEnum):
    """What becomes of a process that hurts."""

    KEEP = "keep it"
    CHANGE = "change it"
    DROP = "drop it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Friction:
    """One process: why it suits us, whom it hurts, who owns it, and what was decided when and why.

    `due` is the day by which it is decided, and once it is, by which it is changed or dropped. `concern_ids` are
    concerns that were linked with it by hand, `left_out_ids` those that name it and do not belong to it.
    """

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
    due: date | None = field(default=None, metadata=OUR_SIDE)
    concern_ids: tuple[UUID, ...] = field(default=(), metadata=OUR_SIDE)
    left_out_ids: tuple[UUID, ...] = field(default=(), metadata=OUR_SIDE)

    def decided(self, decision: Decision, on: date, why: str = "") -> "Friction":
        """Decide what becomes of it; to keep what hurts customers needs a reason.

        A day that is still ahead is from then on the one by which it is changed or dropped.

        Raises:
            RefusedError: it is kept without one.
        """
        if decision is Decision.KEEP and not (why.strip() or self.why.strip()):
            raise RefusedError("Say why it stays although it hurts customers; they will ask.")
        ahead = self.due if decision is not Decision.KEEP and self.due is not None and self.due > on else None
        return replace(self, decision=decision, decided_on=on, why=why.strip() or self.why, due=ahead)

    def reopened(self) -> "Friction":
        """Take the decision back."""
        return replace(self, decision=None, decided_on=None)

    def is_overdue(self, today: date) -> bool:
        """Say whether nobody decided within 30 days, or by the day that was set."""
        if self.decision is not None:
            return False
        return today - self.noted_on > DECIDED_WITHIN if self.due is None else today > self.due

    @property
    def to_do(self) -> str:
        """Say what is to be done about it by its day; nothing where it is kept."""
        verbs = {None: "Decide what becomes of", Decision.CHANGE: "Change", Decision.DROP: "Drop"}
        verb = verbs.get(self.decision)
        return f"{verb} “{self.process}”" if verb is not None else ""

    def names(self, concern: Concern) -> bool:
        """Say whether a concern names this process, in any case and with any accents."""
        return fold(self.process) in map(fold, concern.processes)

    def hurts_in(self, concern: Concern) -> bool:
        """Say whether a concern belongs to it: linked by hand, or naming it and not left out; no withdrawn one does."""
        named = self.names(concern) and concern.id not in self.left_out_ids
        return is_counted(concern) and (concern.id in self.concern_ids or named)

    def linked_with(self, concern: Concern) -> "Friction":
        """Link a concern with it; one that names it belongs to it anyhow."""
        kept = () if self.names(concern) else (concern.id,)
        linked, left_out = _but(self.concern_ids, concern.id), _but(self.left_out_ids, concern.id)
        return replace(self, concern_ids=(*linked, *kept), left_out_ids=left_out)

    def without(self, concern: Concern) -> "Friction":
        """Say that a concern does not belong to it."""
        left_out = (*_but(self.left_out_ids, concern.id), concern.id) if self.names(concern) else self.left_out_ids
        return replace(self, concern_ids=_but(self.concern_ids, concern.id), left_out_ids=left_out)


def _but(ids: Iterable[UUID], id: UUID) -> tuple[UUID, ...]:
    return tuple(each for each in ids if each != id)
