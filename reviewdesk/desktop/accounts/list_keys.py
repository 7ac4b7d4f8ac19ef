"""The keys of the list that lead from the rows to the filter and back."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from reviewdesk.desktop.widgets.table import RowTable


class ListKeys(QObject):
    """Listens on the rows and on the filter.

    Signals:
        typed: what was typed on the rows, which is meant for the filter.
        remove_asked: Delete was pressed on the rows.
        none_asked: Escape was pressed on several rows.
        list_asked: Down was pressed in the filter.
        all_asked: Escape was pressed in the filter.
    """

    typed = Signal(str)
    remove_asked = Signal()
    none_asked = Signal()
    list_asked = Signal()
    all_asked = Signal()

    def __init__(self, table: RowTable[Any], line: QLineEdit) -> None:
        super().__init__(table)
        self._table = table
        self._line = line
        table.installEventFilter(self)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the keys it knows and pass on the others."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        return self._took_on_rows(event) if watched is self._table else self._took_in_filter(event)

    def _took_on_rows(self, event: QKeyEvent) -> bool:
        if _is_typed(event):
            self.typed.emit(event.text())
        elif event.key() == Qt.Key.Key_Delete and self._table.selected_count:
            self.remove_asked.emit()
        elif event.key() == Qt.Key.Key_Escape and self._table.selected_count > 1:
            self.none_asked.emit()
        else:
            return False
        return True

    def _took_in_filter(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down:
            self.list_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.all_asked.emit()
        else:
            return False
        return True


def _is_typed(event: QKeyEvent) -> bool:
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return plain and bool(event.text()) and event.text().isprintable() and event.text() != " "
