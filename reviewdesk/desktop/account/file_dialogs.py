"""The system's own dialogs for files to keep in the book, and for where a copy goes."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


class FilesToKeep:
    """Lets the person choose files to keep on an account."""

    @classmethod
    def ask(cls, parent: QWidget) -> list[Path]:
        """Give the files that were chosen, none where the person went back."""
        title = QCoreApplication.translate("FilesToKeep", "Choose files to keep here")
        chosen, _ = QFileDialog.getOpenFileNames(parent, title)
        return [Path(each) for each in chosen]


class PlaceForCopy:
    """Lets the person choose where a copy of a file is saved."""

    @classmethod
    def ask(cls, parent: QWidget, name: str) -> Path | None:
        """Give the place, or nothing where the person went back."""
        title = QCoreApplication.translate("PlaceForCopy", "Save a copy")
        chosen, _ = QFileDialog.getSaveFileName(parent, title, name)
        return Path(chosen) if chosen else None
