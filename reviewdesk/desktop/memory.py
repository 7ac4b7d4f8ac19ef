"""What the machine remembers of the window: where it stood, the page and the account last looked at."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow


class WindowMemory:
    """A small file of the machine's own; nothing of a book is in it but a few ids and places."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def page(self) -> str:
        """The page that was open, or nothing."""
        return str(self._settings.value("window/page", ""))

    @property
    def account(self) -> str:
        """The id of the account last looked at, or nothing."""
        return str(self._settings.value("window/account", ""))

    def choice(self, name: str, otherwise: str = "") -> str:
        """Give a choice of this machine, such as the theme."""
        return str(self._settings.value(f"choice/{name}", otherwise))

    def day(self, name: str) -> date | None:
        """Give a day that was kept, or nothing."""
        kept = self.choice(name)
        return date.fromisoformat(kept) if kept else None

    def keep_choice(self, name: str, value: str) -> None:
        """Keep a choice of this machine."""
        self._settings.setValue(f"choice/{name}", value)
        self._settings.sync()

    def keep_soon(self, name: str, value: str) -> None:
        """Keep a choice of this machine, written once what the person did is on screen."""
        self._settings.setValue(f"choice/{name}", value)

    def keep_place(self, page: str, account: str = "") -> None:
        """Keep where the person is."""
        self._settings.setValue("window/page", page)
        if account:
            self._settings.setValue("window/account", account)

    def keep_window(self, window: QMainWindow) -> None:
        """Keep where the window stands and how large it is."""
        self._settings.setValue("window/geometry", window.saveGeometry())
        self._settings.sync()

    def place_window(self, window: QMainWindow) -> bool:
        """Put the window where it stood; answers whether that is known."""
        kept = self._settings.value("window/geometry")
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)
