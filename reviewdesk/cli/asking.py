"""What a command is given: what was asked, and the way to open books."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reviewdesk.cli.arguments import Asked
from reviewdesk.domain.clock import Clock
from reviewdesk.services.all_books import AllBooksService
from reviewdesk.services.services import Services


class Folders(Protocol):
    """The folders of this machine's person."""

    @property
    def logs(self) -> Path:
        """Where crash files go."""

    @property
    def first_book(self) -> Path:
        """The book that is meant where none is named."""

    @property
    def sample_book(self) -> Path:
        """The sample book."""


class OpenedBook(Protocol):
    """A book that is open."""

    @property
    def services(self) -> Services:
        """Everything that can be done with it."""

    def close(self) -> None:
        """Let go of it."""


class OpensBooks(Protocol):
    """Opens a book, or makes a new one where that is allowed."""

    def __call__(self, path: Path, clock: Clock, *, may_create: bool = False, name: str = "") -> OpenedBook:
        """Open the book at a path."""


class RestoresBooks(Protocol):
    """Puts a backup in place of a book."""

    def __call__(self, path: Path, backup: Path, clock: Clock, /) -> Path:
        """Restore, and give the file that keeps what was there before."""


class FindsBackup(Protocol):
    """Finds the newest backup of a book."""

    def __call__(self, path: Path, clock: Clock, /) -> Path | None:
        """Give its file, if there is one."""


class LooksAtBooks(Protocol):
    """Gives what looks into all books of this machine's person."""

    def __call__(self, clock: Clock, /) -> AllBooksService:
        """Give it for the day that is worked on."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """One call of the program in a terminal."""

    asked: Asked
    folders: Folders
    open_book: OpensBooks
    restore_book: RestoresBooks
    newest_backup: FindsBackup
    look_at_books: LooksAtBooks

    @property
    def clock(self) -> Clock:
        """The day that was asked for, else the real one."""
        return self.asked.window.clock

    @property
    def path(self) -> Path:
        """Where the book lies that is meant."""
        usual = self.folders.sample_book if self.asked.window.sample else self.folders.first_book
        return placed(self.asked.window.book or usual)


def placed(path: Path) -> Path:
    """Give the whole path of a file that was named; a ~ is the person's home."""
    try:
        return path.expanduser().absolute()
    except RuntimeError:
        return path.absolute()
