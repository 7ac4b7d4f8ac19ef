"""The page of Insights: groups of cards, beside each other where there is room, else one under the other."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewdesk.desktop.insights.card import InsightCard
from reviewdesk.desktop.insights.card_grid import CardGrid, Section
from reviewdesk.desktop.insights.group_tabs import GroupTabs
from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import Page, ScrollColumn

SHOWN_AFTER: Final = 1_000
_NEAR: Final = 60
STEPS: Final = (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1))


class InsightsView(Page):
    """Shows the cards that have something to say.

    Signals:
        import_asked: there is nothing yet; the person wants to import a file.
        accounts_asked: there is nothing yet; the person wants to see the accounts.
    """

    import_asked = Signal()
    accounts_asked = Signal()

    def __init__(self, title: str = "") -> None:
        super().__init__(title or self.tr("Insights"))
        self.cards = CardGrid()
        self.groups = GroupTabs(self.tr("Groups of cards"))
        self.column = ScrollColumn(self.tr("Insights"))
        self.stack = QStackedWidget()
        self.reading = Label(self.tr("Reading all accounts …"), Part.MUTED)
        self._patience = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._first: InsightCard[Any] | None = None
        self._is_led, self._led_to = False, ""
        self.import_button = primary_button(self.tr("Import"), "download")
        self.accounts_button = plain_button(self.tr("Go to accounts"), "building-2")
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self._patience.timeout.connect(self.reading.show)
        self.import_button.clicked.connect(self.import_asked)
        self.accounts_button.clicked.connect(self.accounts_asked)
        self.groups.chosen.connect(self._scroll_to)
        self.groups.entered.connect(self.go_to)
        self.column.verticalScrollBar().valueChanged.connect(self._follow)
        self.column.verticalScrollBar().rangeChanged.connect(self._stay)
        for keys, step in STEPS:
            key = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(partial(self._step, step))

    def _lay_out(self) -> None:
        self.column.column.addWidget(self.cards)
        self.column.column.addStretch(1)
        self.reading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        waiting = QWidget()
        QVBoxLayout(waiting).addWidget(self.reading)
        self.reading.hide()
        for each in (waiting, self.column, self._nothing()):
            self.stack.addWidget(each)
        self.groups.hide()
        self.add(self.groups)
        self.add(self.stack, 1)

    def _nothing(self) -> EmptyState:
        """Give what stands there while there is nothing to tell."""
        return EmptyState(
            "chart-no-axes-combined",
            self.tr("Nothing to tell yet"),
            self.tr(
                "Here stands what all accounts say together: who makes the revenue, how healthy they are, who has gone "
                "quiet. Add accounts and import what they bought: each part comes with its first records."
            ),
            [self.import_button, self.accounts_button],
        )

    def show_cards(self, sections: Sequence[Section], status: str) -> None:
        """Show these cards, or what to do where there is none."""
        self._patience.stop()
        first = self.stack.currentIndex() != 1
        self.cards.show_sections(sections)
        self.groups.show_groups([each.title for each in sections])
        self.header.show_status(status)
        self.stack.setCurrentIndex(1 if sections else 2)
        cards = [card for each in sections for card in each.cards]
        if first or self._first not in cards:
            self._first = next((each for each in cards if isinstance(each, InsightCard)), None)
        if first and self.isVisible():
            self._take_keyboard()

    def go_to(self, title: str) -> None:
        """Go to a group: its heading stands at the top, and the keyboard is on its first card."""
        self.groups.follow(title)
        self._scroll_to(title)
        found = next((each for each in self.cards.sections if each.title == title), None)
        card = found.cards[0] if found is not None else None
        if isinstance(card, InsightCard):
            card.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, step: int) -> None:
        titles = [each.title for each in self.cards.sections]
        if titles:
            at = titles.index(self.groups.key) + step if self.groups.key in titles else 0
            self.go_to(titles[min(max(at, 0), len(titles) - 1)])

    def _scroll_to(self, title: str) -> None:
        """Bring a group to the top; where the page ends before that, it is the one looked at all the same."""
        self._led_to, self._is_led = title, True
        self.column.verticalScrollBar().setValue(self.cards.top_of(title))
        self._is_led = False

    def _stay(self) -> None:
        """Keep the group at the top while the page above it changes its height."""
        if self._led_to:
            self._scroll_to(self._led_to)

    def _follow(self, value: int) -> None:
        there = [each.title for each in self.cards.sections if self.cards.top_of(each.title) <= value + _NEAR]
        if there and not self._is_led:
            self._led_to = ""
            self.groups.follow(there[-1])

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
