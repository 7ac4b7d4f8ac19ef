"""Watches for what changes without the person: another program writing to the book, and a new day."""

from collections.abc import Callable
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes
from reviewdesk.services.book import BookService

LOOK_EVERY: Final = 2_000
NEW_DAY_EVERY: Final = 60_000


class Watch(QObject):
    """Tells every page to reload when the book changed behind the window."""

    def __init__(self, book: BookService, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._tasks = tasks
        self._seen: UUID | None = None
        self._goes_on = False
        self._looking = self._timer(LOOK_EVERY, self._look)
        self._days = self._timer(NEW_DAY_EVERY, self.look_at_day)
        tasks.changed.connect(self._changed)

    def _timer(self, every: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(every)
        timer.timeout.connect(then)
        return timer

    def start(self) -> None:
        """Begin to watch."""
        self._looking.start()
        self._days.start()

    def stop(self) -> None:
        """Watch no more."""
        self.hurry()
        self._looking.stop()
        self._days.stop()

    def saw(self, step: UUID | None) -> None:
        """Remember the newest step that the window knows of."""
        self._seen = step

    def _changed(self, changes: Changes, _origin: QObject | None) -> None:
        self._seen = changes.step or self._seen

    def _look(self) -> None:
        if self._tasks.is_idle:
            self._tasks.run(self._book.latest_step, self._compare, self, newest="look")

    def _compare(self, step: UUID | None) -> None:
        if self._seen is not None and step is not None and step != self._seen and self._tasks.is_idle:
            self._tell_all(step)

    def look_at_day(self) -> None:
        """Bring what depends on the day up to today, if it is another one."""
        self._run(self._book.new_day)

    def mend(self) -> None:
        """Do the same, and look through all that is kept of the accounts."""
        self._run(self._book.mend)

    def hurry(self) -> None:
        """End what is being done for the day after the piece it is at; the rest is done at the next start."""
        self._goes_on = False

    def _run(self, work: Callable[[Callable[[], bool]], int]) -> None:
        self._goes_on = True
        self._tasks.run(partial(work, self._is_wanted), self._day_came, self, lane=Lane.DAY)

    def tell_all(self) -> None:
        """Have every page reload."""
        self._tell_all(self._seen)

    def _is_wanted(self) -> bool:
        return self._goes_on

    def _day_came(self, accounts: int) -> None:
        if accounts:
            self._tell_all(self._seen)

    def _tell_all(self, step: UUID | None) -> None:
        self._tasks.changed.emit(Changes(step=step, in_passing=True, whole_book=True), None)
