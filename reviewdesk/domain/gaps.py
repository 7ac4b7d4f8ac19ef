"""Gaps: where what a customer finds important and how well we do it lie apart."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.intervals import add_months

MOST_GAPS: Final = 5
COUNTS_FOR: Final = 12
DIMENSIONS: Final = (
    Asked.PRODUCT_BENEFIT,
    Asked.SERVICE,
    Asked.BRAND,
    Asked.SATISFACTION,
    Asked.TRUST,
    Asked.COMMITMENT,
    Asked.UNIQUENESS,
)


@dataclass(frozen=True, slots=True)
class Gap:
    """One dimension that falls short: importance and performance on 1-7, and the day of the answer it is from."""

    about: Asked = field(metadata=OUR_SIDE)
    importance: int = field(metadata=OUR_SIDE)
    performance: int = field(metadata=OUR_SIDE)
    on: date = field(metadata=OUR_SIDE)
    is_guess: bool = field(default=False, metadata=OUR_SIDE)

    @property
    def size(self) -> int:
        """Importance times how far performance is behind it: 7 x 3 = 21 ranks above 5 x 4 = 20."""
        return self.importance * max(0, self.importance - self.performance)


def gaps_of(answers: Iterable[Answer], today: date) -> tuple[Gap, ...]:
    """Give the largest gaps, the largest first, each from the newest answer of a year with its importance."""
    since, newest = add_months(today, -COUNTS_FOR), {}
    for each in sorted(answers, key=_own_last):
        if each.asked in DIMENSIONS and each.importance is not None and since < each.answered_on <= today:
            newest[each.asked] = Gap(each.asked, each.importance, each.value, each.answered_on, each.is_guess)
    found = sorted((each for each in newest.values() if each.size), key=_largest_first)
    return tuple(found[:MOST_GAPS])


def _own_last(answer: Answer) -> tuple[bool, date]:
    """Order answers so that the last one is the newest of the customer's own, else our newest guess."""
    return not answer.is_guess, answer.answered_on


def _largest_first(gap: Gap) -> tuple[int, str]:
    return -gap.size, gap.about.value
