"""What a person set to *only me*: the lines, and all that was made of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar
from uuid import UUID

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.concern import Concern
from reviewdesk.storage.lists.week import only_me_lines
from reviewdesk.storage.reading import Reading


class OfALine(Protocol):
    """A record that a note line may have made."""

    @property
    def line_id(self) -> UUID | None:
        """The line."""


Record = TypeVar("Record", bound=OfALine)


@dataclass(frozen=True, slots=True)
class OnlyMine:
    """The lines that are for the person alone, and the concerns that came from them.

    What is done about such a concern quotes its words, so a follow-up of it is for the person alone as well.
    """

    lines: frozenset[UUID]
    concerns: frozenset[UUID]

    def holds(self, record: OfALine) -> bool:
        """Say whether a record is nobody else's to see."""
        concern_id = record.id if isinstance(record, Concern) else getattr(record, "concern_id", None)
        return record.line_id in self.lines or concern_id in self.concerns

    def without(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """Give the records that others may see."""
        return tuple(each for each in records if not self.holds(each))


def only_mine_in(reading: Reading) -> OnlyMine:
    """Give what is only the person's in the whole book."""
    lines = only_me_lines(reading.connection)
    return _with(lines, reading.concerns.where(line_id=list(lines)) if lines else ())


def only_mine(reading: Reading, account_id: UUID) -> OnlyMine:
    """Give what is only the person's of one account, in whatever review it was noted."""
    set_by_hand = reading.reviews.set_by_hand(account_id)
    lines = frozenset(each.id for each in set_by_hand if each.audience is Audience.ONLY_ME)
    return _with(lines, reading.concerns.where(account_id=account_id) if lines else ())


def _with(lines: frozenset[UUID], concerns: Iterable[Concern]) -> OnlyMine:
    return OnlyMine(lines, frozenset(each.id for each in concerns if each.line_id in lines))
