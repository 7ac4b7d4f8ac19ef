"""Keeps the review of a loss on the page of an account and in the book the same."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from reviewdesk.desktop.account.loss import LossPage
from reviewdesk.desktop.account.loss_words import Shown
from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.errors import RefusedError, ReviewDeskError
from reviewdesk.services.loss_reviews import LossReviewService


class LossPart(AccountPart):
    """The tab *Why did they leave?*; it comes with the day on which the account was lost.

    Signals:
        next_asked: the id of the account whose causes others may share.
    """

    key = "loss"
    after = "overview"
    next_asked = Signal(object)

    def __init__(self, page: LossPage, losses: LossReviewService, tasks: Tasks) -> None:
        super().__init__(page)
        self.page = page
        self._losses, self._tasks = losses, tasks
        self._account_id: UUID | None = None
        self._account = ""
        self._refused: dict[tuple[UUID, str], tuple[str, str]] = {}
        page.edited.connect(self._edit)
        page.next_asked.connect(self._ask_next)

    def tab(self, brief: Brief, *, asked: bool) -> Tab | None:
        """Give the tab of an account that was lost."""
        return Tab(self.key, self.tr("Why did they leave?")) if brief.account.lost_on is not None else None

    def show_brief(self, brief: Brief) -> None:
        """Show the loss of this account, where it was lost."""
        if brief.account.id != self._account_id:
            self.flush()
            self._put_by()
            self._account_id, self._account = brief.account.id, brief.account.name
            for each in self.page.fields.values():
                each.start_with("")
        if brief.account.lost_on is not None:
            read = partial(self._losses.of_account, brief.account.id)
            self._tasks.run(read, self._show, self, newest="loss")

    def _put_by(self) -> None:
        """Keep what was refused and not mended before the fields stand for another account."""
        for name, field in self.page.fields.items():
            if self._account_id is not None and field.state is FieldState.REFUSED:
                self._wait(
                    self._account_id, name, str(field.value()), self._account, field.editor.accessibleDescription()
                )

    def _wait(self, account_id: UUID, name: str, text: str, account: str, why: str) -> None:
        """Let what was refused wait for its account, and say so."""
        self._refused[account_id, name] = text, why
        waits = self.tr("{account}, {field}: {why} What you typed waits there to be mended.")
        label = self.page.fields[name].label.text()
        self._tasks.told.emit(RefusedError(waits.format(account=account, field=label, why=why)))

    def flush(self) -> None:
        """Save at once what was typed."""
        for each in self.page.fields.values():
            each.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether all that was typed is in the book."""
        return all(each.is_safe for each in self.page.fields.values())

    def _show(self, shown: Shown) -> None:
        if shown.account_id == self._account_id:
            self.page.show_loss(shown)
            self._bring_back(shown.account_id)

    def _bring_back(self, account_id: UUID) -> None:
        """Put what was typed and refused after the person had gone on into its field again, to be mended."""
        for at in [each for each in self._refused if each[0] == account_id]:
            text, sentence = self._refused.pop(at)
            field = self.page.fields[at[1]]
            if field.is_safe:
                field.start_with(text)
                field.show_refused(sentence)

    def _ask_next(self) -> None:
        self.flush()
        if self._account_id is not None:
            self.next_asked.emit(self._account_id)

    def _edit(self, name: str, text: str) -> None:
        if self._account_id is None:
            return
        work = partial(self._losses.set_field, self._account_id, name, text)
        kept = partial(self._saved, self._account_id, name)
        failed = partial(self._not_saved, self._account_id, name, text, self._account)
        self._tasks.run(work, kept, self, lane=Lane.WRITE, failed=failed)

    def _saved(self, account_id: UUID, name: str, _outcome: object) -> None:
        self._refused.pop((account_id, name), None)
        if account_id == self._account_id:
            self.page.fields[name].show_saved()

    def _not_saved(self, account_id: UUID, name: str, text: str, account: str, error: ReviewDeskError) -> None:
        """Say at the field why it is refused; once another account is shown say it aloud, and keep what was typed."""
        if account_id == self._account_id:
            self.page.fields[name].show_refused(str(error))
        else:
            self._wait(account_id, name, text, account, str(error))
