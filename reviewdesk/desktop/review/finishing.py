"""Finishes a review, then writes its summary; where writing fails the review stays finished."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.review.keeping import NoteKeeping
from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.review.view import ReviewView
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.errors import NotFinishedError, ReviewDeskError
from reviewdesk.services.documents import CheckedDocument, DocumentService
from reviewdesk.services.finishing import Finished
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.outcome import Outcome


class Finishing(QObject):
    """One press of Finish: save, finish, write the summary, show it.

    Signals:
        finished: the review is finished; the window shows it anew.
        written: the stored summary whose document can be shown.
        refused: an error that has nothing to do with what is missing.
    """

    finished = Signal()
    written = Signal(object)
    refused = Signal(object)

    def __init__(
        self, view: ReviewView, services: tuple[MeetingService, DocumentService], tasks: Tasks, keeping: NoteKeeping,
        owner: QObject,
    ) -> None:  # fmt: skip
        super().__init__(owner)
        self.view, self._tasks, self._keeping, self._owner = view, tasks, keeping, owner
        self._meetings, self._documents = services
        self.shown: Shown | None = None
        self._unwritten: UUID | None = None
        self._under_way = False
        view.retry_asked.connect(self._write)
        tasks.broken.connect(self._broke)

    def forget(self) -> None:
        """Another review is opened: what is still unwritten is written from its own summary later."""
        self._unwritten = None
        self._go(under_way=False)

    def finish(self) -> None:
        """Save what is typed and finish; a second press while that is under way asks for nothing more."""
        if not self._under_way:
            self.view.flush()
            self._keeping.save(self._finish_saved)

    def _finish_saved(self) -> None:
        if self.shown is None or self._under_way:
            return
        self._go(under_way=True)
        work = partial(self._meetings.finish, self.shown.review.id)
        self._tasks.run(work, self._finished, self._owner, lane=Lane.WRITE, failed=self._not_finished)

    def _go(self, *, under_way: bool) -> None:
        self._under_way = under_way
        self.view.header.finish.setEnabled(not under_way)

    def _not_finished(self, error: ReviewDeskError) -> None:
        self._go(under_way=False)
        if isinstance(error, NotFinishedError):
            self.view.tell(str(error))
            self.view.wrap_up.outcome.go_to("promises")
        else:
            self.refused.emit(error)

    def _finished(self, outcome: Outcome[Finished]) -> None:
        self._go(under_way=False)
        self._unwritten = outcome.value.summary.id
        self.finished.emit()
        self._write()

    def _write(self) -> None:
        if self._unwritten is not None:
            self.view.show_writing()
            work = partial(self._documents.check, self._unwritten)
            self._tasks.run(work, self._ready, self._owner, lane=Lane.DOCUMENTS, failed=self._failed)

    def _ready(self, _document: CheckedDocument) -> None:
        written, self._unwritten = self._unwritten, None
        self.view.show_written()
        if written is not None:
            self.written.emit(written)

    def _failed(self, _error: ReviewDeskError) -> None:
        self.view.show_not_written()

    def _broke(self, _error: object, _details: str) -> None:
        """Offer to finish, or to write the summary, again also where it broke in a way nobody foresaw."""
        self._go(under_way=False)
        if self._unwritten is not None:
            self.view.show_not_written()
