"""What a search answers with: what was found, a page of it, and what stands around one of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.text_marks import Span


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found: what it is, the words with the matches marked, and where it leads."""

    kind: Kind
    record_id: UUID
    account_id: UUID | None
    review_id: UUID | None
    title: str
    marks: tuple[Span, ...]
    meta: str
    right: str = ""
    account: str = ""
    day: str = ""

    @property
    def key(self) -> tuple[Kind, UUID]:
        """What it is and of which record, the same however it was found."""
        return self.kind, self.record_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What is looked for on the page of the search, as typed: the words, the kinds, the account and the days."""

    words: str = ""
    kinds: tuple[Kind, ...] = ()
    account: str = ""
    account_id: UUID | None = None
    since: str = ""
    until: str = ""
    best_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """What was found: the first of it, how much there is of each kind, and a sentence where nothing can be.

    `is_more` says that only the newest matches were counted, and that there may be more.
    """

    looked: Looked
    found: tuple[Found, ...] = ()
    counts: Mapping[Kind, int] = field(default_factory=dict)
    is_more: bool = False
    sentence: str = ""

    @property
    def count(self) -> int:
        """How much was found of the kinds looked for."""
        return sum(count for kind, count in self.counts.items() if not self.looked.kinds or kind in self.looked.kinds)


@dataclass(frozen=True, slots=True)
class AroundLine:
    """One line of what stands around a thing found; `is_it` is the line that was found."""

    text: str
    marks: tuple[Span, ...] = ()
    is_it: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """A thing found, in its place: the notes of its meeting, or all that is written in it."""

    found: Found
    title: str
    meta: str
    lines: tuple[AroundLine, ...]
