"""What is due in the books of this machine while the program is closed, and what was told of it.

Books are only looked into: none is locked, written or brought up to date. What was told is kept beside the machine's
own settings, so that a window still shows it as due when it opens.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Final

from reviewdesk.domain.clock import Clock
from reviewdesk.domain.closed_notice import ClosedNotice, DueThing, PlannedDay, closed_notice, due_things, due_update
from reviewdesk.domain.errors import MissingError, OlderBookError, ReviewDeskError
from reviewdesk.storage.lists.reminders import may_remind, shown_keys
from reviewdesk.storage.lists.today import planned_reviews
from reviewdesk.storage.looking_in import look_into
from reviewdesk.storage.reminded import Reminded
from reviewdesk.storage.schema import SCHEMA
from reviewdesk.storage.window_lock import WindowLock

LONGEST: Final = 10.0  # seconds for all books together: one on a drive that hangs keeps nobody waiting


@dataclass(frozen=True, slots=True)
class ClosedBook:
    """What one book has due; `living` are the ids of all of which something may yet be told, where that is known."""

    path: Path
    things: tuple[DueThing, ...] = ()
    living: frozenset[str] | None = None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What there is to tell: a notice or nothing, from which books, and why others could not be looked into."""

    notice: ClosedNotice | None
    books: tuple[ClosedBook, ...]
    refusals: tuple[str, ...]

    @property
    def only_book(self) -> Path | None:
        """Give the book that all of it is from, where it is from one."""
        due = [each.path for each in self.books if each.things]
        return due[0] if len(due) == 1 else None


class ClosedReminderService:
    """Looks once into the books that were opened on this machine, and keeps what was told.

    A hidden list of books counts as well: a notice names none. A book that was taken off the list is left alone.
    """

    def __init__(self, books: Sequence[Path], reminded: Reminded, now: Callable[[], datetime] | None = None) -> None:
        self._books = tuple(dict.fromkeys(books))
        self._reminded = reminded
        self._now = now or local_now

    def look(self) -> Waiting:
        """Look into all of them; there is a notice only where something is due that was not told before."""
        found = tuple(self._look_at_all(self._now()))
        things = [each for book in found for each in book.things]
        fresh = any(each.key not in self._reminded.keys(book.path) for book in found for each in book.things)
        refusals = tuple(f"{each.path}: {each.refusal}" for each in found if each.refusal)
        return Waiting(closed_notice(things) if fresh else None, found, refusals)

    def told(self, waiting: Waiting) -> None:
        """Keep that this was told; what is done meanwhile is forgotten.

        Raises:
            RefusedError: it cannot be kept, and so the notice will come again.
        """
        self._reminded.keep({each.path: self._told_of(each) for each in waiting.books})

    def _told_of(self, book: ClosedBook) -> set[str]:
        before, living = self._reminded.keys(book.path), book.living
        kept = {key for key in before if living is None or key.partition("/")[0] in living}
        return kept | {key for each in book.things for key in each.keys}

    def _look_at_all(self, now: datetime) -> Iterable[ClosedBook]:
        """Look into each by a thread of its own; one that has not answered in time is left out."""
        answers: SimpleQueue[ClosedBook] = SimpleQueue()
        for path in self._books:
            Thread(target=_answer, args=(answers, path, now), daemon=True).start()
        found: dict[Path, ClosedBook] = {}
        until = monotonic() + LONGEST
        while len(found) < len(self._books):
            try:
                answer = answers.get(timeout=max(0.0, until - monotonic()))
            except Empty:
                break
            found[answer.path] = answer
        return [found.get(path, ClosedBook(path, refusal="It does not answer.")) for path in self._books]


def local_now() -> datetime:
    """Give the moment in the person's own time zone."""
    return datetime.now().astimezone()


def _answer(answers: "SimpleQueue[ClosedBook]", path: Path, now: datetime) -> None:
    answers.put(look_at(path, now))


def look_at(path: Path, now: datetime) -> ClosedBook:
    """Look into one book.

    One that a window has open reminds by itself; one that is not there and the sample are left alone. Of one that an
    older program made it is said once that it has to be opened.
    """
    try:
        if WindowLock(path).is_held_elsewhere:
            return ClosedBook(path)
        with look_into(path, Clock()) as reading:
            if reading.book.sample_of is not None:
                return ClosedBook(path)
            follow_ups = may_remind(reading.connection, date.max)
            shown = shown_keys(reading.connection)
            planned = [PlannedDay(each.id, each.on) for each in planned_reviews(reading.connection, date.max)]
    except MissingError:
        return ClosedBook(path)
    except OlderBookError as error:
        return ClosedBook(path, (due_update(SCHEMA),), refusal=str(error))
    except (ReviewDeskError, OSError) as error:
        return ClosedBook(path, refusal=str(error))
    living = frozenset(str(each) for each in (*(one.id for one in follow_ups), *(one.review_id for one in planned)))
    return ClosedBook(path, due_things(follow_ups, planned, now, shown), living)
