"""How the health of an account is weighed in a book: weights, bands, and what a concern costs."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reviewdesk.domain.book import Book


class Factor(StrEnum):
    """The seven things that are looked at, in their order."""

    RELATIONSHIP = "relationship"
    SCORES = "what they score us"
    CONTACT = "how often we speak"
    CONCERNS = "concerns"
    PROMISES = "our promises"
    REVENUE = "revenue and renewal"
    GUT = "gut feeling"


class Band(StrEnum):
    """What a score says in a word."""

    HEALTHY = "healthy"
    WATCH = "watch"
    AT_RISK = "at risk"
    UNKNOWN = "not enough known"


FACTORS: Final = tuple(Factor)


@dataclass(frozen=True, slots=True)
class HealthSettings:
    """The book's settings of the rule.

    `weights` are in the order of the factors, `costs` of an open concern in the order of severity 1-4. Below
    `least_basis` there is no score; an open concern of severity 4 holds the score at `held_at`.
    """

    weights: tuple[int, ...] = (20, 15, 15, 20, 10, 10, 10)
    costs: tuple[int, ...] = (5, 15, 30, 60)
    healthy_from: int = 75
    watch_from: int = 50
    least_basis: int = 40
    held_at: int = 49

    @classmethod
    def of(cls, book: Book) -> "HealthSettings":
        """Give the settings of a book."""
        return cls(
            book.health_weights, book.health_costs, book.healthy_from, book.watch_from, book.least_basis, book.held_at
        )

    def band(self, score: int | None) -> Band:
        """Say in which band a score lies."""
        if score is None:
            return Band.UNKNOWN
        if score >= self.healthy_from:
            return Band.HEALTHY
        return Band.WATCH if score >= self.watch_from else Band.AT_RISK
