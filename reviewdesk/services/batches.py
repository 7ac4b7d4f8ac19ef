"""A quarter's summaries at once: all finished reviews of a period, or of accounts that were chosen, in one folder."""

from __future__ import annotations

import os
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.summary import from_json
from reviewdesk.services.batch_task import BatchTask, NamesOfAll
from reviewdesk.services.batch_values import BatchOffer, BatchOrder, BatchResult, BatchRow, NotWritten
from reviewdesk.services.documents import family_of, file_name_of, forbidden_in
from reviewdesk.services.everybody import Everybody, everybody_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from uuid import UUID

    from reviewdesk.domain.people import Person
    from reviewdesk.domain.review import Review, StoredSummary
    from reviewdesk.services.batch_workers import Answer
    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store

MOST_PROCESSES: Final = 2
_WORTH_A_SECOND: Final = 8
_AT_ONCE: Final = 20
_OLD: Final = 3600.0


class BatchService:
    """Writes many summaries of one book, in processes of their own."""

    def __init__(self, store: Store, fonts: Path, other_books: tuple[str, ...] = ()) -> None:
        self._store, self._fonts = store, fonts
        self._other_books = other_books

    def offer(self, account_ids: Collection[UUID] | None = None) -> BatchOffer:
        """Give the newest summary of every finished review, of all accounts or of some, by their names."""
        with self._store.read() as reading:
            names = {each.id: each.name for each in reading.accounts.all()}
            reviews = {each.id: each for each in reading.reviews.outlines()}
            newest: dict[UUID, StoredSummary] = {}
            for each in reading.summaries.all():
                if each.review_id not in newest or newest[each.review_id].number < each.number:
                    newest[each.review_id] = each
        wanted = [each for each in newest.values() if account_ids is None or each.account_id in account_ids]
        rows = [_row(each, reviews[each.review_id], names[each.account_id]) for each in wanted]
        rows.sort(key=lambda row: (row.account.casefold(), -row.held_on.toordinal(), row.summary_id))
        latest = {row.period: row.held_on for row in sorted(rows, key=lambda row: row.held_on)}
        return BatchOffer(tuple(sorted(latest, key=lambda each: latest[each], reverse=True)), tuple(rows))

    def write(self, order: BatchOrder, told: Callable[[int, int], bool]) -> BatchResult:
        """Write summaries, each whole or not at all, and overwrite nothing; `told` hears how far it is.

        It answers whether to go on. A summary that holds what is not for its customer is not written and named.

        Raises:
            RefusedError: there is nothing to write, no format, or no such folder.
        """
        if not order.rows or not order.kinds:
            raise RefusedError("Nothing is chosen. Choose at least one summary and one format.")
        if not order.folder.is_dir():
            raise RefusedError(f"There is no folder {order.folder}. Choose one that is there, or make it first.")
        from reviewdesk.services.batch_workers import write_all

        _sweep(order.folder)
        names, everybody = self._names()
        outcome = _Outcome(order, told)
        setting = self._fonts, order.folder, order.workers or _processes(len(order.rows))
        finished = write_all(self._tasks(order, everybody), names, setting, outcome.hear)
        return outcome.result(was_stopped=not finished)

    def _names(self) -> tuple[NamesOfAll, Everybody]:
        with self._store.read() as reading:
            everybody = everybody_in(reading)
        accounts = tuple((each.id.hex, each.name) for each in everybody.accounts.values())
        people = tuple((each.account_id.hex, each.name) for each in everybody.people)
        return NamesOfAll(accounts, people, tuple(sorted(everybody.rivals))), everybody

    def _tasks(self, order: BatchOrder, everybody: Everybody) -> Iterator[tuple[int, BatchTask]]:
        """Read what each summary needs, some at a time, so that no transaction is open for long."""
        taken: set[str] = set()
        for first in range(0, len(order.rows), _AT_ONCE):
            with self._store.read() as reading:
                made = [self._task(reading, each, order, everybody, taken) for each in order.rows[first:][:_AT_ONCE]]
            yield from enumerate(made, first)

    def _task(
        self, reading: Reading, row: BatchRow, order: BatchOrder, everybody: Everybody, taken: set[str]
    ) -> BatchTask:
        stored = reading.summaries.get(row.summary_id)
        value = from_json(stored.value)
        own = family_of(everybody.accounts[row.account_id], everybody.accounts)
        of_few = Everybody({each: everybody.accounts[each] for each in own}, _people(reading, own), frozenset())
        forbidden = forbidden_in(reading, row.account_id, value, self._other_books, of_few)
        name = file_name_of(value)
        if name.casefold() in taken:
            name = file_name_of(value, stored.review_id)
        taken.add(name.casefold())
        files = tuple((each.value, str(order.folder / each.named(name))) for each in order.kinds)
        return BatchTask(stored.value, forbidden, stored.meant, tuple(each.hex for each in own), files)


class _Outcome:
    """What came of an order so far."""

    def __init__(self, order: BatchOrder, told: Callable[[int, int], bool]) -> None:
        self._order, self._told = order, told
        self._written: list[tuple[int, list[Path]]] = []
        self._left: list[tuple[int, NotWritten]] = []

    def hear(self, number: int, answer: Answer) -> bool:
        """Note what came of one summary, and say whether to go on."""
        row = self._order.rows[number]
        if "written" in answer:
            self._written.append((number, [Path(each) for each in answer["written"]]))
        elif "leaks" in answer:
            named = ", ".join(f"“{words}” ({kind})" for words, kind in answer["leaks"][:3])
            self._left.append((number, NotWritten(row.summary_id, row.account, named, is_leak=True)))
        else:
            self._left.append((number, NotWritten(row.summary_id, row.account, str(answer.get("refused", "")))))
        return self._told(len(self._written) + len(self._left), len(self._order.rows))

    def result(self, *, was_stopped: bool) -> BatchResult:
        """Give what came of all, in the order of the summaries."""
        written = tuple(path for _, paths in sorted(self._written) for path in paths)
        left = tuple(each for _, each in sorted(self._left, key=lambda pair: pair[0]))
        return BatchResult(self._order.folder, written, left, len(self._written), was_stopped)


def _row(stored: StoredSummary, review: Review, account: str) -> BatchRow:
    held_on = review.held_on or stored.finished_on
    return BatchRow(
        stored.id, stored.account_id, account, review.period, held_on, stored.number, stored.sent_on is not None
    )


def _people(reading: Reading, own: set[UUID]) -> tuple[Person, ...]:
    return reading.people.where(account_id=list(own))


def _processes(count: int) -> int:
    return min(MOST_PROCESSES, os.cpu_count() or 1) if count >= _WORTH_A_SECOND else 1


def _sweep(folder: Path) -> None:
    """Take away what a batch that was killed left half written there."""
    for part in folder.glob(".reviewdesk-*.part"):
        try:
            if time() - part.stat().st_mtime > _OLD:
                part.unlink()
        except OSError:
            continue
