"""Keeps notes safe while they are typed: on the disk within a second, in the book after a pause."""

from collections.abc import Callable
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from reviewdesk.desktop.review.editor import NoteEditor
from reviewdesk.desktop.review.model import Keeping
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.errors import ReviewDeskError, StaleError
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.workspace import Workspace

KEEP_AFTER: Final = 700
SAVE_AFTER: Final = 1_200
SAVE_AT_LEAST_EVERY: Final = 5_000


class NoteKeeping(QObject):
    """Watches one editor; what is typed is kept in the journal, then saved in the book.

    Signals:
        became: how far what was typed has come.
        saved: the workspace after a save, and the text that was saved.
        stale: the notes were changed elsewhere meanwhile; the error holds both texts.
    """

    became = Signal(object)
    saved = Signal(object, str)
    stale = Signal(object)

    def __init__(self, editor: NoteEditor, meetings: MeetingService, tasks: Tasks, owner: QObject) -> None:
        super().__init__(owner)
        self._editor, self._meetings, self._tasks, self._owner = editor, meetings, tasks, owner
        self._review_id: UUID | None = None
        self._seen = ""
        self._dirty = False
        self._being_saved: str | None = None
        self._generation = 0
        self._waits: list[Callable[[], None]] = []
        self.item_id: UUID | None = None
        self.is_stale = False
        self._keep_timer = self._timer(KEEP_AFTER, self.keep)
        self._pause_timer = self._timer(SAVE_AFTER, self.save)
        self._longest_timer = self._timer(SAVE_AT_LEAST_EVERY, self.save)
        editor.edited.connect(self._typed)

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    @property
    def is_dirty(self) -> bool:
        """Say whether something was typed that is not in the book yet."""
        return self._dirty or self._being_saved is not None

    def begin(self, review_id: UUID, text: str) -> None:
        """Watch the notes of this review from here on."""
        self._stop()
        self._generation += 1
        self._review_id, self._seen = review_id, text
        self._dirty = self.is_stale = False
        self._being_saved = None
        self._waits = []

    def follow(self, text: str) -> bool:
        """Take a text that was stored elsewhere; answers whether it may be shown, for nothing is being typed."""
        if self.is_dirty:
            return False
        self._seen = text
        return True

    def _typed(self) -> None:
        if self._review_id is None:
            return
        self._dirty = True
        self.became.emit(Keeping.TYPED)
        if not self._keep_timer.isActive():
            self._keep_timer.start()
        self._pause_timer.start()
        if not self._longest_timer.isActive():
            self._longest_timer.start()

    def keep(self) -> None:
        """Put what is typed on the disk."""
        self._keep_timer.stop()
        if self._dirty and self._review_id is not None:
            over = (self._seen,) if self._being_saved is None else (self._seen, self._being_saved)
            number = self._meetings.next_number()
            keep = self._meetings.keep_draft
            work = partial(keep, self._review_id, self._editor.text, number=number, over=over)
            failed = partial(self._failed, self._generation)
            self._tasks.run(work, self._kept, self._owner, lane=Lane.JOURNAL, failed=failed)

    def _kept(self, _answer: None) -> None:
        if self._dirty and not self.is_stale:
            self.became.emit(Keeping.KEPT)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save what is typed; `then` is called once it is in the book, or at once where there is nothing to save."""
        if then is not None:
            self._waits.append(then)
        if self._being_saved is not None or self.is_stale:
            return
        if not self._dirty or self._review_id is None:
            self._call_waiting()
            return
        self._write(seen=self._seen)

    def save_anyway(self) -> None:
        """Save what is typed in place of what was stored elsewhere."""
        self.is_stale = False
        if self._being_saved is None and self._review_id is not None:
            self._write(seen=None)

    def _write(self, *, seen: str | None) -> None:
        self._stop()
        text = self._being_saved = self._editor.begin_save()
        self._dirty = False
        review_id, number = self._review_id, self._meetings.next_number()
        work = partial(self._meetings.save_notes, review_id, text, seen=seen, item_id=self.item_id, number=number)  # type: ignore[arg-type]
        saved, failed = partial(self._saved, self._generation, text), partial(self._not_saved, self._generation)
        self._tasks.run(work, saved, self._owner, lane=Lane.WRITE, failed=failed)

    def _saved(self, generation: int, text: str, outcome: Outcome[Workspace]) -> None:
        if generation != self._generation:
            return
        self._being_saved, self._seen = None, text
        self.saved.emit(outcome.value, text)
        if self._dirty:
            self._pause_timer.start()
            if self._waits:
                self.save()
            return
        self.became.emit(Keeping.SAVED)
        self._call_waiting()

    def _not_saved(self, generation: int, error: ReviewDeskError) -> None:
        if generation != self._generation:
            self._tasks.told.emit(error)
            return
        self._being_saved, self._dirty = None, True
        self._waits = []
        self.keep()
        if isinstance(error, StaleError):
            self.is_stale = True
            self._stop()
            self.became.emit(Keeping.REFUSED)
            self.stale.emit(error)
        else:
            self._failed(generation, error)

    def _failed(self, generation: int, error: ReviewDeskError) -> None:
        if generation == self._generation:
            self.became.emit(Keeping.REFUSED)
        self._tasks.told.emit(error)

    def _call_waiting(self) -> None:
        waiting, self._waits = self._waits, []
        for each in waiting:
            each()

    def _stop(self) -> None:
        for timer in (self._keep_timer, self._pause_timer, self._longest_timer):
            timer.stop()
