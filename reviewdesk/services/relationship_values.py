"""What the pages of Relationship show: one account in seven dimensions, and all of a book beside each other."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from reviewdesk.domain.account import ReasonToStay
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.people import Person
from reviewdesk.domain.relationship import Gap, Relationship, Segment, Start, TrustFall
from reviewdesk.domain.switch import Switch


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionRow:
    """One dimension of an account: the answer that counts, who gave it, what they had said before, what it matters.

    `before` holds the values before it, the newest first, each with its day.
    """

    dimension: Asked
    answer: Answer | None = None
    who: str = ""
    importance: int | None = None
    before: tuple[tuple[date, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRelationship:
    """The relationship with one account as it stands, and who can be asked there now."""

    account_id: UUID
    today: date
    rows: tuple[DimensionRow, ...]
    relationship: Relationship
    segment: Segment | None
    reason: ReasonToStay | None
    people: tuple[Person, ...] = ()
    trust_fall: TrustFall | None = None

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Give what falls short of what matters to them, the largest first."""
        return self.relationship.gaps


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipPoint:
    """One account on the picture of the book: R, P and U on 1-7, nothing where not known; revenue of 12 months."""

    id: UUID
    name: str
    r: Fraction | None
    p: Fraction | None
    unique: int | None
    segment: Segment | None
    is_provisional: bool
    is_guessed: bool
    revenue: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRelationships:
    """All accounts of which anything is known, where to start, what is the company's own, and who switched.

    `unknown_ids` are the accounts of which nothing is known, by their names; `without_revenue` counts those that have
    a gap and no revenue to weigh it with. Money is in `currency`.
    """

    today: date
    currency: str
    points: tuple[RelationshipPoint, ...] = ()
    names: dict[UUID, str] = field(default_factory=dict)
    starts: tuple[Start, ...] = ()
    issues: dict[Asked, tuple[UUID, ...]] = field(default_factory=dict)
    gaps: dict[UUID, tuple[Gap, ...]] = field(default_factory=dict)
    switches: tuple[Switch, ...] = ()
    unknown_ids: tuple[UUID, ...] = ()
    without_revenue: int = 0
