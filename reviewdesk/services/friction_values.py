"""What the page Friction shows: each process with whom it hurts and what it costs, and what is done about it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.friction import Friction
from reviewdesk.domain.friction_things import Often


@dataclass(frozen=True, slots=True, kw_only=True)
class HurtIn:
    """A concern that belongs to a process, with the name of its account, and whether it names the process itself."""

    concern: Concern
    account: str
    names_it: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFriction:
    """One process with whom it hurts as the book knows it: its concerns, the gravest first, and their accounts.

    `cost` is what the concerns cost us and `revenue` that of the accounts, both in the base currency; `without_rate`
    concerns have a cost in a currency without a rate, of `without_revenue` accounts the revenue is not known. `step` is
    its follow-up, with `waits_on` who sees to it; `like` counts those that sound like it and are not linked.
    """

    friction: Friction
    hurt: tuple[HurtIn, ...]
    account_ids: tuple[UUID, ...]
    revenue: Decimal
    cost: Decimal
    without_revenue: int = 0
    without_rate: int = 0
    step: FollowUp | None = None
    waits_on: str = ""
    like: int = 0

    @property
    def concerns(self) -> int:
        """Count the concerns that belong to it."""
        return len(self.hurt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frictions:
    """All of them, the undecided first and of those the ones that hurt most revenue.

    `named` are processes to note since concerns name them, `often` what many concerns are about.
    """

    today: date
    currency: str
    shown: tuple[ShownFriction, ...]
    named: tuple[str, ...] = ()
    often: tuple[Often, ...] = ()
    colleagues: tuple[str, ...] = ()
