"""A card on the settings page that looks after itself."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


class SettingsPart(QObject):
    """One card: `view` is what it shows, the whole width of the page wide."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.view = view

    def show_now(self) -> None:
        """Show what it shows as it stands."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save at once what was typed."""

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return True
