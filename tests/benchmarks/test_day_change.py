"""A new day in a book of 100,000 accounts: what it reads, what it writes, and how long who waits has to wait."""

from contextlib import contextmanager
from datetime import timedelta
from time import perf_counter

import pytest

from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.clock import Clock
from reviewdesk.storage import checking, day_change, health_days, left_behind, standing
from reviewdesk.storage.store import Store
from tests.benchmarks.large_book import large_book

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(3600)]

ACCOUNTS = 100_000
TODAY = Clock().today()


def stands_as_of_yesterday(store: Store) -> None:
    """Leave everything as the program left it yesterday, with an answer of each customer and a gut feeling."""
    with store.write("Ask everybody", quiet=True) as work:
        every = work.accounts.all()
        work.answers.add_all(
            [
                Answer.given(Asked.TRUST, at % 7 + 1, account_id=each.id, answered_on=TODAY - timedelta(at % 400))
                for at, each in enumerate(every)
            ]
        )
    with store.engine.connect() as raw:
        connection = raw.execution_options(writes=True)
        with store.read() as reading, connection.begin():
            book = reading.book
            standing.refresh_some(connection, book, TODAY - timedelta(1))
            connection.execute(health_days.health_day.delete())
            health_days.keep(connection, TODAY - timedelta(1))


def test_a_day_change_of_100000_accounts(tmp_path, monkeypatch):
    store = large_book(tmp_path, ACCOUNTS)
    stands_as_of_yesterday(store)
    with store.read() as reading:
        before = perf_counter()
        behind = left_behind.find(reading.connection, reading.book, TODAY)
        found = perf_counter() - before
    writes = _timed_writes(store, monkeypatch)

    began = perf_counter()
    changed = day_change.catch_up(store)
    took = perf_counter() - began
    wrong = checking.check(store)
    store.close()

    turns = len(writes) * day_change._TURN
    print(f"{changed:,} accounts in {took:.1f} s, of which others had their turn for {turns:.1f} s")
    sorts = {"to read": behind.unread, "of which health moves": behind.moved, "to date": behind.dated}
    print(f"found behind in {found:.2f} s: {', '.join(f'{len(ids):,} {words}' for words, ids in sorts.items())}")
    print(f"{len(writes)} writes, the longest {max(writes) * 1000:.0f} ms")
    assert wrong == ()


def _timed_writes(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    took: list[float] = []
    writing = store.write

    @contextmanager
    def write(label: str, **known):
        began = perf_counter()
        with writing(label, **known) as work:
            yield work
        took.append(perf_counter() - began)

    monkeypatch.setattr(store, "write", write)
    return took
