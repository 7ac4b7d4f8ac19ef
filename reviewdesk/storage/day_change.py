"""The day change: what is kept of the accounts is brought up to the day, in pieces that leave other writers their turn.

Of a day change most is a comparison of dates. What must be written is of accounts whose figures are of another revenue
year than that of the day, or whose booking has passed.
"""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import select

from reviewdesk.storage import standing
from reviewdesk.storage.kept_tables import standing as kept
from reviewdesk.storage.tables import account

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store

PIECE: Final = 200
_TURN: Final = 0.02  # seconds in which the window has its turn, and who waits for the lock


def always() -> bool:
    """Go on to the end."""
    return True


def catch_up(store: Store, goes_on: Callable[[], bool] = always) -> int:
    """Bring the accounts up to the day that are behind it, and give how many those were."""
    if not store.clock.is_real:
        return 0
    with store.read() as reading:
        behind = _behind(reading)
    changed = 0
    for piece in _pieces(behind, goes_on):
        with store.write("Begin a day", quiet=True) as work:
            changed += standing.refresh_some(work.connection, work.book, store.clock.today(), piece)
    return changed


def mend(store: Store, goes_on: Callable[[], bool] = always) -> int:
    """Work out all accounts anew, write what differs from what is kept, and give how many did."""
    changed = catch_up(store, goes_on)
    if not store.clock.is_real:
        return 0
    with store.read() as reading:
        every = list(map(UUID, reading.connection.execute(select(account.c.id)).scalars()))
    for piece in _pieces(every, goes_on):
        with store.read() as reading:
            wrong = _wrong(reading, piece)
        if wrong:
            with store.write("Begin a day", quiet=True) as work:
                changed += standing.refresh_some(work.connection, work.book, store.clock.today(), wrong)
    return changed


def _pieces(ids: Sequence[UUID], goes_on: Callable[[], bool]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(ids), PIECE):
        if not goes_on():
            return
        yield ids[start : start + PIECE]
        sleep(_TURN)


def _behind(reading: Reading) -> list[UUID]:
    """Give the accounts of which nothing is kept yet, or something that the day has left behind."""
    today = reading.clock.today()
    window = standing.window_of(reading.connection, reading.book, today)
    query = select(account.c.id).outerjoin(kept, kept.c.account_id == account.c.id)
    query = query.where(
        kept.c.account_id.is_(None)
        | kept.c.window_end.is_distinct_from(window.end.isoformat() if window else None)
        | (kept.c.booked_on < today.isoformat())
    )
    return list(map(UUID, reading.connection.execute(query).scalars()))


def _wrong(reading: Reading, piece: Sequence[UUID]) -> list[UUID]:
    """Give those of these accounts of which something else is kept than what is worked out."""
    stored = standing.stored(reading.connection, piece)
    fresh = standing.work_out(reading.connection, reading.book, reading.clock.today(), piece)
    return [each for each, value in fresh.items() if stored.get(each) != value]
