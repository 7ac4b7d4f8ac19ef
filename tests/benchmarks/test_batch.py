"""A thousand summaries on one process and on two, the memory of a worker, and the window's frames meanwhile."""

import os
import sys
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from reviewdesk.desktop.theme import ThemeChoice
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.services.batch_values import BatchOrder
from reviewdesk.services.batches import BatchService
from reviewdesk.storage.book_file import open_book
from tests.books import small_book, the
from tests.desktop.conftest import RESOURCES, Theme
from tests.journeys.hands import Hands
from tests.journeys.while_importing import Pulse, Worker, work_until
from tests.services.test_batches import copies, go_on, hold
from tests.services.test_documents import FONTS

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(1800)]

SUMMARIES = int(os.environ.get("BATCH_SUMMARIES", "1000"))
STEPS_ALONE = 400
MOST = 20_000
NOTES = (
    "+ The dashboard saves planning half a day a week\n! Late deliveries in the morning slot\n"
    "/we send the revised plan by 1 dec\n/we run a fixed slot in january by 4 jan\n/they name a contact by 8 dec\n"
    "/d The fixed slot is tried in January"
)


class Memory:
    """Watches how much memory the children of this process take, and keeps the most at each tenth of the way."""

    def __init__(self) -> None:
        self.seen: list[float] = []
        self._over = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_error):
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.25):
            found = [_megabytes(each) for each in _children()]
            if found:
                self.seen.append(max(found))


def _children() -> list[str]:
    if sys.platform != "linux":
        return []
    try:
        return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split() + [
            child for task in Path("/proc/self/task").iterdir() for child in (task / "children").read_text().split()
        ]
    except OSError:
        return []


def _megabytes(process: str) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(each.split()[1]) / 1024 for each in lines if each.startswith("VmRSS")), 0.0)


def filled(path: Path, count: int):
    """Make a book in which as many reviews are finished."""
    store = open_book(path, Clock(), may_create=True, name="Northgate")
    small_book(store)
    copies(store, hold(store, "Łódź Logistics", NOTES), count - 1)
    return store


def test_a_thousand_summaries_on_one_process_and_on_two(tmp_path, capsys):
    (tmp_path / "book").mkdir()
    store = filled(tmp_path / "book" / "Northgate.reviewdesk", SUMMARIES)
    batches = BatchService(store, FONTS)
    rows = batches.offer().rows
    took, memory = {}, {}
    for workers in (1, 2):
        folder = tmp_path / f"out{workers}"
        folder.mkdir()
        with Memory() as seen:
            begun = time.perf_counter()
            result = batches.write(BatchOrder(rows, (DocumentKind.PDF,), folder, workers), go_on)
            took[workers] = time.perf_counter() - begun
        assert len(result.written) == SUMMARIES == len(list(folder.iterdir()))
        memory[workers] = seen.seen
    store.close()
    with capsys.disabled():
        each = took[1] / SUMMARIES * 1000
        print(
            f"\n{SUMMARIES:,} summaries: {took[1]:.1f} s on one process ({each:.0f} ms each), {took[2]:.1f} s on two:"
        )
        print(f"{took[1] / took[2]:.2f} x; memory of the largest worker", end=" ")
        seen = memory[2] or [0.0]
        print(f"{seen[len(seen) // 4]:.0f} MB after a quarter, {seen[-len(seen) // 10]:.0f} MB near the end")


def test_the_window_goes_on_while_summaries_are_written(qapp, tmp_path, capsys):
    theme = Theme(qapp, RESOURCES, ThemeChoice.LIGHT)
    (tmp_path / "book").mkdir()
    path = tmp_path / "book" / "Northgate.reviewdesk"
    store = filled(path, min(SUMMARIES, 300))
    account = the(store, "Hooli").id
    store.close()
    hands = Hands(qapp, path)
    (tmp_path / "out").mkdir()
    alone, writing = Pulse(hands), Pulse(hands)
    worker = Worker(hands, account, alone)
    work_until(hands, worker, lambda: worker.work.rounds > 0)
    alone.begin()
    work_until(hands, worker, lambda: False, most=STEPS_ALONE)
    alone.end()
    worker.follow(writing)
    written, asked = write_meanwhile(hands, worker, writing, tmp_path / "out")
    with capsys.disabled():
        for words, pulse in (("alone", alone), ("while two processes write", writing)):
            gaps = sorted(pulse.gaps)
            told = ", ".join(f"p{share} {gaps[len(gaps) * share // 100]:.1f}" for share in (50, 95, 99))
            print(f"\n{words}: {len(gaps):,} ticks, late by {told}, longest {gaps[-1]:.0f} ms", end="")
        print()
    assert written == asked
    hands.leave()
    theme.deleteLater()


def write_meanwhile(hands: Hands, worker: Worker, pulse: Pulse, folder: Path) -> tuple[int, int]:
    """Have all summaries written while the person works; give how many were, and how many there are."""
    batches, done = hands.services.batches, []
    rows = batches.offer().rows
    order = BatchOrder(rows, (DocumentKind.PDF,), folder, 2)
    hands.program.tasks.run_long("Writing", lambda _progress: batches.write(order, go_on), done.append, hands.window)
    pulse.begin()
    work_until(hands, worker, lambda: bool(done), most=MOST)
    pulse.end()
    hands.settle()
    return len(done[0].written), len(rows)
