"""Has sentences and things heard proposed while Wrap up is open, and does what the person answers."""

from functools import partial
from typing import Final, cast
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from reviewdesk.desktop.review.line_seeking import go_to_note_line
from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.review.step import Step
from reviewdesk.desktop.review.view import ReviewView
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.proposing import Candidate, Proposals
from reviewdesk.services.proposing import ProposingService

_NOTHING: Final = (
    "Nothing is proposed now: there are three already, or no line for the customer says enough. "
    "Mark or sort what went right, what worries them and what was decided."
)


class Proposing(QObject):
    """Asks anew whenever what is shown of the review changed; what was put by stays away while the window stands."""

    def __init__(self, view: ReviewView, service: ProposingService, tasks: Tasks) -> None:
        super().__init__(view)
        self._view, self._service, self._tasks = view, service, tasks
        self._outcome = view.wrap_up.outcome
        self._shown: Shown | None = None
        self._put_by: set[tuple[UUID, bool]] = set()
        self._is_gone_to = False
        view.shown_now.connect(self._follow)
        view.stack.currentChanged.connect(self._look)
        view.wrap_up.proposed_asked.connect(self._go)
        outcome = self._outcome
        for proposed, heard in ((outcome.proposed_sentences, False), (outcome.proposed_heard, True)):
            proposed.put_by.connect(partial(self._put, heard))
            proposed.back_asked.connect(partial(self._bring_back, heard))
            proposed.line_asked.connect(self._go_to_line)
        outcome.proposed_sentences.taken.connect(self._say)
        outcome.proposed_sentences.change_asked.connect(self._say_and_change)
        outcome.proposed_heard.taken.connect(self._hear)
        outcome.proposed_heard.change_asked.connect(self._hear_and_change)

    # ------------------------------------------------------------ what is proposed

    def _follow(self, shown: Shown) -> None:
        other = self._shown is None or self._shown.review.id != shown.review.id
        self._shown = shown
        if other:
            self._is_gone_to = False
            self._show(shown.review.id, Proposals())
        self._look()

    def _go(self) -> None:
        """Go to what is proposed as soon as it is read."""
        self._is_gone_to = True
        self._look()

    def _look(self, _at: int = 0) -> None:
        if self._shown is not None and self._view.step is Step.WRAP_UP:
            work = partial(self._service.proposals, self._shown.material, frozenset(self._put_by))
            then = partial(self._show, self._shown.review.id)
            self._tasks.run(work, then, self, newest="proposed", failed=self._say_nothing)

    def _show(self, review_id: UUID, proposals: Proposals) -> None:
        if self._shown is None or self._shown.review.id != review_id:
            return
        self._outcome.proposed_sentences.show_proposals(proposals.sentences, put_by=self._count_put_by(heard=False))
        self._outcome.proposed_heard.show_proposals(proposals.heard, put_by=self._count_put_by(heard=True))
        if self._is_gone_to:
            self._is_gone_to = False
            if not self._view.wrap_up.go_to_proposed():
                self._tasks.told.emit(RefusedError(_NOTHING))

    def _say_nothing(self, _error: object) -> None:
        """Propose nothing where the book cannot be read just now: nobody asked."""

    def _count_put_by(self, *, heard: bool) -> int:
        here = {each.line.id for each in self._shown.lines} if self._shown and self._put_by else set()
        return sum(line_id in here and kind is heard for line_id, kind in self._put_by)

    # ------------------------------------------------------------ what the person answers

    def _put(self, heard: bool, proposal: Candidate) -> None:
        self._put_by.add((proposal.line_id, heard))
        self._look()

    def _bring_back(self, heard: bool) -> None:
        self._put_by = {each for each in self._put_by if each[1] is not heard}
        self._look()

    def _go_to_line(self, proposal: Candidate) -> None:
        self._view.step_asked.emit(Step.MEET)
        go_to_note_line(self._view.meet.editor, proposal.line_id)

    def _say(self, proposal: Candidate) -> QTextCursor:
        """Put the words at the end of the sentences, as if they were typed there."""
        field = self._outcome.sentences
        editor = cast("QPlainTextEdit", field.editor)
        cursor = QTextCursor(editor.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if not cursor.atBlockStart():
            cursor.insertText("\n")
        begin = cursor.position()
        cursor.insertText(proposal.words)
        field.flush()
        end = cursor.position()
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _say_and_change(self, proposal: Candidate) -> None:
        editor = cast("QPlainTextEdit", self._outcome.sentences.editor)
        editor.setTextCursor(self._say(proposal))
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._outcome.ensureWidgetVisible(editor)

    def _hear(self, proposal: Candidate) -> None:
        self._outcome.heard.choose(proposal.line_id)

    def _hear_and_change(self, proposal: Candidate) -> None:
        self._hear(proposal)
        self._view.wrap_up.go_to_wording(proposal.line_id)
