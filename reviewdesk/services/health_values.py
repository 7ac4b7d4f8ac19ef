"""What is read about the health of one account: its factors with the records behind them, and what would move it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from reviewdesk.domain.health_moves import HealthMove
from reviewdesk.domain.health_settings import Band, Factor


class BehindKind(StrEnum):
    """What kind of record stands behind a factor."""

    CONCERN = "concern"
    FOLLOW_UP = "follow-up"
    ANSWER = "answer"
    CONTACT = "contact"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Behind:
    """One record behind a factor, in words."""

    kind: BehindKind
    id: UUID
    words: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class FactorShown:
    """One factor: whole points, nothing where it is not known, their band, its weight, why, and the records behind."""

    factor: Factor
    points: int | None
    band: Band
    weight: int
    why: str
    behind: tuple[Behind, ...] = ()


@dataclass(frozen=True, slots=True)
class TrendDay:
    """What the health was from a day on."""

    day: date
    score: int | None
    basis: int
    band: Band


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountHealth:
    """The health of one account on one day, with all that it is made of.

    `held` says what holds the score, and `held_by` is that concern; `silences` are the ways in which they are silent.
    `trend` holds one day for each change, the oldest first.
    """

    score: int | None
    basis: int
    band: Band
    factors: tuple[FactorShown, ...]
    moves: tuple[HealthMove, ...] = ()
    held: str = ""
    held_by: UUID | None = None
    never_asked: bool = False
    silences: tuple[str, ...] = ()
    trend: tuple[TrendDay, ...] = field(default=())

    @property
    def known(self) -> int:
        """Count the factors that are known."""
        return sum(each.points is not None for each in self.factors)

    @property
    def words(self) -> str:
        """Say the score with its word: "71 Watch"; who is never asked is never called healthy."""
        return health_words(self.score, self.band, never_asked=self.never_asked)


def health_words(score: int | None, band: Band, *, never_asked: bool) -> str:
    """Write a score with its word, which is that nothing was asked where it would be healthy."""
    if score is None:
        return band.value.capitalize()
    return f"{score} {'Never asked' if never_asked and band is Band.HEALTHY else band.value.capitalize()}"
