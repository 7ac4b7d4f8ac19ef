"""Reviews held against due, quarter by quarter, from the reviews in the book."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.domain.account import AccountStatus
from reviewdesk.domain.held_against_due import DueQuarter, HeldReview, ReviewClock, held_against_due, quarters_up_to
from reviewdesk.domain.standing import months_of
from reviewdesk.storage.lists.accounts import AccountLine, account_lines
from reviewdesk.storage.lists.held import held_lines
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

_LOST: Final = (AccountStatus.LOST,)


@dataclass(frozen=True, slots=True)
class HeldAgainstDue:
    """The last quarters and the present one, from the first in which anything was due, and the accounts' names."""

    today: date
    quarters: tuple[DueQuarter, ...]
    names: dict[UUID, str]


class HeldAgainstDueService:
    """Says what was due and what became of it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def by_quarter(self) -> HeldAgainstDue:
        """Give the quarters as they are today."""
        with self._store.read() as reading:
            today, lines = reading.clock.today(), account_lines(reading.connection)
            quarters = quarters_up_to(today, year_starts_in=reading.book.business_year_start)
            found = held_against_due(_clocks(reading, lines), today, quarters)
        first = next((at for at, each in enumerate(found) if each.reviews), len(found))
        return HeldAgainstDue(today, found[first:], {each.id: each.name for each in lines})


def _clocks(reading: Reading, lines: Sequence[AccountLine]) -> list[ReviewClock]:
    """Give the clocks of the accounts that buy, and of those lost on a known day."""
    held: defaultdict[UUID, list[HeldReview]] = defaultdict(list)
    for each in held_lines(reading.connection):
        held[each.account_id].append(HeldReview(each.id, each.held_on))
    ended = {each.id: each.lost_on for each in reading.accounts.where(status=_LOST)}
    book, today = reading.book, reading.clock.today()
    return [
        ReviewClock(
            account_id=each.id,
            tier=each.tier,
            months=months_of(book, each.tier, each.own_months),
            added_on=each.added_on or today,
            first_due=each.first_due,
            last_before_book=each.last_review_before,
            ended_on=ended.get(each.id),
            held=tuple(held[each.id]),
        )
        for each in lines
        if each.buys or ended.get(each.id) is not None
    ]
