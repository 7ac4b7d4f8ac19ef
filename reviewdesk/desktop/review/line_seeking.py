"""Finds a saved line in the notes of a review, and leads to it."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from reviewdesk.desktop.review.editor import NoteEditor


def go_to_note_line(editor: NoteEditor, line_id: UUID) -> bool:
    """Select a line in the middle of what can be seen; say whether it is in the notes as they stand."""
    block = editor.document().begin()
    while block.isValid():
        known = editor.known(block)
        if known is not None and known.line.id == line_id:
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)
            editor.centerCursor()
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        block = block.next()
    return False
