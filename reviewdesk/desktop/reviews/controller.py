"""Brings the page of reviews together with the service that plans, moves and cancels them."""

from datetime import UTC, date, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimeZone, Signal

from reviewdesk.desktop.reviews.model import ReviewKey, shown
from reviewdesk.desktop.reviews.view import ReviewsView
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.review import Review
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.reviews import ReviewLists, ReviewService

_CONCERNED = (Kind.REVIEW, Kind.ACCOUNT, Kind.SUMMARY, Kind.BOOK)


class ReviewsController(QObject):
    """Loads the lists and does what the person asks of a row.

    Signals:
        review_asked: the review to open.
        account_asked: the account to open.
        summary_asked: the review whose newest summary is wanted.
        quarter_asked: the person wants to plan the quarter.
        accounts_asked: the person wants to see the accounts.
        done_told: what was done, for the bar that offers to undo it.
    """

    review_asked = Signal(object)
    account_asked = Signal(object)
    summary_asked = Signal(object)
    quarter_asked = Signal()
    accounts_asked = Signal()
    done_told = Signal(str)

    def __init__(self, view: ReviewsView, reviews: ReviewService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self._reviews = reviews
        self._tasks = tasks
        view.open_asked.connect(self._open)
        view.plan_asked.connect(self._plan)
        view.move_asked.connect(self._move)
        view.start_asked.connect(self._start)
        view.cancel_asked.connect(self._cancel)
        view.summary_asked.connect(self.summary_asked)
        view.quarter_asked.connect(self.quarter_asked)
        view.accounts_asked.connect(self.accounts_asked)
        tasks.changed.connect(self._follow)

    def show_page(self) -> None:
        """Load the lists."""
        self._tasks.run(self._reviews.lists, self._show, self, newest="lists")

    def _show(self, lists: ReviewLists) -> None:
        self.view.show_reviews(shown(lists))

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes.touch(*_CONCERNED) and self.view.isVisible():
            self.show_page()

    def _open(self, key: ReviewKey) -> None:
        if key.review_id is not None:
            self.review_asked.emit(key.review_id)
        else:
            self.account_asked.emit(key.account_id)

    def _plan(self, account_id: UUID, day: date, starts_at: datetime | None) -> None:
        work = partial(self._reviews.plan, account_id, day, starts_at=in_utc(starts_at), zone=_zone(starts_at))
        self._write(work, self._planned)

    def _move(self, review_id: UUID, day: date, starts_at: datetime | None) -> None:
        self._write(partial(self._reviews.move, review_id, day, starts_at=in_utc(starts_at)), self._moved)

    def _write(self, work: "partial[Outcome[Review]]", then: object) -> None:
        self._tasks.run(work, then, self, lane=Lane.WRITE, failed=self._refuse)  # type: ignore[arg-type]

    def _planned(self, outcome: Outcome[Review]) -> None:
        self.view.planned()
        self.done_told.emit(self.tr("Review planned"))

    def _moved(self, outcome: Outcome[Review]) -> None:
        self.view.planned()
        self.done_told.emit(self.tr("Review moved"))

    def _refuse(self, error: ReviewDeskError) -> None:
        self.view.refuse(str(error))

    def _start(self, key: ReviewKey) -> None:
        if key.review_id is not None:
            self.review_asked.emit(key.review_id)
        else:
            self._tasks.run(partial(self._reviews.start_now, key.account_id), self._started, self, lane=Lane.WRITE)

    def _started(self, outcome: Outcome[Review]) -> None:
        self.review_asked.emit(outcome.value.id)

    def _cancel(self, review_id: UUID) -> None:
        self._tasks.run(partial(self._reviews.cancel, review_id), self._cancelled, self, lane=Lane.WRITE)

    def _cancelled(self, outcome: Outcome[Review]) -> None:
        self.done_told.emit(self.tr("Review cancelled"))


def in_utc(moment: datetime | None) -> datetime | None:
    """Give a moment in UTC, as the book keeps it."""
    return moment.astimezone(UTC) if moment else None


def _zone(moment: datetime | None) -> str:
    return bytes(QTimeZone.systemTimeZoneId().data()).decode() if moment else ""
