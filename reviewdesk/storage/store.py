"""An open book: transactions for reading and writing, undo and redo."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import BookError, BusyBookError, RefusedError, UndoRefusedError
from reviewdesk.storage import search, standing, steps
from reviewdesk.storage.driver import driver
from reviewdesk.storage.reading import Reading, UnitOfWork
from reviewdesk.storage.records import TABLES
from reviewdesk.storage.steps import Change, Intent, Step

STANDING_KINDS: Final = frozenset(Kind) - {
    Kind.NOTE_LINE, Kind.SOURCE_KEY, Kind.REMINDER, Kind.QUOTE, Kind.QUESTION, Kind.OPPORTUNITY, Kind.SUMMARY,
    Kind.PRODUCT, Kind.PERSON, Kind.COLLEAGUE, Kind.GOAL, Kind.ACTUAL,
}  # fmt: skip


class Store:
    """One open book. Each lane reads and writes through it with a connection of its own."""

    def __init__(self, path: Path, engine: Engine, clock: Clock, who: str = "me") -> None:
        self.path = path
        self.clock = clock
        self.engine = engine
        self._who = who

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """Read the book as it stands now.

        Raises:
            BookError: the file cannot be read.
        """
        with _told(), self.engine.connect() as connection, connection.begin():
            yield Reading(connection, self.clock)

    @contextmanager
    def write(self, label: str, *, join_key: str = "", quiet: bool = False) -> Iterator[UnitOfWork]:
        """Write one step, labelled as undo names it; all of it is committed or nothing.

        Steps with the same `join_key` that follow each other within seconds are undone together. A quiet step is kept
        in the history and never offered for undo.

        Raises:
            BusyBookError: another program kept the book for over five seconds.
            BookError: the disk is full or the file cannot be written.
        """
        with _told(), self._writing() as work:
            yield work
            self._keep(work, Intent(label, join_key, quiet))

    @contextmanager
    def _writing(self) -> Iterator[UnitOfWork]:
        with self.engine.connect() as raw:
            connection = raw.execution_options(writes=True)
            with connection.begin():
                yield UnitOfWork(connection, self.clock)

    def _keep(self, work: UnitOfWork, intent: Intent) -> None:
        """Write the step and all that is worked out from its changes, in the same transaction."""
        if not work.noted:
            return
        step_id = steps.record_step(work.connection, work.noted, intent, who=self._who, at=work.now)
        search.index(work.connection, work.records)
        self._keep_standing(work)
        work.changes = Changes(step_id, intent.label, frozenset(work.records), frozenset(work.account_ids))

    def _keep_standing(self, work: UnitOfWork) -> None:
        if any(kind is Kind.BOOK for kind, _ in work.records):
            standing.refresh(work.connection, work.book, self.clock.today())
        elif any(kind in STANDING_KINDS for kind, _ in work.records):
            standing.refresh(work.connection, work.book, self.clock.today(), work.account_ids)

    def refresh_day(self) -> int:
        """Bring what depends on the day up to today and give the number of accounts that changed."""
        if not self.clock.is_real:
            return 0
        with _told(), self._writing() as work:
            return standing.refresh(work.connection, work.book, self.clock.today())

    def undoable(self) -> Step | None:
        """Give the step that undo would take back."""
        with self.read() as reading:
            undo = steps.stacks(reading.connection).undo
        return undo[-1] if undo else None

    def redoable(self) -> Step | None:
        """Give the step that redo would bring back."""
        with self.read() as reading:
            redo = steps.stacks(reading.connection).redo
        return redo[-1] if redo else None

    def undo(self, step_id: UUID | None = None) -> Changes:
        """Take back the newest step, or the one named; this is a step itself.

        Raises:
            RefusedError: there is nothing to undo.
            UndoRefusedError: what the step left behind was changed again.
        """
        with _told(), self._writing() as work:
            undo = steps.stacks(work.connection).undo
            wanted = [each for each in undo if step_id in (None, each.id)]
            if not wanted:
                raise RefusedError("There is nothing left to undo.")
            return self._take_back(work, wanted[-1])

    def redo(self) -> Changes:
        """Bring back what was undone last.

        Raises:
            RefusedError: nothing was undone, or something was done since.
            UndoRefusedError: what undoing left behind was changed again.
        """
        with _told(), self._writing() as work:
            redo = steps.stacks(work.connection).redo
            if not redo:
                raise RefusedError("There is nothing to bring back.")
            return self._take_back(work, redo[-1])

    def _take_back(self, work: UnitOfWork, step: Step) -> Changes:
        done = steps.changes_of(work.connection, step.head)
        self._touch(work, done)
        work.note(steps.restore(work.connection, done, step.label))
        self._touch(work, done)
        self._keep(work, Intent(step.label, undoes=step.head))
        return work.changes

    def _touch(self, work: UnitOfWork, changes: tuple[Change, ...]) -> None:
        """Remember what is touched by taking changes back: once before, once after, as rows come and go."""
        for each in changes:
            account_id = _account_of(work, each)
            work.touched(each.kind, UUID(each.record_id), account_id)

    def data_version(self) -> int:
        """Give a number that differs once another program has written to the book."""
        with self.engine.connect() as connection:
            return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def tidy(self) -> None:
        """Bring the write-ahead log into the book and empty it."""
        raw = self.engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()

    def close(self) -> None:
        """Close the book for this program."""
        self.tidy()
        self.engine.dispose()


def _account_of(work: UnitOfWork, change: Change) -> UUID | None:
    if change.kind is Kind.ACCOUNT:
        return UUID(change.record_id)
    table = TABLES[change.kind]
    if "account_id" not in table.c:
        return None
    found = work.connection.execute(table.select().where(table.c.id == change.record_id)).mappings().first()
    return UUID(found["account_id"]) if found else None


@contextmanager
def _told() -> Iterator[None]:
    """Turn what the database says into something to tell the person."""
    try:
        yield
    except IntegrityError as error:
        raise UndoRefusedError(
            "This is still needed by something added later. Remove or undo that first, then try again."
        ) from error
    except (DBAPIError, OperationalError, driver.DatabaseError) as error:
        raise _sentence(str(error)) from error


def _sentence(said: str) -> BookError:
    if "locked" in said or "busy" in said:
        return BusyBookError("Another program is writing to this book. Wait a moment and try again.")
    if "full" in said:
        return BookError("The disk is full, so nothing was saved. Free some space, or save to another place.")
    return BookError(f"The book cannot be read or written ({said.splitlines()[0]}). Check its disk, then try again.")
