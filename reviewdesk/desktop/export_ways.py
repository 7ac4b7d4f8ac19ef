"""The way out of the book with everything in it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from reviewdesk.desktop.tasks import Lane

if TYPE_CHECKING:
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.export_sheet import ExportSheet
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.services.export_values import Exported


class ExportWays(QObject):
    """Exports a book.

    Signals:
        told: a sentence about what was written.
    """

    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.shell)
        self._desk, self._tasks = desk, desk.tasks

    def show(self) -> None:
        """Ask what is exported, once what is being typed is in the book."""
        from reviewdesk.desktop.export_sheet import ExportSheet

        self._desk.flush()
        sheet = ExportSheet(self._desk.services.crm_records.crms, self._desk.shell)
        sheet.wanted.connect(partial(self._export, sheet))
        sheet.open()

    def _export(self, sheet: ExportSheet, crm: str) -> None:
        folder = QFileDialog.getExistingDirectory(sheet, self.tr("Where the export goes"))
        if not folder:
            return
        services, place = self._desk.services, Path(folder)
        work = partial(services.crm_records.write, crm, place) if crm else partial(services.export.write, place)
        self._tasks.run(work, partial(self._exported, sheet), None, lane=Lane.LONG, failed=partial(_refuse, sheet))

    def _exported(self, sheet: ExportSheet, written: Exported) -> None:
        told = self.tr("{n} records were exported to {folder}.").format(n=f"{written.records:,}", folder=written.folder)
        if written.without_content:
            gone = ", ".join(written.without_content)
            told += " " + self.tr("Erased for good and so without content: {files}.").format(files=gone)
        self.told.emit(told)
        if isValid(sheet):
            sheet.accept()


def _refuse(sheet: ExportSheet, error: ReviewDeskError) -> None:
    if isValid(sheet):
        sheet.refuse(str(error))
