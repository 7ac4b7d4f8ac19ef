"""An import of 100,000 rows beside a bare csv reader and `executemany` of every row written, and beside saves."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from threading import Event, Thread
from time import perf_counter, sleep
from typing import Any, Self

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.services.import_values import ShownPlan
from reviewdesk.services.imports import ImportService
from reviewdesk.storage.engine import connect
from reviewdesk.storage.search_sources import marks_of
from reviewdesk.storage.store import Store
from tests.books import a_store
from tests.many_rows import write_files

ROWS = 100_000
ACCOUNTS = 5_000
ROUNDS = 3
SAVE_EVERY = 3.0  # a line and the pause after it
TICK = 0.002
TODAY = date(2026, 11, 21)
TABLES = ("book", "colleague", "account", "product", "purchase", "source_key", "step", "change", "standing",
          "search_entry")  # fmt: skip


def seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def rows_of(book: Path) -> dict[str, tuple[list[str], list[tuple[Any, ...]]]]:
    """Give every row of a book, table by table, with the names of the columns."""
    connection = connect(book)
    found = {}
    for table in TABLES:
        cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - names of our own
        found[table] = ([each[0] for each in cursor.description], cursor.fetchall())
    connection.close()
    return found


def words_of(rows: dict[str, tuple[list[str], list[tuple[Any, ...]]]]) -> list[tuple[int, str]]:
    """Give the words of every account as the index of the search holds them."""
    names, accounts = rows["account"]
    place = {name: at for at, name in enumerate(names)}
    texts = {
        row[place["id"]]: " ".join(str(row[place[each]]) for each in ("name", "industry", "city")) for row in accounts
    }
    columns, entries = rows["search_entry"]
    number, record, kind, account, day = (
        columns.index(each) for each in ("number", "record_id", "kind", "account_id", "day")
    )
    return [
        (each[number], f"{texts.get(each[record], '')} {marks_of(Kind(each[kind]), each[account], each[day])}")
        for each in entries
    ]


def write_bare(paths: list[Path], book: Path, rows: dict[str, tuple[list[str], list[tuple[Any, ...]]]]) -> None:
    """Read the files with the csv module, and write every row straight into the tables in one transaction."""
    for path in paths:
        with path.open(newline="") as stream:
            list(csv.reader(stream))
    connection = connect(book)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM book")
    for table, (columns, values) in rows.items():
        marks = ", ".join("?" * len(columns))
        insert = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names of our own
        connection.executemany(insert, values)
    connection.executemany("INSERT INTO search_index(rowid, words) VALUES (?, ?)", words_of(rows))
    connection.execute("COMMIT")
    connection.close()


@pytest.mark.benchmark
@pytest.mark.timeout(900)
def test_an_import_beside_bare_reading_and_writing(tmp_path: Path):
    files = write_files(tmp_path, ROWS, ACCOUNTS)
    ours: list[tuple[float, float]] = []
    bare: list[float] = []
    written = 0
    for each in range(ROUNDS):
        for name in (f"ours{each}", f"bare{each}"):
            (tmp_path / name).mkdir()
        store = a_store(tmp_path / f"ours{each}", today=TODAY)
        imports = ImportService(store)
        plans = []
        planning = seconds(lambda: plans.append(imports.plan(files)))  # noqa: B023 - called at once
        ours.append((planning, seconds(lambda: imports.apply(plans[0]))))  # noqa: B023 - called at once
        store.close()
        rows = rows_of(store.path)
        written = sum(len(values) for _, values in rows.values())
        empty = a_store(tmp_path / f"bare{each}", today=TODAY)
        empty.close()
        bare.append(seconds(lambda: write_bare(files, empty.path, rows)))  # noqa: B023 - called at once
        assert len(rows["purchase"][1]) == ROWS - ACCOUNTS
        assert {name: len(values) for name, (_, values) in rows_of(empty.path).items()} == {
            name: len(values) for name, (_, values) in rows.items()
        }
    ratios = sorted((planned + applied) / floor for (planned, applied), floor in zip(ours, bare, strict=True))
    print(
        f"\nimport of {ROWS:,} rows, {written:,} rows written: plan {median(each[0] for each in ours):.1f} s, apply "
        f"{median(each[1] for each in ours):.1f} s, bare {median(bare):.1f} s, ratio {median(ratios):.1f} "
        f"({ratios[0]:.1f}-{ratios[-1]:.1f})"
    )


class Meanwhile:
    """Two threads beside an import: one saves as often as somebody typing, one only goes on, as a window does."""

    def __init__(self, store: Store) -> None:
        self.waits: list[float] = []
        self.gaps: list[float] = []
        self._store = store
        self._over = Event()
        self._account = Account(name="Acme")
        with store.write("Add") as work:
            work.accounts.put(self._account)

    def __enter__(self) -> Self:
        self._threads = [Thread(target=self._save), Thread(target=self._go_on)]
        for each in self._threads:
            each.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for each in self._threads:
            each.join()

    def _save(self) -> None:
        while not self._over.wait(SAVE_EVERY):
            self.waits.append(seconds(self._log_a_call))

    def _log_a_call(self) -> None:
        with self._store.write("Log a call") as work:
            work.contacts.put(Contact(account_id=self._account.id, made_on=TODAY, channel=Channel.CALL))

    def _go_on(self) -> None:
        while not self._over.is_set():
            self.gaps.append(seconds(lambda: sleep(TICK)) - TICK)


@pytest.mark.benchmark
@pytest.mark.timeout(900)
def test_saves_beside_an_import(tmp_path: Path):
    files = write_files(tmp_path, ROWS, ACCOUNTS)
    store = a_store(tmp_path, today=TODAY)
    imports = ImportService(store)
    with Meanwhile(store) as meanwhile:
        planned: list[ShownPlan] = []
        planning = seconds(lambda: planned.append(imports.plan(files)))
        saves_while_planning = len(meanwhile.waits)
        applying = seconds(lambda: imports.apply(planned[0]))
    store.close()
    waits, gaps = sorted(meanwhile.waits), sorted(meanwhile.gaps)
    print(
        f"\nbeside an import of {ROWS:,} rows (plan {planning:.1f} s, apply {applying:.1f} s), {len(waits)} saves, "
        f"{saves_while_planning} of them while planning: longest wait {waits[-1] * 1000:.0f} ms, median "
        f"{median(waits) * 1000:.0f} ms; another thread stood still for {gaps[-1] * 1000:.0f} ms at the most, p99 "
        f"{gaps[len(gaps) * 99 // 100] * 1000:.0f} ms"
    )
