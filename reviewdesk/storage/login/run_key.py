"""The login item of Windows: a value under the Run key of the person's own registry."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from subprocess import list2cmdline
from typing import Final, Protocol

from reviewdesk.domain.errors import RefusedError

RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED: Final = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
NAME: Final = "ReviewDesk reminders"


class Registry(Protocol):
    """The values under the keys of the person's own registry."""

    def get(self, key: str, name: str) -> str | bytes | None:
        """Give a value, or nothing."""

    def put(self, key: str, name: str, value: str) -> None:
        """Set a text."""

    def remove(self, key: str, name: str) -> None:
        """Remove a value, if it is there."""


class RunKey:
    """A command line that Windows starts at login."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    @property
    def where(self) -> str:
        """Name the key and the value."""
        return rf"HKEY_CURRENT_USER\{RUN}, {NAME}"

    @property
    def is_on(self) -> bool:
        """Say whether it is there and was not switched off in the Task Manager, which marks it by an odd number."""
        approved = self._registry.get(APPROVED, NAME)
        is_off = isinstance(approved, bytes) and bool(approved) and approved[0] % 2 == 1
        return self._registry.get(RUN, NAME) is not None and not is_off

    def starts(self, command: Sequence[str]) -> bool:
        """Say whether the value is this command line."""
        return self._registry.get(RUN, NAME) == list2cmdline(command)

    def put(self, command: Sequence[str]) -> None:
        """Write the command line, quoted as Windows takes it apart, and take back that it was switched off.

        Raises:
            RefusedError: the registry cannot be written.
        """
        try:
            if not self.starts(command):
                self._registry.put(RUN, NAME, list2cmdline(command))
            self._registry.remove(APPROVED, NAME)
        except OSError as error:
            raise RefusedError(
                f"{self.where} could not be written ({error.strerror}). Ask who runs this PC."
            ) from error

    def remove(self) -> None:
        """Remove the value, and what was said about it.

        Raises:
            RefusedError: the registry cannot be written.
        """
        try:
            for key in (RUN, APPROVED):
                self._registry.remove(key, NAME)
        except OSError as error:
            raise RefusedError(f"{self.where} could not be removed ({error.strerror}). Remove it by hand.") from error


class WindowsRegistry:
    """The registry of the person who is logged in."""

    def get(self, key: str, name: str) -> str | bytes | None:
        """Give a value, or nothing."""
        if sys.platform == "win32":
            import winreg

            with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                found = winreg.QueryValueEx(opened, name)[0]
                return found if isinstance(found, str | bytes) else None
        return None

    def put(self, key: str, name: str, value: str) -> None:
        """Set a text."""
        if sys.platform == "win32":
            import winreg

            with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

    def remove(self, key: str, name: str) -> None:
        """Remove a value, if it is there."""
        if sys.platform == "win32":
            import winreg

            with (
                suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened,
            ):
                winreg.DeleteValue(opened, name)
