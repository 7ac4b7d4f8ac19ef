"""An answer: what one person said to one question, on its own scale."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid4

from reviewdesk.domain.audience import CUSTOMER, OUR_SIDE
from reviewdesk.domain.errors import RefusedError


class Asked(StrEnum):
    """What can be asked: the three scores, then the seven dimensions of a relationship."""

    RECOMMEND = "would recommend us"
    CONTENT = "content with us"
    EASE = "easy to work with"
    PRODUCT_BENEFIT = "product benefit"
    SERVICE = "service"
    BRAND = "brand"
    SATISFACTION = "satisfaction"
    TRUST = "trust"
    COMMITMENT = "commitment"
    UNIQUENESS = "uniqueness"


class Scale(StrEnum):
    """The scale an answer is on; answers on different scales are never put together."""

    ZERO_TO_TEN = "0-10"
    ONE_TO_FIVE = "1-5"
    ONE_TO_SEVEN = "1-7"

    @property
    def lowest(self) -> int:
        """The lowest answer there is."""
        return int(self.value.partition("-")[0])

    @property
    def highest(self) -> int:
        """The highest answer there is."""
        return int(self.value.partition("-")[2])


SCALES: Final[Mapping[Asked, Scale]] = {
    each: {Asked.RECOMMEND: Scale.ZERO_TO_TEN, Asked.CONTENT: Scale.ONE_TO_FIVE}.get(each, Scale.ONE_TO_SEVEN)
    for each in Asked
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer. `importance` is 1-7; `is_guess` where it is ours and not the customer's own."""

    account_id: UUID = field(metadata=OUR_SIDE)
    asked: Asked = field(metadata=CUSTOMER)
    scale: Scale = field(metadata=CUSTOMER)
    value: int = field(metadata=CUSTOMER)
    answered_on: date = field(metadata=CUSTOMER)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    person_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    review_id: UUID | None = field(default=None, metadata=OUR_SIDE)
    importance: int | None = field(default=None, metadata=OUR_SIDE)
    evidence: str = field(default="", metadata=OUR_SIDE)
    is_guess: bool = field(default=False, metadata=OUR_SIDE)

    @classmethod
    def given(cls, asked: Asked, value: int, **known: object) -> "Answer":
        """Make an answer on the scale its question has.

        Raises:
            RefusedError: the value lies outside the scale.
        """
        scale = SCALES[asked]
        if not scale.lowest <= value <= scale.highest:
            raise RefusedError(f"An answer to “{asked}” is from {scale.lowest} to {scale.highest}. Correct it.")
        return cls(asked=asked, scale=scale, value=value, **known)  # type: ignore[arg-type]
