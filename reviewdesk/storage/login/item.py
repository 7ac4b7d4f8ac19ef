"""What the system starts at login: there or not, and what it starts."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from reviewdesk.domain.errors import RefusedError
from reviewdesk.storage.atomic import write_whole


class LoginItem(Protocol):
    """One entry in what the system starts at login."""

    @property
    def where(self) -> str:
        """Say where it is, so that the person finds it without us."""

    @property
    def is_on(self) -> bool:
        """Say whether it is there and was not switched off by the system's own means."""

    def starts(self, command: Sequence[str]) -> bool:
        """Say whether it starts this command; whatever else the person changed in it is theirs."""

    def put(self, command: Sequence[str]) -> None:
        """Have this command started at login, in place of what was started before.

        Raises:
            RefusedError: it cannot be written.
        """

    def remove(self) -> None:
        """Leave nothing of it behind.

        Raises:
            RefusedError: it cannot be removed.
        """


class LoginFile:
    """A login item that is a small file of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def where(self) -> str:
        """Give the path of the file."""
        return str(self.path)

    def content(self, command: Sequence[str]) -> bytes:
        """Give the file that starts this command."""
        raise NotImplementedError

    def read(self) -> bytes | None:
        """Give the file as it is, or nothing."""
        try:
            return self.path.read_bytes()
        except OSError:
            return None

    @property
    def is_on(self) -> bool:
        """Say whether it is there and was not switched off by the system's own means."""
        raise NotImplementedError

    def starts(self, command: Sequence[str]) -> bool:
        """Say whether it starts this command."""
        raise NotImplementedError

    def put(self, command: Sequence[str]) -> None:
        """Write the file, whole or not at all; one that is right already is not touched.

        Raises:
            RefusedError: it cannot be written, or nothing can be started from a path like this.
        """
        if any(ord(each) < ord(" ") for part in command for each in part):
            raise RefusedError("The program lies in a folder that cannot be started from at login. Move it elsewhere.")
        if not (self.is_on and self.starts(command)):
            write_whole(self.path, self.content(command))

    def remove(self) -> None:
        """Remove the file.

        Raises:
            RefusedError: it cannot be removed.
        """
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise RefusedError(f"{self.path} could not be removed ({error.strerror}). Remove it by hand.") from error
