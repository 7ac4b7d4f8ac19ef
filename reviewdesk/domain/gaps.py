"""Gaps as our side's paper lists them: where what a customer finds important and how well we do it lie apart."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.relationship import relationship_of

MOST_GAPS: Final = 5


@dataclass(frozen=True, slots=True)
class Gap:
    """One dimension that falls short: importance and performance on 1-7, and the day of the answer it is from."""

    about: Asked = field(metadata=OUR_SIDE)
    importance: int = field(metadata=OUR_SIDE)
    performance: int = field(metadata=OUR_SIDE)
    on: date = field(metadata=OUR_SIDE)
    is_guess: bool = field(default=False, metadata=OUR_SIDE)
    size: int = field(default=0, metadata=OUR_SIDE)


def gaps_of(answers: Iterable[Answer], today: date) -> tuple[Gap, ...]:
    """Give the five largest gaps of a relationship as it stands on a day, the largest first."""
    found = relationship_of(answers, today)
    days = {each.asked: each.answered_on for each in found.heard}
    return tuple(
        Gap(each.dimension, each.importance, each.performance, days[each.dimension], each.is_guess, each.size)
        for each in found.gaps[:MOST_GAPS]
    )
