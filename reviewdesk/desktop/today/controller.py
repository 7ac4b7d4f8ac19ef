"""Keeps the page of the day and the book the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.today.view import TodayView
from reviewdesk.domain.changes import Changes, Kind

if TYPE_CHECKING:
    from reviewdesk.services.colleague_mail import ColleagueMail
    from reviewdesk.services.follow_ups import FollowUpService
    from reviewdesk.services.preparing import PreparingService
    from reviewdesk.services.today import TodayService
    from reviewdesk.services.today_values import TodayPage

EVERY: Final = 60_000
CONCERNED: Final = frozenset(Kind) - {Kind.NOTE_LINE, Kind.REMINDER, Kind.SOURCE_KEY, Kind.SUMMARY, Kind.PRODUCT}


class TodayController(QObject):
    """Answers what is done on the page of the day.

    Signals:
        account_asked, review_asked, plan_review_asked: where the person wants to go, with its id.
        concern_asked: the account and the concern the person wants to bring further.
        shown: the day stands there.
        log_call_asked: the person called this account and wants to log it.
        import_asked, new_account_asked, sample_asked: how to fill an empty book.
        counted: how many things are asked for today, for the side bar.
        told: a sentence about what was done.
    """

    account_asked = Signal(object)
    concern_asked = Signal(object, object)
    review_asked = Signal(object)
    plan_review_asked = Signal(object)
    log_call_asked = Signal(object)
    shown = Signal()
    import_asked = Signal()
    new_account_asked = Signal()
    sample_asked = Signal()
    counted = Signal(int)
    told = Signal(str)

    def __init__(
        self,
        view: TodayView,
        today: TodayService,
        follow_ups: FollowUpService,
        preparing: PreparingService,
        tasks: Tasks,
        *,
        last_seen: date | None = None,
    ) -> None:
        super().__init__(view)
        self.view = view
        self.last_seen = last_seen
        self._today = today
        self._follow_ups = follow_ups
        self._preparing = preparing
        self._tasks = tasks
        self._is_old = False
        self._clock = QTimer(self)
        self._clock.setInterval(EVERY)
        self._connect()

    def _connect(self) -> None:
        view = self.view
        for asked, told in (
            (view.account_asked, self.account_asked),
            (view.concern_asked, self.concern_asked),
            (view.review_asked, self.review_asked),
            (view.plan_review_asked, self.plan_review_asked),
            (view.log_call_asked, self.log_call_asked),
            (view.import_asked, self.import_asked),
            (view.new_account_asked, self.new_account_asked),
            (view.sample_asked, self.sample_asked),
        ):
            asked.connect(told)
        view.done_asked.connect(self._done)
        view.step_done_asked.connect(self._tick_step)
        view.move_asked.connect(self._move)
        view.mail_asked.connect(self._write)
        view.colleague_mail_asked.connect(self._write_colleague)
        self._clock.timeout.connect(self._tick)
        self._tasks.changed.connect(self._reload_if_concerned)

    def show_page(self) -> None:
        """Show the day as it stands, and again each minute while it is looked at."""
        self._reload()
        self._clock.start()

    def _reload(self) -> None:
        self._is_old = False
        self._tasks.run(partial(self._today.page, self.last_seen), self._show, self, newest="today")

    def _show(self, page: TodayPage) -> None:
        self.view.show_day(page)
        self.shown.emit()
        self.counted.emit(page.asked_today)

    def _tick(self) -> None:
        if self.view.isVisible():
            self._reload()
        else:
            self._clock.stop()

    def _done(self, follow_up_id: UUID) -> None:
        self._write_book(partial(self._follow_ups.done, follow_up_id))

    def _tick_step(self, review_id: UUID, step_id: UUID) -> None:
        self._write_book(partial(self._preparing.tick, review_id, step_id, done=True))

    def _move(self, follow_up_id: UUID, to: date, agreed_with: str) -> None:
        self._write_book(partial(self._follow_ups.move, follow_up_id, to, agreed_with=agreed_with))

    def _write_book(self, work: Callable[[], object]) -> None:
        self._tasks.run(work, self._written, self, lane=Lane.WRITE)

    def _written(self, _done: object) -> None:
        self._reload()

    def _write(self, address: str) -> None:
        QDesktopServices.openUrl(QUrl(f"mailto:{address}"))

    def _write_colleague(self, colleague_id: UUID) -> None:
        self._tasks.run(partial(self._follow_ups.mail, colleague_id), self._open_mail, self)

    def _open_mail(self, mail: ColleagueMail) -> None:
        if mail.link:
            QDesktopServices.openUrl(QUrl(mail.link))
            return
        QGuiApplication.clipboard().setText(mail.text)
        self.told.emit(f"The mail to {mail.name} is too long for a link; it was copied. Paste it into a new mail.")

    def _reload_if_concerned(self, changes: Changes, origin: object) -> None:
        if origin is self or not changes.touch(*CONCERNED):
            return
        self._is_old = changes.in_passing and not changes.whole_book and not in_sight(self.view)
        if not self._is_old:
            self._reload()

    def catch_up(self) -> None:
        """Count again what is asked for today, where what was typed on another page may have changed it."""
        if self._is_old:
            self._reload()
