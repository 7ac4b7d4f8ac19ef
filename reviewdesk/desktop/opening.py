"""What the desktop is given to open a book, and what it is asked to show."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reviewdesk.domain.clock import Clock
from reviewdesk.services.services import Services


class Opened(Protocol):
    """An open book with its services."""

    @property
    def services(self) -> Services:
        """Give the services of the book."""

    def close(self) -> None:
        """Back the book up and let go of it."""


class Opener(Protocol):
    """Opens a book for a window."""

    def __call__(self, path: Path, clock: Clock, *, may_create: bool, name: str = "", for_window: bool) -> Opened:
        """Open a book, or say in a ReviewDeskError why not."""


Restorer = Callable[[Path, Path, Clock], Path]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the window was asked to show: which book, on which day, and whether to fill it with the sample."""

    book: Path
    clock: Clock
    sample: bool
    may_create: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """How the desktop reaches the rest: a way to open a book, to restore one, and where the program's data lie."""

    open_book: Opener
    restore: Restorer
    resources: Path
    settings: Path
    logs: Path
