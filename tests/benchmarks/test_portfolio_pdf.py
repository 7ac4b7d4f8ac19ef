"""The portfolio on paper: time and memory by its pages, and the window meanwhile."""

import resource
from time import perf_counter, process_time

import pytest
from PySide6.QtCore import QTimer

from reviewdesk.domain.clock import Clock
from reviewdesk.reports.portfolio import render_portfolio
from reviewdesk.services import boss_papers
from tests.benchmarks.large_book import large_book
from tests.desktop.conftest import RESOURCES, Theme
from tests.journeys.hands import Hands
from tests.reports.boss_values import portfolio, worried
from tests.reports.printed import reader
from tests.reports.summaries import FONTS

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]

ACCOUNTS = 500
WORDS = "Late deliveries in the early morning slot, and again last week, before the Christmas peak"
FRAME = 16


def test_time_and_memory_grow_with_the_pages(capsys):
    render_portfolio(portfolio(worried(1, WORDS, 2)), FONTS)
    told = []
    for accounts in (125, 250, 500):
        blocks = tuple(worried(number, f"{number} {WORDS}", 6) for number in range(accounts))
        value, start = portfolio(*blocks), process_time()
        pdf = render_portfolio(value, FONTS)
        taken, pages = process_time() - start, len(reader(pdf).pages)
        told.append((pages, taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))

    with capsys.disabled():
        for pages, taken, peak in told:
            print(f"\n{pages} pages: {taken:.2f} s, {1000 * taken / pages:.1f} ms a page, peak {peak:.0f} MB", end="")
        print()
    (few, short, _), _, (many, long, _) = told
    assert long / many < 2 * short / few


class Frames:
    """Scrolls the list of accounts as fast as it is painted, and keeps how long each step took to come."""

    def __init__(self, hands: Hands) -> None:
        self._table = hands.program.desk.pages.accounts.view.table
        self.gaps: list[float] = []
        self._last = perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        """Begin to count."""
        self.gaps, self._last = [], perf_counter()
        self._timer.start()

    def end(self) -> str:
        """Stop, and say what was found."""
        self._timer.stop()
        gaps = sorted(self.gaps)
        p50, p95, p99 = (gaps[len(gaps) * share // 100] for share in (50, 95, 99))
        return f"{len(gaps)} frames, p50 {p50:.1f}, p95 {p95:.1f}, p99 {p99:.1f}, longest {gaps[-1]:.1f} ms"

    def _step(self) -> None:
        bar = self._table.verticalScrollBar()
        bar.setValue((bar.value() + 7) % max(bar.maximum(), 1))
        self._table.viewport().repaint()
        now = perf_counter()
        self.gaps.append(1000 * (now - self._last))
        self._last = now


@pytest.fixture
def hands(qapp, tmp_path):
    from reviewdesk.desktop.theme import ThemeChoice

    theme = Theme(qapp, RESOURCES, ThemeChoice.LIGHT)
    large_book(tmp_path, ACCOUNTS).close()
    made = Hands(qapp, next(tmp_path.glob("*.reviewdesk")), Clock())
    made.program.desk.go("accounts")
    made.settle()
    yield made
    made.leave()
    theme.deleteLater()


def test_the_window_scrolls_on_while_500_accounts_are_set(hands, capsys, monkeypatch):
    frames, told = Frames(hands), []
    frames.begin()
    wait = perf_counter()
    hands.wait_until(lambda: perf_counter() - wait > 4)
    told.append(f"alone: {frames.end()}")
    for words, limit in (("in a process of its own", 40), ("in a thread", 10**9)):
        monkeypatch.setattr(boss_papers, "APART_FROM", limit)
        made, start = [], perf_counter()
        frames.begin()
        hands.program.tasks.run_long(
            words,
            lambda progress: hands.services.boss_papers.portfolio_apart(progress.report),
            made.append,
            hands.window,
        )
        hands.wait_until(lambda made=made: bool(made))
        told.append(f"{words} ({perf_counter() - start:.1f} s): {frames.end()}")
        assert len(reader(made[0].pdf).pages) > 50

    with capsys.disabled():
        print("\n" + "\n".join(told))
