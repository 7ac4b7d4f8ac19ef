"""Damaged and hostile files are read or refused with a sentence; the book is as before or wholly as planned."""

import resource
import time
from datetime import date

import pytest

from reviewdesk.domain.errors import UnreadableError
from reviewdesk.services.book import BookService
from reviewdesk.services.imports import ImportService
from reviewdesk.storage import steps
from reviewdesk.storage.backup import Backups
from tests.books import a_store
from tests.mutated_files import Mutations

KINDS = ("accounts", "people", "colleagues", "products", "purchases", "contacts")
EVERY = 5


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path, today=date(2026, 11, 21))
    yield store
    store.close()


def state(store):
    with store.read() as reading:
        counts = {kind: len(getattr(reading, kind).all()) for kind in KINDS}
        return counts, steps.stacks(reading.connection).undo


def megabytes():
    """Give the most memory this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Run:
    """Imports files one after the other into one book, and takes each import back."""

    def __init__(self, store):
        self.store = store
        self.imports = ImportService(store)
        self.book = BookService(store, Backups(store.path, store.clock))
        self.planned = self.applied = 0
        self.sentences: list[str] = []
        self.slowest = self.largest = 0.0

    def take(self, path, at):
        """Plan one file, and now and then apply it."""
        started, before = time.monotonic(), megabytes()
        try:
            shown = self.imports.plan([path], {"unknown-accounts": "add"})
        except UnreadableError as refused:
            self.sentences.append(str(refused))
            shown = None
        self.slowest = max(self.slowest, time.monotonic() - started)
        self.largest = max(self.largest, megabytes() - before)
        if shown is None:
            return
        self.planned += 1
        if at % EVERY == 0 and not shown.writes_nothing:
            self.apply(shown)

    def apply(self, shown):
        """Apply a plan, see that all of it is there, and take it back."""
        before, _ = state(self.store)
        self.imports.apply(shown)
        counts, _ = state(self.store)
        new = {kind: sum(each.action == "new" for each in getattr(shown.made, kind)) for kind in KINDS}
        assert counts == {kind: before[kind] + new[kind] for kind in KINDS}
        assert self.imports.again(shown).made.change_count == 0
        self.book.undo()
        assert state(self.store)[0] == before
        self.applied += 1


def run(store, folder, count, seed):
    folder.mkdir()
    done = Run(store)
    before, _ = state(store)
    for at, path in enumerate(Mutations(folder, seed).files(count)):
        try:
            done.take(path, at)
        except BaseException:
            print(f"file {at} of seed {seed}: {path.read_bytes()[:3000]!r}")
            raise
    assert state(store)[0] == before
    assert all(each.endswith(".") and "\n" not in each for each in done.sentences)
    return done


def test_some_hundred_mutated_files_do_no_harm(store, tmp_path):
    done = run(store, tmp_path / "files", 300, seed=1)

    assert len(done.sentences) > 20
    assert done.planned > 100
    assert done.applied > 10


@pytest.mark.long_run
@pytest.mark.timeout(7200)
def test_ten_thousand_mutated_files_do_no_harm(store, tmp_path):
    done = run(store, tmp_path / "files", 10_000, seed=2)

    print(
        f"\n10,000 mutated files: {len(done.sentences):,} refused, {done.planned:,} planned, {done.applied:,} applied "
        f"and taken back; the slowest took {done.slowest:.2f} s, the largest {done.largest:.0f} MB"
    )
    assert done.largest < 256  # a workbook is read by a child, which can have no more either
