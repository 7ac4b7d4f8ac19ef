"""Keeps the review of a loss on the page of an account and in the book the same."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from reviewdesk.desktop.account.loss import LossPage
from reviewdesk.desktop.account.loss_words import MadeUp, Shown
from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.field import FieldState
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.account import AccountStatus
from reviewdesk.domain.errors import RefusedError, ReviewDeskError
from reviewdesk.services.loss_reviews import LossReviewService


class LossPart(AccountPart):
    """The tab *Why did they leave?*; it comes with the day on which the account was lost.

    Signals:
        next_asked: the id of the account whose causes others may share.
        other_asked: the id of the account that somebody who is not listed is to make up for.
        account_asked: the id of an account whose page is wanted.
        lost: the id and the name of the account that was marked as lost just now.
    """

    key = "loss"
    after = "overview"
    next_asked = Signal(object)
    other_asked = Signal(object)
    account_asked = Signal(object)
    lost = Signal(object, str)

    def __init__(self, page: LossPage, losses: LossReviewService, tasks: Tasks) -> None:
        super().__init__(page)
        self.page = page
        self._losses, self._tasks = losses, tasks
        self._account_id: UUID | None = None
        self._account = ""
        self._was_lost = False
        self._refused: dict[tuple[UUID, str], tuple[str, str]] = {}
        page.edited.connect(self._edit)
        page.next_asked.connect(self._ask_next)
        page.figures_asked.connect(partial(self._do, losses.take_figures))
        page.end_asked.connect(partial(self._do, losses.end))
        page.set_aside_asked.connect(partial(self._do, losses.set_aside))
        page.take_up_asked.connect(partial(self._do, losses.take_up))
        page.making.chosen.connect(self.choose)
        page.making.left_out.connect(self._leave_out)
        page.making.opened.connect(self.account_asked)
        page.making.other_asked.connect(self._ask_other)

    def tab(self, brief: Brief, *, asked: bool) -> Tab | None:
        """Give the tab of an account that was lost."""
        return Tab(self.key, self.tr("Why did they leave?")) if brief.account.lost_on is not None else None

    def show_brief(self, brief: Brief) -> None:
        """Show the loss of this account, where it was lost."""
        is_lost = brief.account.status is AccountStatus.LOST
        if brief.account.id == self._account_id and is_lost and not self._was_lost:
            self.lost.emit(brief.account.id, brief.account.name)
        self._was_lost = is_lost
        if brief.account.id != self._account_id:
            self.flush()
            self._put_by()
            self._account_id, self._account = brief.account.id, brief.account.name
            for each in self.page.fields.values():
                each.start_with("")
            self.page.verticalScrollBar().setValue(0)
        if brief.account.lost_on is not None:
            self._read(brief.account.id)

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

    def _show_made_up(self, account_id: UUID, made: MadeUp) -> None:
        if account_id == self._account_id:
            self.page.making.show_made_up(made)

    def choose(self, candidate_id: UUID) -> None:
        """Take an account into the plan that makes up for the loss that is shown."""
        if self._account_id is not None:
            self._write(partial(self._losses.choose, self._account_id, candidate_id))

    def _leave_out(self, candidate_id: UUID) -> None:
        if self._account_id is not None:
            self._write(partial(self._losses.leave_out, self._account_id, candidate_id))

    def _do(self, what: Callable[[UUID], object]) -> None:
        self.flush()
        if self._account_id is not None:
            self._write(partial(what, self._account_id))

    def _write(self, work: Callable[[], object]) -> None:
        self._tasks.run(work, self._written, self, lane=Lane.WRITE)

    def _written(self, _outcome: object) -> None:
        if self._account_id is not None:
            self._read(self._account_id)

    def _read(self, account_id: UUID) -> None:
        """Read the loss, and by what it is made up, which takes longer in a large book and waits behind it."""
        self._tasks.run(partial(self._losses.of_account, account_id), self._show, self, newest="loss")
        made = partial(self._losses.replacing, account_id)
        self._tasks.run(made, partial(self._show_made_up, account_id), self, lane=Lane.LONG, newest="replacing")

    def _ask_other(self) -> None:
        self.flush()
        if self._account_id is not None:
            self.other_asked.emit(self._account_id)

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
