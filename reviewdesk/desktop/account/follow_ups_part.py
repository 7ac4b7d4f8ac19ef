"""Keeps the follow-ups on the page of one account and the book the same."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar
from uuid import UUID

from reviewdesk.desktop.account.follow_ups import FollowUpsPage
from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.new_follow_up import Said
from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.account.sheets import ask_to_move
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.move_sheet import MoveSheet
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.services.outcome import Outcome


class FollowUpsPart(AccountPart):
    """The tab Follow-ups."""

    key: ClassVar[str] = "follow_ups"

    def __init__(self, page: FollowUpsPage, follow_ups: FollowUpService, tasks: Tasks) -> None:
        super().__init__(page)
        self.page = page
        self._follow_ups, self._tasks = follow_ups, tasks
        self._brief: Brief | None = None
        page.add_asked.connect(self._add)
        page.typed.connect(self._change)
        page.end_asked.connect(self._end)
        page.acted.connect(self._act)

    def tab(self, _brief: Brief, *, asked: bool) -> Tab | None:
        """Give none: the page itself knows where this tab stands."""
        return None

    def show_brief(self, brief: Brief) -> None:
        """Show what is to be done for this account."""
        if self._brief is not None and self._brief.account.id != brief.account.id:
            self.flush()
            self.page.new.begin()
        self._brief = brief
        self.page.show_brief(brief)

    def go_to(self, record_id: UUID) -> None:
        """Open one of them."""
        self.page.open_follow_up(record_id)

    def flush(self) -> None:
        """Save at once what was typed."""
        self.page.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return self.page.is_safe

    def _add(self, what: str, day: str, said: Said) -> None:
        if self._brief is not None:
            work = partial(self._made, self._brief.account.id, what, day, said)
            self._tasks.run(work, self._added, self, lane=Lane.WRITE, failed=self._not_added)

    def _made(self, account_id: UUID, what: str, day: str, said: Said) -> Outcome[FollowUp]:
        side = Side.THEIRS if said is Said.THEIRS else Side.OURS
        due = self._follow_ups.day(day)
        return self._follow_ups.add(account_id, what, due, side=side, is_promise=said is not Said.TO_DO)

    def _added(self, _done: object) -> None:
        self.page.new.clear()

    def _not_added(self, error: ReviewDeskError) -> None:
        self.page.new.refuse(str(error))

    def _change(self, follow_up_id: UUID, name: str, text: str) -> None:
        work = partial(self._follow_ups.type_in, follow_up_id, name, text)
        saved, refused = partial(self._saved, follow_up_id, name), partial(self._refused, follow_up_id, name)
        self._tasks.run(work, saved, self, lane=Lane.WRITE, failed=refused)

    def _saved(self, follow_up_id: UUID, name: str, _done: object) -> None:
        if follow_up_id == self.page.opened:
            self.page.show_saved(name)

    def _refused(self, follow_up_id: UUID, name: str, error: ReviewDeskError) -> None:
        if follow_up_id == self.page.opened:
            self.page.refuse(name, str(error))
        else:
            self._tasks.told.emit(error)

    def _act(self, follow_up_id: UUID, action: str) -> None:
        if action == "done":
            self._end(follow_up_id, action)
        elif self._brief is not None:
            step = self.page.step(follow_up_id)
            ask_to_move(step, self._brief.today, self.page).moved.connect(self._move)

    def _move(self, to: date, agreed_with: str) -> None:
        sheet = self.sender()
        if isinstance(sheet, MoveSheet):
            work = partial(self._follow_ups.move, UUID(sheet.objectName()), to, agreed_with=agreed_with)
            self._tasks.run(work, None, self, lane=Lane.WRITE)
            sheet.accept()

    def _end(self, follow_up_id: UUID, how: str, why: str = "") -> None:
        service = self._follow_ups
        work: Callable[[], object] = {
            "done": partial(service.done, follow_up_id),
            "broken": partial(service.broken, follow_up_id, because=why),
            "drop": partial(service.drop, follow_up_id, because=why),
            "reopen": partial(service.reopen, follow_up_id),
        }[how]
        self._tasks.run(work, None, self, lane=Lane.WRITE, failed=partial(self._refused, follow_up_id, "reason"))
