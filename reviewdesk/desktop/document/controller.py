"""Brings the page of a document together with what makes, checks and writes it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.document.drawing import Drawing
from reviewdesk.desktop.document.leaving import Leaving
from reviewdesk.desktop.document.letters import LetterStore
from reviewdesk.desktop.document.other_ways import OtherWays
from reviewdesk.desktop.document.pages import page_sizes
from reviewdesk.desktop.document.releasing import Releasing
from reviewdesk.desktop.document.remarking import Remarking
from reviewdesk.desktop.document.rewording import Rewording
from reviewdesk.desktop.document.searching import Searching
from reviewdesk.desktop.document.selecting import Selecting
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.errors import LeakError, MissingError, ReviewDeskError

if TYPE_CHECKING:
    from reviewdesk.desktop.document.model import ShownDocument
    from reviewdesk.desktop.document.sources import Paper, Source
    from reviewdesk.desktop.document.summary_sources import Sources
    from reviewdesk.desktop.document.view import DocumentView
    from reviewdesk.domain.changes import Changes
    from reviewdesk.domain.review import StoredSummary
    from reviewdesk.services.outcome import Outcome

_SHORT = 60


class DocumentController(QObject):
    """Loads a document, decides its leaks, and lets it leave.

    Signals:
        shown: the document that is shown now.
        paper_ready: a document that was asked for is made and shown, and its page can be gone to.
        mail_asked: the summary that a mail is to be drafted for.
        review_asked: the review to go back to. closed: the person leaves the page for where they came from.
        done_told: what was done, for the bar that says so.
    """

    shown = Signal(object)
    paper_ready = Signal()
    mail_asked = Signal(object)
    closed = Signal()
    review_asked = Signal(object)
    done_told = Signal(str)

    def __init__(self, view: DocumentView, sources: Sources, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self._sources, self._tasks = sources, tasks
        self._source: Source | None = None
        self._shown: ShownDocument | None = None
        self._is_fresh = False
        self.leaving = Leaving(view, tasks, self)
        ways = view.header.other, sources.formats, sources.templates
        self.other = OtherWays(*ways, self.leaving, tasks)
        self._drawing = Drawing(view.pages, view.thumbs, tasks, self)
        self._letters = LetterStore(tasks, self)
        self.searching = Searching(view, self._letters, tasks, self)
        self.selecting = Selecting(view.pages, view.mouse, self._letters, self)
        self.selecting.held_back.connect(self._not_copied)
        self.rewording = Rewording(view, tasks, self)
        self.remarking = Remarking(view, sources.remarks, tasks, self)
        self.releasing = Releasing(view, sources.documents, self.leaving, self.remarking, tasks)
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.back_asked.connect(self.close_page)
        view.version_asked.connect(self.show_document)
        view.again_asked.connect(self.make_again)
        view.take_out_asked.connect(self._take_out)
        view.meant_asked.connect(self._mean_it)
        self.remarking.export_asked.connect(partial(self.leaving.save_remarked, self._sources.prints))
        self.releasing.mail_asked.connect(self.mail_asked)
        self.releasing.done.connect(self._reworded)
        self.rewording.done.connect(self._reworded)
        self.leaving.done_told.connect(self.done_told)
        self.other.done_told.connect(self.done_told)
        self._tasks.changed.connect(self._follow)

    # ------------------------------------------------------------ what is shown

    def show_document(self, summary_id: UUID) -> None:
        """Show a stored summary as a document."""
        self._go_on(self._sources.summary(summary_id))

    def show_draft(self, review_id: UUID) -> None:
        """Show the summary of a review as its notes would make it now."""
        self._go_on(self._sources.draft(review_id))

    def _go_on(self, source: Source) -> None:
        """Show what this source gives, in place of what is shown."""
        self._source = source
        failed = partial(self._not_there, source)
        self._tasks.run(
            partial(_read, source), partial(self._show, source), self, lane=Lane.DOCUMENTS, newest="document",
            failed=failed,
        )  # fmt: skip

    def show_paper(self, paper: Paper) -> None:
        """Make a document from the book as it stands, and show it once it is made."""
        source = self._sources.paper(paper)
        then = partial(self._show_new, source)
        self._tasks.run(partial(_read, source), then, self, lane=Lane.DOCUMENTS, newest="document")

    def _show_new(self, source: Source, shown: ShownDocument) -> None:
        self._source = source
        self._show(source, shown)
        self._is_fresh = True
        self.paper_ready.emit()

    def make_again(self) -> None:
        """Make the document that is shown again from the book as it stands now."""
        source = self._source
        if source is not None and source.falls_behind:
            self._tasks.run(
                partial(_read, source), partial(self._made_again, source), self, lane=Lane.DOCUMENTS, newest="document"
            )

    def _made_again(self, source: Source, shown: ShownDocument) -> None:
        self._show(source, shown)
        self.done_told.emit(self.tr("Made again from the book as it stands now."))

    def show_page(self) -> None:
        """Load the document that was asked for last again, unless it is as it stands."""
        fresh, self._is_fresh = self._is_fresh, False
        if self._source is not None and not (fresh and self._source.falls_behind):
            self._go_on(self._source)

    def _not_there(self, source: Source, error: ReviewDeskError) -> None:
        """Show the newest version instead of one that was taken back."""
        shown = self._shown
        if source is not self._source:
            return
        gone = isinstance(error, MissingError) and source.is_kept
        if not gone or shown is None or shown.review_id is None or shown.summary_id is None:
            self._tasks.told.emit(error)
            return
        work = partial(self._sources.documents.newest, shown.review_id)
        self._tasks.run(work, self._show_newest, self, newest="document", failed=self._leave)

    def _show_newest(self, summary: StoredSummary) -> None:
        self.show_document(summary.id)

    def _leave(self, _error: ReviewDeskError) -> None:
        """Go back to the review, which has no summary any more."""
        if self._shown is not None:
            self.close_page()
            self._source = self._shown = None

    def _show(self, source: Source, shown: ShownDocument) -> None:
        self._shown = shown
        self.leaving.show_document(source, shown)
        self.other.show_document(shown)
        self.view.show_document(shown)
        self.rewording.show_document(source, shown)
        self.remarking.show_document(shown)
        self.releasing.show_document(source, shown)
        self._letters.show_document(shown.pdf)
        self.selecting.guarded = tuple(each.words for each in shown.leaks)
        self._drawing.show_document(shown.pdf)
        self.searching.show_document(shown.pdf)
        self.shown.emit(shown)

    def _follow(self, changes: Changes, origin: object) -> None:
        source = self._source
        if origin is self or source is None or not self.view.isVisible() or not source.is_changed_by(changes):
            return
        if not source.falls_behind:
            self.show_page()
        elif self._shown is not None:
            self._shown = self._shown.fallen_behind()
            self.view.show_behind(self._shown)

    def _not_copied(self, words: str) -> None:
        told = self.tr("“{words}” is not for the customer, so nothing was copied. Decide it first.")
        self._tasks.told.emit(LeakError(told.format(words=words)))

    def close_page(self) -> None:
        """Go to where the person came from."""
        back = self._source.back() if self._source is not None else None
        if self._shown is not None and self._shown.review_id is not None:
            self.review_asked.emit(self._shown.review_id)
        elif back is not None:
            back()
        else:
            self.closed.emit()

    # ------------------------------------------------------------ what is decided

    def _take_out(self, words: str) -> None:
        if (source := self._source) is not None:
            self._tasks.run(
                partial(source.take_out, words), partial(self._taken_out, source, words), self, lane=Lane.WRITE
            )

    def _mean_it(self, words: str) -> None:
        if (source := self._source) is not None:
            then = partial(self._decided, source)
            self._tasks.run(partial(source.mean_it, words), then, self, lane=Lane.WRITE)

    def _taken_out(self, source: Source, words: str, outcome: Outcome[Any]) -> None:
        self._go_on(source.after(outcome.value))
        short = words if len(words) <= _SHORT else f"{words[: _SHORT - 2]}…"
        kept = self.tr("Taken out: “{words}”. Version {n} is without it.")
        told = kept if source.is_kept else self.tr("Taken out: “{words}”.")
        self.done_told.emit(told.format(words=short, n=getattr(outcome.value, "number", "")))

    def _decided(self, source: Source, outcome: Outcome[Any]) -> None:
        self._reworded(outcome, source.after(outcome.value))

    def _reworded(self, outcome: Outcome[Any], source: Source) -> None:
        self._go_on(source)
        number = getattr(outcome.value, "number", None)
        if outcome.changes and number is not None:
            told = self.tr("{what}: version {n} is shown. Ctrl+Z takes it back.")
            self.done_told.emit(told.format(what=outcome.changes.label, n=number))
        elif outcome.changes:
            self.done_told.emit(self.tr("{what}. Ctrl+Z takes it back.").format(what=outcome.changes.label))


def _read(source: Source) -> ShownDocument:
    """Make a document, and measure its pages."""
    shown = source.read()
    return replace(shown, sizes=page_sizes(shown.pdf))
