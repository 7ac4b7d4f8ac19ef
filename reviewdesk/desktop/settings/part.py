"""A card on the settings page that looks after itself."""

from typing import ClassVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


class SettingsPart(QObject):
    """One card: `view` is what it shows, as wide as the page; `key` names it where something leads here.

    What is `of_machine` is no card of the book: it stands among what is chosen for this machine.
    """

    key: ClassVar[str] = ""
    of_machine: ClassVar[bool] = False

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.view = view

    def begin(self, words: str) -> None:
        """Let the person begin here, with these words typed for them."""

    def show_now(self) -> None:
        """Show what it shows as it stands."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save at once what was typed."""

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return True
