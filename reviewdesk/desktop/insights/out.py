"""Takes the table of a card out of the program: into a file, or on the clipboard."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.file_names import safe_name
from reviewdesk.services.account_table import AccountTable, text_of, write_table

FILES = "CSV files (*.csv);;Workbooks (*.xlsx)"


class SaveInsightDialog:
    """Asks where a table is saved; a test puts its own answer in its place."""

    @classmethod
    def ask(cls, parent: QWidget, suggested: str) -> Path | None:
        """Give the file the person chose, or nothing."""
        chosen, kind = QFileDialog.getSaveFileName(parent, parent.tr("Save the table"), suggested, FILES)
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.casefold() in (".csv", ".xlsx"):
            return path
        return path.with_name(f"{path.name}{'.xlsx' if 'xlsx' in kind else '.csv'}")


class InsightOut(QObject):
    """Writes the figures of a card where the person wants them.

    Signals:
        told: a sentence that says what was done.
    """

    told = Signal(str)

    def __init__(self, page: QWidget, tasks: Tasks) -> None:
        super().__init__(page)
        self._page = page
        self._tasks = tasks

    def copy(self, title: str, table: AccountTable) -> None:
        """Put a table on the clipboard, as text that a spreadsheet takes."""
        QGuiApplication.clipboard().setText(text_of(table))
        self.told.emit(self.tr("The table of “{title}” was copied.").format(title=title))

    def save(self, title: str, table: AccountTable) -> None:
        """Save a table as CSV, or as a workbook."""
        path = SaveInsightDialog.ask(self._page, f"{safe_name(title.replace('/', '-'))}.csv")
        if path is not None:
            self._tasks.run(partial(write_table, table, path), self._saved, self, lane=Lane.DOCUMENTS)

    def _saved(self, path: Path) -> None:
        self.told.emit(self.tr("The table was saved to {path}.").format(path=path))
