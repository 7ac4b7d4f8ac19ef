"""Asks which person of an account is to be reminded, or whether all of them are."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.letters.model import ToRemind
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.desktop.widgets.sheet import Sheet

ALL: Final = "all"


class RemindSheet(Sheet):
    """Lists who took something on; Enter takes the row the person is on.

    Signals:
        chosen: the person to remind, or nothing for all of them, a page each.
    """

    chosen = Signal(object)

    def __init__(self, account: str, found: Sequence[ToRemind], parent: QWidget) -> None:
        title = parent.tr("Remind {account}").format(account=account)
        sentence = parent.tr("Whose page? It says what they took on, and what they will get from us.")
        super().__init__(title, parent.tr("Show the page"), parent, sentence=sentence)
        self._found = {str(at): each for at, each in enumerate(found)}
        self.rows = RowList(self.tr("Who took something on"))
        card = Card(edge_to_edge=True)
        card.body.setContentsMargins(0, 0, 0, 0)
        card.add(self.rows)
        self.add(card)
        every = Row(ALL, self.tr("All of them"), meta=self.tr("One document, a page each"), icon="users")
        self.rows.show_rows((*(_row(key, each) for key, each in self._found.items()), every))
        self.rows.opened.connect(self._choose)
        self.asked.connect(self._choose_current)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin on the first row, so that Enter and the arrows work at once."""
        super().showEvent(event)
        self.rows.go_to(self.rows.keys[0])

    def _choose_current(self) -> None:
        self._choose(self.rows.current_key)

    def _choose(self, key: object) -> None:
        self.accept()
        self.chosen.emit(self._found.get(str(key)))


def _row(key: str, one: ToRemind) -> Row:
    things = "1 thing" if one.count == 1 else f"{one.count} things"
    pills = (PillText(f"{one.late} over the day", Tone.WARN),) if one.late else ()
    return Row(key, one.name, meta=f"took on {things}", tile=one.name, pills=pills)
