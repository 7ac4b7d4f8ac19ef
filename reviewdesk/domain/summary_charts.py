"""The charts of a customer's summary: plain figures of the customer's own, with no place for anything internal."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

FEWEST_FOR_A_MEAN: Final = 3
FEWEST_SHOWN: Final = 2


class SummaryPart(StrEnum):
    """What a person may leave out of a summary: its charts, and how many of our promises were kept."""

    REVENUE = "revenue by month"
    SATISFACTION = "satisfaction over reviews"
    CONCERNS = "concerns by quarter"
    PROMISES = "our promises by review"
    GOALS = "bars beside the goals"
    KEPT_RATE = "our kept rate"


USUAL_PARTS: Final = tuple(each for each in SummaryPart if each is not SummaryPart.REVENUE)


class AskedOfYou(StrEnum):
    """The scores that a customer's satisfaction may be drawn from, each on its own scale."""

    CONTENT = "content with us"
    RECOMMEND = "would recommend us"
    EASE = "easy to work with"


@dataclass(frozen=True, slots=True)
class MonthBought:
    """What was bought in a whole month, and in the same month a year before where that is known."""

    month: date
    amount: Decimal
    before: Decimal | None = None


@dataclass(frozen=True, slots=True)
class BoughtChart:
    """What the customer bought by month up to a day, in one currency; `is_converted` where it was brought into it."""

    currency: str
    months: tuple[MonthBought, ...]
    as_of: date
    is_converted: bool = False


@dataclass(frozen=True, slots=True)
class AnswersOfReview:
    """What was answered up to one review; fewer than three answers have no mean, answers all alike no margin."""

    held_on: date
    n: int
    mean: Decimal | None = None
    give_or_take: Decimal | None = None

    def __post_init__(self) -> None:
        """Refuse a mean of fewer than three answers, and a margin without a mean."""
        if self.mean is not None and self.n < FEWEST_FOR_A_MEAN:
            raise ValueError("A mean is shown only from three answers.")
        if self.give_or_take is not None and self.mean is None:
            raise ValueError("A margin needs the mean that it is of.")


@dataclass(frozen=True, slots=True)
class SatisfactionChart:
    """The customer's own answers to one question over reviews, on the scale from `lowest` to `highest`."""

    asked: AskedOfYou
    lowest: int
    highest: int
    reviews: tuple[AnswersOfReview, ...]
    as_of: date


@dataclass(frozen=True, slots=True)
class ConcernsOfQuarter:
    """How many concerns were raised and how many closed in the quarter that begins on a day."""

    begins: date
    opened: int
    closed: int


@dataclass(frozen=True, slots=True)
class ConcernsChart:
    """Concerns by quarter, and how many were still open on a day."""

    quarters: tuple[ConcernsOfQuarter, ...]
    still_open: int
    as_of: date


@dataclass(frozen=True, slots=True)
class PromisesOfReview:
    """What became, up to a day, of what we promised in one review."""

    held_on: date
    kept: int = 0
    kept_late: int = 0
    broken: int = 0
    open: int = 0

    @property
    def count(self) -> int:
        """How many there are."""
        return self.kept + self.kept_late + self.broken + self.open


@dataclass(frozen=True, slots=True)
class PromisesChart:
    """What became of our promises, review by review, as it stood on a day."""

    reviews: tuple[PromisesOfReview, ...]
    as_of: date


@dataclass(frozen=True, slots=True)
class SummaryCharts:
    """The charts of a summary, with the bars beside the goals at most five; what would say nothing is not there."""

    bought: BoughtChart | None = None
    satisfaction: SatisfactionChart | None = None
    concerns: ConcernsChart | None = None
    promises: PromisesChart | None = None
    has_goal_bars: bool = True
