"""The page of opportunities, as widgets: filtered as one types, the open ones first."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from reviewdesk.desktop.opportunities.model import Shown, rows_of, status_of
from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.domain.text import fold

_EVERY: Final = 100_000


class OpportunitiesView(Page):
    """Lists opportunities; what is typed narrows them by account, words and next step.

    Signals:
        opened: the id of the opportunity to go to.
        log_asked: the person wants to log a call.
        accounts_asked: the person wants to see the accounts.
    """

    opened = Signal(object)
    log_asked = Signal()
    accounts_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Opportunities"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Filter by account, words or next step"))
        self.line.setAccessibleName(self.tr("Filter"))
        self.line.setClearButtonEnabled(True)
        self.rows = RowList(self.tr("Opportunities"), most=_EVERY)
        self.log_button = primary_button(self.tr("Log a call"), "phone")
        self.accounts_button = plain_button(self.tr("Go to accounts"), "building-2")
        self._shown: Shown | None = None
        self._stack = QStackedWidget()
        self._lay_out()
        self.line.textChanged.connect(self._narrow)
        self.rows.opened.connect(self.opened)
        self.log_button.clicked.connect(self.log_asked)
        self.accounts_button.clicked.connect(self.accounts_asked)

    def _lay_out(self) -> None:
        card, column = Card(edge_to_edge=True), ScrollColumn(self.tr("Opportunities"))
        card.body.setContentsMargins(0, 0, 0, 0)
        card.add(self.rows)
        column.column.addWidget(self.line)
        column.column.addWidget(card)
        column.column.addStretch(1)
        sentence = self.tr(
            "What somebody might buy is noted in a meeting with /o, in the log of a call, or on the account. Here all "
            "of them stand together, the largest first."
        )
        buttons = (self.log_button, self.accounts_button)
        nothing = EmptyState("target", self.tr("Nobody mentioned anything yet"), sentence, buttons)
        for each in (column, nothing):
            self._stack.addWidget(each)
        self.add(self._stack, 1)

    def show_opportunities(self, shown: Shown) -> None:
        """Show these; where there is none, where they come from."""
        self._shown = shown
        self._stack.setCurrentIndex(0 if shown.rows else 1)
        self.header.show_status(status_of(shown))
        self._narrow()

    def take_keyboard(self) -> None:
        """Let the person filter at once."""
        self.line.setFocus()

    def _narrow(self, _text: str = "") -> None:
        if self._shown is None:
            return
        words = fold(self.line.text()).split()
        sections: Sequence[Section] = rows_of(self._shown, words)
        self.rows.show_sections(sections)
