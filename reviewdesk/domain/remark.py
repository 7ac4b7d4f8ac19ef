"""What a second reader says of a draft before it is released, and what the person said is meant in what goes out."""

from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID, uuid4

from reviewdesk.domain.audience import OUR_SIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One remark on a summary: who made it and when, pinned to a page or to a line on it; for our side only.

    `number` is the version it was made on, 0 for the draft; `part` and `line` say which line it is about, as it read
    then. It is done from the day `done_on`.
    """

    account_id: UUID = field(metadata=OUR_SIDE)
    review_id: UUID = field(metadata=OUR_SIDE)
    words: str = field(metadata=OUR_SIDE)
    by: str = field(default="", metadata=OUR_SIDE)
    made_on: date = field(metadata=OUR_SIDE)
    number: int = field(default=0, metadata=OUR_SIDE)
    page: int = field(default=1, metadata=OUR_SIDE)
    part: str = field(default="", metadata=OUR_SIDE)
    line: str = field(default="", metadata=OUR_SIDE)
    done_on: date | None = field(default=None, metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)

    @property
    def is_open(self) -> bool:
        """Say whether it is still to be looked at."""
        return self.done_on is None

    def done(self, on: date | None) -> "Remark":
        """Give it as done on a day, or as open again."""
        return replace(self, done_on=on)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeantWords:
    """Words that the leak guard found in what goes to a customer and that the person said are meant.

    `document` is what they stand in: the pre-read, an invitation, the text of a mail; `about` is the record it is of.
    """

    account_id: UUID = field(metadata=OUR_SIDE)
    about: UUID = field(metadata=OUR_SIDE)
    document: str = field(metadata=OUR_SIDE)
    words: str = field(metadata=OUR_SIDE)
    meant_on: date = field(metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
