"""Working in the window while 100,000 rows are imported, beside the same work while nothing is."""

from statistics import median

import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.storage.book_file import open_book
from tests.books import small_book, the
from tests.desktop.conftest import RESOURCES, Theme
from tests.journeys.hands import Hands
from tests.journeys.while_importing import Pulse, Worker, apply_when_planned, drop, work_until
from tests.many_rows import write_files

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]

ROWS, ACCOUNTS = 100_000, 5_000
STEPS_ALONE = 400
MOST = 4_000


@pytest.fixture
def hands(qapp, tmp_path):
    from reviewdesk.desktop.theme import ThemeChoice

    theme = Theme(qapp, RESOURCES, ThemeChoice.LIGHT)
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(), may_create=True, name="Northgate")
    small_book(store)
    account = the(store, "Hooli").id
    store.close()
    made = Hands(qapp, path)
    made.account = account
    yield made
    made.leave()
    theme.deleteLater()


def told(words: str, pulse: Pulse) -> str:
    gaps, saves = sorted(pulse.gaps), sorted(pulse.saves)
    p99, next_ones = gaps[len(gaps) * 99 // 100], ", ".join(f"{each:.0f}" for each in reversed(gaps[-6:-1]))
    return (
        f"{words}: {len(gaps):,} ticks, longest gap {gaps[-1]:.0f} ms, then {next_ones}, p99 {p99:.0f}; "
        f"{len(saves)} saves, longest {saves[-1]:.0f} ms, median {median(saves):.0f}"
    )


def test_the_window_goes_on_while_100_000_rows_are_imported(hands, tmp_path, capsys):
    files = write_files(tmp_path, ROWS, ACCOUNTS)
    importing = hands.program.desk.pages.importing
    alone, planning, applying, after = (Pulse(hands) for _ in range(4))
    worker = Worker(hands, hands.account, alone)
    work_until(hands, worker, lambda: worker.work.rounds > 0)  # what is made once is not the import's
    alone.begin()
    work_until(hands, worker, lambda: False, most=STEPS_ALONE)
    alone.end()

    worker.follow(planning)
    planning.begin()
    drop(hands, files)
    work_until(hands, worker, lambda: importing.is_planned, most=MOST)
    planning.end()
    applied = []
    importing.applied.connect(applied.append)
    worker.follow(applying)
    applying.begin()
    apply_when_planned(hands)
    work_until(hands, worker, lambda: bool(applied), most=MOST)
    applying.end()
    worker.follow(after)
    after.begin()
    work_until(hands, worker, lambda: False, most=STEPS_ALONE)
    after.end()
    hands.settle()

    with capsys.disabled():
        for words, pulse in (("alone", alone), ("planning", planning), ("applying", applying), ("after", after)):
            print("\n" + told(words, pulse), end="")
        print()
    assert applied
    assert hands.services.book.now().accounts >= ACCOUNTS
