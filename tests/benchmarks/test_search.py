"""A keystroke in the search over many notes, in the whole book and inside one account, beside a frame at 60 Hz."""

from functools import partial
from statistics import median, quantiles
from time import perf_counter

import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.services.search import SearchService
from reviewdesk.storage.book_file import open_book
from tests.big_books import Size, big_book, copy_of

FRAME = 1000 / 60
SIZES = (Size(1_000, 10_000), Size(10_000, 100_000), Size(100_000, 1_000_000))
TYPED = {
    "rare": "zelquinung",
    "common": "invoice",
    "one letter": "d",
    "prefix": "pri",
    "two words": "late deliv",
    "CJK": "客户",
}
TIMES = 20


def milliseconds(work) -> list[float]:
    found = []
    for _ in range(TIMES):
        started = perf_counter()
        work()
        found.append((perf_counter() - started) * 1000)
    return found


@pytest.mark.benchmark
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_a_keystroke_in_the_search(size, tmp_path, capsys):
    store = open_book(copy_of(big_book(size), tmp_path), Clock())
    search = SearchService(store)
    with store.read() as reading:
        account = reading.accounts.all()[0].id

    times = {
        (where, kind): milliseconds(partial(work, words))
        for kind, words in TYPED.items()
        for where, work in (
            ("names", search.names),
            ("whole book", search.written),
            ("inside an account", partial(search.written, account_id=account)),
        )
    }
    store.close()

    with capsys.disabled():
        for (where, kind), each in times.items():
            p95 = quantiles(each, n=20)[-1]
            print(f"\n{size.notes:,} notes, {where}, {kind}: p50 {median(each):.1f}, p95 {p95:.1f} ms, ", end="")
            print(f"{p95 / FRAME:.2f} of a frame", end="")
    assert all(len(each) == TIMES for each in times.values())
