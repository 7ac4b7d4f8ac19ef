"""Who else said it, at each pause in typing, beside the search for the same words and a frame at 60 Hz."""

from functools import partial
from statistics import median, quantiles

import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.services.said_before import SaidBeforeService
from reviewdesk.services.search import SearchService
from reviewdesk.storage.book_file import open_book
from tests.benchmarks.test_search import FRAME, TIMES, milliseconds
from tests.big_books import Size, big_book, copy_of

SIZES = (Size(1_000, 10_000), Size(10_000, 100_000), Size(100_000, 1_000_000))
TYPED = (
    "late delivery",
    "wrong invoice for the second time",
    "nobody answers when we call about the price increase",
    "zelquinung",
)


@pytest.mark.benchmark
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_a_pause_in_typing_a_concern(size, tmp_path, capsys):
    store = open_book(copy_of(big_book(size), tmp_path), Clock())
    with store.read() as reading:
        account = reading.accounts.all()[0].id
    before, search = SaidBeforeService(store), SearchService(store)

    found = {
        words: (milliseconds(partial(before.look, words, account)), milliseconds(partial(search.written, words)))
        for words in TYPED
    }
    store.close()

    with capsys.disabled():
        for words, (ours, floor) in found.items():
            p95 = quantiles(ours, n=20)[-1]
            print(f"\n{size.notes:,} notes, {words!r}: p50 {median(ours):.1f}, p95 {p95:.1f} ms, ", end="")
            print(f"{median(ours) / median(floor):.1f} x the search, {p95 / FRAME:.1f} frames", end="")
    assert all(len(ours) == TIMES for ours, _ in found.values())
