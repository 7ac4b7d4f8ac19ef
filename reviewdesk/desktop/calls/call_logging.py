"""Asks what was said in a call, over whatever page is shown, and puts it into the book."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.calls.call_log import ANYBODY, Called, CallLine, CallLog
from reviewdesk.desktop.form_keeping import FormKeeping
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.courtesy import courtesy_due
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.intervals import is_called
from reviewdesk.domain.people import Person
from reviewdesk.domain.said import Contact
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.calls import Spoke
from reviewdesk.services.drafts import DraftService
from reviewdesk.services.outcome import Outcome


class CallLogging(QObject):
    """Logs one call at a time; what is typed outlives the program until it is logged.

    Signals:
        logged: the id of the account, once the call is in the book.
        courtesy_logged: the id of the account, once a call that was not for an order is in the book.
    """

    logged = Signal(object)
    courtesy_logged = Signal(object)

    def __init__(self, over: QWidget, accounts: AccountService, drafts: DraftService, tasks: Tasks) -> None:
        super().__init__(over)
        self._over, self._accounts, self._tasks = over, accounts, tasks
        self._keeping = FormKeeping(drafts, tasks, self)
        self.sheet: CallLog | None = None
        self._account_id: UUID | None = None

    def begin(self, account_id: UUID, called: Called = ANYBODY) -> None:
        """Ask what was said with an account."""
        read = partial(self._accounts.brief, account_id)
        self._tasks.run(read, partial(self.ask, called=called), self, newest="call")

    def ask(self, brief: AccountBrief, called: Called = ANYBODY) -> None:
        """Ask what was said with an account that is known already; one call is asked about at a time."""
        if self.sheet is not None:
            self.sheet.raise_()
            if brief.account.id != self._account_id:
                self.sheet.refuse(self.tr("Log or leave this call first; it is with another account."))
            return
        account = brief.account
        if called.courtesy is None and not called.script:
            called = replace(called, courtesy=courtesy_due(brief.follow_ups, brief.today))
        self._account_id = account.id
        self.sheet = CallLog(
            account.name,
            _there(brief),
            brief.today,
            self._over,
            by_call=is_called(account.tier),
            called=called,
        )
        self.sheet.logged.connect(partial(self._log, account.id))
        self.sheet.finished.connect(self._left)
        self._keeping.begin(f"call/{account.id}", self.sheet, self.sheet.editors)
        self.sheet.open()

    def _left(self) -> None:
        self.sheet = None

    def _log(self, account_id: UUID, line: CallLine) -> None:
        work: Callable[[], object] = partial(self._put, account_id, line)
        self._tasks.run(work, partial(self._done, account_id, line), self, lane=Lane.WRITE, failed=self._refused)

    def _put(self, account_id: UUID, line: CallLine) -> Outcome[Contact]:
        spoke = Spoke(
            channel=line.channel,
            on=line.on,
            person_id=line.person_id,
            words=line.words,
            was_review=line.was_review,
            next_what=line.next_what,
            next_on=self._accounts.day_meant(line.next_day),
            next_promised=line.next_promised,
            asked=line.asked,
            score=line.score,
            gut_feeling=line.gut_feeling,
            gut_feeling_note=line.gut_feeling_note,
            does=line.does,
            reaches=line.reaches,
        )
        return self._accounts.log_contact(account_id, spoke)

    def _done(self, account_id: UUID, line: CallLine, _outcome: object) -> None:
        self._keeping.done()
        if self.sheet is not None:
            self.sheet.accept()
        self.logged.emit(account_id)
        if line.does is not None:
            self.courtesy_logged.emit(account_id)

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))


def _there(brief: AccountBrief) -> tuple[Person, ...]:
    """Give who can have been spoken with: nobody who has left."""
    return tuple(each for each in brief.people if each.left_on is None or each.left_on > brief.today)
