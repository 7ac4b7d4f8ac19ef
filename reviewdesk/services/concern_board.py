"""The concerns of all accounts by how far each has come, with the clock that runs for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from reviewdesk.domain.asking import ask_clock
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.today_clocks import ConcernClock, clock_of
from reviewdesk.services.days import days_of
from reviewdesk.storage.lists.concerns import concerns_on_the_board
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

ENDED_LATELY: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardConcern:
    """One concern: whose it is, who of theirs raised it, who of us sees to it, and what it waits for by when."""

    concern: Concern
    account: str
    owner: str = ""
    raised_by: str = ""
    is_mine: bool = False
    clock: ConcernClock | None = None
    is_over: bool = False

    def is_late(self, today: date) -> bool:
        """Say whether its clock has run out."""
        return self.is_over or (self.clock is not None and self.clock.due < today)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernBoard:
    """All concerns that are open, and those that ended lately."""

    today: date
    concerns: tuple[BoardConcern, ...]


class ConcernBoardService:
    """Reads the board; a concern is brought further by `ConcernService`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def board(self) -> ConcernBoard:
        """Give the concerns of all accounts."""
        today = self._store.clock.today()
        with self._store.read() as reading:
            found = concerns_on_the_board(reading.connection, today - ENDED_LATELY)
            ours = {each.id: each for each in reading.colleagues.all()}
            return ConcernBoard(
                today=today, concerns=tuple(_shown(reading, ours, each.concern, each.account) for each in found)
            )


def _shown(reading: Reading, ours: Mapping[UUID, Colleague], concern: Concern, account: str) -> BoardConcern:
    owner = ours.get(concern.colleague_id) if concern.colleague_id else None
    days = days_of(owner, reading.book, reading.clock.today())
    raiser = reading.people.find(concern.raised_by_id) if concern.raised_by_id else None
    clock = clock_of(concern, days) or ask_clock(concern, days)
    return BoardConcern(
        concern=concern,
        account=account,
        owner=owner.name if owner else "",
        raised_by=raiser.name if raiser else "",
        is_mine=owner is not None and owner.is_me,
        clock=clock,
        is_over=clock is not None and clock.is_over(reading.clock.now().astimezone()),
    )
