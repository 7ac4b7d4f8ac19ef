"""Ctrl+Z belongs to the text field one is typing in, as long as it has something to undo."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_Text = QLineEdit | QPlainTextEdit | QTextEdit


def undo_in_text(widget: QWidget | None) -> bool:
    """Undo in the text field that has the focus; answers whether it had something to undo."""
    if not isinstance(widget, _Text) or not _can(widget, redo=False):
        return False
    widget.undo()
    return True


def redo_in_text(widget: QWidget | None) -> bool:
    """Redo in the text field that has the focus; answers whether it had something to redo."""
    if not isinstance(widget, _Text) or not _can(widget, redo=True):
        return False
    widget.redo()
    return True


def _can(widget: _Text, *, redo: bool) -> bool:
    if isinstance(widget, QLineEdit):
        can = widget.isRedoAvailable() if redo else widget.isUndoAvailable()
    else:
        can = widget.document().isRedoAvailable() if redo else widget.document().isUndoAvailable()
    return can and not widget.isReadOnly()


class UndoKeys(QObject):
    """Lets the window have the keys of undo and redo when the text field has no use for them."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and _before is self._watched:
            self._watched.removeEventFilter(self)
        self._watched = now if isinstance(now, _Text) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the field from claiming undo or redo when it has nothing to undo or redo."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(watched, _Text):
            return False
        pressed = cast("QKeyEvent", event)
        for key, redo in ((QKeySequence.StandardKey.Undo, False), (QKeySequence.StandardKey.Redo, True)):
            if pressed.matches(key) and not _can(watched, redo=redo):
                event.ignore()
                return True
        return False
