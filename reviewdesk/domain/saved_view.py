"""A saved view of the list of accounts: what is filtered, which columns stand there and in which order."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """One view. `chips` and `columns` are their keys in order; `sort` is the key of a column, empty for the usual."""

    name: str = field(metadata=OUR_SIDE)
    filter: str = field(default="", metadata=OUR_SIDE)
    chips: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    columns: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    sort: str = field(default="", metadata=OUR_SIDE)
    descending: bool = field(default=False, metadata=OUR_SIDE)
    is_roomy: bool = field(default=False, metadata=OUR_SIDE)
    position: int = field(default=0, metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
