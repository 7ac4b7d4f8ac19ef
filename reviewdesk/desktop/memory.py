"""What the machine remembers of the window: where it stood, the page and the account last looked at."""

from datetime import date
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow


class WindowMemory:
    """A small file of the machine's own; nothing of a book is in it but a few ids and places, apart for each book."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._of_book = "window"

    def belong_to(self, book: Path) -> date | None:
        """Keep from here on what is of this book alone; give the day on which it was last looked at, if it was."""
        self._of_book = f"book-{crc32(str(book).encode()):08x}"
        seen = self.of_book("seen")
        return date.fromisoformat(seen) if seen else None

    def of_book(self, name: str) -> str:
        """Give what was kept of this book, such as the page that was open, or nothing."""
        return str(self._settings.value(f"{self._of_book}/{name}", ""))

    def keep_of_book(self, name: str, value: str) -> None:
        """Keep something of this book alone."""
        self._settings.setValue(f"{self._of_book}/{name}", value)

    @property
    def page(self) -> str:
        """The page that was open, or nothing."""
        return self.of_book("page")

    @property
    def account(self) -> str:
        """The id of the account last looked at, or nothing."""
        return self.of_book("account")

    def choice(self, name: str, otherwise: str = "") -> str:
        """Give a choice of this machine, such as the theme."""
        return str(self._settings.value(f"choice/{name}", otherwise))

    def wants_tray(self) -> bool:
        """Say whether the person wants notices from the tray."""
        return self.choice("tray") == "yes"

    def keep_choice(self, name: str, value: str) -> None:
        """Keep a choice of this machine."""
        self._settings.setValue(f"choice/{name}", value)
        self._settings.sync()

    def keep_soon(self, name: str, value: str) -> None:
        """Keep a choice of this machine, written once what the person did is on screen."""
        self._settings.setValue(f"choice/{name}", value)

    def keep_place(self, page: str, account: str = "") -> None:
        """Keep where the person is."""
        self.keep_of_book("page", page)
        if account:
            self.keep_of_book("account", account)

    def keep_window(self, window: QMainWindow) -> None:
        """Keep where the window stands and how large it is."""
        self._settings.setValue("window/geometry", window.saveGeometry())
        self._settings.sync()

    def place_window(self, window: QMainWindow) -> bool:
        """Put the window where it stood; answers whether that is known."""
        kept = self._settings.value("window/geometry")
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)
