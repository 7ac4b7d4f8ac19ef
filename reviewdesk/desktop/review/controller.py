"""Brings the workspace of a review together with the services behind it."""

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reviewdesk.desktop.review.changing import ReviewChanging
from reviewdesk.desktop.review.finishing import Finishing
from reviewdesk.desktop.review.keeping import NoteKeeping
from reviewdesk.desktop.review.model import Keeping, Shown, first_step
from reviewdesk.desktop.review.showing import KnownLines, shown, to_sort
from reviewdesk.desktop.review.step import Step
from reviewdesk.desktop.review.view import ReviewView
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError, StaleError
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.services.workspace import Unsorted, Workspace

_BATCH: Final = 40


class ReviewController(QObject):
    """Loads a review, keeps what is typed in it safe, and finishes it.

    Signals:
        closed: the person leaves the workspace. settings_asked: they go to say there who they are.
        account_asked: the account to open. review_asked: another review to open.
        document_asked: the stored summary to show.
        done_told: what was done, for the bar that offers to undo it.
    """

    closed = Signal()
    account_asked = Signal(object)
    review_asked = Signal(object)
    document_asked = Signal(object)
    done_told = Signal(str)
    settings_asked = Signal()

    def __init__(
        self,
        view: ReviewView,
        meetings: MeetingService,
        reviews: ReviewService,
        documents: DocumentService,
        tasks: Tasks,
    ) -> None:
        super().__init__(view)
        self.view = view
        self._meetings, self._tasks = meetings, tasks
        self._keeping = NoteKeeping(view.meet.editor, meetings, tasks, self)
        self._changing = ReviewChanging(view, (meetings, reviews), tasks, self._keeping, self)
        self._finishing = Finishing(view, (meetings, documents), tasks, self._keeping, self)
        self._review_id: UUID | None = None
        self._asked_for: UUID | None = None
        self._shown: Shown | None = None
        self._known = KnownLines()
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.closed_asked.connect(self._close)
        view.left.connect(self.leave)
        view.step_asked.connect(self.go_to_step)
        view.finish_asked.connect(self._finish)
        view.summary_asked.connect(self._open_summary)
        view.versions.copy_asked.connect(self._copy_typed)
        view.versions.reload_asked.connect(self._reload_stored)
        view.versions.keep_asked.connect(self._keep_typed)
        view.meet.side.item_asked.connect(self._under_item)
        view.wrap_up.sort.more_asked.connect(self._load_unsorted)
        view.wrap_up.outcome.settings_asked.connect(self.settings_asked)
        self._keeping.became.connect(view.show_keeping)
        self._keeping.saved.connect(self._saved)
        self._keeping.stale.connect(self._show_both)
        self._changing.line_stored.connect(self._line_stored)
        self._changing.stored.connect(self._stored)
        self._changing.refused.connect(self._refused)
        self._finishing.refused.connect(self._refused)
        self._finishing.finished.connect(self._reload)
        self._finishing.written.connect(self.document_asked)
        self._tasks.changed.connect(self._follow)

    # ------------------------------------------------------------ open, leave

    @property
    def is_meeting(self) -> bool:
        """Say whether Meet is open, so that nothing else may appear on the screen."""
        return self.view.isVisible() and self.view.step is Step.MEET

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed is in the book."""
        return not self._keeping.is_dirty and self._changing.is_safe and self.view.is_safe

    def show_review(self, review_id: UUID, step: Step | None = None) -> None:
        """Open a review; without a step at the one its state suggests.

        What is typed in the one before is saved first; where that cannot be, it stays on the screen.
        """
        self.leave()
        self._asked_for = review_id
        if self._shown is not None and self._shown.review.id == review_id:
            self.go_to_step(step or first_step(self._shown.review, self._meetings.today))
            self._reload()
        else:
            self._keeping.save(partial(self._load, review_id, step))

    def _load(self, review_id: UUID, step: Step | None) -> None:
        if review_id == self._asked_for:
            work = partial(self._meetings.workspace, review_id)
            self._tasks.run(work, partial(self._open, step), self, lane=Lane.WRITE, newest="open", failed=self._gone)

    def _gone(self, error: ReviewDeskError) -> None:
        self.closed.emit()
        self._tasks.told.emit(error)

    def show_page(self) -> None:
        """Load the review that was open again."""
        if self._review_id is not None:
            self._reload()

    def leave(self) -> None:
        """Save everything that is typed; called before the page changes and the window closes."""
        self.view.flush()
        self._keeping.keep()
        self._keeping.save()

    def _open(self, step: Step | None, workspace: Workspace) -> None:
        if workspace.review.id != self._asked_for:
            return
        if self._keeping.is_dirty:  # something was typed in the one before while this one was read
            self._keeping.save(partial(self._load, workspace.review.id, step))
            return
        self._begin(workspace)
        self.go_to_step(step or first_step(workspace.review, self._meetings.today))
        if workspace.review.is_open and not workspace.review.agenda:
            self.view.prepare.fill_asked.emit()

    def _begin(self, workspace: Workspace) -> None:
        """Show this review in place of the one before."""
        self.view.flush()
        self._review_id = workspace.review.id
        self._take(None)
        self.view.begin()
        self._changing.begin()
        self._finishing.forget()
        self.view.message.close_message()
        self.view.versions.hide()
        self.view.show_keeping(Keeping.QUIET)
        text = workspace.review.text
        editor = self.view.meet.editor
        editor.show_text(text)
        editor.go_to_end()
        editor.document().clearUndoRedoStacks()
        editor.begin_save()
        self._keeping.begin(workspace.review.id, text)
        self.view.wrap_up.sort.begin()
        self._show(workspace)
        editor.show_lines(self._known.of(workspace.lines))

    def _close(self) -> None:
        self.leave()
        self.closed.emit()

    def go_to_step(self, step: Step) -> None:
        """Go to a step; what is typed is saved first, and Sort asks about what is saved."""
        self.view.flush()
        self.view.show_step(step)
        self._keeping.save(self._load_unsorted if step is Step.WRAP_UP else None)

    # ------------------------------------------------------------ show

    def _show(self, workspace: Workspace) -> None:
        if self._is_old(workspace):
            return
        now = shown(workspace, self._known.of(workspace.lines), self._meetings.today)
        self._take(now)
        self.view.show_review(now)
        self._keeping.item_id = self.view.meet.item_id

    def _is_old(self, workspace: Workspace) -> bool:
        """Say whether this is another review, or this one as it stood before what is shown of it."""
        review = workspace.review
        before = self._shown.review.version if self._shown is not None else 0
        return review.id != self._review_id or review.version < before

    def _take(self, now: Shown | None) -> None:
        self._shown = self._changing.shown = self._finishing.shown = now

    def _saved(self, workspace: Workspace, text: str) -> None:
        self._show(workspace)
        self.view.meet.editor.show_lines(self._known.of(workspace.lines))

    def _refresh(self, workspace: Workspace) -> None:
        """Show what was changed elsewhere, but never over what is being typed."""
        if self._is_old(workspace):
            return
        self._show(workspace)
        if self._keeping.follow(workspace.review.text):
            editor = self.view.meet.editor
            editor.show_text(workspace.review.text)
            editor.begin_save()
            editor.show_lines(self._known.of(workspace.lines))
            if self.view.step is Step.WRAP_UP:
                self._load_unsorted()

    def _reload(self) -> None:
        if self._review_id is not None:
            work = partial(self._meetings.workspace, self._review_id)
            self._tasks.run(work, self._refresh, self, newest="workspace")

    def _follow(self, changes: Changes, origin: object) -> None:
        shown_now = self._shown
        if shown_now is None or origin is self:
            return
        if changes.concern((shown_now.review.account_id,)) or changes.touch(Kind.BOOK, Kind.COLLEAGUE):
            self._reload()

    # ------------------------------------------------------------ two versions

    def _show_both(self, error: StaleError) -> None:
        self.view.versions.show_both(str(error), str(error.mine), str(error.stored))

    def _copy_typed(self) -> None:
        QGuiApplication.clipboard().setText(self.view.meet.editor.text)

    def _keep_typed(self) -> None:
        self.view.versions.hide()
        self._keeping.save_anyway()

    def _reload_stored(self) -> None:
        review_id = self._review_id
        if review_id is not None:
            self._copy_typed()
            self.view.versions.hide()
            self._keeping.begin(review_id, "")
            self._tasks.run(partial(self._meetings.workspace, review_id), self._reloaded, self, newest="workspace")

    def _reloaded(self, workspace: Workspace) -> None:
        self._refresh(workspace)
        forget = partial(self._meetings.forget_draft, workspace.review.id)
        self._tasks.run(forget, None, self, lane=Lane.WRITE)
        self.view.show_keeping(Keeping.SAVED)

    # ------------------------------------------------------------ what was changed here

    def _stored(self) -> None:
        if not self._keeping.is_dirty:
            self.view.show_keeping(Keeping.SAVED)
        self._reload()

    def _line_stored(self, workspace: Workspace) -> None:
        if not self._keeping.is_dirty:
            self.view.show_keeping(Keeping.SAVED)
            self._show_lines(workspace)
        self._show(workspace)

    def _show_lines(self, workspace: Workspace) -> None:
        editor = self.view.meet.editor
        if editor.text == workspace.review.text:
            editor.begin_save()
            editor.show_lines(self._known.of(workspace.lines))

    def _refused(self, error: ReviewDeskError) -> None:
        self.view.show_keeping(Keeping.REFUSED)
        self._tasks.told.emit(error)
        self._reload()

    def _under_item(self, _at: int) -> None:
        """Lines that are new from here on belong to another item of the agenda."""
        self._keeping.save()
        self._keeping.item_id = self.view.meet.item_id

    # ------------------------------------------------------------ sort, finish

    def _load_unsorted(self) -> None:
        if self._review_id is None:
            return
        work = partial(self._meetings.unsorted, self._review_id, most=_BATCH)
        # Behind the writes that were asked for before, so that no line comes back that was just sorted.
        self._tasks.run(work, self._show_unsorted, self, lane=Lane.WRITE, newest="unsorted")

    def _show_unsorted(self, lines: tuple[Unsorted, ...]) -> None:
        self.view.wrap_up.sort.add_lines(to_sort(lines))

    def _finish(self) -> None:
        if self.view.step is Step.WRAP_UP:
            self._finishing.finish()
        else:
            self.go_to_step(Step.WRAP_UP)

    def _open_summary(self) -> None:
        if self._shown is not None and self._shown.summaries:
            self.document_asked.emit(self._shown.summaries[-1].id)
