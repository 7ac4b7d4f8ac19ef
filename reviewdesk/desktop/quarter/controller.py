"""Keeps the plan of a quarter and the book the same; what was moved by hand is kept until it is planned."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.quarter.model import quarter_name, shown
from reviewdesk.desktop.quarter.view import QuarterView
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.services.drafts import DraftService
from reviewdesk.services.quarter_plan import Planned, QuarterPlan, QuarterPlanService, moved
from reviewdesk.services.reviews import ReviewService

PLACE: Final = "plan of the quarter"
_Days = dict[UUID, date | None]
_CONCERNED = (Kind.REVIEW, Kind.ACCOUNT, Kind.BOOK)


class QuarterController(QObject):
    """Proposes days, moves reviews and plans them.

    Signals:
        review_asked, account_asked: the id of what the person wants to see.
        done_told: what was done, for the bar that offers to undo it.
    """

    review_asked = Signal(object)
    account_asked = Signal(object)
    done_told = Signal(str)

    def __init__(
        self, view: QuarterView, plans: QuarterPlanService, reviews: ReviewService, drafts: DraftService, tasks: Tasks
    ) -> None:
        super().__init__(view)
        self.view = view
        self._plans, self._reviews, self._drafts, self._tasks = plans, reviews, drafts, tasks
        self._plan: QuarterPlan | None = None
        self._ahead = 0
        self._kept: _Days | None = None
        view.quarter_asked.connect(self._see)
        view.moved.connect(self._move)
        view.left_out.connect(self._leave_out)
        view.put_back.connect(self._put_back)
        view.plan_asked.connect(self._plan_all)
        view.review_asked.connect(self.review_asked)
        view.account_asked.connect(self.account_asked)
        tasks.changed.connect(self._reload_if_concerned)

    def show_page(self) -> None:
        """Show the plan as it stands, with what was moved by hand before."""
        known = dict(self._kept) if self._kept is not None else None
        self._tasks.run(partial(self._read, self._ahead, known), self._show, self, newest="quarter")

    def _read(self, ahead: int, known: _Days | None) -> tuple[_Days, QuarterPlan]:
        kept = _read_kept(self._drafts.kept(PLACE)) if known is None else known
        return kept, self._plans.plan(ahead, kept)

    def _show(self, found: tuple[_Days, QuarterPlan]) -> None:
        """Show what was read, unless a day was chosen by hand meanwhile: then what was read is read again."""
        kept, plan = found
        if self._kept is not None and kept != self._kept:
            self.show_page()
            return
        self._kept, self._plan = kept, plan
        self.view.offer_quarters(tuple(map(quarter_name, self._plans.quarters())))
        self.view.show_plan(shown(plan))

    def _see(self, ahead: int) -> None:
        if ahead != self._ahead:
            self._ahead = ahead
            self.show_page()

    def _move(self, key: UUID, to: date) -> None:
        """Put a review on another day: one that is only proposed in the plan, a booked one in the book."""
        each = self._found(key)
        if each is None or each.day == to:
            return
        if each.review_id is None:
            self._choose(each.account_id, to)
        elif not each.is_held:
            self._write(partial(self._reviews.move_day, each.review_id, to), self.tr("Review moved"))

    def _leave_out(self, key: UUID) -> None:
        each = self._found(key)
        if each is not None and each.review_id is None:
            self._choose(each.account_id, None)
        elif each is not None and each.review_id is not None and not each.is_held:
            self._write(partial(self._reviews.cancel, each.review_id), self.tr("Review cancelled"))

    def _put_back(self, key: UUID) -> None:
        """Let one without a day have one: the plan's own for one that was left out, else the earliest there is."""
        each = self._found(key)
        if each is None or self._plan is None or self._kept is None:
            return
        if not each.is_left_out:
            self._choose(each.account_id, self._plan.earliest)
            return
        del self._kept[each.account_id]
        self._keep()
        self.show_page()

    def _choose(self, account_id: UUID, day: date | None) -> None:
        if self._plan is None or self._kept is None:
            return
        self._kept[account_id] = day
        self._keep()
        self._plan = moved(self._plan, account_id, day)
        self.view.show_plan(shown(self._plan))

    def _keep(self) -> None:
        texts = {each.hex: day.isoformat() if day else "" for each, day in (self._kept or {}).items()}
        work = partial(self._drafts.keep, PLACE, texts, self._drafts.next_number())
        self._tasks.run(work, None, self, lane=Lane.JOURNAL)

    def _plan_all(self) -> None:
        if self._plan is not None:
            count = len(self._plan.proposed)
            words = self.tr("1 review planned") if count == 1 else self.tr("{n} reviews planned").format(n=count)
            self._write(partial(self._plans.plan_all, self._plan.proposed), words, self._forget)

    def _forget(self) -> None:
        """Forget the days that were chosen for those that are planned now."""
        planned = self._plan.proposed if self._plan is not None else {}
        self._kept = {each: day for each, day in (self._kept or {}).items() if each not in planned}
        self._keep()

    def _write(self, work: Callable[[], object], words: str, then: Callable[[], None] | None = None) -> None:
        def done(_outcome: object) -> None:
            if then is not None:
                then()
            self.done_told.emit(words)

        self._tasks.run(work, done, self, lane=Lane.WRITE)

    def _found(self, key: UUID) -> Planned | None:
        items = self._plan.items if self._plan is not None else ()
        return next((each for each in items if each.key == key), None)

    def _reload_if_concerned(self, changes: Changes, _origin: object) -> None:
        if changes.touch(*_CONCERNED) and in_sight(self.view):
            self.show_page()


def _read_kept(texts: dict[str, str]) -> _Days:
    return {UUID(hex=each): date.fromisoformat(day) if day else None for each, day in texts.items()}
