"""A file that is read again: sales figures refreshed in one click, a calendar, a template for documents."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE


class SourceKind(StrEnum):
    """What such a file holds."""

    SALES_FIGURES = "sales figures"
    CALENDAR = "calendar"
    TEMPLATE = "document template"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One file to read again, where it lies, and the answers that were given when it was read first.

    A template lies in the book, under its `digest`; its path is its name alone.
    """

    kind: SourceKind = field(metadata=OUR_SIDE)
    path: str = field(metadata=OUR_SIDE)
    answers: tuple[tuple[str, str], ...] = field(default=(), metadata=OUR_SIDE)
    read_on: date | None = field(default=None, metadata=OUR_SIDE)
    digest: str = field(default="", metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
