"""The first window, the first data and the memory of a start, each beside an empty window of Qt in the same run."""

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.review import Review, ReviewKind, period_of
from reviewdesk.services.tiers import after_import
from reviewdesk.wiring import build_services
from tests.books import _concern, _step, a_store
from tests.exported_files import company_names

ROOT = Path(__file__).parents[2]
ROUNDS = 7
ACCOUNTS = 10_000
pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]


def sample_book(folder: Path) -> Path:
    """Make the sample book."""
    path = folder / "sample.reviewdesk"
    services = build_services(path, Clock(), may_create=True)
    services.sample.fill()
    services.book.close()
    return path


def large_book(folder: Path) -> Path:
    """Make a book of 10,000 accounts, each bought from, a held review at most, a promise or a concern for some."""
    today = Clock().today()
    store = a_store(folder, today=today)
    with store.write("Make the book") as work:
        me = work.colleagues.put(Colleague(name="Dana Reyes", is_me=True))
        names = [f"{each} {at}" for at, each in enumerate(company_names(300) * (ACCOUNTS // 300 + 1))][:ACCOUNTS]
        added = today - timedelta(500)
        accounts = [Account(name=each, owner_id=me.id, currency="EUR", added_on=added) for each in names]
        work.accounts.add_all(accounts)
        work.purchases.add_all([_bought(each, at, today) for at, each in enumerate(accounts)])
        work.reviews.add_all([_held(each, at, work.now) for at, each in enumerate(accounts) if at % 20])
        steps = [each for at, each in enumerate(accounts) if at % 10 == 0]
        due = [today + timedelta(at % 120 - 3) for at in range(len(steps))]
        work.follow_ups.add_all([_step(each.id, "Send figures", day, me) for each, day in zip(steps, due, strict=True)])
        work.concerns.add_all([_concern(each.id, "Late again", 2, today - timedelta(9)) for each in accounts[::40]])
        after_import(work, [each.id for each in accounts])
    store.close()
    return store.path


def _bought(account: Account, at: int, today) -> Purchase:
    amount = Decimal(1_000_000 // (at + 1) + 100)
    return Purchase(account_id=account.id, bought_on=today - timedelta(at % 300), amount=amount, currency="EUR")


def _held(account: Account, at: int, now) -> Review:
    day = now.date() - timedelta(at % 80)
    review = Review(account_id=account.id, period=period_of(day), planned_on=day, kind=ReviewKind.QUARTERLY)
    return review.held(day, finished_at=now)


def started(*words: str) -> dict[str, float]:
    """Start a window and give the seconds until each thing was painted, and the memory in MB.

    Both find what Python compiled before, as an installed program does, also where the machine asks to keep none of it.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "tests.benchmarks.opening_window", *words]
    began, found = perf_counter(), {}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as child:
        for line in child.stdout or ():
            word, _, figure = line.strip().partition(" ")
            found.setdefault(word, float(figure) if figure else perf_counter() - began)
    assert child.returncode == 0
    return found


def tell(what: str, ours: list[float], floor: list[float], unit: str) -> None:
    ratios = sorted(mine / bare for mine, bare in zip(ours, floor, strict=True))
    print(
        f"\n{what}: {median(ours):.2f} {unit}, bare window {median(floor):.2f} {unit}, "
        f"ratio {median(ratios):.2f} ({ratios[0]:.2f}-{ratios[-1]:.2f})"
    )


@pytest.mark.parametrize(("name", "make"), [("sample book", sample_book), ("10,000 accounts", large_book)])
def test_a_start_beside_an_empty_window(name, make, tmp_path):
    book = make(tmp_path)
    started("ours", str(book))
    shutil.rmtree(book.with_name(f"{book.name}-backups"), ignore_errors=True)
    rounds = [(started("bare"), started("ours", str(book))) for _ in range(ROUNDS)]

    floor, ours = [each[0] for each in rounds], [each[1] for each in rounds]
    tell(f"{name}, first window", [each["window"] for each in ours], [each["window"] for each in floor], "s")
    tell(f"{name}, Today with data", [each["data"] for each in ours], [each["window"] for each in floor], "s")
    tell(f"{name}, memory", [each["memory"] for each in ours], [each["memory"] for each in floor], "MB")
    assert all(each["window"] <= each["data"] for each in ours)
