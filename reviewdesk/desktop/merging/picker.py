"""Asks for another account by its name."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import LineField
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.desktop.widgets.sheet import Sheet


class AccountPicker(Sheet):
    """Lists accounts whose names hold what is typed; Enter takes the one the person is on.

    Signals:
        typed: what to look for; nothing asks for those that are much alike.
        picked: the id of the account that was chosen.
    """

    typed = Signal(str)
    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        sentence = parent.tr("Which account is the same as {name}?").format(name=name)
        super().__init__(parent.tr("Merge with another account"), parent.tr("Go on"), parent, sentence=sentence)
        self.line = LineField(self.tr("Its name"), quiet=False)
        self.rows = RowList(self.tr("Accounts"))
        self._card = Card(edge_to_edge=True)
        self._card.body.setContentsMargins(0, 0, 0, 0)
        self._card.add(self.rows)
        self.add(self.line)
        self.add(self._card)
        self._card.hide()
        self.line.edited.connect(self._type)
        self.rows.opened.connect(self.picked)
        self.asked.connect(self._pick)

    def show_accounts(self, rows: Sequence[Row]) -> None:
        """Show these accounts to choose from."""
        self.rows.show_rows(rows)
        self._card.setVisible(bool(rows))
        self.line.show_saved()
        self.take_back()
        self.adjustSize()

    def _type(self, text: object) -> None:
        self.typed.emit(str(text))

    def _pick(self) -> None:
        self.line.flush()
        key = self.rows.current_key
        if isinstance(key, UUID):
            self.picked.emit(key)
        else:
            self.refuse(self.tr("No account is called so. Type another part of its name."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the line to the accounts below it."""
        if event.key() == Qt.Key.Key_Down and self.rows.keys and not self.rows.isAncestorOf(self.focusWidget()):
            self.rows.go_to(self.rows.current_key)
        else:
            super().keyPressEvent(event)
