"""A switch: a customer who moved a line of business to a rival, or from one to us."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE


class Direction(StrEnum):
    """Which way business went."""

    TO_RIVAL = "to a rival"
    FROM_RIVAL = "from a rival"


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """One switch. `price_difference` is the rival's price against ours in per cent, negative where it is cheaper."""

    account_id: UUID = field(metadata=OUR_SIDE)
    direction: Direction = field(metadata=OUR_SIDE)
    switched_on: date = field(metadata=OUR_SIDE)
    rival: str = field(default="", metadata=OUR_SIDE)
    line: str = field(default="", metadata=OUR_SIDE)
    price_difference: Decimal | None = field(default=None, metadata=OUR_SIDE)
    reason: str = field(default="", metadata=OUR_SIDE)
    source: str = field(default="", metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
