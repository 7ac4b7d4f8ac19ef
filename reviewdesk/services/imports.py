"""Importing: other programs' files are read and planned, the plan is shown, and that plan is applied as one step."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from reviewdesk.domain.changes import Changes
from reviewdesk.domain.errors import StaleError, UnreadableError
from reviewdesk.domain.importing.existing import Existing, ImportSettings
from reviewdesk.domain.importing.planning import plan as make_plan
from reviewdesk.domain.money import Rates
from reviewdesk.exchange.read_records import read_records, told_apart
from reviewdesk.exchange.reading import read_tables
from reviewdesk.exchange.table import SourceTable
from reviewdesk.services.import_values import NOBODY, ImportReport, ShownPlan, Watcher
from reviewdesk.services.import_writing import stage_plan, write_changed
from reviewdesk.services.left_out_rows import left_out_file
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.tier_values import FoundByRule
from reviewdesk.services.uncollected import uncollected
from reviewdesk.storage.atomic import write_whole
from reviewdesk.storage.lists.imports import newest_step, touched_since
from reviewdesk.storage.reading import Reading, UnitOfWork
from reviewdesk.storage.store import Store

Decisions = Mapping[str, str]
_AFTER_READING: Final = 2


class ImportService:
    """What a person does to bring other programs' records into the book."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, paths: Sequence[Path], decisions: Decisions | None = None, watcher: Watcher = NOBODY) -> ShownPlan:
        """Read files and plan what importing them does; the book is not changed.

        Answers given when these files were imported before hold until others are given.

        Raises:
            UnreadableError: a file is not there, damaged, protected, too large, or holds no table.
        """
        _refuse_own_files(self._store.path, paths)
        steps = len(paths) + _AFTER_READING
        tables: list[SourceTable] = []
        with uncollected():
            for done, path in enumerate(paths):
                watcher.report(done, steps)
                tables += read_tables(path, look=watcher.check)
            watcher.report(len(paths), steps)
            with self._store.read() as reading:
                kept = dict(reading.book.import_answers)
            return self._planned(tuple(paths), tuple(told_apart(tables)), {**kept, **(decisions or {})}, watcher)

    def decide(self, shown: ShownPlan, id: str, choice: str, watcher: Watcher = NOBODY) -> ShownPlan:
        """Answer one question and plan anew without reading the files again; an empty answer takes the answer back."""
        return self.decide_all(shown, {id: choice}, watcher)

    def decide_all(self, shown: ShownPlan, choices: Decisions, watcher: Watcher = NOBODY) -> ShownPlan:
        """Answer several questions as `decide` does one."""
        answered = {**shown.decisions, **choices}
        decisions = {id: choice for id, choice in answered.items() if choice}
        return self._planned(shown.paths, shown.tables, decisions, watcher)

    def again(self, shown: ShownPlan, watcher: Watcher = NOBODY) -> ShownPlan:
        """Plan anew against the book as it stands now, with the same files and answers."""
        return self._planned(shown.paths, shown.tables, shown.decisions, watcher)

    def apply(self, shown: ShownPlan) -> Outcome[ImportReport]:
        """Write what the plan shows, set tiers and first review dates, all as one step; nothing where nothing changes.

        Raises:
            StaleError: the book was changed since the plan was made; nothing is written. Plan it `again`.
        """
        if shown.writes_nothing:
            return Outcome(ImportReport.of(shown.made), Changes())
        with uncollected(), self._store.stage() as staging:
            reading = Reading(staging.connection, self._store.clock)
            _refuse_stale(reading, shown)
            found = stage_plan(staging, shown, reading.book)
            changes = self._store.write_staged(staging, f"Import {shown.files}", partial(_changing, shown, found))
        return Outcome(ImportReport.of(shown.made).after(found), changes)

    def save_left_out(self, shown: ShownPlan, path: Path) -> None:
        """Save the rows that are left out as a CSV file, each with its line and the reason.

        Raises:
            RefusedError: the file cannot be written there.
        """
        write_whole(path, left_out_file(shown))

    def _planned(
        self, paths: tuple[Path, ...], tables: tuple[SourceTable, ...], decisions: Decisions, watcher: Watcher
    ) -> ShownPlan:
        steps = len(paths) + _AFTER_READING
        with uncollected():
            with self._store.read() as reading:
                settings, made_after = _settings(reading), newest_step(reading.connection)
            incoming = read_records(tables, decisions, base_currency=settings.base_currency)
            watcher.report(len(paths) + 1, steps)
            with self._store.read() as reading:
                existing = _existing(reading, with_contacts=bool(incoming.said))
            watcher.check()
            made = make_plan(incoming, existing, decisions, settings)
        watcher.report(steps, steps)
        return ShownPlan(made, paths, tables, decisions, made_after)


def _refuse_own_files(book: Path, paths: Sequence[Path]) -> None:
    """Refuse the files of the open book by their names: one that was opened and closed would cost it its locks."""
    book = book.resolve()
    own = {book.with_name(book.name + tail) for tail in ("", "-wal", "-shm")}
    if any(each.resolve() in own for each in paths):
        raise UnreadableError(f"{book.name} is the book that is open. Choose the files that another program exported.")


def _existing(reading: Reading, *, with_contacts: bool) -> Existing:
    return Existing(
        accounts=reading.accounts.all(),
        people=reading.people.all(),
        colleagues=reading.colleagues.all(),
        products=reading.products.all(),
        purchases=reading.purchases.all(),
        contacts=reading.contacts.all() if with_contacts else (),
        keys=reading.source_keys.all(),
    )


def _settings(reading: Reading) -> ImportSettings:
    book = reading.book
    rates = Rates.entered(book.base_currency, book.rates)
    return ImportSettings(reading.clock.today(), book.base_currency, rates, book.window_end)


def _changing(shown: ShownPlan, found: FoundByRule | None, work: UnitOfWork) -> Iterator[None]:
    _refuse_stale(work, shown)
    yield from write_changed(work, shown, found)


def _refuse_stale(reading: Reading, shown: ShownPlan) -> None:
    if touched_since(reading.connection, shown.made_after):
        raise StaleError(
            "The book was changed after this plan was made: nothing was imported. Look at the new plan, then apply it.",
            mine=shown.made_after,
            stored=newest_step(reading.connection),
        )
