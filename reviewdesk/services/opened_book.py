"""A book that was opened, with what belongs to having it open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewdesk.services.beginning import Beginning, Begun
    from reviewdesk.services.services import Services
    from reviewdesk.storage.window_lock import WindowLock


@dataclass(frozen=True, slots=True)
class OpenBook:
    """An open book with its services, and for a window the right to it and what its start has still to do."""

    services: Services
    lock: WindowLock | None = None
    beginning: Beginning | None = None

    def begin(self) -> Begun:
        """Do what the start of a window does with its book, unless it was done, and say what that met."""
        from reviewdesk.services.beginning import Begun

        return self.beginning.run() if self.beginning is not None else Begun()

    def reopen(self) -> None:
        """Take the book again that was let go of.

        Raises:
            BusyBookError: another window has it by now.
        """
        if self.lock is not None:
            self.lock.take()

    def close(self, *, with_backup: bool = True) -> None:
        """Make the closing backup where a window had the book and wants one, and let go of it."""
        if self.lock is not None and with_backup:
            self.services.book.back_up()
        self.services.book.close()
        if self.lock is not None:
            self.lock.release()
