"""Reads a whole book, works out anew all that is kept beside its records, and says or mends what is otherwise."""

from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select

from reviewdesk.storage import day_change, health_days, search, search_mending
from reviewdesk.storage.engine import connect, is_sound
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.search_checking import wrongly_indexed
from reviewdesk.storage.store import Store
from reviewdesk.storage.tables import account

_AT_ONCE: Final = 500
_NAMED: Final = 3


def check(store: Store) -> tuple[str, ...]:
    """Give a sentence for everything in a book that is not as it should be."""
    return (*_file(store), *_standing(store), *_health_days(store), *_search(store))


def mend(store: Store) -> None:
    """Make right all that is kept beside the records and is not what they say; the records stay as they are."""
    day_change.mend(store)
    search_mending.mend(store)
    with store.read() as reading:
        wrong = wrongly_indexed(reading.connection)
    for start in range(0, len(wrong), _AT_ONCE):
        with store.write("Mend the search", quiet=True) as work:
            search.index(work.connection, wrong[start : start + _AT_ONCE])


def _file(store: Store) -> list[str]:
    connection = connect(store.path, store.key, read_only=True)
    try:
        if is_sound(connection):
            return []
        return ["The file does not read as it was written. Restore the newest backup; the damaged file is kept."]
    finally:
        connection.close()


def _standing(store: Store) -> list[str]:
    with store.read() as reading:
        every = list(map(UUID, reading.connection.execute(select(account.c.id)).scalars()))
        wrong = [each for part in _parts(every) for each in day_change.wrongly_kept(reading, part)]
        return [f"How {_accounts(reading, wrong)} is kept otherwise than the records say."] if wrong else []


def _health_days(store: Store) -> list[str]:
    if not store.clock.is_real:
        return []
    with store.read() as reading:
        wrong = health_days.missing(reading.connection, store.clock.today())
        return [f"The newest health of {_accounts(reading, wrong, '')} is not kept."] if wrong else []


def _search(store: Store) -> list[str]:
    with store.read() as reading:
        if not search.is_current(reading.connection):
            return ["What can be searched was made by an earlier ReviewDesk. Open the book to mend it."]
        wrong = wrongly_indexed(reading.connection)
    found = "1 record is" if len(wrong) == 1 else f"{len(wrong):,} records are"
    return [f"{found} found by other words than stand there, or not at all."] if wrong else []


def _accounts(reading: Reading, wrong: Sequence[UUID], verb: str = " stand") -> str:
    """Count accounts and name the first of them: "3 accounts stand (Acme, Hooli, Initech)"."""
    names = ", ".join(reading.accounts.get(each).name for each in wrong[:_NAMED])
    more = ", ..." if len(wrong) > _NAMED else ""
    count = "1 account" if len(wrong) == 1 else f"{len(wrong):,} accounts"
    singular = "s" if verb and len(wrong) == 1 else ""
    return f"{count}{verb}{singular} ({names}{more})"


def _parts(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
