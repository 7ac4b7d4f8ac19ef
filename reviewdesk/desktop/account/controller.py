"""Keeps the page of one account and the book the same."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from reviewdesk.desktop.account.concerns_controller import ConcernsController
from reviewdesk.desktop.account.view import AccountView
from reviewdesk.desktop.calls.call_logging import CallLogging
from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.account import Tier
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import MissingError, ReviewDeskError
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.drafts import DraftService
from reviewdesk.services.follow_ups import FollowUpService


class AccountController(QObject):
    """Answers what is done on the page of one account.

    Signals:
        review_asked: the id of a review to open.
        start_review_asked, plan_review_asked: the id of the account whose review is held now or planned.
        account_asked: the id of another account to open.
        accounts_asked: the account is not there any more.
    """

    review_asked = Signal(object)
    start_review_asked = Signal(object)
    plan_review_asked = Signal(object)
    account_asked = Signal(object)
    accounts_asked = Signal()

    def __init__(
        self,
        view: AccountView,
        accounts: AccountService,
        follow_ups: FollowUpService,
        concerns: ConcernService,
        drafts: DraftService,
        tasks: Tasks,
    ) -> None:
        super().__init__(view)
        self.view = view
        self._accounts = accounts
        self._follow_ups = follow_ups
        self._tasks = tasks
        self._account_id: UUID | None = None
        self._wanted: Callable[[], None] | None = None
        self.calls = CallLogging(view, accounts, drafts, tasks)
        self._concerns = ConcernsController(view.concerns, concerns, tasks)
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.typed.connect(self._change)
        view.details.accounts_asked.connect(self._complete)
        view.person_typed.connect(self._change_person)
        view.person_add_asked.connect(self._add_person)
        view.person_remove_asked.connect(self._remove_person)
        view.done_asked.connect(self._done)
        view.move_asked.connect(self._move)
        view.mail_asked.connect(self._write_mail)
        view.call_asked.connect(self.calls.ask)
        self.calls.logged.connect(self._written)
        view.tier_chosen.connect(self._set_tier)
        view.rule_asked.connect(self._unpin)
        view.remove_asked.connect(self._remove)
        view.review_asked.connect(self.review_asked)
        view.overview.account_asked.connect(self.account_asked)
        view.start_review_asked.connect(self._start_review)
        view.plan_review_asked.connect(self._plan_review)
        self._tasks.changed.connect(self._reload_if_concerned)

    def open(self, account_id: UUID) -> None:
        """Be the page of this account."""
        if account_id != self._account_id:
            self.view.flush()
        self._account_id = self._concerns.account_id = account_id
        self._reload()

    def show_page(self) -> None:
        """Show the account as it stands."""
        self._reload()

    def open_concern(self, concern_id: UUID) -> None:
        """Open a concern, once the account is shown."""
        self.open_record(Kind.CONCERN, concern_id)

    def start_adding(self, kind: Kind) -> None:
        """Lead to where a record of this kind is added, once the account is shown."""
        self.open_record(kind, None)

    def open_record(self, kind: Kind, record_id: UUID | None) -> None:
        """Lead to a record of the account, once the account is shown."""
        self._wanted = partial(self.view.open_record, kind, record_id)
        self._reload()

    def open_tab(self, key: str) -> None:
        """Go to a tab, once the account is shown."""
        self._wanted = partial(self.view.open_tab, key)
        self._reload()

    def flush(self) -> None:
        """Save at once what was typed."""
        self.view.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed is in the book."""
        return self.view.is_safe

    def _reload(self) -> None:
        if self._account_id is not None:
            read = partial(self._accounts.brief, self._account_id)
            self._tasks.run(read, self._show, self, newest="account", failed=self._not_there)

    def _show(self, brief: AccountBrief) -> None:
        self.view.show_brief(brief)
        read = partial(self._accounts.by_rule, brief.account.id)
        self._tasks.run(read, partial(self._show_rule, brief), self, lane=Lane.LONG, newest="rule")
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            wanted()

    def _show_rule(self, brief: AccountBrief, by_rule: Tier | None) -> None:
        if brief.account.id == self.view.account_id:
            self.view.overview.show_rule(brief, by_rule)

    def _not_there(self, error: ReviewDeskError) -> None:
        if isinstance(error, MissingError):
            self._account_id = None
            self.accounts_asked.emit()
        else:
            self._tasks.told.emit(error)

    def _write(
        self,
        work: Callable[[], object],
        then: Callable[[object], None] | None = None,
        failed: Callable[[ReviewDeskError], None] | None = None,
    ) -> None:
        self._tasks.run(work, then or self._written, self, lane=Lane.WRITE, failed=failed)

    def _written(self, _done: object) -> None:
        self._reload()

    def _change(self, name: str, text: str) -> None:
        account_id = self.view.account_id
        if account_id is None:
            return
        work: Callable[[], object] = partial(self._accounts.change, account_id, name, text)
        self._write(work, partial(self._saved, account_id, name), partial(self._refused, account_id, name))

    def _complete(self, text: str) -> None:
        read = partial(self._accounts.names_like, text)
        self._tasks.run(read, self.view.details.offer_accounts, self, newest="names")

    def _saved(self, account_id: UUID, name: str, _done: object) -> None:
        if account_id == self.view.account_id:
            self.view.show_saved(name)
        self._reload()

    def _refused(self, account_id: UUID, name: str, error: ReviewDeskError) -> None:
        if account_id == self.view.account_id:
            self.view.refuse(name, str(error))
        else:
            self._tasks.told.emit(error)

    def _change_person(self, person_id: UUID, name: str, text: str) -> None:
        work = partial(self._accounts.change_person, person_id, name, text)
        self._write(work, partial(self._person_saved, person_id, name), partial(self._person_refused, person_id, name))

    def _person_saved(self, person_id: UUID, name: str, _done: object) -> None:
        self.view.people.show_saved(person_id, name)
        self._reload()

    def _person_refused(self, person_id: UUID, name: str, error: ReviewDeskError) -> None:
        self.view.people.refuse(person_id, name, str(error))

    def _add_person(self, name: str, role: str, phone: str, email: str) -> None:
        if self._account_id is not None:
            add = self._accounts.add_person
            work = partial(add, self._account_id, name, role=role, phone=phone, email=email)
            self._write(work, self._person_added, self._person_not_added)

    def _person_added(self, _done: object) -> None:
        self.view.people.added()
        self._reload()

    def _person_not_added(self, error: ReviewDeskError) -> None:
        self.view.people.refuse_new(str(error))

    def _remove_person(self, person_id: UUID) -> None:
        self._write(partial(self._accounts.remove_person, person_id))

    def _done(self, follow_up_id: UUID) -> None:
        self._write(partial(self._follow_ups.done, follow_up_id))

    def _move(self, follow_up_id: UUID, to: date, agreed_with: str) -> None:
        self._write(partial(self._follow_ups.move, follow_up_id, to, agreed_with=agreed_with))

    def _write_mail(self, address: str) -> None:
        QDesktopServices.openUrl(QUrl(f"mailto:{address}"))

    def _set_tier(self, tier: Tier, because: str) -> None:
        if self._account_id is not None:
            work = partial(self._accounts.set_tier, self._account_id, tier, because=because)
            self._write(work, self._tier_set, self._tier_not_set)

    def _tier_set(self, _done: object) -> None:
        self.view.end_tier()
        self._reload()

    def _tier_not_set(self, error: ReviewDeskError) -> None:
        self.view.end_tier(str(error))

    def _unpin(self) -> None:
        if self._account_id is not None:
            self._write(partial(self._accounts.unpin, self._account_id))

    def _remove(self) -> None:
        if self._account_id is not None:
            self._write(partial(self._accounts.remove, self._account_id), self._removed)

    def _removed(self, _done: object) -> None:
        self._account_id = None
        self.accounts_asked.emit()

    def _start_review(self) -> None:
        self.start_review_asked.emit(self._account_id)

    def _plan_review(self) -> None:
        self.plan_review_asked.emit(self._account_id)

    def _reload_if_concerned(self, changes: Changes, origin: object) -> None:
        if self._account_id is None or origin is self or not in_sight(self.view):
            return
        if changes.concern([self._account_id]) or changes.touch(Kind.BOOK, Kind.COLLEAGUE, Kind.PERSON):
            self._reload()
