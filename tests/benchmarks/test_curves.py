"""How cost grows with the book: 1,000, 10,000 and 100,000 accounts with ten notes each, in one table.

Each figure stands beside a floor of the same run, and beside its growth where the book becomes ten times as large.
"""

import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import pytest
from PySide6.QtCore import Qt, QTimer

from reviewdesk.desktop.desk import Desk
from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.shell import Shell
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.theme import Theme, ThemeChoice
from reviewdesk.domain.clock import Clock
from reviewdesk.services.search import SearchService
from reviewdesk.storage import day_change, health_days, standing
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.store import Store
from reviewdesk.wiring import build_services, resources_folder
from tests.benchmarks.test_search import FRAME, SIZES, TYPED
from tests.big_books import Size, big_book, copy_of

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(3600)]

ROUNDS = 9
TODAY = Clock().today()
TICK = 4
READING = """
import sys
from pathlib import Path
from reviewdesk.domain.clock import Clock
from reviewdesk.wiring import build_services
services = build_services(Path(sys.argv[1]), Clock(), may_create=True)
rows = services.account_list.whole().listings.rows
if rows:
    services.accounts.brief(rows[0].row.id)
print(next(int(line.split()[1]) for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line))
"""


def milliseconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000


def account_page(book: Path, folder: Path, qapp) -> float:
    """Open one account after the other in the window, each time until all of its page is there."""
    services, tasks = build_services(book, Clock()), Tasks()
    theme, shell = Theme(qapp, resources_folder(), ThemeChoice.LIGHT), Shell(WindowMemory(folder / "window.ini"))
    shell.resize(1366, 768)
    shell.show()
    desk = Desk(shell, services, tasks, theme, WindowMemory(folder / "window.ini"))
    with services.accounts._store.read() as reading:
        ids = [each.id for each in reading.accounts.where(id=[each.id for each in reading.accounts.all()[:ROUNDS]])]

    def show(account_id) -> None:
        desk.open_account(account_id)
        assert tasks.wait_idle()

    show(ids[0])  # the page is made once
    took = [milliseconds(lambda account_id=each: show(account_id)) for each in ids[1:]]
    desk.stop()
    shell.close()
    tasks.close()
    services.book.close()
    return median(took)


def keystrokes(store: Store, **inside) -> float:
    """The slowest of twenty keystrokes in a search, over every kind of word."""
    search = SearchService(store)
    took = [milliseconds(lambda text=each: search.written(text, **inside)) for each in TYPED.values() for _ in range(9)]
    return quantiles(took, n=20)[-1]


class Ticking:
    """A clock on the window's own thread, and the longest it was kept waiting, in ms."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = perf_counter()
        self._clock = QTimer()
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)
        self._clock.start(TICK)

    def _tick(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000 - TICK), now

    def end(self) -> None:
        """Stop."""
        self._clock.stop()


def day_changed(store: Store) -> tuple[float, float]:
    """Bring a book that stands as of yesterday up to the day in its lane: the time, and how long the window waited."""
    with store.engine.connect() as raw, store.read() as reading:
        connection = raw.execution_options(writes=True)
        with connection.begin():
            standing.refresh_some(connection, reading.book, TODAY - timedelta(1))
            connection.execute(health_days.health_day.delete())
            health_days.keep(connection, TODAY - timedelta(1))
    tasks, ticking = Tasks(), Ticking()
    tasks.run(lambda: day_change.catch_up(store), lane=Lane.DAY)
    took = milliseconds(lambda: tasks.wait_idle(600_000))
    ticking.end()
    tasks.close()
    return took, ticking.longest


def memory(book: Path) -> float:
    """The most memory in MB of a process that reads the whole list and one account's page."""
    told = subprocess.run([sys.executable, "-c", READING, book], capture_output=True, text=True, check=True)
    return int(told.stdout) / 1024


def measured(size: Size, folder: Path, qapp) -> dict[str, float]:
    book = copy_of(big_book(size), folder)
    found = {"account page, ms": account_page(book, folder, qapp), "memory, MB": memory(book)}
    store = open_book(book, Clock())
    with store.read() as reading:
        account = reading.accounts.where(id=reading.accounts.all()[0].id)[0].id
    found["search keystroke p95, ms"] = keystrokes(store)
    found["inside an account p95, ms"] = keystrokes(store, account_id=account)
    found["day change, ms"], found["the window meanwhile, ms"] = day_changed(store)
    store.close()
    book.unlink()
    return found


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="only Linux tells the most memory of a process so")
def test_cost_grows_no_faster_than_the_book(tmp_path, qapp, capsys):
    empty = tmp_path / "Empty.reviewdesk"
    open_book(empty, Clock(), may_create=True).close()
    curves = {size: measured(size, tmp_path, qapp) for size in SIZES}
    first = curves[SIZES[0]]
    floors = {
        **first,
        "memory, MB": memory(empty),
        "search keystroke p95, ms": FRAME,
        "inside an account p95, ms": FRAME,
    }

    with capsys.disabled():
        print("\n" + " " * 30 + "".join(f"{size.accounts:>26,}" for size in SIZES) + f"{'floor':>12}")
        for name, floor in floors.items():
            cells, before = "", 0.0
            for size in SIZES:
                value = curves[size][name]
                grown = f", grew {value / before:.1f} x" if before else ""
                cells, before = cells + f"{f'{value:,.1f} ({value / floor:.2f} x{grown})':>26}", value
            print(f"{name:<30}{cells}{floor:>12,.1f}")
    assert all(value > 0 for each in curves.values() for value in each.values())
