"""All hand-offs of a book: those that wait first, each with what is next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from reviewdesk.desktop.hand_off.words import TONES, next_words
from reviewdesk.desktop.widgets.buttons import primary_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.services.hand_off_values import ShownHandOff

_EVERY = 100_000


class HandOffsView(Page):
    """Lists hand-offs, the open ones first.

    Signals:
        new_asked: the person wants to hand an account over.
        opened: the id of the account whose hand-off is wanted.
    """

    new_asked = Signal()
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Hand-offs"))
        self.rows = RowList(self.tr("Hand-offs"), most=_EVERY)
        self.new_button = primary_button(self.tr("Hand an account over"), "plus")
        self.first_button = primary_button(self.tr("Hand an account over"), "plus")
        self._stack = QStackedWidget()
        self._lay_out()
        for each in (self.new_button, self.first_button):
            each.clicked.connect(self.new_asked)
        self.rows.opened.connect(self.opened)

    def _lay_out(self) -> None:
        self.header.add_action(self.new_button)
        card, column = Card(edge_to_edge=True), ScrollColumn(self.tr("Hand-offs"))
        card.body.setContentsMargins(0, 0, 0, 0)
        card.add(self.rows)
        column.column.addWidget(card)
        column.column.addStretch(1)
        sentence = self.tr(
            "Who sold passes on what was promised, to whom and by when; who serves accepts it, or returns it with the "
            "gaps named. Until then the account stays where it is."
        )
        nothing = EmptyState("handshake", self.tr("Nothing is being handed over"), sentence, (self.first_button,))
        for each in (column, nothing):
            self._stack.addWidget(each)
        self.add(self._stack, 1)

    def show_hand_offs(self, found: tuple[ShownHandOff, ...]) -> None:
        """Show these; where there is none, what they are for."""
        self.new_button.setVisible(bool(found))
        self._stack.setCurrentIndex(0 if found else 1)
        waiting = sum(each.hand_off.is_open for each in found)
        self.header.show_status(self.tr("{n} under way").format(n=waiting) if found else "")
        open_ones = tuple(_row(each) for each in found if each.hand_off.is_open)
        others = tuple(_row(each) for each in found if not each.hand_off.is_open)
        named = (self.tr("Under way"), open_ones), (self.tr("Done"), others)
        self.rows.show_sections([Section(title, rows) for title, rows in named if rows])


def _row(shown: ShownHandOff) -> Row:
    found = shown.hand_off
    to = f" → {found.to}" if found.to else ""
    return Row(
        found.account_id, f"{shown.account}{to}", next_words(shown), tile=shown.account,
        pills=(PillText(found.state.value, TONES[found.state]),),
    )  # fmt: skip
