"""Insights: all cards read and told, beside the reading of the whole list of accounts."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from statistics import median
from time import perf_counter

import pytest

from reviewdesk.desktop.insights import (
    concentration,
    concern_causes,
    concern_teams,
    health_map,
    pareto,
    recoveries,
    repeat_causes,
    silence,
)
from reviewdesk.domain.concern import CauseKind, Concern, Stage
from reviewdesk.services.account_list import AccountListService
from reviewdesk.services.concern_insights import ConcernInsightService
from reviewdesk.services.insights import InsightService
from tests.benchmarks.large_book import large_book
from tests.big_words import Wordsmith

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


def log_concerns(store, many):
    """Give a book concerns of two years and more, most of them brought further, no two in the same words."""
    dice, today = Random(11), store.clock.today()
    smith = Wordsmith(dice)
    with store.write("Log concerns") as work:
        ids = [each.id for each in work.accounts.all()]
        work.concerns.add_all([_concern(dice, smith, dice.choice(ids), today) for _ in range(many)])


def _concern(dice, smith, account_id, today):
    on, words = today - timedelta(dice.randrange(900)), smith.sentence(5, 16)
    concern = Concern(
        account_id=account_id, words=words, summary=words, severity=dice.randint(1, 4), raised_on=on, stage_since=on,
        team=dice.choice(("Operations", "Pricing", "Care", "")), cause_kind=dice.choice((None, *CauseKind)),
        products=(f"Drive {dice.randrange(200)}",), root_cause="A gap in the plan", fix="Planned ahead",
    )  # fmt: skip
    day = on
    for stage in (Stage.ACKNOWLEDGED, Stage.PLANNED, Stage.FIXED, Stage.CONFIRMED):
        day += timedelta(dice.randrange(20))
        if day > today or dice.random() < 0.1:
            break
        concern = concern.at(stage, day)
    return concern


@pytest.mark.timeout(600)
def test_the_cards_of_ten_thousand_concerns(tmp_path, capsys):
    store = large_book(tmp_path, 1_000)
    log_concerns(store, 10_000)
    concerns = ConcernInsightService(store)

    def read_alone():
        with store.read() as reading:
            return reading.concerns.all()

    def by_cause_and_team():
        found = concerns.together()
        return concern_causes.told(found), concern_teams.told(found)

    floor, figures, right, again = (
        median(milliseconds(work) for _ in range(3))
        for work in (
            read_alone,
            by_cause_and_team,
            lambda: recoveries.told(concerns.recoveries()),
            lambda: repeat_causes.told(concerns.came_again()),
        )
    )
    store.close()

    with capsys.disabled():
        print(
            f"\n10,000 concerns are read in {floor:.0f} ms; by cause and team in {figures:.0f} ms, ratio "
            f"{figures / floor:.2f}; put right {right:.0f} ms, ratio {right / floor:.2f}; came again {again:.0f} ms, "
            f"ratio {again / floor:.2f}"
        )
