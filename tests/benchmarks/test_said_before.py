"""Who else said it, at each pause in typing, beside the search for the same words and a frame at 60 Hz."""

import random
from datetime import timedelta
from functools import partial
from statistics import median, quantiles

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Concern
from reviewdesk.services.said_before import SaidBeforeService
from reviewdesk.services.search import SearchService
from reviewdesk.storage.book_file import open_book
from tests.benchmarks.test_search import FRAME, milliseconds
from tests.big_books import Size, big_book, copy_of
from tests.big_words import Wordsmith
from tests.services.test_said_before import AT, HELD_OUT, KNOWN, OUT_OF, UNSEEN, causes, figures

SIZES = (Size(1_000, 10_000), Size(10_000, 100_000), Size(100_000, 1_000_000))
CONCERNS = (1_000, 10_000, 100_000)
PRECISE, RECALLED = 0.45, 0.45  # of the known wordings among 100,000 others, all of which count as wrong
A_ACCOUNT = 10
LABELLED = (KNOWN, HELD_OUT, UNSEEN)
TYPED = (
    "late delivery",
    "wrong invoice for the second time",
    "nobody answers when we call about the price increase",
    "zelquinung",
)


def told(store, account_id, named):
    """Measure each of the typed words; give the lines that say so."""
    before, search = SaidBeforeService(store), SearchService(store)
    for words in TYPED:
        ours = milliseconds(partial(before.look, words, account_id))
        floor = milliseconds(partial(search.written, words))
        p95 = quantiles(ours, n=20)[-1]
        yield (
            f"{named}, {words!r}: p50 {median(ours):.1f}, p95 {p95:.1f} ms, "
            f"{median(ours) / median(floor):.1f} x the search, {p95 / FRAME:.1f} frames"
        )


@pytest.mark.benchmark
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_a_pause_in_typing_a_concern(size, tmp_path, capsys):
    store = open_book(copy_of(big_book(size), tmp_path), Clock())
    with store.read() as reading:
        account = reading.accounts.all()[0].id
    lines = list(told(store, account, f"{size.notes:,} notes"))
    store.close()

    with capsys.disabled():
        print("", *lines, sep="\n", end="")
    assert len(lines) == len(TYPED)


def fill_with_concerns(store, many):
    """Give a book so many concerns, ten an account, and the labelled wordings of each cause among them."""
    dice, today = random.Random(20261127), store.clock.today()
    smith = Wordsmith(dice)
    labelled = [words for name in LABELLED for wordings in causes(name) for words in wordings]
    said = [*labelled, *(smith.sentence(5, 16) for _ in range(many - len(labelled)))]
    dice.shuffle(said)
    for start in range(0, many, 5_000):
        accounts, concerns = [], []
        for at, words in enumerate(said[start : start + 5_000]):
            if at % A_ACCOUNT == 0:
                accounts.append(Account(name=f"Customer {start + at}", added_on=today))
            raised = today - timedelta(days=int(dice.random() * 700))
            kept = {"words": words, "summary": words, "severity": 2, "raised_on": raised}
            concerns.append(Concern(account_id=accounts[-1].id, **kept))
        with store.write("Fill") as work:
            work.accounts.add_all(accounts)
            work.concerns.add_all(concerns)


@pytest.mark.benchmark
@pytest.mark.timeout(1_200)
@pytest.mark.parametrize("many", CONCERNS)
def test_a_pause_in_typing_among_many_concerns(many, tmp_path, capsys):
    store = open_book(tmp_path / "many.rdb", Clock(), may_create=True)
    fill_with_concerns(store, many)
    with store.read() as reading:
        account = reading.accounts.all()[0].id
    lines = list(told(store, account, f"{many:,} concerns"))
    found = {name: figures(store, causes(name)) for name in LABELLED}
    store.close()

    with capsys.disabled():
        print("", *lines, sep="\n")
        for name, (precision, recall, _) in found.items():
            print(f"{name}: precision at {AT} {precision:.0%}, recall at {OUT_OF} {recall:.0%}, all others are wrong")
    precision, recall, _ = found[KNOWN]
    assert precision >= PRECISE
    assert recall >= RECALLED
