"""Keeps the hand-off on the page of an account and in the book the same."""

from collections.abc import Callable, Collection
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal

from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.hand_off.page import HandOffPage
from reviewdesk.desktop.hand_off.sheets import AcceptSheet, CheckSheet, ReturnSheet
from reviewdesk.desktop.hand_off.typing import PackTyping
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.handing_off import Delivered, How, PackPart
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.hand_off_values import ShownHandOff
from reviewdesk.services.hand_offs import HandOffService


class HandOffTab(AccountPart):
    """The tab Hand-off; it comes with the first one or when it is asked for.

    Signals:
        paper_asked: the id of the hand-off whose pack is wanted as a document.
    """

    key = "hand_off"
    before = "revenue"
    after = "people"
    paper_asked = Signal(object)

    def __init__(self, page: HandOffPage, hand_offs: HandOffService, tasks: Tasks) -> None:
        super().__init__(page)
        self.page = page
        self.sheet: Sheet | None = None
        self._hand_offs, self._tasks = hand_offs, tasks
        self._account_id: UUID | None = None
        self._typing = PackTyping(page, hand_offs, tasks)
        self._connect()

    def _connect(self) -> None:
        page, service = self.page, self._hand_offs
        page.begin_asked.connect(self._begin)
        page.hand_over_asked.connect(partial(self._act, service.hand_over))
        page.withdraw_asked.connect(partial(self._act, service.withdraw))
        page.accept_asked.connect(self._ask_accept)
        page.give_back_asked.connect(self._ask_return)
        page.paper_asked.connect(self._ask_paper)
        page.check_asked.connect(self._ask_check)
        page.other_asked.connect(self.paper_asked)

    def tab(self, brief: AccountBrief, *, asked: bool) -> Tab | None:
        """Give the tab once an account was handed on."""
        return Tab(self.key, self.tr("Hand-off")) if brief.hand_offs or asked else None

    def show_brief(self, brief: AccountBrief) -> None:
        """Show how the hand-off of this account stands."""
        if brief.account.id != self._account_id:
            self.flush()
            self._typing.leave()
            self._account_id = brief.account.id
            self.page.begin()
        self._tasks.run(partial(self._hand_offs.of_account, brief.account.id), self._show, self, newest="hand-off")

    def start_adding(self) -> None:
        """Put the keyboard where it begins."""
        (self.page.begin_button if self.page.shown is None else self.page.to.editor).setFocus()

    def flush(self) -> None:
        """Save at once what was typed."""
        for each in self.page.fields.values():
            each.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return all(each.is_safe for each in self.page.fields.values())

    def _show(self, shown: ShownHandOff | None) -> None:
        if shown is None or shown.hand_off.account_id == self._account_id:
            before = self.page.shown
            self.page.show_hand_off(shown)
            if shown is not None and (before is None or before.hand_off.id != shown.hand_off.id):
                self._typing.show_refused(shown)
            self.seek()

    @property
    def _id(self) -> UUID | None:
        return self.page.shown.hand_off.id if self.page.shown is not None else None

    def _begin(self) -> None:
        if self._account_id is not None:
            self._write(partial(self._hand_offs.begin, self._account_id))

    def _act(self, do: Callable[[UUID], object]) -> None:
        self.flush()
        if self._id is not None:
            self._write(partial(do, self._id))

    def _ask_paper(self) -> None:
        self.flush()
        if self._id is not None:
            self.paper_asked.emit(self._id)

    def _ask_accept(self) -> None:
        shown = self.page.shown
        if shown is not None:
            sheet = AcceptSheet(shown.hand_off.to, shown.along, shown.today, self.page.window())
            sheet.filled.connect(self._accept)
            self._open(sheet)

    def _accept(self, how: How, who: str, day: str, words: str, along: Collection[UUID]) -> None:
        if self._id is not None:
            accept = partial(self._hand_offs.accept, on=day, words=words, along=along)
            self._write(partial(accept, self._id, how, who))

    def _ask_return(self) -> None:
        if self.page.shown is not None:
            sheet = ReturnSheet(self.page.shown.hand_off.to, self.page.window())
            sheet.filled.connect(self._give_back)
            self._open(sheet)

    def _give_back(self, how: How, who: str, gaps: tuple[PackPart, ...], words: str) -> None:
        if self._id is not None:
            self._write(partial(self._hand_offs.give_back, self._id, how, who, gaps, words=words))

    def _ask_check(self, days: int) -> None:
        sheet = CheckSheet(days, self.page.window())
        sheet.filled.connect(partial(self._check, days))
        self._open(sheet)

    def _check(self, days: int, delivered: Delivered, words: str) -> None:
        if self._id is not None:
            self._write(partial(self._hand_offs.check, self._id, days, delivered, words))

    def _open(self, sheet: Sheet) -> None:
        self.flush()
        self.sheet = sheet
        sheet.finished.connect(self._left)
        sheet.open()

    def _left(self) -> None:
        self.sheet = None

    def _write(self, work: Callable[[], Any]) -> None:
        self._tasks.run(work, self._done, self, lane=Lane.WRITE, failed=self._refused)

    def _done(self, _outcome: object) -> None:
        if self.sheet is not None:
            self.sheet.accept()

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))
        else:
            self._tasks.told.emit(error)
