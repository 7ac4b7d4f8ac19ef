"""The day change: what is kept of the accounts is brought up to the day, in pieces that leave other writers their turn.

Of a day change most is a comparison of dates. What must be read anew is of accounts that bought something on a day that
comes into the revenue year or leaves it, or whose booking has passed; for others whose health moves with the day, what
is kept of them is enough.
"""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import select

from reviewdesk.storage import health_days, left_behind, standing
from reviewdesk.storage.tables import account

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store
    from reviewdesk.storage.unit_of_work import UnitOfWork

    _Write = Callable[[UnitOfWork, Sequence[UUID]], int]

PIECE: Final = 200
MANY: Final = 500
A_GREAT_MANY: Final = 2_000
_TURN: Final = 0.02  # seconds in which the window has its turn, and who waits for the lock


def always() -> bool:
    """Go on to the end."""
    return True


def catch_up(store: Store, goes_on: Callable[[], bool] = always) -> int:
    """Bring the accounts up to the day that are behind it, and give how many those were."""
    if not store.clock.is_real:
        return 0
    changed = 0
    for write, piece in _pieces(_behind(store), goes_on):
        with store.write("Begin a day", quiet=True) as work:
            changed += write(work, piece)
    return changed


def mend(store: Store, goes_on: Callable[[], bool] = always) -> int:
    """Work out all accounts anew, write what differs from what is kept, and give how many did."""
    changed = catch_up(store, goes_on)
    if not store.clock.is_real:
        return 0
    with store.read() as reading:
        every = list(map(UUID, reading.connection.execute(select(account.c.id)).scalars()))
    for piece in _in_pieces(every, goes_on):
        with store.read() as reading:
            wrong = wrongly_kept(reading, piece)
        if wrong:
            with store.write("Begin a day", quiet=True) as work:
                changed += standing.refresh_some(work.connection, work.book, store.clock.today(), wrong)
                health_days.keep(work.connection, store.clock.today(), wrong)
    return changed


def wrongly_kept(reading: Reading, account_ids: Sequence[UUID]) -> list[UUID]:
    """Give those of these accounts of which something else is kept than what is worked out."""
    ids = [each.hex for each in account_ids]
    kept = standing.kept_rows(reading.connection, ids)
    fresh = standing.rows_of(reading.connection, reading.book, reading.clock.today(), ids)
    return [UUID(str(each["account_id"])) for each in fresh if kept.get(str(each["account_id"])) != each]


def _behind(store: Store) -> tuple[tuple[_Write, int, Sequence[UUID]], ...]:
    """Give what is behind the day: how it is brought up, in pieces of what size, and of which accounts."""
    today = store.clock.today()
    with store.read() as reading:
        behind = left_behind.find(reading.connection, reading.book, today)
        unkept = health_days.missing(reading.connection, today)
    known = {*behind.unread, *behind.moved}
    return (
        (_read_anew, PIECE, behind.unread),
        (_move_on, MANY, behind.moved),
        (_date_on, A_GREAT_MANY, behind.dated),
        (_keep_health, MANY, [each for each in unkept if each not in known]),
    )


def _pieces(
    behind: Sequence[tuple[_Write, int, Sequence[UUID]]], goes_on: Callable[[], bool]
) -> Iterator[tuple[_Write, Sequence[UUID]]]:
    for write, size, ids in behind:
        for start in range(0, len(ids), size):
            if not goes_on():
                return
            yield write, ids[start : start + size]
            sleep(_TURN)


def _in_pieces(ids: Sequence[UUID], goes_on: Callable[[], bool]) -> Iterator[Sequence[UUID]]:
    return (piece for _, piece in _pieces([(_keep_health, PIECE, ids)], goes_on))


def _keep_health(work: UnitOfWork, piece: Sequence[UUID]) -> int:
    health_days.keep(work.connection, work.clock.today(), piece)
    return 0


def _read_anew(work: UnitOfWork, piece: Sequence[UUID]) -> int:
    changed = standing.refresh_some(work.connection, work.book, work.clock.today(), piece)
    return changed + _keep_health(work, piece)


def _move_on(work: UnitOfWork, piece: Sequence[UUID]) -> int:
    changed = left_behind.move_on(work.connection, work.book, work.clock.today(), piece)
    return changed + _keep_health(work, piece)


def _date_on(work: UnitOfWork, piece: Sequence[UUID]) -> int:
    return left_behind.date_on(work.connection, work.book, work.clock.today(), piece)
