"""All books of this machine's person: each by name and colour, and what is due in it. Nothing of them is written."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import MissingError, ReviewDeskError
from reviewdesk.domain.today import Part, When
from reviewdesk.services.today import page_of
from reviewdesk.storage.lists.counts import counts
from reviewdesk.storage.looking_in import look_into
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.recent_books import RecentBooks
from reviewdesk.storage.store import Store
from reviewdesk.storage.window_lock import WindowLock


@dataclass(frozen=True, slots=True, kw_only=True)
class BookGlance:
    """One book as the list of all shows it.

    `refusal` says why it cannot be looked into, and then the rest is empty; `parts` hold what is due in it, as its own
    Today has them.
    """

    path: Path
    today: date
    name: str
    color: str = ""
    accounts: int = 0
    parts: tuple[Part, ...] = ()
    refusal: str = ""
    is_missing: bool = False
    is_here: bool = False
    is_open_elsewhere: bool = False

    @property
    def over(self) -> int:
        """Count what should have been done before today."""
        return sum(entry.on < self.today for part in self.parts for entry in part.entries)

    @property
    def due_today(self) -> int:
        """Count what is asked for today, without what is over."""
        held = (part for part in self.parts if part.when in (When.NOW, When.TODAY))
        return sum(entry.on >= self.today for part in held for entry in part.entries)

    @property
    def ahead(self) -> int:
        """Count what comes in the days after."""
        return sum(len(part.entries) for part in self.parts if part.when not in (When.NOW, When.TODAY))


class AllBooksService:
    """Looks into the books of this machine's person, one at a time; `here` is the open one."""

    def __init__(self, recent: RecentBooks, clock: Clock, here: Store | None = None) -> None:
        self._recent = recent
        self._clock = clock
        self._here = here

    @property
    def is_hidden(self) -> bool:
        """Whether the books that are not open are kept off the screen."""
        return self._recent.is_hidden

    def hide(self, *, on: bool) -> None:
        """Keep the books that are not open off the screen, or show them again.

        Raises:
            RefusedError: the list cannot be written.
        """
        self._recent.hide(on=on)

    def paths(self) -> tuple[Path, ...]:
        """Give where they lie: the open one, then those opened before, the last one first, unless they are hidden."""
        return self._own() if self.is_hidden else self._all_paths()

    def _own(self) -> tuple[Path, ...]:
        return () if self._here is None else (self._here.path,)

    def _all_paths(self) -> tuple[Path, ...]:
        return tuple(dict.fromkeys((*self._own(), *self._recent.paths())))

    def look_at(self, path: Path) -> BookGlance:
        """Look into one book; whatever keeps it from being read is said in it."""
        today, elsewhere = self._clock.today(), WindowLock(path).is_held_elsewhere
        try:
            if self._here is not None and path == self._here.path:
                with self._here.read() as reading:
                    return _glance(reading, path, is_here=True)
            with look_into(path, self._clock) as reading:
                return _glance(reading, path, is_open_elsewhere=elsewhere)
        except ReviewDeskError as error:
            return BookGlance(
                path=path, today=today, name=path.stem, refusal=str(error), is_open_elsewhere=elsewhere,
                is_missing=isinstance(error, MissingError),
            )  # fmt: skip

    def all(self) -> tuple[BookGlance, ...]:
        """Look into all of them."""
        return tuple(map(self.look_at, self.paths()))

    def colours(self) -> tuple[str, ...]:
        """Give the colours that the books have which can be read."""
        return tuple(each.color for each in map(self.look_at, self._all_paths()) if each.color)

    def remember(self) -> None:
        """Put the open book on top of the list."""
        if self._here is not None:
            self._recent.remember(self._here.path)

    def forget(self, path: Path) -> None:
        """Take a book off the list; its file is untouched.

        Raises:
            RefusedError: the list cannot be written.
        """
        self._recent.forget(path)


def _glance(reading: Reading, path: Path, *, is_here: bool = False, is_open_elsewhere: bool = False) -> BookGlance:
    page, book = page_of(reading), reading.book
    return BookGlance(
        path=path, today=page.today, name=book.name, color=book.color, parts=page.parts,
        accounts=counts(reading.connection, page.today)["accounts"],
        is_here=is_here, is_open_elsewhere=is_open_elsewhere,
    )  # fmt: skip
