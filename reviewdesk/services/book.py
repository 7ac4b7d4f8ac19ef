"""The book itself: its settings, undo and history, backups, and what is checked at open and close."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from reviewdesk.domain.book import Book
from reviewdesk.domain.people import Colleague
from reviewdesk.services.myself import me, named_so
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage import checking, day_change, search_mending, steps
from reviewdesk.storage.backup import Backup, Backups
from reviewdesk.storage.lists.counts import counts
from reviewdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class BookNow:
    """What the window shows of the book as a whole: its name and colour, what undo would do, and counts."""

    book: Book
    me: Colleague | None
    accounts: int
    undo: str
    redo: str
    counts: Mapping[str, int]
    latest_step: UUID | None = None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of a record: what was done, by whom, when, and the values before and after."""

    label: str
    who: str
    at: datetime
    field: str
    old: str | None
    new: str | None


class BookService:
    """What a person does with the book as a whole."""

    def __init__(self, store: Store, backups: Backups) -> None:
        self._store = store
        self._backups = backups

    @property
    def path(self) -> Path:
        """Where the book lies."""
        return self._store.path

    @property
    def today(self) -> date:
        """The day the person works on."""
        return self._store.clock.today()

    @property
    def is_real_day(self) -> bool:
        """Whether the person works on the real day, so that what a day brings may be written."""
        return self._store.clock.is_real

    def now(self) -> BookNow:
        """Give what the window shows of the book."""
        with self._store.read() as reading:
            stacks = steps.stacks(reading.connection)
            found = counts(reading.connection, self.today)
            return BookNow(
                book=reading.book,
                me=me(reading),
                accounts=found["accounts"],
                undo=stacks.undo[-1].label if stacks.undo else "",
                redo=stacks.redo[-1].label if stacks.redo else "",
                counts=found,
                latest_step=steps.latest(reading.connection),
            )

    def undo(self) -> Outcome[str]:
        """Take back the newest step, and give what it was called.

        Raises:
            RefusedError: there is nothing to undo.
            UndoRefusedError: what it left behind was changed again since.
        """
        changes = self._store.undo()
        return Outcome(changes.label, changes)

    def redo(self) -> Outcome[str]:
        """Bring back what was undone last, and give what it was called.

        Raises:
            RefusedError: nothing was undone, or something was done since.
            UndoRefusedError: what undoing left behind was changed again.
        """
        changes = self._store.redo()
        return Outcome(changes.label, changes)

    def latest_step(self) -> UUID | None:
        """Give the newest step in the book, whoever made it: another one than ours means another program wrote."""
        with self._store.read() as reading:
            return steps.latest(reading.connection)

    def history(self, record_id: UUID) -> tuple[HistoryEntry, ...]:
        """Give what happened to a record, newest first."""
        with self._store.read() as reading:
            found = steps.history_of(reading.connection, record_id.hex)
        return tuple(
            HistoryEntry(step.label, step.who, step.at, each.field, each.old, each.new) for step, each in found
        )

    def settings(self) -> Mapping[str, str]:
        """Give every setting of the book as text."""
        from reviewdesk.services.book_settings import written

        with self._store.read() as reading:
            return written(reading.book)

    def change_setting(self, name: str, text: str) -> Outcome[Book]:
        """Change one setting of the book as typed; everything that depends on it is worked out anew.

        Raises:
            RefusedError: there is no such setting, or it is written otherwise; the sentence says how.
        """
        from reviewdesk.services.book_settings import checked, read_setting

        setting: dict[str, Any] = {name: read_setting(name, text)}
        with self._store.write("Change setting", join_key=f"book/{name}") as work:
            book = work.books.put(checked(replace(work.book, **setting)))
        return Outcome(book, work.changes)

    def introduce_me(self, name: str, text: str) -> Outcome[Colleague | None]:
        """Change one field of the person whose book this is: name, email, phone or role.

        Promises without a name are theirs, and summaries carry their name. A colleague of this name who is in the book
        already, as an import brings them, is that person.

        Raises:
            RefusedError: it is written otherwise; the sentence says how.
        """
        from reviewdesk.services.book_settings import ABOUT_ME

        value: dict[str, Any] = {name: ABOUT_ME[name](text)}
        with self._store.write("Who I am", join_key=f"me/{name}") as work:
            known = me(work)
            if known is None and not value.get("name"):
                return Outcome(None, work.changes)
            known = known or named_so(work, value["name"]) or Colleague(name="")
            mine = work.colleagues.put(replace(known, is_me=True, **value))
        return Outcome(mine, work.changes)

    def new_day(self, goes_on: Callable[[], bool] = day_change.always) -> int:
        """Bring what depends on the day up to today; give the number of accounts that changed.

        It is done in pieces; where `goes_on` says no, the rest is left for the next time.
        """
        return day_change.catch_up(self._store, goes_on)

    def mend(self, goes_on: Callable[[], bool] = day_change.always) -> int:
        """Do the same, and work out anew all that is kept of the accounts and what an earlier program indexed."""
        changed = day_change.mend(self._store, goes_on)
        search_mending.mend(self._store, goes_on)
        return changed

    def do_before_writing(self, before: Callable[[], object]) -> None:
        """Have something done before the first thing is written, whoever writes it."""
        self._store.do_first(before)

    def get_ready(self) -> None:
        """Do what comes before the first write, unless it was done."""
        self._store.get_ready()

    def back_up(self, why: str = "") -> Backup:
        """Make a verified backup and thin the older ones."""
        return self._backups.make(why)

    def backups(self) -> tuple[Backup, ...]:
        """List the backups, newest first."""
        return self._backups.all()

    def check(self) -> tuple[str, ...]:
        """Read the whole book and work out anew what is kept; give a sentence for everything that is not right."""
        return checking.check(self._store)

    def mend_what_is_kept(self) -> None:
        """Make right what is kept beside the records and is not what they say."""
        checking.mend(self._store)

    def tidy(self) -> None:
        """Bring the write-ahead log into the book."""
        self._store.tidy()

    def close(self) -> None:
        """Close the book for this program."""
        self._store.close()
