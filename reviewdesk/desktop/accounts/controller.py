"""Keeps the list of accounts and the book the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.accounts.model import Listed, listed
from reviewdesk.desktop.accounts.view import AccountsView
from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.account_values import AccountName
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.tier_words import largest_words
from reviewdesk.services.tiers import TierService

SHOWN: Final = (
    Kind.ACCOUNT, Kind.REVIEW, Kind.CONCERN, Kind.FOLLOW_UP, Kind.CONTACT, Kind.PURCHASE, Kind.COLLEAGUE, Kind.BOOK,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reading of the list brought."""

    rows: tuple[Listed, ...]
    largest: str
    remarks: tuple[str, ...]
    owners: tuple[str, ...]


class AccountsController(QObject):
    """Answers what is done on the list of accounts.

    Signals:
        account_asked: the person opened the account with this id.
        import_asked: the person wants to import a file.
        sample_asked: the person wants the sample book.
    """

    account_asked = Signal(object)
    import_asked = Signal()
    sample_asked = Signal()

    def __init__(
        self,
        view: AccountsView,
        accounts: AccountService,
        tiers: TierService,
        tasks: Tasks,
        memory: WindowMemory | None = None,
    ) -> None:
        super().__init__(view)
        self.view = view
        self._accounts = accounts
        self._tiers = tiers
        self._tasks = tasks
        self._memory = memory
        self._owners: tuple[str, ...] = ()
        self._connect()
        view.set_roomy(on=memory is not None and memory.choice("accounts") == "roomy")

    def _connect(self) -> None:
        view = self.view
        view.account_asked.connect(self.account_asked)
        view.import_asked.connect(self.import_asked)
        view.sample_asked.connect(self.sample_asked)
        view.new_asked.connect(self.start_adding)
        view.remove_asked.connect(self._remove)
        view.roomy_chosen.connect(self._remember)
        view.new_account.add_asked.connect(self._add)
        view.new_account.alike_asked.connect(self.account_asked)
        self._tasks.changed.connect(self._reload_if_concerned)

    def show_page(self) -> None:
        """Show the accounts as they stand."""
        self._tasks.run(self._read, self._show, self, newest="accounts")

    def start_adding(self) -> None:
        """Let the person add an account."""
        self.view.new_account.open_line(self._owners)

    def _read(self) -> _Read:
        today, rows = self._accounts.today(), self._accounts.rows()
        figures = self._tiers.shown()
        owners = tuple(each.name for each in self._accounts.colleagues())
        return _Read(listed(rows, today), largest_words(figures.concentration, len(rows)), figures.messages, owners)

    def _show(self, read: _Read) -> None:
        self._owners = read.owners
        self.view.show_accounts(read.rows, read.largest, read.remarks)

    def _add(self, name: str, owner: str, although_alike: bool) -> None:
        work = partial(self._accounts.add, name, owner=owner, although_alike=although_alike)
        self._tasks.run(work, self._added, self, lane=Lane.WRITE, failed=partial(self._refused, name))

    def _added(self, done: Outcome[Account]) -> None:
        self.view.new_account.added()
        self._tasks.run(self._read, partial(self._show_new, done.value.id), self, newest="accounts")

    def _show_new(self, account_id: UUID, read: _Read) -> None:
        self._show(read)
        self.view.go_to(account_id)

    def _refused(self, name: str, error: ReviewDeskError) -> None:
        self._tasks.run(partial(self._accounts.alike, name), partial(self._show_refusal, str(error)), self)

    def _show_refusal(self, sentence: str, alike: Sequence[AccountName]) -> None:
        self.view.new_account.refuse(sentence, alike[0].id if alike else None)

    def _remove(self, account_ids: Sequence[UUID]) -> None:
        work = partial(self._accounts.remove_all, tuple(account_ids))
        self._tasks.run(work, self._reload, self, lane=Lane.WRITE)

    def _reload(self, _done: object) -> None:
        self.show_page()

    def _remember(self, roomy: bool) -> None:
        if self._memory is not None:
            self._memory.keep_choice("accounts", "roomy" if roomy else "dense")

    def _reload_if_concerned(self, changes: Changes, origin: object) -> None:
        if origin is not self and changes.touch(*SHOWN) and in_sight(self.view):
            self.show_page()
