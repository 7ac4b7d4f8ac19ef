"""Makes a search index anew that an earlier program made: in pieces that leave other writers their turn."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING, Final

from reviewdesk.storage import search
from reviewdesk.storage.day_change import always

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewdesk.storage.store import Store

_TURN: Final = 0.02  # seconds in which who waits for the lock has their turn


def mend(store: Store, goes_on: Callable[[], bool] = always) -> int:
    """Make the index anew unless it is current, and give the number of pieces that were made.

    Where `goes_on` says no, the rest is done the next time. Nothing that is searched shows that it is being made.
    """
    with store.read() as reading:
        if search.is_current(reading.connection):
            return 0
        every = list(search.pieces(reading.connection))
    made = 0
    for piece in every:
        if not goes_on():
            break
        with store.write("Mend the search", quiet=True) as work:
            piece(work.connection)
        made += 1
        sleep(_TURN)
    return made
