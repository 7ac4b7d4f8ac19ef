"""A program killed while it reminds loses no reminder and repeats none more than once."""

import os
import random
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from time import sleep
from uuid import UUID

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.services.reminders import ReminderService
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.book_file import open_book

PROJECT = Path(__file__).parents[2]
TODAY = date.today()  # noqa: DTZ011 - the program under test goes by the machine's clock
WAITING = 20
LONGEST_WAIT = 0.004


def make_book(path):
    store = open_book(path, Clock(), may_create=True)
    with store.write("Arrange") as work:
        work.accounts.put(Account(name="Łódź Logistics"))
    store.close()


def fall_due(path):
    """Let many follow-ups fall due while the program is closed."""
    store = open_book(path, Clock())
    with store.write("Arrange") as work:
        (account,) = work.accounts.all()
        many = [
            FollowUp(account_id=account.id, what=f"Thing {number}", due=TODAY - timedelta(number + 1))
            for number in range(WAITING)
        ]
        work.follow_ups.add_all(many)
    store.close()
    return {each.id for each in many}


def start(path):
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.reminding_program", str(path)],
        cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def shown_by(program):
    lines = program.stdout.read().splitlines()
    return [line.removeprefix("shown ") for line in lines if line.startswith("shown ")]


def killed_while_reminding(path, chance):
    """Start the program, kill it after some of them at some moment, and give the keys of what it showed until then."""
    with start(path) as program:
        assert program.stdout.readline() == "looking\n"
        first = [program.stdout.readline().strip().removeprefix("shown ") for _ in range(chance.randrange(WAITING))]
        sleep(chance.uniform(0, LONGEST_WAIT))
        program.kill()
        return [*first, *shown_by(program)]


def run_to_the_end(path):
    with start(path) as program:
        shown = shown_by(program)
    assert program.returncode == 0
    return shown


def kill_once(path, chance):
    """Kill the program once while it reminds and start it again; answers whether the kill came in the middle."""
    due = fall_due(path)

    before, after = killed_while_reminding(path, chance), run_to_the_end(path)

    counted = Counter(UUID(key.partition("/")[0]) for key in (*before, *after))
    assert set(counted) == due, f"{len(due - set(counted))} reminders were lost"
    assert max(counted.values()) <= 2, f"a reminder came {max(counted.values())} times"
    assert set(before) & set(after) <= set(before[-1:]), "more than the one that was just being shown came again"
    return 0 < len(before) < WAITING


def check_the_book(path, rounds):
    """See that the book is whole and that all that was shown waits in the inbox, each once."""
    store = open_book(path, Clock())
    try:
        assert len(ReminderService(store).inbox()) == WAITING * rounds
        assert Backups(path, Clock()).make().path.exists()  # made only of a book that is whole
    finally:
        store.close()


def kill_many_times(path, kills, seed):
    chance = random.Random(seed)
    make_book(path)
    in_the_middle = sum(kill_once(path, chance) for _ in range(kills))
    assert run_to_the_end(path) == []
    check_the_book(path, kills)
    print(f"{in_the_middle} of {kills} kills came while reminders were being shown")
    return in_the_middle


@pytest.mark.timeout(300)
def test_twenty_kills_while_reminding_lose_nothing_and_repeat_each_once_at_most(tmp_path):
    in_the_middle = kill_many_times(tmp_path / "northgate.reviewdesk", 20, seed=2026)

    assert in_the_middle >= 10, "the kills did not come while reminders were being shown; the test saw too little"


@pytest.mark.long_run
@pytest.mark.timeout(3600)
def test_three_hundred_kills_while_reminding_lose_nothing_and_repeat_each_once_at_most(tmp_path):
    assert kill_many_times(tmp_path / "northgate.reviewdesk", 300, seed=11) >= 150
