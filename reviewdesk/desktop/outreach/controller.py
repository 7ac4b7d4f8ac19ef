"""Keeps the Outreach page and the book the same."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.calls.call_log import Called
from reviewdesk.desktop.calls.call_logging import CallLogging
from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.outreach.list_sheet import ChangeListSheet, NewListSheet
from reviewdesk.desktop.outreach.model import row_of
from reviewdesk.desktop.outreach.view import OutreachView
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.call_list import asks_for_recovery
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.call_lists import CallListService, NewList, ShownList
from reviewdesk.services.calls import Spoke

_CONCERNED = (Kind.CALL_LIST, Kind.ANSWER, Kind.ACCOUNT, Kind.PERSON, Kind.FOLLOW_UP)


class OutreachController(QObject):
    """Starts, shows and ends lists of calls, and logs the calls.

    Signals:
        account_asked: the id of the account to open. shown: the page is shown or shown anew.
        scored_badly: the id and the name of an account that has to be made good to first, and what it gave.
    """

    account_asked = Signal(object)
    shown = Signal()
    scored_badly = Signal(object, str, int)

    def __init__(
        self, view: OutreachView, lists: CallListService, accounts: AccountService, calls: CallLogging, tasks: Tasks
    ) -> None:
        super().__init__(view)
        self.view = view
        self._lists, self._accounts, self._calls, self._tasks = lists, accounts, calls, tasks
        self._shown: dict[UUID, ShownList] = {}
        self.sheet: Sheet | None = None
        view.new_asked.connect(self.ask_new)
        view.calls.log_asked.connect(self._log)
        view.calls.scored.connect(self._keep_score)
        view.calls.skip_asked.connect(partial(self._write, lists.skip))
        view.calls.after_all_asked.connect(partial(self._write, lists.ask_after_all))
        view.calls.end_asked.connect(partial(self._write, lists.end))
        view.calls.change_asked.connect(self._ask_change)
        view.account_asked.connect(self.account_asked)
        tasks.changed.connect(self._reload_if_concerned)

    def show_page(self) -> None:
        """Show the lists as they stand."""
        self.shown.emit()
        self._tasks.run(self._lists.lists, self._show, self, newest="call lists")

    def _show(self, lists: tuple[ShownList, ...]) -> None:
        self._shown = {each.list.id: each for each in lists}
        self.view.show_lists(lists, self._accounts.today())

    def ask_new(self, chosen: Sequence[UUID] = ()) -> None:
        """Ask for a new list, beginning with the accounts that were chosen."""
        read = partial(self._lists.new_list, tuple(chosen))
        self._tasks.run(read, self._open_new, self, newest="new call list")

    def _open_new(self, offered: NewList) -> None:
        whom = {each.whom.value: each.account_ids for each in offered.choices}
        sheet = NewListSheet(offered.name, whom, self.view)
        sheet.filled.connect(partial(self._write_sheet, self._lists.start))
        self._open(sheet)

    def _ask_change(self, list_id: UUID) -> None:
        known = self._shown[list_id].list
        sheet = ChangeListSheet(known.name, known.script, self.view)
        sheet.filled.connect(partial(self._write_sheet, self._lists.change, list_id))
        self._open(sheet)

    def _open(self, sheet: Sheet) -> None:
        self.sheet = sheet
        sheet.finished.connect(self._left)
        sheet.open()

    def _left(self) -> None:
        self.sheet = None

    def _write(self, do: Callable[..., object], *values: object) -> None:
        self._tasks.run(partial(do, *values), None, self, lane=Lane.WRITE)

    def _write_sheet(self, do: Callable[..., object], *values: object) -> None:
        self._tasks.run(partial(do, *values), self._done, self, lane=Lane.WRITE, failed=self._refused)

    def _done(self, _outcome: object) -> None:
        if self.sheet is not None:
            self.sheet.accept()

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))

    def _log(self, list_id: UUID, account_id: UUID) -> None:
        shown = self._shown[list_id]
        found = row_of(shown, account_id)
        is_recovery = found is not None and found.answer is not None
        person = found.person.id if found is not None and found.person is not None else None
        script = "" if is_recovery else shown.list.script
        self._calls.begin(account_id, Called(script, shown.list.asked, person))

    def _keep_score(self, list_id: UUID, account_id: UUID, score: int) -> None:
        """Keep the call with what they answered, as one step."""
        shown = self._shown[list_id]
        found = row_of(shown, account_id)
        person = found.person.id if found is not None and found.person is not None else None
        spoke = Spoke(person_id=person, asked=shown.list.asked, score=score)
        name = found.account if found is not None else ""
        done = partial(self._scored, account_id, name, shown.list.asked, score)
        self._tasks.run(partial(self._accounts.log_contact, account_id, spoke), done, self, lane=Lane.WRITE)

    def _scored(self, account_id: UUID, name: str, asked: Asked, score: int, _outcome: object) -> None:
        if asks_for_recovery(asked, score):
            self.scored_badly.emit(account_id, name, score)

    def _reload_if_concerned(self, changes: Changes, _origin: object) -> None:
        if changes.touch(*_CONCERNED) and in_sight(self.view):
            self.show_page()
