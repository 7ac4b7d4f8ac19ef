"""Takes accounts into an outreach that come to share its cause later, wherever the person is."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.shared_problem_values import Joined
from reviewdesk.services.shared_problems import SharedProblemService

_MAY_JOIN: Final = (Kind.PURCHASE, Kind.CONCERN)


class Joining(QObject):
    """Looks again whenever something was bought or a concern was raised, while a shared problem is worked on.

    Signals:
        told: a sentence about who joined.
    """

    told = Signal(str)

    def __init__(self, problems: SharedProblemService, tasks: Tasks, owner: QObject) -> None:
        super().__init__(owner)
        self._problems, self._tasks = problems, tasks
        self._is_running = False
        tasks.changed.connect(self._follow)

    def begin(self) -> None:
        """Take in who joined while the program was closed."""
        self._tasks.run(self._problems.is_any_running, self._know, self, newest="is a problem running")

    def _know(self, is_running: bool) -> None:
        self._is_running = is_running
        if is_running:
            self._look()

    def _look(self) -> None:
        self._tasks.run(self._problems.look_again, self._tell, self, lane=Lane.WRITE, newest="who joined")

    def _follow(self, changes: Changes, origin: object) -> None:
        if changes.touch(Kind.SHARED_PROBLEM):
            self.begin()
        elif origin is not self and self._is_running and changes.touch(*_MAY_JOIN):
            self._look()

    def _tell(self, outcome: Outcome[tuple[Joined, ...]] | None) -> None:
        if outcome is None or not outcome.value:
            return
        first, more = outcome.value[0], len(outcome.value) - 1
        words = self.tr("{account} shares “{problem}” too ({by}): it is in the outreach now.")
        others = self.tr(" {n} more joined.").format(n=more) if more else ""
        self.told.emit(words.format(account=first.account, problem=first.problem, by=first.by) + others)
