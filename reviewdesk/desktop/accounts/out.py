"""Takes accounts out of the list: on the clipboard, into a file, onto paper."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewdesk.desktop.accounts.paper_sheet import PaperSheet
from reviewdesk.desktop.accounts.printing import print_sheet
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.services.account_columns import AccountColumn
from reviewdesk.services.account_filter import Listed
from reviewdesk.services.account_table import table_of, text_of, write_table

FILES: Final = "Workbooks (*.xlsx);;CSV files (*.csv)"


class SaveListDialog:
    """Asks where a list is saved; a test puts its own answer in its place."""

    @classmethod
    def ask(cls, parent: QWidget, suggested: str) -> Path | None:
        """Give the file the person chose, or nothing."""
        chosen, kind = QFileDialog.getSaveFileName(parent, parent.tr("Save the list"), suggested, FILES)
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.casefold() in (".csv", ".xlsx"):
            return path
        return path.with_name(f"{path.name}{'.csv' if 'csv' in kind else '.xlsx'}")


class PrintListDialog:
    """Asks for a printer; a test puts its own answer in its place."""

    @classmethod
    def ask(cls, parent: QWidget, title: str) -> QPrinter | None:
        """Give the printer the person chose, its paper turned to its broad side, or nothing."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintDialog(printer, parent)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


class ListOut(QObject):
    """Writes the accounts that are shown, or selected, in the columns that are shown.

    Signals:
        told: a sentence that says what was done.
    """

    told = Signal(str)

    def __init__(self, page: QWidget, tasks: Tasks) -> None:
        super().__init__(page)
        self._page = page
        self._tasks = tasks

    def copy(self, rows: Sequence[Listed], columns: Sequence[AccountColumn]) -> None:
        """Put accounts on the clipboard, as text that a spreadsheet takes."""
        QGuiApplication.clipboard().setText(text_of(table_of(rows, columns)))
        count = self.tr("1 account") if len(rows) == 1 else self.tr("{n} accounts").format(n=f"{len(rows):,}")
        self.told.emit(self.tr("{count} copied.").format(count=count))

    def save(self, rows: Sequence[Listed], columns: Sequence[AccountColumn]) -> None:
        """Save accounts as a workbook or as CSV."""
        path = SaveListDialog.ask(self._page, "Accounts.xlsx")
        if path is not None:
            self._tasks.run(partial(_write, rows, columns, path), self._saved, self, lane=Lane.DOCUMENTS)

    def print_rows(self, sheet: PaperSheet) -> None:
        """Print a list on the printer that the person chooses."""
        printer = PrintListDialog.ask(self._page, sheet.title)
        if printer is not None:
            pages = print_sheet(printer, sheet)
            words = self.tr("1 page printed.") if pages == 1 else self.tr("{n} pages printed.").format(n=pages)
            self.told.emit(words)

    def _saved(self, path: Path) -> None:
        self.told.emit(self.tr("The list was saved to {path}.").format(path=path))


def _write(rows: Sequence[Listed], columns: Sequence[AccountColumn], path: Path) -> Path:
    return write_table(table_of(rows, columns), path)
