"""Keeps the list of feedback forms on the page of an account and in the book the same."""

from collections.abc import MutableMapping
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewdesk.desktop.account.section import AccountSection
from reviewdesk.desktop.feedback.forms_card import FormsCard
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.form_values import AccountForms
from reviewdesk.services.forms import FormService


class FormsSection(AccountSection):
    """The feedback forms of one account, among its scores.

    Signals:
        send_asked: the id of the account somebody of which is to be asked.
        type_asked: the id of the account from which one came on paper.
        action_asked: the id of a form, and the name of what is to be done with it.
    """

    send_asked = Signal(object)
    type_asked = Signal(object)
    action_asked = Signal(object, str)

    of: ClassVar[str] = "scores"

    def __init__(self, card: FormsCard, forms: FormService, tasks: Tasks) -> None:
        super().__init__(card)
        self.card = card
        self._forms, self._tasks = forms, tasks
        self._account_id: UUID | None = None
        card.send_asked.connect(self._send)
        card.type_asked.connect(self._type)
        card.action_asked.connect(self.action_asked)

    def join(self, pages: MutableMapping[str, QWidget], _stack: QStackedWidget) -> None:
        """Take its place under what notes a score by hand."""
        page = pages[self.of]
        if isinstance(page, ScrollColumn):
            page.column.insertWidget(1, self.view)

    def show_brief(self, brief: AccountBrief) -> None:
        """Show the forms of this account."""
        self._account_id = brief.account.id
        self._tasks.run(partial(self._forms.of_account, brief.account.id), self._show, self, newest="forms")

    def reach(self, record_id: UUID) -> bool:
        """Go to a form."""
        self.card.rows.go_to(record_id)
        return record_id in self.card.rows.keys

    def _show(self, forms: AccountForms) -> None:
        if forms.account_id == self._account_id:
            self.card.show_forms(forms)
            self.seek()

    def _send(self) -> None:
        self.send_asked.emit(self._account_id)

    def _type(self) -> None:
        self.type_asked.emit(self._account_id)
