"""Brings the page of a document together with the services that render, check and write it."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QStandardPaths, Signal

from reviewdesk.desktop.document import dialogs
from reviewdesk.desktop.document.model import ShownDocument, shown
from reviewdesk.desktop.document.pages import PagePicture, draw_pages
from reviewdesk.desktop.document.view import DocumentView
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import LeakError, MissingError, ReviewDeskError
from reviewdesk.domain.review import StoredSummary
from reviewdesk.services.documents import DocumentNow, DocumentService, refuse_leaks
from reviewdesk.services.outcome import Outcome

_PRINTED = 200 / 72
_SHORT = 60


class DocumentController(QObject):
    """Loads a document, decides its leaks, and lets it leave.

    Signals:
        review_asked: the review to go back to. closed: the person leaves the page before it shows anything.
        done_told: what was done, for the bar that says so.
        folder_kept: the folder a document was saved in, to be remembered on this machine.
    """

    closed = Signal()
    review_asked = Signal(object)
    done_told = Signal(str)
    folder_kept = Signal(str)

    def __init__(self, view: DocumentView, documents: DocumentService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self.folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._documents, self._tasks = documents, tasks
        self._wanted: UUID | None = None
        self._shown: ShownDocument | None = None
        self._document: DocumentNow | None = None
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.back_asked.connect(self._close)
        view.version_asked.connect(self.show_document)
        view.scale_asked.connect(self._draw)
        view.take_out_asked.connect(self._take_out)
        view.meant_asked.connect(self._mean_it)
        view.save_asked.connect(self._save)
        view.print_asked.connect(self._print)
        view.sent_asked.connect(self._mark_sent)
        self._tasks.changed.connect(self._follow)

    def show_document(self, summary_id: UUID) -> None:
        """Show a stored summary as a document."""
        self._wanted = summary_id
        work = partial(self._documents.shown, summary_id)
        self._tasks.run(
            work, partial(self._show, summary_id), self, lane=Lane.DOCUMENTS, newest="document", failed=self._not_there
        )

    def show_page(self) -> None:
        """Load the document that was asked for last again."""
        if self._wanted is not None:
            self.show_document(self._wanted)

    def _not_there(self, error: ReviewDeskError) -> None:
        """Show the newest version instead of one that was taken back."""
        shown = self._shown
        if not isinstance(error, MissingError) or shown is None or shown.summary_id != self._wanted:
            self._tasks.told.emit(error)
            return
        work = partial(self._documents.newest, shown.review_id)
        self._tasks.run(work, self._show_newest, self, newest="document", failed=self._leave)

    def _show_newest(self, summary: StoredSummary) -> None:
        self.show_document(summary.id)

    def _leave(self, _error: ReviewDeskError) -> None:
        """Go back to the review, which has no summary any more."""
        self._close()
        self._wanted = self._shown = self._document = None

    def _show(self, summary_id: UUID, now: DocumentNow) -> None:
        self._document, self._shown = now, shown(now, summary_id)
        self.view.show_document(self._shown)
        self._draw(self.view.scale)

    def _draw(self, scale: float) -> None:
        if self._shown is not None:
            work = partial(draw_pages, self._shown.pdf, scale, self.view.devicePixelRatioF())
            self._tasks.run(work, self._drawn, self, lane=Lane.DOCUMENTS, newest="pages")

    def _drawn(self, pictures: tuple[PagePicture, ...]) -> None:
        self.view.show_pages(pictures)

    def _follow(self, changes: Changes, origin: object) -> None:
        concerned = changes.touch(Kind.SUMMARY, Kind.REVIEW)
        if origin is not self and concerned and self.view.isVisible():
            self.show_page()

    def _close(self) -> None:
        if self._shown is not None:
            self.review_asked.emit(self._shown.review_id)
        else:
            self.closed.emit()

    # ------------------------------------------------------------ leaks

    def _take_out(self, words: str) -> None:
        if self._shown is not None:
            work = partial(self._documents.take_out, self._shown.summary_id, words)
            self._tasks.run(work, partial(self._taken_out, words), self, lane=Lane.WRITE)

    def _mean_it(self, words: str) -> None:
        if self._shown is not None:
            work = partial(self._documents.mean_it, self._shown.summary_id, words)
            self._tasks.run(work, self._decided, self, lane=Lane.WRITE)

    def _taken_out(self, words: str, outcome: Outcome[StoredSummary]) -> None:
        self.show_document(outcome.value.id)
        short = words if len(words) <= _SHORT else f"{words[: _SHORT - 2]}…"
        told = self.tr("Taken out: “{words}”. Version {n} is without it.")
        self.done_told.emit(told.format(words=short, n=outcome.value.number))

    def _decided(self, outcome: Outcome[StoredSummary]) -> None:
        self.show_document(outcome.value.id)
        self.done_told.emit(outcome.changes.label)

    def _may_leave(self) -> bool:
        """Say whether the document may leave; where it may not, say why."""
        if self._document is None:
            return False
        try:
            refuse_leaks(self._document.document.leaks)
        except LeakError as error:
            self._tasks.told.emit(error)
            return False
        return True

    # ------------------------------------------------------------ out

    def _save(self) -> None:
        if self._shown is None or not self._may_leave():
            return
        chosen = dialogs.SaveDialog.ask(self.view, Path(self.folder) / self._shown.file_name)
        if chosen is not None:
            work = partial(self._documents.save, self._shown.summary_id, chosen)
            self._tasks.run(work, self._saved, self, lane=Lane.DOCUMENTS)

    def _saved(self, path: Path) -> None:
        self.folder = str(path.parent)
        self.folder_kept.emit(self.folder)
        self.done_told.emit(self.tr("Saved as {name} in {folder}").format(name=path.name, folder=path.parent))

    def _print(self) -> None:
        if self._shown is not None and self._may_leave():
            work = partial(draw_pages, self._shown.pdf, _PRINTED)
            self._tasks.run(work, self._ask_printer, self, lane=Lane.DOCUMENTS)

    def _ask_printer(self, pictures: tuple[PagePicture, ...]) -> None:
        title = self._shown.title if self._shown else ""
        printer = dialogs.PrintDialog.ask(self.view, title)
        if printer is not None:
            dialogs.print_pages(printer, pictures)

    def _mark_sent(self) -> None:
        if self._shown is not None and self._may_leave():
            work = partial(self._documents.mark_sent, self._shown.summary_id)
            self._tasks.run(work, self._sent, self, lane=Lane.WRITE)

    def _sent(self, outcome: Outcome[StoredSummary]) -> None:
        self.done_told.emit(self.tr("Version {n} is marked as sent").format(n=outcome.value.number))
        self.show_page()
