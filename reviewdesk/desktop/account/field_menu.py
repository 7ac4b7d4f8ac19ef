"""Offers the history of a field where it is typed: by the right button of the mouse, or by the menu key."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from reviewdesk.desktop.account.details import FieldGrid
from reviewdesk.desktop.icons import icon


class FieldMenu(QObject):
    """Adds the history to the menus of all fields of a grid.

    Signals:
        history_asked: the name of the field whose history the person wants.
    """

    history_asked = Signal(str)

    def __init__(self, grid: FieldGrid) -> None:
        super().__init__(grid)
        self._names = {field.editor: name for name, field in grid.fields.items()}
        self.menu: QMenu | None = None
        self._asked = ""
        for editor in self._names:
            editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu of a field."""
        if isinstance(event, QContextMenuEvent) and isinstance(watched, QWidget) and watched in self._names:
            self._open(watched, event)
            return True
        return super().eventFilter(watched, event)

    def _open(self, editor: QWidget, event: QContextMenuEvent) -> None:
        usual = editor.createStandardContextMenu() if isinstance(editor, QLineEdit | QPlainTextEdit) else None
        self.menu = usual or QMenu(editor)
        if usual is not None:
            self.menu.addSeparator()
        self._asked = self._names[editor]
        self.menu.addAction(icon("history", "muted"), self.tr("History of this field"), self._ask)
        self.menu.popup(event.globalPos())

    def _ask(self) -> None:
        self.history_asked.emit(self._asked)
