"""Looks for reminders at the start, each half minute and on waking, and shows them before they count as shown."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from reviewdesk.desktop.reminders.model import band_of, discreet_words, passing_band
from reviewdesk.desktop.reminders.tray import Tray
from reviewdesk.desktop.reminders.view import RemindersView
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.reminding import DueReminder
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.reminders import InboxRow, ReminderService

LOOK_EVERY: Final = 30_000
SLEPT: Final = timedelta(seconds=90)
Found = tuple[DueReminder, ...]


def local_now() -> datetime:
    """Give the moment in the person's own time zone."""
    return datetime.now().astimezone()


def _never() -> bool:
    return False


class RemindersController(QObject):
    """Shows what fell due, keeps it as shown, and shows what was not seen.

    Signals:
        account_asked: the account to open.
        window_asked: the person pressed a notice and wants the window.
        woke: the machine slept or its clock was moved, so that the day may be another.
    """

    account_asked = Signal(object)
    window_asked = Signal()
    woke = Signal()

    def __init__(
        self,
        view: RemindersView,
        reminders: ReminderService,
        follow_ups: FollowUpService,
        tasks: Tasks,
        *,
        wants_tray: Callable[[], bool] = _never,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__(view)
        self.view = view
        self.tray = Tray(self)
        self._reminders = reminders
        self._follow_ups = follow_ups
        self._tasks = tasks
        self._wants_tray = wants_tray
        self._now = now
        self._looked_at: datetime | None = None
        self._is_quiet = False
        self._is_busy = False
        self._said: set[str] = set()
        self._inbox: tuple[InboxRow, ...] = ()
        self._is_old = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._connect()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.look)
        self._tasks.changed.connect(self._follow)
        self.tray.opened.connect(self.window_asked)
        view = self.view
        view.opened.connect(self._open)
        view.done_asked.connect(self._done)
        view.seen_asked.connect(self._seen)
        view.seen_all_asked.connect(self._seen_all)

    @property
    def quiet(self) -> bool:
        """Whether nothing may appear, because a meeting is on or being shown."""
        return self._is_quiet

    @quiet.setter
    def quiet(self, on: bool) -> None:
        ended = self._is_quiet and not on
        self._is_quiet = on
        self.view.set_quiet(on=on)
        if ended and self._is_old:
            self._is_old = False
            self.refresh()
        if ended and self._timer.isActive():
            self.look()

    def start(self) -> None:
        """Look now, and from now on each half minute."""
        self._timer.start()
        self.refresh()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self.tray.hide()

    def look(self) -> None:
        """Look for what is due now; while it is quiet nothing is looked up, and so nothing is lost."""
        now = self._now()
        self._notice_sleep(now)
        if not self._is_quiet and not self._is_busy:
            self._is_busy = True
            self._tasks.run(partial(self._reminders.due, now), self._show, self, failed=self._failed)

    def refresh(self) -> None:
        """Show the inbox as it stands."""
        self._tasks.run(self._reminders.inbox, self._show_inbox, self, newest="inbox")

    def _notice_sleep(self, now: datetime) -> None:
        before, self._looked_at = self._looked_at, now
        if before is not None and not timedelta(0) <= now - before <= SLEPT:
            self.woke.emit()

    def _show(self, found: Found) -> None:
        """Show first, then keep as shown: killed in between it comes again."""
        if not found or self._is_quiet:
            self._is_busy = False
            return
        fresh = tuple(each for each in found if each.key not in self._said)
        if fresh:
            self._said.update(each.key for each in fresh)
            self.view.show_band(passing_band(found, self._now().date()))
            self._say_in_tray(len(fresh))
        self._tasks.run(partial(self._reminders.shown, found), self._kept, self, lane=Lane.WRITE, failed=self._failed)

    def _say_in_tray(self, count: int) -> None:
        if self._wants_tray() and self.tray.is_of_use:
            self.tray.say(discreet_words(count))

    def _kept(self, outcome: Outcome[int]) -> None:
        self._is_busy = False
        if outcome.changes:
            self.refresh()

    def _failed(self, _error: ReviewDeskError) -> None:
        """Try again at the next look: another program has the book for a moment."""
        self._is_busy = False

    def _show_inbox(self, inbox: tuple[InboxRow, ...]) -> None:
        self._inbox = inbox
        self.view.show_band(band_of(inbox, self._now().date()))

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes.touch(Kind.FOLLOW_UP, Kind.REMINDER, Kind.ACCOUNT):
            self._is_old = self._is_quiet
            if not self._is_quiet:
                self.refresh()

    def _row(self, key: UUID) -> InboxRow | None:
        return next((each for each in self._inbox if each.id == key), None)

    def _open(self, key: UUID) -> None:
        row = self._row(key)
        if row is not None:
            self.account_asked.emit(row.account_id)

    def _done(self, key: UUID) -> None:
        row = self._row(key)
        if row is not None:
            self._tasks.run(partial(self._follow_ups.done, row.follow_up_id), None, self, lane=Lane.WRITE)

    def _seen(self, key: UUID) -> None:
        self._tasks.run(partial(self._reminders.seen, key), None, self, lane=Lane.WRITE)

    def _seen_all(self) -> None:
        self._tasks.run(self._reminders.seen_all, None, self, lane=Lane.WRITE)
