"""What was changed on one account, and what of it can be put back."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.account.history_rows import key_of, sections_of
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.services.history import Happening


class HistoryPage(ScrollColumn):
    """Lists changes, all of them or those of one field.

    Signals:
        shown: the person looks at it.
        all_asked: the person wants all changes again.
        back_asked: the change whose old value is to be put back.
    """

    shown = Signal()
    all_asked = Signal()
    back_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("History"))
        self.rows = RowList(self.tr("Changes"), timed=True)
        self._happenings: dict[tuple[str, str, str], Happening] = {}
        self._only = QWidget()
        self._field = Label(part=Part.STRONG)
        self.all_button = ghost_button(self.tr("Show all changes"))
        self._nothing = Label(self.tr("Nothing was changed here yet."), Part.MUTED, wraps=True)
        self._lay_out()
        self.rows.action_asked.connect(self._act)
        self.all_button.clicked.connect(self.all_asked)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._only)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field)
        row.addWidget(self.all_button)
        row.addStretch(1)
        card = Card(edge_to_edge=True)
        card.body.setContentsMargins(0, 0, 0, 0)
        self._nothing.setContentsMargins(18, 14, 18, 14)
        card.add(self._nothing)
        card.add(self.rows)
        self.column.addWidget(self._only)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self._only.hide()

    def show_happenings(self, happenings: Sequence[Happening], today: date, only: str) -> None:
        """Show these changes; `only` names the one field they are of."""
        self._happenings = {key_of(each): each for each in happenings}
        self.rows.show_sections(sections_of(happenings, today))
        self.rows.setVisible(bool(happenings))
        self._nothing.setVisible(not happenings)
        self._field.setText(self.tr("Only “{field}”").format(field=only))
        self._only.setVisible(bool(only))

    def _act(self, key: tuple[str, str, str], _action: str) -> None:
        self.back_asked.emit(self._happenings[key])

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the person looks at it."""
        super().showEvent(event)
        self.shown.emit()
