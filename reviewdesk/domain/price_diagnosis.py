"""Why price? Three questions, each with its evidence, say why customers talk of nothing but the price."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.errors import RefusedError

_HUNDRED: Final = 100


class Situation(StrEnum):
    """Why the price is all that is left to compare."""

    SAME = "our service looks the same as others’"
    POOR = "everyone’s service is poor"
    GOOD = "everyone’s service is good"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceDiagnosis:
    """One answer to why it is the price, of a day; a later one stands beside it, with the next `number`.

    `about` is a line of business in words, nothing where it is the whole book. An answer counts only with its
    evidence. `plan` says how we come to differ, one step a line. `margin` and `cut` are per cent, a `cut` below nothing
    is a rise.
    """

    made_on: date = field(metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    number: int = field(default=1, metadata=OUR_SIDE)
    about: str = field(default="", metadata=OUR_SIDE)
    same: bool | None = field(default=None, metadata=OUR_SIDE)
    same_evidence: str = field(default="", metadata=OUR_SIDE)
    poor: bool | None = field(default=None, metadata=OUR_SIDE)
    poor_evidence: str = field(default="", metadata=OUR_SIDE)
    good: bool | None = field(default=None, metadata=OUR_SIDE)
    good_evidence: str = field(default="", metadata=OUR_SIDE)
    plan: str = field(default="", metadata=OUR_SIDE)
    margin: Decimal | None = field(default=None, metadata=OUR_SIDE)
    cut: Decimal | None = field(default=None, metadata=OUR_SIDE)

    @property
    def found(self) -> tuple[Situation, ...]:
        """Give the situations that were answered with yes and with evidence."""
        answers = (
            (Situation.SAME, self.same, self.same_evidence), (Situation.POOR, self.poor, self.poor_evidence),
            (Situation.GOOD, self.good, self.good_evidence),
        )  # fmt: skip
        return tuple(each for each, is_so, evidence in answers if is_so and evidence.strip())

    @property
    def verdict(self) -> Situation | None:
        """Give the one situation, *mixed* where there are several; without evidence there is no verdict."""
        found = self.found
        return found[0] if len(found) == 1 else Situation.MIXED if found else None


def volume_to_stand_still(margin: Decimal, cut: Decimal) -> Decimal:
    """Give how much more must be sold, as a share of one, to earn as much after a price cut: cut / (margin - cut).

    Both are per cent of the price. A cut below nothing is a rise; then the answer is below nothing too: how much of
    the volume may be lost, rise / (margin + rise).

    Raises:
        RefusedError: the margin is not between 0 and 100, or the cut takes all of it.
    """
    if not 0 < margin < _HUNDRED:
        raise RefusedError("A margin is between 0 and 100 %. Correct it.")
    if cut >= margin:
        raise RefusedError("A cut as large as the margin leaves nothing to earn. Take a smaller one.")
    if cut <= -_HUNDRED:
        raise RefusedError("A rise of 100 % or more is another product. Take a smaller one.")
    return cut / (margin - cut)
