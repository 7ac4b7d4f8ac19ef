"""Reads a whole book and compares what is kept with what it is worked out from."""

from reviewdesk.storage import search, standing
from reviewdesk.storage.engine import connect, is_sound
from reviewdesk.storage.store import Store


def check(store: Store) -> tuple[str, ...]:
    """Give a sentence for everything in a book that is not as it should be."""
    return (*_file(store), *_standing(store), *_search(store))


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
        kept = standing.stored(reading.connection)
        fresh = standing.work_out(reading.connection, reading.book, store.clock.today())
        wrong = [each for each, value in fresh.items() if kept.get(each) != value]
        names = [reading.accounts.get(each).name for each in wrong[:3]]
    if not wrong:
        return []
    return [
        f"What is kept of {len(wrong)} accounts ({', '.join(names)} ...) was out of date. Open the book to mend it."
    ]


def _search(store: Store) -> list[str]:
    with store.read() as reading:
        if search.is_current(reading.connection):
            return []
    return ["What can be searched was made by an earlier ReviewDesk. Open the book in its window to make it anew."]
