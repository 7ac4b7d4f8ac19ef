"""Drafts the mail of a summary: to its people or to whom the person types, asking before it goes to a stranger."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewdesk.desktop.document.model import Way
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.errors import RefusedError, StrangerError
from reviewdesk.domain.recipients import name_for, read_recipients, written

if TYPE_CHECKING:
    from uuid import UUID

    from reviewdesk.desktop.document.controller import DocumentController
    from reviewdesk.desktop.document.model import ShownDocument
    from reviewdesk.desktop.drafting import Drafting
    from reviewdesk.services.accounts import AccountService
    from reviewdesk.services.mails import MailService, Recipients


class Mailing(QObject):
    """The mail of the summary that is shown."""

    def __init__(
        self, page: DocumentController, drafting: Drafting, services: tuple[MailService, AccountService], tasks: Tasks
    ) -> None:
        super().__init__(page)
        self._view, self._panel = page.view, page.view.side.mail
        self._drafting, self._tasks = drafting, tasks
        self._mails, self._accounts = services
        self._review_id: UUID | None = None
        self._account_id: UUID | None = None
        page.shown.connect(self._show)
        page.mail_asked.connect(self.draft)
        drafting.stranger_met.connect(self._ask)
        self._panel.by_link.setChecked(drafting.by_link)
        self._panel.way_chosen.connect(drafting.choose_way)

    def draft(self, summary_id: UUID) -> None:
        """Draft the mail to whom it is to go."""
        try:
            to = read_recipients(self._panel.to.toPlainText())
        except RefusedError as error:
            self._view.side.open("mail")
            self._tasks.told.emit(error)
            return
        self._drafting.summary(summary_id, to or None)

    def _show(self, shown: ShownDocument) -> None:
        if Way.MAIL not in shown.ways or shown.summary_id is None:
            return
        if shown.review_id != self._review_id:
            self._panel.forget()
        self._review_id = shown.review_id
        self._tasks.run(partial(self._mails.recipients, shown.summary_id), self._offer, self, newest="recipients")

    def _offer(self, found: Recipients) -> None:
        self._account_id = found.account_id
        self._panel.offer(written(found.to), ", ".join(found.lacking))

    def _ask(self, summary_id: UUID, error: StrangerError) -> None:
        """Say who is a stranger here, and what can be done."""
        self._view.side.open("mail")
        answers = (
            (self.tr("Leave them out"), partial(self._leave_out, summary_id, error)),
            (self.tr("Add them to its people and draft"), partial(self._add, summary_id, error)),
            (self.tr("Draft it all the same"), partial(self._go_on, summary_id, error)),
        )
        self._view.question.ask(str(error), answers)

    def _leave_out(self, summary_id: UUID, error: StrangerError) -> None:
        kept = tuple(each for each in error.to if each not in error.strangers)
        self._panel.to.setPlainText(written(kept))
        if kept:
            self._drafting.summary(summary_id, kept)

    def _add(self, summary_id: UUID, error: StrangerError) -> None:
        """Add each of them to the people of the account, then draft."""
        waiting = list(error.strangers)

        def add_next(_outcome: object = None) -> None:
            if not waiting:
                self._drafting.summary(summary_id, error.to)
            elif self._account_id is not None:
                one = waiting.pop(0)
                work = partial(self._accounts.add_person, self._account_id, name_for(one), email=one[1])
                self._tasks.run(work, add_next, self, lane=Lane.WRITE)

        add_next()

    def _go_on(self, summary_id: UUID, error: StrangerError) -> None:
        self._drafting.summary(summary_id, error.to, knowing=True)
