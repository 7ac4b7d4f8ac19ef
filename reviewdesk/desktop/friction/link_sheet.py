"""The sheet that looks for a concern to link with a process."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.friction.model import Found, found_row
from reviewdesk.desktop.widgets.field import LineField
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.sheet import Sheet

_PAUSE: Final = 150  # milliseconds


class ConcernSheet(Sheet):
    """Looks for a concern by its words or its account; Enter takes the first, or the one the keyboard is on.

    Signals:
        typed: what to look for. chosen: the id of the concern.
    """

    typed = Signal(str)
    chosen = Signal(object)

    def __init__(self, process: str, today: date, parent: QWidget) -> None:
        super().__init__(parent.tr("Link a concern"), parent.tr("Link it"), parent, sentence=process)
        self._today = today
        self.words = LineField(self.tr("Its words, or the account"), hint=self.tr("late delivery"), quiet=False)
        self.rows = RowList(self.tr("Concerns"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        for each in (self.words, self.rows):
            self.add(each)
        self.words.line.textEdited.connect(self._pause.start)
        self._pause.timeout.connect(self.look_up)
        self.rows.opened.connect(self.chosen)
        self.asked.connect(self._take)

    def look_up(self) -> None:
        """Ask at once for what is typed now."""
        self._pause.stop()
        self.typed.emit(self.words.value())

    def show_found(self, found: Sequence[Found]) -> None:
        """Show these to choose from."""
        self.rows.show_rows([found_row(each, self._today) for each in found])
        self.rows.setVisible(bool(found))
        self.take_back()
        self.adjustSize()

    def _take(self) -> None:
        key = self.rows.current_key if self.rows.current_key is not None else next(iter(self.rows.keys), None)
        if key is None:
            self.refuse(self.tr("No concern holds these words. Type others, or the name of its account."))
        else:
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the line to what was found below it."""
        if event.key() == Qt.Key.Key_Down and self.words.line.hasFocus() and self.rows.keys:
            self.rows.go_to(self.rows.keys[0])
        else:
            super().keyPressEvent(event)
