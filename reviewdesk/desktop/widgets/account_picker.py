"""Asks for an account by its name."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.desktop.widgets.sheet import Sheet

_PAUSE: Final = 120  # milliseconds


class AccountPicker(Sheet):
    """Lists accounts whose names hold what is typed; Enter takes the one the person is on.

    Signals:
        typed: what to look for; nothing asks for those that are offered without a word.
        picked: the id of the account that was chosen.
    """

    typed = Signal(str)
    picked = Signal(object)

    def __init__(self, title: str, sentence: str, parent: QWidget) -> None:
        super().__init__(title, parent.tr("Go on"), parent, sentence=sentence)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Its name, or a part of it"))
        self.line.setAccessibleName(self.tr("Its name"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self.rows = RowList(self.tr("Accounts"))
        self._card = Card(edge_to_edge=True)
        self._card.body.setContentsMargins(0, 0, 0, 0)
        self._card.add(self.rows)
        self.add(self.line)
        self.add(self._card)
        self._card.hide()
        self.line.textEdited.connect(self._pause.start)
        self._pause.timeout.connect(self.look_up)
        self.rows.opened.connect(self.picked)
        self.asked.connect(self._pick)

    def show_accounts(self, rows: Sequence[Row]) -> None:
        """Show these accounts to choose from."""
        self.rows.show_rows(rows)
        self._card.setVisible(bool(rows))
        self.take_back()
        self.adjustSize()

    def look_up(self) -> None:
        """Ask at once for what is typed now."""
        self._pause.stop()
        self.typed.emit(self.line.text())

    def _pick(self) -> None:
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
