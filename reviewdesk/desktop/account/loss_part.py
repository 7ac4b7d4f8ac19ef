"""Keeps the review of a loss on the page of an account and in the book the same."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from reviewdesk.desktop.account.loss import LossPage
from reviewdesk.desktop.account.loss_words import Shown
from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.field import Field
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.errors import ReviewDeskError
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
        page.edited.connect(self._edit)
        page.next_asked.connect(self._ask_next)

    def tab(self, brief: Brief, *, asked: bool) -> Tab | None:
        """Give the tab of an account that was lost."""
        return Tab(self.key, self.tr("Why did they leave?")) if brief.account.lost_on is not None else None

    def show_brief(self, brief: Brief) -> None:
        """Show the loss of this account, where it was lost."""
        if brief.account.id != self._account_id:
            self.flush()
            self._account_id = brief.account.id
            for each in self.page.fields.values():
                each.start_with("")
        if brief.account.lost_on is not None:
            read = partial(self._losses.of_account, brief.account.id)
            self._tasks.run(read, self._show, self, newest="loss")

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

    def _ask_next(self) -> None:
        self.flush()
        if self._account_id is not None:
            self.next_asked.emit(self._account_id)

    def _edit(self, name: str, text: str) -> None:
        if self._account_id is None:
            return
        field = self.page.fields[name]
        work = partial(self._losses.set_field, self._account_id, name, text)
        kept, refused = partial(_saved, field), partial(_refused, field)
        self._tasks.run(work, kept, field, lane=Lane.WRITE, failed=refused)


def _saved(field: Field, _outcome: object) -> None:
    field.show_saved()


def _refused(field: Field, error: ReviewDeskError) -> None:
    field.show_refused(str(error))
