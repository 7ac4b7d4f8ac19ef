"""A file kept inside the book: on an account, or on one review, concern, follow-up or contact of it."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file. `size` is in bytes; `digest` is the SHA-256 of its content in hex, under which the book keeps it."""

    account_id: UUID = field(metadata=OUR_SIDE)
    name: str = field(metadata=OUR_SIDE)
    size: int = field(metadata=OUR_SIDE)
    digest: str = field(metadata=OUR_SIDE)
    added_on: date = field(metadata=OUR_SIDE)
    media_type: str = field(default="application/octet-stream", metadata=OUR_SIDE)
    review_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    concern_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    follow_up_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    contact_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
