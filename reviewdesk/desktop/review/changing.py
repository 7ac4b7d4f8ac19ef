"""Does what the person changes in a review: its fields, its lines, its goals."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.review.keeping import NoteKeeping
from reviewdesk.desktop.review.model import SaidOfLine, Shown
from reviewdesk.desktop.review.showing import sorting
from reviewdesk.desktop.review.view import ReviewView
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.people import Person
from reviewdesk.domain.review import Actual, Feeling, Goal
from reviewdesk.domain.said import Consent
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.reviews import ReviewService
from reviewdesk.services.workspace import Workspace

_NEXT = {
    Audience.CUSTOMER: Audience.OUR_SIDE,
    Audience.OUR_SIDE: Audience.ONLY_ME,
    Audience.ONLY_ME: Audience.CUSTOMER,
}
T = TypeVar("T")


class ReviewChanging(QObject):
    """Writes each change as it is made.

    Signals:
        line_stored: the workspace after a line was changed.
        stored: something else of the review was changed.
        refused: an error; what is shown is not what is stored.
    """

    line_stored = Signal(object)
    stored = Signal()
    refused = Signal(object)

    def __init__(
        self, view: ReviewView, services: tuple[MeetingService, ReviewService], tasks: Tasks, keeping: NoteKeeping,
        owner: QObject,
    ) -> None:  # fmt: skip
        super().__init__(owner)
        self.view, self._tasks, self._keeping, self._owner = view, tasks, keeping, owner
        self._meetings, self._reviews = services
        self.shown: Shown | None = None
        self._not_saved: set[object] = set()
        self._connect()

    def _connect(self) -> None:
        prepare, meet, wrap_up = self.view.prepare, self.view.meet, self.view.wrap_up
        prepare.changed.connect(self.change)
        prepare.move_asked.connect(self._move)
        prepare.fill_asked.connect(self._fill_agenda)
        prepare.person_asked.connect(self._add_person)
        meet.audience_asked.connect(self._change_audience)
        wrap_up.changed.connect(self.change)
        wrap_up.reworded.connect(self._reword)
        wrap_up.set_aside.connect(self._set_aside)
        wrap_up.sort.sorted.connect(self._sort)
        wrap_up.sort.skipped.connect(self._skip)
        wrap_up.sort.feeling_asked.connect(self._feel)
        outcome = wrap_up.outcome
        outcome.dated.connect(self._give_day)
        outcome.consented.connect(self._consent)
        outcome.measured.connect(self._measure)
        outcome.goal_added.connect(self._add_goal)
        outcome.feeling_asked.connect(self._feel)

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was changed is in the book."""
        return not self._not_saved

    def begin(self) -> None:
        """Another review is shown from here on."""
        self._not_saved.clear()

    def _write(self, work: Callable[[], T], then: Callable[[T], None], key: object = None) -> None:
        review_id = self.shown.review.id if self.shown is not None else None
        done, failed = partial(self._done, then, review_id, key), partial(self._failed, review_id, key)
        self._tasks.run(work, done, self._owner, lane=Lane.WRITE, failed=failed)

    def _done(self, then: Callable[[T], None], review_id: UUID | None, key: object, outcome: T) -> None:
        if self.shown is not None and self.shown.review.id == review_id:
            self._not_saved.discard(key)
            self.view.show_saved(str(key))
        then(outcome)

    def _failed(self, review_id: UUID | None, key: object, error: ReviewDeskError) -> None:
        if self.shown is not None and self.shown.review.id == review_id:
            if key is not None:
                self._not_saved.add(key)
            self.view.show_refused(str(key), str(error))
        self.refused.emit(error)

    def _stored(self, _outcome: Outcome[Any]) -> None:
        self.stored.emit()

    def _line_stored(self, outcome: Outcome[Workspace]) -> None:
        self.line_stored.emit(outcome.value)

    def _of_review(self, do: Callable[..., Outcome[Any]], *values: object) -> None:
        """Do something with the review as a whole."""
        if self.shown is not None:
            name = values[0] if values and isinstance(values[0], str) else None
            self._write(partial(do, self.shown.review.id, *values), self._stored, name)

    def _of_line(self, do: Callable[..., Outcome[Workspace]], *values: object, **named: object) -> None:
        """Do something with one line of the review."""
        if self.shown is not None:
            self._write(partial(do, self.shown.review.id, *values, **named), self._line_stored)

    # ------------------------------------------------------------ the review

    def change(self, name: str, value: object) -> None:
        """Change one field of the review; with the day it was held its notes are read again."""
        if name == "held_on" and self.shown is not None and isinstance(value, date):
            self._write(partial(self._meetings.held_on, self.shown.review.id, value), self._stored, name)
            return
        self._of_review(self._meetings.change, name, value)

    def _move(self, day: date, starts_at: datetime | None) -> None:
        at = starts_at.astimezone(UTC) if starts_at else None
        if self.shown is not None and (day, at) != (self.shown.review.planned_on, self.shown.review.starts_at):
            self._write(partial(self._reviews.move, self.shown.review.id, day, starts_at=at), self._stored, "day")
        else:
            self.view.show_saved("day")

    def _fill_agenda(self) -> None:
        self._of_review(self._meetings.fill_agenda)

    def _add_person(self, name: str, role: str) -> None:
        if self.shown is not None:
            self._write(partial(self._meetings.add_person, self.shown.review.id, name, role), self._person_added)

    def _person_added(self, outcome: Outcome[Person]) -> None:
        self.view.prepare.plan.person_added()
        self._stored(outcome)

    def _feel(self, feeling: Feeling) -> None:
        self._of_review(self._meetings.feel, feeling)

    def _consent(self, quote_id: UUID, consent: Consent, person_id: UUID | None) -> None:
        self._write(partial(self._meetings.consent, quote_id, consent, person_id=person_id), self._stored)

    def _measure(self, actual: Actual) -> None:
        self._write(partial(self._meetings.measure, actual), self._stored)

    def _add_goal(self, goal: Goal) -> None:
        self._of_review(self._meetings.add_goal, goal)

    # ------------------------------------------------------------ its lines

    def _change_audience(self, number: int) -> None:
        editor = self.view.meet.editor
        block = editor.document().findBlockByNumber(number)
        if block.text().strip():
            wanted = _NEXT[editor.beside(block).audience]
            self._keeping.save(partial(self._change_line, number, "Who may see a line", {"audience": wanted}))

    def _change_line(self, number: int, label: str, fields: Mapping[str, object]) -> None:
        if self.shown is not None and number < len(self.shown.lines):
            self._of_line(self._meetings.change_line, self.shown.lines[number].line.id, label, **fields)

    def _sort(self, line_id: UUID, said: SaidOfLine) -> None:
        self._of_line(self._meetings.sort, line_id, sorting(said))

    def _skip(self, line_id: UUID) -> None:
        self._of_line(self._meetings.skip, line_id)

    def _reword(self, line_id: UUID, words: str) -> None:
        if self.shown is not None:
            work = partial(self._meetings.reword, self.shown.review.id, line_id, words)
            self._write(work, self._line_stored, line_id)

    def _set_aside(self, line_id: UUID, aside: bool) -> None:
        self._of_line(self._meetings.set_aside, line_id, aside=aside)

    def _give_day(self, line_id: UUID | None, day: date) -> None:
        if line_id is not None:
            self._of_line(self._meetings.give_day, line_id, day)
