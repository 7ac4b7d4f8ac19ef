"""The system's own dialogs for files to import and for the rows left out."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

TABLES: Final = (
    "Tables and vCards (*.csv *.tsv *.txt *.xlsx *.xlsm *.xlsb *.xls *.ods *.vcf *.vcard);;"
    "Calendars and mails (*.ics *.eml *.msg);;All files (*)"
)


class FilesToImport:
    """Lets the person choose files to import."""

    @classmethod
    def ask(cls, parent: QWidget) -> list[Path]:
        """Give the files that were chosen, none where the person went back."""
        title = QCoreApplication.translate("FilesToImport", "Choose files to import")
        chosen, _ = QFileDialog.getOpenFileNames(parent, title, "", TABLES)
        return [Path(each) for each in chosen]


class PlaceForRows:
    """Lets the person choose where the rows that are left out are saved."""

    @classmethod
    def ask(cls, parent: QWidget) -> Path | None:
        """Give the place, or nothing where the person went back."""
        title = QCoreApplication.translate("PlaceForRows", "Save the rows left out")
        chosen, _ = QFileDialog.getSaveFileName(parent, title, "Rows left out.csv", "CSV files (*.csv)")
        return Path(chosen) if chosen else None
