"""How a loss is made up, on its tab: what it takes, whom to ask, and cost to take out."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from reviewdesk.desktop.account import loss_words
from reviewdesk.desktop.account.loss_words import MadeUp
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import Field, LineField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.row_list import RowList


class MakingUpCard(Card):
    """Shows what a loss takes to be made up, and plans it.

    Signals:
        chosen, left_out: the id of an account that is to be asked, or not any more.
        opened: the id of an account whose page is wanted.
        other_asked: an account that is not listed is to be chosen.
    """

    chosen = Signal(object)
    left_out = Signal(object)
    opened = Signal(object)
    other_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Making it up"))
        self.takes, self.planned = Label(part=Part.STRONG, wraps=True), Label(part=Part.MUTED, wraps=True)
        self.rows = RowList(self.tr("Who may make up for it"))
        self.fields: Mapping[str, Field] = {
            "cost_out": LineField(self.tr("Cost to take out a year"), quiet=False),
            "cost_out_owner": LineField(self.tr("Who takes it out"), quiet=False),
            "cost_out_due": LineField(self.tr("By when"), quiet=False),
        }
        self.other_button = plain_button(self.tr("Another account…"), "plus")
        self.heading.add(self.other_button)
        for each in (self.takes, self.rows, in_pairs(self.fields.values()), self.planned):
            self.add(each)
        self.rows.action_asked.connect(self._act)
        self.rows.opened.connect(self.opened)
        self.other_button.clicked.connect(self.other_asked)

    def show_made_up(self, made: MadeUp) -> None:
        """Show what it takes and what is planned."""
        self.takes.setText(loss_words.takes_of(made))
        self.planned.setText(loss_words.planned_of(made))
        self.planned.setVisible(bool(self.planned.text()))
        self.rows.show_rows(list(loss_words.candidate_rows(made)))
        self.rows.setVisible(bool(made.candidates))

    def _act(self, account_id: UUID, action: str) -> None:
        (self.chosen if action == "choose" else self.left_out).emit(account_id)


def in_pairs(fields: Iterable[QWidget]) -> QWidget:
    """Set fields beside each other, two in a row."""
    grid, at = QGridLayout(), QWidget()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(12)
    for place, field in enumerate(fields):
        grid.addWidget(field, place // 2, place % 2)
    at.setLayout(grid)
    return at
