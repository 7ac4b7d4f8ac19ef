"""The page of Insights: cards beside each other where there is room, else one under the other."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewdesk.desktop.insights.card import InsightCard
from reviewdesk.desktop.insights.card_grid import CardGrid
from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import Page, ScrollColumn

SHOWN_AFTER: Final = 1_000


class InsightsView(Page):
    """Shows the cards that have something to say.

    Signals:
        import_asked: there is nothing yet; the person wants to import a file.
        accounts_asked: there is nothing yet; the person wants to see the accounts.
    """

    import_asked = Signal()
    accounts_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Insights"))
        self.cards = CardGrid()
        self.column = ScrollColumn(self.tr("Insights"))
        self.stack = QStackedWidget()
        self.reading = Label(self.tr("Reading all accounts …"), Part.MUTED)
        self._patience = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._first: InsightCard[Any] | None = None
        self.import_button = primary_button(self.tr("Import"), "download")
        self.accounts_button = plain_button(self.tr("Go to accounts"), "building-2")
        self._lay_out()
        self._patience.timeout.connect(self.reading.show)
        self.import_button.clicked.connect(self.import_asked)
        self.accounts_button.clicked.connect(self.accounts_asked)

    def _lay_out(self) -> None:
        self.column.column.addWidget(self.cards)
        self.column.column.addStretch(1)
        nothing = EmptyState(
            "chart-no-axes-combined",
            self.tr("Nothing to tell yet"),
            self.tr(
                "Here stands what all accounts say together: who makes the revenue, how healthy they are, who has gone "
                "quiet. Add accounts and import what they bought: each part comes with its first records."
            ),
            [self.import_button, self.accounts_button],
        )
        self.reading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        waiting = QWidget()
        QVBoxLayout(waiting).addWidget(self.reading)
        self.reading.hide()
        for each in (waiting, self.column, nothing):
            self.stack.addWidget(each)
        self.add(self.stack, 1)

    def add_cards(self, cards: Sequence[InsightCard[Any]]) -> None:
        """Take the cards in their order."""
        for each in cards:
            self.cards.add_card(each)

    def show_cards(self, cards: Sequence[InsightCard[Any]], status: str) -> None:
        """Show these cards, or what to do where there is none."""
        self._patience.stop()
        first = self.stack.currentIndex() != 1
        self.cards.show_cards(cards)
        self.header.show_status(status)
        self.stack.setCurrentIndex(1 if cards else 2)
        if first or self._first not in cards:
            self._first = cards[0] if cards else None
        if first and self.isVisible():
            self._take_keyboard()

    def begin_with(self, card: InsightCard[Any]) -> None:
        """Let the keyboard be on this card when the person comes back."""
        self._first = card

    def wait(self) -> None:
        """Say that something is being read, once that takes long and nothing is there yet."""
        if self.stack.currentIndex() == 0:
            self._patience.start()

    def _take_keyboard(self) -> None:
        start = self._first.start if self._first is not None else self.import_button
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where the person was."""
        super().showEvent(event)
        if self.stack.currentIndex():
            self._take_keyboard()
