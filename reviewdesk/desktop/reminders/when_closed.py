"""Asks at the first planned review whether to remind while the program is closed, and does what was answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.reminders.closed_question import ClosedQuestion
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.domain.changes import Changes, Kind

if TYPE_CHECKING:
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.services.closed_reminding import ClosedReminding
    from reviewdesk.services.services import Services

CHOICE: Final = "remind_closed"
ASKED: Final = "asked"
ANSWERED: Final = "answered"


class WhenClosed(QObject):
    """Keeps what the person wants: what was answered once, here or in Settings, is never asked again.

    Signals:
        stands: whether it is on and where, as a ClosedReminding.
        refused: why the system does not let it be switched in Settings.
        answer_refused: why it does not let the question be answered with yes, which stays.
        told: a sentence about what was done.
    """

    stands = Signal(object)
    refused = Signal(str)
    answer_refused = Signal(str)
    told = Signal(str)

    def __init__(self, question: ClosedQuestion, services: Services, tasks: Tasks, memory: WindowMemory) -> None:
        super().__init__(question)
        self.question = question
        self._services = services
        self._tasks = tasks
        self._memory = memory
        question.answered.connect(self._answer)
        tasks.changed.connect(self._follow)

    def begin(self) -> None:
        """Find the program again where it was moved, and ask again what was asked and not answered."""
        self._tasks.run(self._mend, None, self)
        if self._memory.choice(CHOICE) == ASKED:
            self._consider()

    def show_now(self) -> None:
        """Tell how it stands."""
        self._tasks.run(self._now, self.stands.emit, self, newest="reminding when closed")

    def turn(self, on: bool) -> None:
        """Switch it on or off; that answers the question as well."""
        work = partial(self._services.closed_reminding.turn, on=on)
        self._tasks.run(work, self._turned, self, failed=self._failed)

    def _answer(self, wanted: bool) -> None:
        if wanted:
            work = partial(self._services.closed_reminding.turn, on=True)
            self._tasks.run(work, self._said_yes, self, failed=self._not_answered)
        else:
            self._keep_answered()

    def _said_yes(self, now: ClosedReminding) -> None:
        self._turned(now)
        self.told.emit(self.tr("You are reminded at your next login. Settings turns it off."))

    def _turned(self, now: ClosedReminding) -> None:
        self._keep_answered()
        self.stands.emit(now)

    def _failed(self, error: ReviewDeskError) -> None:
        self.refused.emit(str(error))
        self.show_now()

    def _not_answered(self, error: ReviewDeskError) -> None:
        self.answer_refused.emit(str(error))

    def _keep_answered(self) -> None:
        self._memory.keep_choice(CHOICE, ANSWERED)
        self.question.ask(on=False)

    def _mend(self) -> bool:
        return self._services.closed_reminding.mend()

    def _now(self) -> ClosedReminding:
        return self._services.closed_reminding.now()

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes.touch(Kind.REVIEW) and not changes.in_passing:
            self._consider()

    def _consider(self) -> None:
        if self._memory.choice(CHOICE) != ANSWERED:
            self._tasks.run(self._is_to_ask, self._ask, self, newest="asking to remind")

    def _is_to_ask(self) -> bool:
        """Ask of a review that is really planned; the sample's are nobody's."""
        services = self._services
        wanted = services.reviews.is_any_planned and not services.closed_reminding.now().is_on
        return wanted and not services.sample.is_sample

    def _ask(self, wanted: bool) -> None:
        asks = wanted and self._memory.choice(CHOICE) != ANSWERED
        if asks:
            self._memory.keep_choice(CHOICE, ASKED)
        self.question.ask(on=asks)
