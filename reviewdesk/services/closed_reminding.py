"""Whether this machine reminds when the program is closed: asked once, changed at any time, kept by the system."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewdesk.domain.errors import RefusedError
from reviewdesk.storage.login.item import LoginItem
from reviewdesk.storage.reminded import Reminded


@dataclass(frozen=True, slots=True)
class ClosedReminding:
    """Whether it is on, and where the login item is or would be."""

    is_on: bool
    where: str


class ClosedRemindingService:
    """Puts the login item that starts `command`, and takes it away again; no book is touched."""

    def __init__(self, item: LoginItem, command: Sequence[str], reminded: Reminded) -> None:
        self._item = item
        self._command = tuple(command)
        self._reminded = reminded

    def now(self) -> ClosedReminding:
        """Give how it stands, also where the person changed it by the system's own means."""
        return ClosedReminding(self._item.is_on, self._item.where)

    def turn(self, *, on: bool) -> ClosedReminding:
        """Switch it on or off; off leaves nothing behind.

        Raises:
            RefusedError: the system does not let it be written or removed.
        """
        if on:
            self._item.put(self._command)
        else:
            self._item.remove()
            self._reminded.forget()
        return self.now()

    def mend(self) -> bool:
        """Have a program that was moved started from where it is now; say whether that was needed."""
        if not self._item.is_on or self._item.starts(self._command):
            return False
        try:
            self._item.put(self._command)
        except RefusedError:
            return False  # nobody asked; Settings says so when it is looked at
        return True
