"""The Monday page, as widgets."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from reviewdesk.desktop.monday.model import MondayKey
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList, Section


class MondayView(Page):
    """Lists what changed, who is at risk, what was promised and what this week brings.

    Signals:
        account_asked: the id of the account to open.
        concern_asked: the ids of an account and of a concern of it.
        review_asked: the id of the review to open.
        copy_asked: the person wants the page as text. pdf_asked: they want it on paper.
    """

    account_asked = Signal(object)
    concern_asked = Signal(object, object)
    review_asked = Signal(object)
    copy_asked = Signal()
    pdf_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Monday page"))
        self.rows = RowList(self.tr("The week"))
        self.copy_button = plain_button(self.tr("Copy as text"), "copy")
        self.pdf_button = plain_button(self.tr("As PDF"), "file-text")
        self._stack = QStackedWidget()
        self._lay_out()
        self.rows.opened.connect(self._open)
        self.copy_button.clicked.connect(self.copy_asked)
        self.pdf_button.clicked.connect(self.pdf_asked)

    def _lay_out(self) -> None:
        for button in (self.copy_button, self.pdf_button):
            self.header.add_action(button)
        card, column = Card(edge_to_edge=True), ScrollColumn(self.tr("Monday page"))
        card.body.setContentsMargins(0, 0, 0, 0)
        card.add(self.rows)
        column.column.addWidget(card)
        column.column.addStretch(1)
        nothing = EmptyState(
            "circle-check",
            self.tr("A quiet week"),
            self.tr("Nothing changed, nobody is at risk, and nothing is promised or booked for this week."),
        )
        for each in (column, nothing):
            self._stack.addWidget(each)
        self.add(self._stack, 1)

    def show_week(self, sections: Sequence[Section], status: str) -> None:
        """Show the page; the person stays on the row they were on."""
        self.header.show_status(status)
        self.rows.show_sections(sections)
        self.copy_button.setVisible(bool(sections))
        self._stack.setCurrentIndex(0 if sections else 1)
        if sections and self.isVisible():
            self.rows.go_to(self.rows.current_key)

    def _open(self, key: MondayKey) -> None:
        if key.concern_id is not None:
            self.concern_asked.emit(key.account_id, key.concern_id)
        elif key.review_id is not None:
            self.review_asked.emit(key.review_id)
        else:
            self.account_asked.emit(key.account_id)
