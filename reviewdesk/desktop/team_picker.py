"""Asks whose sheet is wanted: a team's or a person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.desktop.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtWidgets import QWidget

    from reviewdesk.services.team_sheets import Accountable


class TeamPicker(Sheet):
    """Lists who answers for something; Enter takes the one the person is on.

    Signals:
        picked: who was chosen.
    """

    picked = Signal(object)

    def __init__(self, known: Sequence[Accountable], parent: QWidget) -> None:
        super().__init__(
            parent.tr("Team sheet"), parent.tr("Show"), parent,
            sentence=parent.tr("Whose? What customers said that they answer for, and what they owe."),
        )  # fmt: skip
        self.rows = RowList(self.tr("Teams and colleagues"))
        card = Card(edge_to_edge=True)
        card.body.setContentsMargins(0, 0, 0, 0)
        card.add(self.rows)
        self.add(card)
        self.rows.show_rows([_row(each) for each in known])
        self.rows.opened.connect(self._take)
        self.asked.connect(self._take_current)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin on the first of them."""
        super().showEvent(event)
        self.rows.go_to(self.rows.keys[0])

    def _take_current(self) -> None:
        key = self.rows.current_key
        self._take(self.rows.keys[0] if key is None else key)

    def _take(self, who: Hashable) -> None:
        self.accept()
        self.picked.emit(who)


def _row(who: Accountable) -> Row:
    concerns = "1 concern" if who.concerns == 1 else f"{who.concerns:,} concerns"
    owes = "1 thing owed" if who.owes == 1 else f"{who.owes:,} things owed"
    return Row(who, who.name, f"{concerns} · {owes}", icon="users" if who.is_team else "user")
