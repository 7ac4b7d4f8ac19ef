"""Business that went to a rival or came from one: a list, and the fields of the one that is chosen."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewdesk.desktop.account.details import FieldGrid
from reviewdesk.desktop.account.fields import Detail
from reviewdesk.desktop.account.words import long_day
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row, RowAction
from reviewdesk.domain.switch import Direction, Switch

SWITCH_DETAILS: Final = (
    Detail("direction", "Which way", choices=tuple(each.value for each in Direction)),
    Detail("rival", "Rival"),
    Detail("line", "Line of business", "Groupage, Spare parts"),
    Detail("switched_on", "When", "3 Mar 2026"),
    Detail("price_difference", "Rival’s price against ours, %", "-12"),
    Detail("reason", "Why"),
    Detail("source", "Who said so"),
)
_REMOVE: Final = RowAction("remove", "Remove", "trash-2", "Del")


class SwitchesCard(QWidget):
    """All switches of one account; before there is one, only the way to note it.

    Signals:
        add_asked: the person wants to note a switch.
        typed: the id of a switch, the name of a field and its text.
        remove_asked: the id of the switch to take out.
    """

    add_asked = Signal()
    typed = Signal(object, str, str)
    remove_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.add_button = ghost_button(self.tr("Note a switch to or from a rival"), "arrow-left-right")
        self.card = Card(self.tr("Switches to and from rivals"), edge_to_edge=True)
        self.rows = RowList(self.tr("Switches"))
        self.grid = FieldGrid(SWITCH_DETAILS)
        self._switches: dict[UUID, Switch] = {}
        self.chosen: UUID | None = None
        self._lay_out()
        self.add_button.clicked.connect(self.add_asked)
        self.rows.moved_to.connect(self.choose)
        self.rows.opened.connect(self.choose)
        self.rows.action_asked.connect(self._act)
        self.grid.typed.connect(self._type)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.card)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        form = QVBoxLayout()
        form.setContentsMargins(18, 12, 18, 10)
        form.addWidget(self.grid)
        self.card.add(self.rows)
        self.card.add(form)
        self.card.hide()

    def show_switches(self, switches: Sequence[Switch]) -> None:
        """Show these switches and stay with the one that is chosen."""
        self._switches = {each.id: each for each in switches}
        self.rows.show_rows([_row(each) for each in switches])
        if bool(switches) is self.card.isHidden():
            self._place_adding(among=bool(switches))
        self.choose(self.chosen if self.chosen in self._switches else next(iter(self._switches), None))

    def choose(self, switch_id: UUID | None) -> None:
        """Show the fields of this switch."""
        if switch_id != self.chosen:
            self.grid.flush()
            self.grid.begin()
        self.chosen = switch_id
        if switch_id is not None:
            self.grid.show_values(partial(_value, self._switches[switch_id]))

    def show_saved(self, switch_id: UUID, name: str) -> None:
        """Say that a field is in the book."""
        if switch_id == self.chosen:
            self.grid.show_saved(name)

    def refuse(self, switch_id: UUID, name: str, sentence: str) -> None:
        """Say why what was typed cannot be taken."""
        if switch_id == self.chosen:
            self.grid.refuse(name, sentence)

    def _place_adding(self, *, among: bool) -> None:
        """Put the way to note one into the heading of the card, or alone where there is none."""
        if among:
            self.add_button.setText(self.tr("Note a switch"))
            self.card.heading.add(self.add_button)
        else:
            self.add_button.setText(self.tr("Note a switch to or from a rival"))
            self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.setVisible(among)
        self.add_button.show()

    def _type(self, name: str, text: str) -> None:
        if self.chosen is not None:
            self.typed.emit(self.chosen, name, text)

    def _act(self, switch_id: UUID, _action: str) -> None:
        self.remove_asked.emit(switch_id)


def _row(switch: Switch) -> Row:
    is_lost = switch.direction is Direction.TO_RIVAL
    pill = PillText("lost" if is_lost else "won", Tone.BAD if is_lost else Tone.GOOD)
    preposition = "to" if is_lost else "from"
    what = f"{switch.line or 'Business'} {preposition} {switch.rival or 'a rival'}"
    price = f"{switch.price_difference:+f} %" if switch.price_difference is not None else ""
    meta = " · ".join(filter(None, (long_day(switch.switched_on), price, switch.reason)))
    return Row(switch.id, what, meta, icon="arrow-left-right", pills=(pill,), actions=(_REMOVE,))


def _value(switch: Switch, name: str) -> str:
    value = getattr(switch, name)
    if value is None:
        return ""
    return long_day(value) if isinstance(value, date) else str(value)
