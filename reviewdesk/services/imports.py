"""Importing: other programs' files are read and planned, the plan is shown, and that plan is applied as one step."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

from reviewdesk.domain.changes import Changes
from reviewdesk.domain.errors import RefusedError, StaleError, UnreadableError
from reviewdesk.domain.importing.existing import Existing, ImportSettings
from reviewdesk.domain.importing.plan import IMPORT, REFRESH, Action
from reviewdesk.domain.importing.planning import plan as make_plan
from reviewdesk.domain.money import Rates
from reviewdesk.exchange.csv_files import read_pasted
from reviewdesk.exchange.read_records import read_records, told_apart
from reviewdesk.exchange.reading import read_tables
from reviewdesk.exchange.table import SourceTable
from reviewdesk.services.import_values import NOBODY, ImportReport, ShownPlan, Watcher
from reviewdesk.services.import_writing import stage_plan, write_changed
from reviewdesk.services.left_out_rows import left_out_file
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.sales_sources import answers_of, known_sources, moved, places_to_read, sources_of
from reviewdesk.services.tier_values import FoundByRule
from reviewdesk.services.uncollected import uncollected
from reviewdesk.storage.atomic import write_whole
from reviewdesk.storage.lists.imports import JOINED_BY, newest_called
from reviewdesk.storage.lists.touched import newest_step, touched_since
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

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
        read: list[tuple[SourceTable, Path]] = []
        with uncollected():
            for done, path in enumerate(paths):
                watcher.report(done, steps)
                read += [(each, path) for each in read_tables(path, look=watcher.check)]
            watcher.report(len(paths), steps)
            tables = tuple(told_apart(table for table, _ in read))
            places = {table.name: path for table, (_, path) in zip(tables, read, strict=True)}
            files = _Files(tuple(paths), tables, places)
            return self._planned(files, {**self._kept_answers(), **(decisions or {})}, watcher)

    def plan_pasted(self, text: str, name: str, watcher: Watcher = NOBODY) -> ShownPlan:
        """Plan importing cells that were copied, under this name.

        Raises:
            UnreadableError: there is no table in them.
        """
        if not text.strip():
            raise UnreadableError(
                "There are no cells to paste. Copy them in the spreadsheet first, with their headers."
            )
        return self._planned(_Files((), (read_pasted(text, name),)), self._kept_answers(), watcher)

    def plan_refresh(self, watcher: Watcher = NOBODY) -> ShownPlan:
        """Plan reading the sales figures again from the files they came from.

        Raises:
            RefusedError: there are none, or not one of the files is where it was.
        """
        with self._store.read() as reading:
            known = known_sources(reading)
        paths, missing = places_to_read(known)
        return replace(self.plan(paths, answers_of(known), watcher), missing=missing)

    def _kept_answers(self) -> dict[str, str]:
        with self._store.read() as reading:
            return dict(reading.book.import_answers)

    def decide(self, shown: ShownPlan, id: str, choice: str, watcher: Watcher = NOBODY) -> ShownPlan:
        """Answer one question and plan anew without reading the files again; an empty answer takes the answer back."""
        return self.decide_all(shown, {id: choice}, watcher)

    def decide_all(self, shown: ShownPlan, choices: Decisions, watcher: Watcher = NOBODY) -> ShownPlan:
        """Answer several questions as `decide` does one."""
        answered = {**shown.decisions, **choices}
        decisions = {id: choice for id, choice in answered.items() if choice}
        return replace(self._planned(_Files.of(shown), decisions, watcher), missing=shown.missing)

    def again(self, shown: ShownPlan, watcher: Watcher = NOBODY) -> ShownPlan:
        """Plan anew against the book as it stands now, with the same files and answers."""
        return replace(self._planned(_Files.of(shown), shown.decisions, watcher), missing=shown.missing)

    def is_stale(self, shown: ShownPlan) -> bool:
        """Say whether the book was changed since in something that the plan hangs on."""
        with self._store.read() as reading:
            return _is_stale(reading, shown)

    def can_refresh(self) -> bool:
        """Say whether there are files of sales figures to read again."""
        with self._store.read() as reading:
            return bool(known_sources(reading))

    def apply(self, shown: ShownPlan, label: str = "", watcher: Watcher = NOBODY) -> Outcome[ImportReport]:
        """Write what the plan shows, set tiers and first review dates, all as one step; nothing where nothing changes.

        The watcher may stop it while it is made ready; once it is being written, it is written whole.

        Raises:
            StaleError: the book was changed since the plan was made; nothing is written. Plan it `again`.
        """
        if shown.writes_nothing:
            return Outcome(ImportReport.of(shown.made), Changes())
        with uncollected(keeps=False):
            return self._written(shown, label or f"{IMPORT}{shown.files}", watcher)

    def _written(self, shown: ShownPlan, label: str, watcher: Watcher) -> Outcome[ImportReport]:
        with self._store.stage() as staging:
            reading = Reading(staging.connection, self._store.clock)
            _refuse_stale(reading, shown)
            found = stage_plan(staging, shown, reading.book, watcher)
            changes = self._store.write_staged(staging, label, partial(_changing, shown, found))
        return Outcome(ImportReport.of(shown.made).after(found), changes)

    def undo_last(self) -> Outcome[str]:
        """Take back the newest import or refresh that stands, whatever was done after it, and give what it was called.

        Raises:
            RefusedError: there is none.
            UndoRefusedError: what it brought was changed since.
        """
        with self._store.read() as reading:
            found = newest_called(reading.connection, (IMPORT, REFRESH))
        if found is None:
            raise RefusedError("There is no import to undo.")
        changes = self._store.undo(found)
        return Outcome(changes.label, changes)

    def save_left_out(self, shown: ShownPlan, path: Path) -> None:
        """Save the rows that are left out as a CSV file, each with its line and the reason.

        Raises:
            RefusedError: the file cannot be written there.
        """
        write_whole(path, left_out_file(shown))

    def _planned(self, files: "_Files", decisions: Decisions, watcher: Watcher) -> ShownPlan:
        steps = len(files.paths) + _AFTER_READING
        with uncollected():
            with self._store.read() as reading:
                settings, made_after = _settings(reading), newest_step(reading.connection)
                known = known_sources(reading)
            incoming = read_records(files.tables, decisions, base_currency=settings.base_currency)
            watcher.report(len(files.paths) + 1, steps)
            with self._store.read() as reading:
                existing = _existing(reading, with_contacts=bool(incoming.said))
            watcher.check()
            made = make_plan(incoming, existing, decisions, settings)
        watcher.report(steps, steps)
        sources = sources_of(made, files.places, known, settings.today)
        return ShownPlan(
            made, files.paths, files.tables, decisions, made_after, files.places, sources, moved(sources, known)
        )


@dataclass(frozen=True, slots=True)
class _Files:
    """What was read, with the place of each table that came from a file."""

    paths: tuple[Path, ...]
    tables: tuple[SourceTable, ...]
    places: Mapping[str, Path] = field(default_factory=dict)

    @classmethod
    def of(cls, shown: ShownPlan) -> "_Files":
        """Give what a plan was made of."""
        return cls(shown.paths, shown.tables, shown.places)


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
    if _is_stale(reading, shown):
        raise StaleError(
            "The book was changed after this plan was made: nothing was imported. Look at the new plan, then apply it.",
            mine=shown.made_after,
            stored=newest_step(reading.connection),
        )


def _is_stale(reading: Reading, shown: ShownPlan) -> bool:
    planned = (*shown.made.planned(), *shown.made.purchases)
    updated = {each.after.id for each in planned if each.action is Action.UPDATE}
    own = updated | {each.id for each in shown.made.removed}
    return touched_since(reading.connection, shown.made_after, JOINED_BY, own)
