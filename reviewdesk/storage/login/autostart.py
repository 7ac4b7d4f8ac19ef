"""The login item of Linux desktops: an entry in the autostart folder (freedesktop.org, Desktop Entry)."""

from collections.abc import Sequence
from typing import Final

from reviewdesk.storage.login.item import LoginFile

NAME: Final = "reviewdesk-remind.desktop"
_HEAD: Final = "[Desktop Entry]"
_OFF: Final = frozenset({"hidden=true", "x-gnome-autostart-enabled=false"})
# What must stand in quotation marks, by the specification; a percent sign is doubled besides.
_RESERVED: Final = frozenset(" \t\n\"'\\><~|&;$*?#()`")
_ESCAPED: Final = str.maketrans({each: f"\\{each}" for each in '"`$\\'})


class AutostartEntry(LoginFile):
    """An entry that a desktop reads at login; a program that is gone is not started, and nobody is told."""

    @property
    def is_on(self) -> bool:
        """Say whether it is there and no desktop's settings have switched it off."""
        found = self.read()
        if found is None:
            return False
        lines = {each.replace(" ", "").casefold() for each in found.decode("utf-8", "replace").splitlines()}
        return not lines & _OFF

    def starts(self, command: Sequence[str]) -> bool:
        """Say whether its command line is this one."""
        return _exec(command).encode("utf-8", "surrogateescape") in (self.read() or b"").splitlines()

    def content(self, command: Sequence[str]) -> bytes:
        """Give the entry that starts this command."""
        lines = (
            _HEAD,
            "Type=Application",
            "Version=1.0",
            "Name=ReviewDesk reminders",
            "Comment=Says at login how much is due, and ends",
            f"TryExec={_as_text(command[0])}",
            _exec(command),
            "Icon=reviewdesk",
            "Terminal=false",
            "NoDisplay=true",
            "StartupNotify=false",
            "X-GNOME-Autostart-enabled=true",
        )
        return ("\n".join(lines) + "\n").encode("utf-8", "surrogateescape")


def quoted(argument: str) -> str:
    """Quote one argument of a command line as the specification asks."""
    plain = argument.replace("%", "%%")
    if plain and not set(plain) & _RESERVED:
        return plain
    return f'"{plain.translate(_ESCAPED)}"'


def _exec(command: Sequence[str]) -> str:
    return f"Exec={_as_text(' '.join(map(quoted, command)))}"


def _as_text(value: str) -> str:
    """Escape what a value of the file itself escapes, over and above any quoting."""
    return value.replace("\\", "\\\\")
