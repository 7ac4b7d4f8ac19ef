"""Asks from anywhere what worries a customer, and puts it into the book."""

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.concerns.log_sheet import LogSheet
from reviewdesk.desktop.form_keeping import FormKeeping
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.account_values import AccountName
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.drafts import DraftService
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.said_before import Echo, SaidBeforeService
from reviewdesk.services.search import SearchService

_SHOWN: Final = 3


class ConcernLogging(QObject):
    """Logs one concern at a time; what is typed outlives the program until it is logged.

    Signals:
        logged: a sentence, the id of the account and that of the concern.
        concern_asked: the account and the concern that was said before, to be opened.
        account_asked: the account in whose notes it was said before.
    """

    logged = Signal(str, object, object)
    concern_asked = Signal(object, object)
    account_asked = Signal(object)

    def __init__(
        self,
        over: QWidget,
        concerns: ConcernService,
        search: SearchService,
        before: SaidBeforeService,
        drafts: DraftService,
        tasks: Tasks,
    ) -> None:
        super().__init__(over)
        self._over, self._concerns, self._search, self._before, self._tasks = over, concerns, search, before, tasks
        self._keeping = FormKeeping(drafts, tasks, self)
        self.sheet: LogSheet | None = None

    def begin(self, account_id: UUID | None = None, review_id: UUID | None = None) -> None:
        """Ask what worries them: the account that is shown, the one of a review, or one that is named.

        Beside the customer, in a review, nothing of other accounts is shown.
        """
        if self.sheet is not None:
            self.sheet.raise_()
            return
        read = partial(self._concerns.whose, account_id, review_id)
        self._tasks.run(read, partial(self._ask, in_meeting=review_id is not None), self, newest="whose concern")

    def _ask(self, account: AccountName | None, *, in_meeting: bool = False) -> None:
        if self.sheet is not None:
            return
        self.sheet = LogSheet((account.id, account.name) if account else None, self._over, in_meeting=in_meeting)
        if not in_meeting:
            self.sheet.account_typed.connect(self._look_up)
            self.sheet.words_typed.connect(self._look_before)
        self.sheet.echo.asked.connect(self._open_before)
        self.sheet.logged.connect(self._log)
        self.sheet.logged_of_new.connect(self._log_of_new)
        self.sheet.finished.connect(self._left)
        place = f"concern/{account.id if account else 'new'}"
        self._keeping.begin(place, self.sheet, self.sheet.editors)
        self.sheet.open()

    def _look_up(self, text: str) -> None:
        self._tasks.run(partial(self._accounts_called, text), self._offer, self, newest="whose")

    def _accounts_called(self, text: str) -> tuple[tuple[UUID, str], ...]:
        found = self._search.names(text) if text.strip() else ()
        return tuple((each.record_id, each.title) for each in found if each.kind is Kind.ACCOUNT)

    def _offer(self, found: tuple[tuple[UUID, str], ...]) -> None:
        if self.sheet is not None:
            self.sheet.show_accounts(found)

    def _look_before(self, words: str) -> None:
        """Look who else said the like; an account that only stands in a draft is looked up first."""
        if self.sheet is None:
            return
        if self.sheet.account_id is None and self.sheet.account.value().strip():
            self._look_up(self.sheet.account.value())
        work = partial(self._before.look, words, self.sheet.account_id or UUID(int=0), _SHOWN)
        self._tasks.run(work, partial(self._show_before, words), self, newest="said before, anywhere")

    def _show_before(self, words: str, echo: Echo) -> None:
        if self.sheet is not None and words == self.sheet.words.value():
            self.sheet.show_echo(echo, self._concerns.today())

    def _open_before(self, account_id: UUID, concern_id: UUID | None) -> None:
        if self.sheet is not None:
            self.sheet.reject()
        if concern_id is not None:
            self.concern_asked.emit(account_id, concern_id)
        else:
            self.account_asked.emit(account_id)

    def _log(self, account_id: UUID, words: str, severity: int) -> None:
        work = partial(self._concerns.add, account_id, words, severity)
        self._tasks.run(work, self._done, self, lane=Lane.WRITE, failed=self._refused)

    def _log_of_new(self, name: str, words: str, severity: int) -> None:
        work = partial(self._concerns.add_of_somebody_new, name, words, severity)
        self._tasks.run(work, self._done, self, lane=Lane.WRITE, failed=self._refused)

    def _done(self, outcome: Outcome[Concern]) -> None:
        self._keeping.done()
        if self.sheet is not None:
            self.sheet.accept()
        concern = outcome.value
        words = self.tr("“{words}” is logged.").format(words=concern.words)
        self.logged.emit(words, concern.account_id, concern.id)

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))

    def _left(self) -> None:
        self.sheet = None
