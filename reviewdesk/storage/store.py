"""An open book: transactions for reading and writing, undo and redo."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import chain
from pathlib import Path
from threading import Lock
from time import sleep
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, PoolProxiedConnection

from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import BookError, RefusedError, UndoRefusedError
from reviewdesk.storage import health_days, search, standing, steps
from reviewdesk.storage.log_file import LogFile
from reviewdesk.storage.moving_in import move_in
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.staging import Staging
from reviewdesk.storage.steps import Intent, Step
from reviewdesk.storage.taking_back import TakingBack
from reviewdesk.storage.told import told
from reviewdesk.storage.turn import Turn
from reviewdesk.storage.unit_of_work import UnitOfWork
from reviewdesk.storage.writer import Writer

STANDING_KINDS: Final = frozenset(
    {
        Kind.BOOK, Kind.ACCOUNT, Kind.PERSON, Kind.PURCHASE, Kind.REVIEW, Kind.CONTACT, Kind.FOLLOW_UP, Kind.CONCERN,
        Kind.QUESTION, Kind.QUOTE, Kind.ANSWER,
    }
)  # fmt: skip
GIVES_WAY: Final = 10
LEFT_WITHIN: Final = 500  # hundredths of a second


class Store:
    """One open book. Each lane reads and writes through it with a connection of its own.

    Lanes write one after the other and wait for each other's end; only for another program they wait no more than five
    seconds.
    """

    def __init__(self, path: Path, engine: Engine, clock: Clock, who: str = "me", key: bytes | None = None) -> None:
        self.path = path
        self.clock = clock
        self.engine = engine
        self.key = key
        self._who = who
        self._watch: PoolProxiedConnection | None = None
        self._watching = Lock()
        self._turn = Turn()
        self._writer = Writer(engine)
        self._log = LogFile(path)
        self._first: Callable[[], object] | None = None

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """Read the book as it stands now.

        Raises:
            BookError: the file cannot be read.
        """
        with told():
            self._see_to_the_log()
            with self.engine.connect() as connection:
                connection.begin()  # so that it is one moment from the first look on; closing takes it back
                self._log.is_there()
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
        with told(), self._writing() as work:
            yield work
            self._keep(work, Intent(label, join_key, quiet))

    @contextmanager
    def _writing(self) -> Iterator[UnitOfWork]:
        with self._turn.taken():
            self.get_ready()
            self._see_to_the_log()
            with self._writer.begin() as (connection, memory):
                yield UnitOfWork(connection, self.clock, memory)
            self._refuse_without_log()

    @contextmanager
    def stage(self) -> Iterator[Staging]:
        """Make many new records ready beside the book, for `write_staged`, while others go on writing.

        Raises:
            BookError: the file cannot be read.
        """
        self._see_to_the_log()
        with told(), self.engine.connect() as connection:
            connection.detach()
            # Its tables are made anew each time: remembered with the others, their statements would never go.
            yield Staging(connection.execution_options(compiled_cache={}), self.clock)

    def write_staged(self, staging: Staging, label: str, also: Callable[[UnitOfWork], Iterator[object]]) -> Changes:
        """Write what is staged, and what `also` writes piece by piece before it, as one step: all of it or nothing.

        Where another lane of this program wants to write, what was done so far is rolled back and begun again after
        it; in the end others wait, so that it comes to an end whatever they do.

        Raises:
            BusyBookError: another program kept the book for over five seconds.
            BookError: the disk is full or the file cannot be written.
        """
        staging.connection.commit()
        self.get_ready()
        intent, changes = Intent(label), None
        for others_wait in (*[False] * GIVES_WAY, True):
            self._turn.let_others_go_before()
            changes = self._move_in(staging, intent, also, others_wait=others_wait)
            if changes is not None:
                break
        staging.bring_home()
        return changes or Changes()

    def _move_in(
        self, staging: Staging, intent: Intent, also: Callable[[UnitOfWork], Iterator[object]], *, others_wait: bool
    ) -> Changes | None:
        """Write what is staged, or nothing where another lane came and others do not wait."""
        connection = staging.connection.execution_options(writes=True)
        with self._turn.taken(), connection.begin() as transaction:
            work = UnitOfWork(connection, self.clock)
            for _ in chain(also(work), move_in(staging, work, intent, self._who)):
                if self._turn.is_wanted and not others_wait:
                    transaction.rollback()
                    return None
        self._refuse_without_log()
        return work.changes

    def _see_to_the_log(self) -> None:
        """Open the book anew where another program has cleared its log away; what was saved before is in the book."""
        if self._log.is_there():
            return
        with self._turn.taken(), self._watching:
            if self._log.is_there():
                return
            left = self.engine.pool
            self._let_go()
            for _ in range(LEFT_WITHIN):
                if not left.checkedout():  # type: ignore[attr-defined]
                    break
                sleep(0.01)
            self._log.begin_anew()

    def _refuse_without_log(self) -> None:
        """Say that what was just written is not safe, rather than that it is saved.

        Raises:
            BookError: the log it went to was cleared away meanwhile.
        """
        if not self._log.is_there():
            raise BookError("Another program took the book's log away, so nothing was saved. Do it once more.")

    def _let_go(self) -> None:
        """Close every connection that is not in use at this moment."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        self._writer.close()
        self.engine.dispose()

    def _keep(self, work: UnitOfWork, intent: Intent) -> None:
        """Write the step and all that is worked out from its changes, in the same transaction."""
        if not work.noted:
            return
        step_id = steps.record_step(work.connection, work.noted, intent, who=self._who, at=work.now)
        moved = ("held_on", "account_id")
        redated = {each.record_id for each in work.noted if each.kind is Kind.REVIEW and each.field in moved}
        search.index(work.connection, work.records, redated=redated)
        self._keep_standing(work)
        work.changes = Changes(
            step_id,
            intent.label,
            frozenset(work.records | work.only_counted),
            frozenset(work.account_ids),
            in_passing=bool(intent.join_key) or intent.quiet,
        )

    def _keep_standing(self, work: UnitOfWork) -> None:
        """Keep how accounts stand on the machine's own day, also while the person looks at another one.

        What their health was on which day is kept on the real day alone.
        """
        kinds, today = {kind for kind, _ in work.records}, Clock().today()
        if not kinds & STANDING_KINDS:
            return
        # Only a setting or a purchase can move what is kept of all; that the day did is left to the day change.
        moved = Kind.PURCHASE in kinds and standing.is_of_another_year(work.connection, work.book, today)
        account_ids = None if moved or Kind.BOOK in kinds else work.account_ids
        standing.refresh_some(work.connection, work.book, today, account_ids)
        if self.clock.is_real:
            health_days.keep(work.connection, today, account_ids)

    def do_first(self, before: Callable[[], object]) -> None:
        """Have something done before anything is written: the first who writes does it, and others wait for it."""
        self._first = before

    def get_ready(self) -> None:
        """Do what comes before the first write, unless it was done; where it fails nothing is written."""
        with self._turn.taken():
            if self._first is not None:
                self._first()
                self._first = None

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
        with told(_needed()), self._writing() as work:
            undo = {each.head: each for each in steps.stacks(work.connection).undo}
            head = next(reversed(undo), None) if step_id is None else steps.head_of(work.connection, step_id)
            if head is None or head not in undo:
                raise RefusedError("There is nothing left to undo.")
            return self._take_back(work, undo[head])

    def redo(self) -> Changes:
        """Bring back what was undone last.

        Raises:
            RefusedError: nothing was undone, or something was done since.
            UndoRefusedError: what undoing left behind was changed again.
        """
        with told(_needed()), self._writing() as work:
            redo = steps.stacks(work.connection).redo
            if not redo:
                raise RefusedError("There is nothing to bring back.")
            return self._take_back(work, redo[-1])

    def _take_back(self, work: UnitOfWork, step: Step) -> Changes:
        taking = TakingBack(work.connection, step.label, work.now)
        taking.take(steps.changes_of(work.connection, step.head))
        work.note(taking.changes)
        for each in taking.touched:
            work.touched(*each)
        self._keep(work, Intent(step.label, undoes=step.head))
        return work.changes

    def data_version(self) -> int:
        """Give a number that differs once something was committed, by this program or another one."""
        self._see_to_the_log()
        with told(), self._watching:
            if self._watch is None:
                self._watch = self.engine.raw_connection()
            return int(self._watch.cursor().execute("PRAGMA data_version").fetchone()[0])

    def tidy(self) -> None:
        """Bring the write-ahead log into the book and empty it.

        Raises:
            BookError: there is no room; nothing is lost, it stays in the log.
        """
        with told(), closing(self.engine.raw_connection()) as raw:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Close the book for this program."""
        with self._turn.taken():
            self._writer.close()
        with suppress(BookError):
            self.tidy()
        with self._turn.taken(), self._watching:
            self._let_go()


def _needed() -> UndoRefusedError:
    return UndoRefusedError("This is still needed by something added later. Remove or undo that first, then try again.")
