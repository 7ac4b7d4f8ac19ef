"""The way to a quarter's summaries: which, where to, how far, and to the page of each that was not written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from reviewdesk.desktop import drafting
from reviewdesk.desktop.commands import Command, Group
from reviewdesk.desktop.progress import Progress, StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from reviewdesk.desktop.batch.sheet import BatchSheet
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.domain.document_kinds import DocumentKind
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.services.batch_values import BatchOffer, BatchResult, BatchRow

BATCH: Final = "summaries_at_once"
_LOOK_EVERY = 150


def batch_commands() -> tuple[Command, ...]:
    """Give the command."""
    words = "quarter batch all reviews pdf word powerpoint markdown accounts selected folder"
    return (Command(BATCH, "Summaries at once…", Group.FILE, ("Ctrl+Alt+S",), "copy", section=2, words=words),)


class BatchWays(QObject):
    """Writes many summaries into one folder while the person goes on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._tasks = desk, desk.tasks

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """Give what the command does."""
        return {BATCH: self.show}

    def show(self) -> None:
        """Show which summaries there are: of the accounts that are selected in the list, else of all."""
        self._desk.flush()
        chosen = self._selected()
        work = partial(self._desk.services.batches.offer, chosen)
        self._tasks.run(work, partial(self._show, chosen is not None), self)

    def _selected(self) -> frozenset[UUID] | None:
        if self._desk.shell.page != "accounts":
            return None
        from reviewdesk.desktop.accounts.model import key_of

        table = self._desk.pages.accounts.view.table
        return frozenset(map(key_of, table.selected_rows)) if table.selected_count > 1 else None

    def _show(self, chosen: bool, offer: BatchOffer) -> None:
        from reviewdesk.desktop.batch.sheet import BatchSheet

        sheet = BatchSheet(offer, self._desk.services.book.today, self._desk.shell, chosen=chosen)
        sheet.wanted.connect(partial(self._write, sheet))
        sheet.page_asked.connect(partial(self._open_page, sheet))
        sheet.open()

    def _write(self, sheet: BatchSheet, rows: tuple[BatchRow, ...], kinds: tuple[DocumentKind, ...]) -> None:
        kept = self._desk.memory.choice("documents") or ""
        folder = QFileDialog.getExistingDirectory(sheet, self.tr("Where the summaries go"), kept)
        if not folder:
            return
        from reviewdesk.services.batch_values import BatchOrder

        self._desk.memory.keep_choice("documents", folder)
        order = BatchOrder(rows, kinds, Path(folder))
        sheet.show_begun()
        work = partial(_written, self._desk.services.batches.write, order)
        progress = self._tasks.run_long(
            self.tr("Writing summaries"), work, partial(self._done, sheet), self, failed=partial(_refuse, sheet)
        )
        sheet.stop_asked.connect(progress.stop)
        sheet.finished.connect(progress.stop)
        sheet.folder_asked.connect(partial(_show_folder, order.folder))
        watch = QTimer(sheet)
        watch.timeout.connect(partial(_tell, sheet, progress))
        watch.start(_LOOK_EVERY)

    def _done(self, sheet: BatchSheet, result: BatchResult) -> None:
        if isValid(sheet):
            for each in sheet.findChildren(QTimer):
                each.stop()
            sheet.show_result(result)
        else:
            self._desk.tell(result.words)

    def _open_page(self, sheet: BatchSheet, summary_id: UUID) -> None:
        sheet.accept()
        self._desk.open_document(summary_id)


def _written(write: Callable[..., BatchResult], order: object, progress: Progress) -> BatchResult:
    """Write, and stop where the person wants it stopped, but still say what was done until then."""

    def told(done: int, total: int) -> bool:
        try:
            progress.report(done, total)
        except StoppedError:
            return False
        return True

    return write(order, told)


def _tell(sheet: BatchSheet, progress: Progress) -> None:
    reached = progress.reached
    if reached.total:
        sheet.show_progress(reached.done, reached.total)


def _refuse(sheet: BatchSheet, error: ReviewDeskError) -> None:
    if isValid(sheet):
        sheet.refuse(str(error))


def _show_folder(folder: Path) -> None:
    drafting.open_file(folder)
