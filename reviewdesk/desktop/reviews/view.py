"""The page of reviews as widgets."""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from reviewdesk.desktop.reviews.day_sheet import DaySheet
from reviewdesk.desktop.reviews.model import ReviewKey, ShownReviews
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList


class ReviewsView(Page):
    """Lists the reviews that are due, ahead and held.

    Signals:
        open_asked: the key of the row to open.
        plan_asked: an account, the day of its review, and the moment it starts or nothing.
        move_asked: a review, its new day, and the moment it starts or nothing.
        start_asked: the key of the row whose review starts now.
        cancel_asked: the review to call off.
        summary_asked: the review whose summary is wanted.
        quarter_asked: the person wants to plan the quarter.
        accounts_asked: there is nothing to review yet; the person wants to see accounts.
    """

    open_asked = Signal(object)
    plan_asked = Signal(object, object, object)
    move_asked = Signal(object, object, object)
    start_asked = Signal(object)
    cancel_asked = Signal(object)
    summary_asked = Signal(object)
    quarter_asked = Signal()
    accounts_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Reviews")
        self.rows = RowList(self.tr("Reviews"), timed=True)
        self.stack = QStackedWidget()
        self.quarter_button = plain_button(self.tr("Plan the quarter"), "calendar-days")
        self._to_accounts = plain_button(self.tr("Go to accounts"), "building-2")
        self._shown: ShownReviews | None = None
        self.sheet: DaySheet | None = None
        self._asks_for: ReviewKey | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.header.add_action(self.quarter_button)
        card = Card(edge_to_edge=True)
        card.add(self.rows)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = ScrollColumn(self.tr("Reviews"))
        column.column.addWidget(card)
        column.column.addStretch(1)
        nothing = EmptyState(
            "calendar-check",
            self.tr("No review yet"),
            self.tr("Once there are accounts, the next review of each is listed here when it is due."),
            [self._to_accounts],
        )
        for each in (column, nothing):
            self.stack.addWidget(each)
        self.stack.setCurrentIndex(0)
        self.add(self.stack, 1)

    def _connect(self) -> None:
        self.rows.opened.connect(self.open_asked)
        self.rows.action_asked.connect(self._act)
        self.quarter_button.clicked.connect(self.quarter_asked)
        self._to_accounts.clicked.connect(self.accounts_asked)

    def show_reviews(self, shown: ShownReviews) -> None:
        """Show these reviews; the person stays on the row they were on."""
        first = self._shown is None
        self._shown = shown
        self.header.show_status(shown.status if not shown.is_empty else "")
        self.rows.show_sections(shown.sections)
        self.quarter_button.setVisible(not shown.is_empty)
        self.stack.setCurrentIndex(1 if shown.is_empty else 0)
        if first and self.rows.keys and self.isVisible():
            self.rows.go_to(self.rows.keys[0])

    def planned(self) -> None:
        """Close the window that asked for a day: it was done."""
        if self.sheet is not None:
            self.sheet.accept()
            self.sheet = None

    def refuse(self, sentence: str) -> None:
        """Say in the window that asked for a day why it cannot be."""
        if self.sheet is not None:
            self.sheet.refuse(sentence)

    def _act(self, key: ReviewKey, action: str) -> None:
        if action in {"plan", "move"}:
            self._ask_day(key, action)
        elif action == "start":
            self.start_asked.emit(key)
        elif action == "cancel":
            self.cancel_asked.emit(key.review_id)
        else:
            self.summary_asked.emit(key.review_id)

    def _ask_day(self, key: ReviewKey, action: str) -> None:
        if self._shown is None:
            return
        row = self._shown.rows[key]
        verb = self.tr("Plan") if action == "plan" else self.tr("Move")
        title = self.tr("{verb} the review of {account}").format(verb=verb, account=row.account)
        self._asks_for = key
        self.sheet = DaySheet.ask(title, verb, self._shown.today, self._shown.rules, self)
        if row.day is not None:
            self.sheet.show_day(max(row.day, self._shown.today), row.starts_at)
        self.sheet.chosen.connect(self._chose)
        self.sheet.rejected.connect(self._let_go)

    def _chose(self, day: date, starts_at: datetime | None) -> None:
        key = self._asks_for
        if key is not None and key.review_id is None:
            self.plan_asked.emit(key.account_id, day, starts_at)
        elif key is not None:
            self.move_asked.emit(key.review_id, day, starts_at)

    def _let_go(self) -> None:
        self.sheet = None
