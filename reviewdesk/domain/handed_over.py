"""What was handed over to the company's CRM, so that nothing goes there twice."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """One record as it went into the import file of a CRM; `digest` tells whether it was changed since."""

    account_id: UUID = field(metadata=OUR_SIDE)
    source: str = field(metadata=OUR_SIDE)
    kind: str = field(metadata=OUR_SIDE)
    record_id: UUID = field(metadata=OUR_SIDE)
    digest: str = field(metadata=OUR_SIDE)
    handed_on: date = field(metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
