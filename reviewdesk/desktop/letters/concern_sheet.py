"""Asks for which concern of an account a letter is."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.concern import SEVERITIES, Concern
from reviewdesk.domain.intervals import short_day

_GRAVE = 3


class ConcernSheet(Sheet):
    """Lists open concerns; Enter takes the row the person is on.

    Signals:
        chosen: the id of the concern.
    """

    chosen = Signal(object)

    def __init__(self, title: str, found: Sequence[Concern], today: date, parent: QWidget) -> None:
        super().__init__(title, parent.tr("Go on"), parent, sentence=parent.tr("About which of their concerns?"))
        self.rows = RowList(self.tr("Open concerns"))
        card = Card(edge_to_edge=True)
        card.body.setContentsMargins(0, 0, 0, 0)
        card.add(self.rows)
        self.add(card)
        self.rows.show_rows([_row(each, today) for each in found])
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
        self.chosen.emit(key)


def _row(concern: Concern, today: date) -> Row:
    tone = Tone.BAD if concern.severity >= _GRAVE else Tone.WARN
    meta = f"{SEVERITIES[concern.severity]} · raised {short_day(concern.raised_on, today)} · {concern.stage.value}"
    return Row(concern.id, concern.words, meta=meta, pills=(PillText(f"severity {concern.severity}", tone),))
