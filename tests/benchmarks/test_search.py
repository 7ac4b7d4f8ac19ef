"""A keystroke in the search over many notes, in the whole book and inside one account, beside a frame at 60 Hz."""

from statistics import quantiles
from time import perf_counter

import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.services.search import SearchService
from reviewdesk.storage.book_file import open_book
from tests.big_books import Size, big_book, copy_of

FRAME = 1000 / 60
SIZES = (Size(1_000, 10_000), Size(10_000, 100_000))
TYPED = ("late deliv", "invoice", "pri", "thank", "quality", "new slot")


def milliseconds(work) -> list[float]:
    found = []
    for _ in range(8):
        for words in TYPED:
            started = perf_counter()
            work(words)
            found.append((perf_counter() - started) * 1000)
    return found


@pytest.mark.benchmark
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_a_keystroke_in_the_search(size, tmp_path, capsys):
    store = open_book(copy_of(big_book(size), tmp_path), Clock())
    search = SearchService(store)
    with store.read() as reading:
        account = reading.accounts.all()[0].id

    whole = milliseconds(search.written)
    inside = milliseconds(lambda words: search.written(words, account_id=account))
    store.close()

    with capsys.disabled():
        for where, times in (("whole book", whole), ("inside an account", inside)):
            p95 = quantiles(times, n=20)[-1]
            print(f"\n{size.notes:,} notes, {where}: p95 {p95:.1f} ms, {p95 / FRAME:.2f} of a frame")
    assert len(whole) == len(inside) == 8 * len(TYPED)
