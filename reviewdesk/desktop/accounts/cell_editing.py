"""Changes a field of an account where it stands in the list: F2, type, Enter."""

from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewdesk.desktop.accounts.model import is_typed
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.table import RowTable
from reviewdesk.services.account_columns import BY_KEY, FIELDS
from reviewdesk.services.account_filter import Listed
from reviewdesk.services.accounts import AccountService


class CellEditor(QLineEdit):
    """A line over a cell.

    Signals:
        ended: the person is done; what was typed is kept unless they pressed Escape.
    """

    ended = Signal(bool)

    def __init__(self, name: str, text: str, over: QWidget) -> None:
        super().__init__(text, over)
        self._is_over = False
        self.setProperty("part", "cell")
        self.setAccessibleName(name)
        self.selectAll()
        self.returnPressed.connect(self._keep)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the cell as it was with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._end(keeps=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed when the person goes on, but not while a menu is over it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._keep()

    def _keep(self) -> None:
        self._end(keeps=True)

    def _end(self, *, keeps: bool) -> None:
        if not self._is_over:
            self._is_over = True
            self.ended.emit(keeps)
            self.deleteLater()


class CellEditing(QObject):
    """Puts a line over the cell that the person wants to change, and has it saved.

    Signals:
        own_typed: the account, the key of a field of the person's own, and what was typed there.
    """

    own_typed = Signal(object, str, str)

    def __init__(self, table: RowTable[Listed], accounts: AccountService, tasks: Tasks) -> None:
        super().__init__(table)
        self._table = table
        self._accounts = accounts
        self._tasks = tasks
        self.editor: CellEditor | None = None
        table.edit_asked.connect(self.edit)

    def edit(self, key: str) -> None:
        """Change what stands in this column of the row the person is on, where it can be typed."""
        index = self._table.currentIndex()
        if not is_typed(key) or not index.isValid():
            return
        row = self._table.rows.row(index.row())
        title, value = self._what(key, row)
        cell = self._table.rows.index(index.row(), self._table.columns.at(key))
        self._table.scrollTo(cell)
        before = _typed(value)
        name = self.tr("{column} of {account}").format(column=title, account=row.row.name)
        editor = CellEditor(name, before, self._table.viewport())
        editor.setGeometry(self._table.visualRect(cell))
        editor.ended.connect(partial(self._end, editor, row.row.id, key, before))
        self.editor = editor
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _what(self, key: str, row: Listed) -> tuple[str, Any]:
        """Give the title of a column and what stands in it."""
        if key in BY_KEY:
            return BY_KEY[key].title, BY_KEY[key].value(row)
        return self._table.rows.columns[self._table.columns.at(key)].title, row.own.get(key)

    def _end(self, editor: CellEditor, account_id: UUID, key: str, before: str, keeps: bool) -> None:
        self.editor = None
        if editor.hasFocus():
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not keeps or editor.text() == before:
            return
        if key in FIELDS:
            change = partial(self._accounts.change, account_id, FIELDS[key], editor.text())
            self._tasks.run(change, None, self, lane=Lane.WRITE)
        else:
            self.own_typed.emit(account_id, key, editor.text())


def _typed(value: Any) -> str:  # noqa: ANN401 - whatever a column holds
    """Write a value as a person would type it."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)
