"""Fields whose misspelt words are underlined: one line, or some, each shown in the way Qt lets it be shown."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QTextEdit

from reviewdesk.desktop.ink import colour, tokens
from reviewdesk.desktop.review.note_text import units
from reviewdesk.domain.spelling import SpelledWord, spelled_words

_ATTRIBUTE: Final = QInputMethodEvent.AttributeType.TextFormat


class SpelledLine:
    """One line of text; what is misspelt is a format of the line as it is shown, never part of it."""

    def __init__(self, editor: QLineEdit) -> None:
        self.editor = editor
        self.changed = editor.textChanged
        self.moved = editor.cursorPositionChanged

    def words(self) -> Sequence[SpelledWord]:
        """Give the words that can be looked up, with their places as Qt counts them."""
        text = self.editor.text()
        return [SpelledWord(each.text, units(text[: each.begin])) for each in spelled_words(text)]

    @property
    def cursor(self) -> int:
        """Where the cursor is."""
        return self.editor.cursorPosition()

    def underline(self, wrong: Sequence[SpelledWord]) -> None:
        """Underline these words, and no others."""
        here, look = self.editor.cursorPosition(), _look()
        ranges = [QInputMethodEvent.Attribute(_ATTRIBUTE, each.begin - here, units(each.text), look) for each in wrong]
        QCoreApplication.sendEvent(self.editor, QInputMethodEvent("", ranges))

    def select(self, word: SpelledWord) -> QPoint:
        """Select a word and give the place under it."""
        self.editor.setSelection(word.begin, units(word.text))
        return self.editor.rect().bottomLeft()

    def at(self, place: QPoint) -> int:
        """Give where in the text a place of the field is."""
        return self.editor.cursorPositionAt(place)

    def put(self, words: str) -> None:
        """Put words in place of those that are selected, as if they were typed."""
        self.editor.insert(words)

    def menu(self) -> QMenu:
        """Give the menu a field has anyway."""
        return self.editor.createStandardContextMenu()


class SpelledText:
    """Some lines of text; what is misspelt is shown over it, never part of it."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        self.editor = editor
        self.changed = editor.textChanged
        self.moved = editor.cursorPositionChanged

    def words(self) -> Sequence[SpelledWord]:
        """Give the words that can be looked up, with their places as Qt counts them."""
        found, begin = [], 0
        for line in self.editor.toPlainText().split("\n"):
            found += [SpelledWord(each.text, begin + units(line[: each.begin])) for each in spelled_words(line)]
            begin += units(line) + 1
        return found

    @property
    def cursor(self) -> int:
        """Where the cursor is."""
        return self.editor.textCursor().position()

    def underline(self, wrong: Sequence[SpelledWord]) -> None:
        """Underline these words, and no others."""
        self.editor.setExtraSelections([self._selection(each) for each in wrong])

    def _selection(self, word: SpelledWord) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = self._cursor(word), _look()
        return selection

    def _cursor(self, word: SpelledWord) -> QTextCursor:
        cursor = QTextCursor(self.editor.document())
        cursor.setPosition(word.begin)
        cursor.setPosition(word.begin + units(word.text), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def select(self, word: SpelledWord) -> QPoint:
        """Select a word and give the place under it."""
        self.editor.setTextCursor(self._cursor(word))
        return self.editor.viewport().mapTo(self.editor, self.editor.cursorRect().bottomLeft())

    def at(self, place: QPoint) -> int:
        """Give where in the text a place of the field is."""
        return self.editor.cursorForPosition(self.editor.viewport().mapFrom(self.editor, place)).position()

    def put(self, words: str) -> None:
        """Put words in place of those that are selected, as if they were typed."""
        self.editor.textCursor().insertText(words)

    def menu(self) -> QMenu:
        """Give the menu a field has anyway."""
        return self.editor.createStandardContextMenu()


SpelledField = SpelledLine | SpelledText


def _look() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    look.setUnderlineColor(colour(tokens().bad))
    return look
