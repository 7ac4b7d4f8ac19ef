"""Insights: all cards read and told, beside the reading of the whole list of accounts."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

import pytest

from reviewdesk.desktop.insights import concentration, health_map, pareto, silence
from reviewdesk.services.account_list import AccountListService
from reviewdesk.services.insights import InsightService
from tests.benchmarks.large_book import large_book

pytestmark = pytest.mark.benchmark

CARDS = (pareto, concentration, health_map, silence)
ROUNDS = 5


def milliseconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000


@pytest.mark.timeout(600)
@pytest.mark.parametrize("size", [1_000, 10_000])
def test_all_cards_are_read_and_told(tmp_path, capsys, size):
    store = large_book(tmp_path, size)
    insights, lists = InsightService(store), AccountListService(store)
    found = insights.of_accounts()
    rounds = [
        (
            milliseconds(insights.of_accounts),
            milliseconds(lambda: [each.told(found) for each in CARDS]),
            milliseconds(lists.whole),
        )
        for _ in range(ROUNDS)
    ]
    store.close()

    read, told, listed = (median(each) for each in zip(*rounds, strict=True))
    ratios = sorted((one + two) / floor for one, two, floor in rounds)
    with capsys.disabled():
        print(
            f"\nInsights of {size:,} accounts: read in {read:.0f} ms, four cards told in {told:.0f} ms; the list of "
            f"accounts {listed:.0f} ms, ratio {median(ratios):.2f} ({ratios[0]:.2f}-{ratios[-1]:.2f})"
        )
