"""Where a document goes from its page: a file, the printer, the PDF program; never while it holds what it must not."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal

from reviewdesk.desktop import drafting
from reviewdesk.desktop.document import dialogs
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.domain.errors import LeakError

if TYPE_CHECKING:
    from reviewdesk.desktop.document.model import ShownDocument
    from reviewdesk.desktop.document.sources import Source
    from reviewdesk.desktop.document.view import DocumentView
    from reviewdesk.domain.remark_sheet import PinnedRemark
    from reviewdesk.services.print_outs import PrintOut, PrintOutService


class Leaving(QObject):
    """Saves, prints and opens the document that is shown.

    Signals:
        done_told: what was done, for the bar that says so.
        folder_kept: the folder a document was saved in, to be remembered on this machine.
    """

    done_told = Signal(str)
    folder_kept = Signal(str)

    def __init__(self, view: DocumentView, tasks: Tasks, owner: QObject) -> None:
        super().__init__(owner)
        self.folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._view, self._tasks = view, tasks
        self._source: Source | None = None
        self._shown: ShownDocument | None = None
        view.save_asked.connect(self._save)
        view.print_asked.connect(self._print)
        view.open_asked.connect(self._open)
        view.address_asked.connect(self._follow)

    def show_document(self, source: Source, shown: ShownDocument) -> None:
        """Take this document for the one that is to leave."""
        self._source, self._shown = source, shown

    def may_leave(self) -> bool:
        """Say whether the document may leave; where it may not, say why."""
        if self._source is None:
            return False
        try:
            self._source.check()
        except LeakError as error:
            self._tasks.told.emit(error)
            return False
        return True

    def save_as(self, kind: DocumentKind) -> None:
        """Save the document that is shown as this kind of file, where the person says."""
        self._save_one_of((kind,))

    def _save(self) -> None:
        summed = self._shown is not None and self._shown.summary_id is not None
        self._save_one_of(tuple(DocumentKind) if summed else (DocumentKind.PDF,))

    def _save_one_of(self, kinds: tuple[DocumentKind, ...]) -> None:
        if self._shown is None or self._source is None or not self.may_leave():
            return
        name = kinds[0].named(self._shown.file_name)
        chosen = dialogs.SaveDialog.ask(self._view, Path(self.folder) / name, kinds)
        if chosen is not None:
            self._tasks.run(partial(self._source.save, chosen), self.tell_saved, self, lane=Lane.DOCUMENTS)

    def tell_saved(self, path: Path) -> None:
        """Say where a document was saved, and remember the folder."""
        self.folder = str(path.parent)
        self.folder_kept.emit(self.folder)
        self.done_told.emit(self.tr("Saved as {name} in {folder}").format(name=path.name, folder=path.parent))

    def _open(self) -> None:
        if self._source is not None and self.may_leave():
            self._tasks.run(self._source.put_aside, self._opened, self, lane=Lane.DOCUMENTS)

    def _opened(self, path: Path) -> None:
        if drafting.open_file(path):
            words = self.tr("{name} is open in your PDF program.")
        else:
            words = self.tr("No program for PDF files was found. {name} lies in {folder}.")
        self.done_told.emit(words.format(name=path.name, folder=path.parent))

    def save_remarked(self, prints: PrintOutService, remarks: tuple[PinnedRemark, ...]) -> None:
        """Write the pages with the remarks on them where the person says; that is for our side."""
        shown = self._shown
        if shown is None or shown.review_id is None:
            return
        number = shown.version.number if shown.version is not None else 0
        make = partial(prints.with_remarks, shown.pdf, shown.file_name, shown.review_id, number, remarks)
        self._tasks.run(make, partial(self._ask_place, prints), self, lane=Lane.DOCUMENTS)

    def _ask_place(self, prints: PrintOutService, made: PrintOut) -> None:
        chosen = dialogs.SaveDialog.ask(self._view, Path(self.folder) / made.file_name)
        if chosen is not None:
            self._tasks.run(partial(prints.write, made, chosen), self.tell_saved, self, lane=Lane.DOCUMENTS)

    def _follow(self, address: str) -> None:
        if not drafting.open_link(address):
            self.done_told.emit(self.tr("No program was found that opens {address}.").format(address=address))

    def _print(self) -> None:
        if self._shown is None or not self.may_leave():
            return
        printer = dialogs.PrintDialog.ask(self._view, self._shown.title)
        if printer is not None:
            work = partial(dialogs.print_pages, printer, self._shown.pdf)
            self._tasks.run_long(self.tr("Printing"), work, self._printed, self, lane=Lane.DOCUMENTS)

    def _printed(self, count: int) -> None:
        one, more = self.tr("1 page is at the printer"), self.tr("{n} pages are at the printer")
        self.done_told.emit(one if count == 1 else more.format(n=count))
