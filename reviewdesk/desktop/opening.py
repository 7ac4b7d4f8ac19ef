"""What the desktop is given to open a book, and what it is asked to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reviewdesk.domain.clock import Clock

if TYPE_CHECKING:
    from reviewdesk.services.beginning import Begun
    from reviewdesk.services.services import Services


class Opened(Protocol):
    """An open book with its services."""

    @property
    def services(self) -> Services:
        """Give the services of the book."""

    def begin(self) -> Begun:
        """Back the book up, bring back what was typed and not saved, and say what that met."""

    def reopen(self) -> None:
        """Take the book again that was let go of."""

    def close(self, *, with_backup: bool = True) -> None:
        """Back the book up, unless the person does without, and let go of it."""


class Opener(Protocol):
    """Opens a book for a window."""

    def __call__(
        self, path: Path, clock: Clock, *, may_create: bool = False, for_window: bool = False, take_over: bool = False
    ) -> Opened:
        """Open a book, or say in a ReviewDeskError why not."""


Restorer = Callable[[Path, Path, Clock], Path]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the window was asked to show: which book (none: the one of last time), on which day, with the sample."""

    book: Path | None
    clock: Clock
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """How the desktop reaches the rest: a way to open a book, to restore one, and where everything lies."""

    open_book: Opener
    restore: Restorer
    resources: Path
    settings: Path
    logs: Path
    first_book: Path
    newest_backup: Callable[[Path, Clock], Path | None] | None = None
