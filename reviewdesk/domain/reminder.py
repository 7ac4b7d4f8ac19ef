"""A reminder in the inbox: kept from the moment it is shown until the person has seen it."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One reminder that was shown; `key` is the same for the same follow-up, due date and lead time."""

    key: str = field(metadata=OUR_SIDE)
    follow_up_id: UUID = field(metadata=OUR_SIDE)
    account_id: UUID = field(metadata=OUR_SIDE)
    shown_at: datetime = field(metadata=OUR_SIDE)
    seen_at: datetime | None = field(default=None, metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
