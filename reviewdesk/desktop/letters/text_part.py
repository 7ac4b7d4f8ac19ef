"""One text of a letter as it is filled in: what is asked for, the editor, and below it what it still lacks."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.letters.form import LetterField


class TextPart(QWidget):
    """A label or a tick, an editor, and a sentence; the editor of what is chosen shows once it is ticked.

    Signals:
        changed: the text or the tick is another.
    """

    changed = Signal()

    def __init__(self, field: LetterField, text: str, *, ticked: bool = False) -> None:
        super().__init__()
        self.field, self._begun = field, text
        self.editor = QPlainTextEdit(text)
        self.editor.setPlaceholderText(field.hint)
        self.editor.setTabChangesFocus(True)
        self.editor.setAccessibleName(field.label)
        self.editor.setFixedHeight(self.editor.fontMetrics().lineSpacing() * field.lines + 26)
        self.tick = QCheckBox(field.label) if field.chosen else None
        self._sentence = Label(part=Part.WARN, wraps=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._sentence.hide()
        self._lay_out()
        self.editor.textChanged.connect(self.changed)
        if self.tick is not None:
            self.tick.setChecked(ticked)
            self.tick.toggled.connect(self._turn)
            self.editor.setVisible(ticked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if self.tick is not None:
            column.addWidget(self.tick)
        else:
            label = Label(self.field.label, Part.SMALL)
            label.setBuddy(self.editor)
            column.addWidget(label)
        column.addWidget(self.editor)
        column.addWidget(self._sentence)

    @property
    def text(self) -> str:
        """What stands in the editor."""
        return self.editor.toPlainText()

    @property
    def is_chosen(self) -> bool:
        """Say whether it is ticked; what has no tick always stands in the letter."""
        return self.tick is None or self.tick.isChecked()

    def begin(self, text: str) -> None:
        """Begin with another text, unless the person has typed a text of their own."""
        if _bare(self.text) == _bare(self._begun):
            self.editor.setPlainText(text)
        self._begun = text

    def begin_again(self, text: str) -> None:
        """Begin with this text, whatever was typed."""
        self._begun = text
        self.editor.setPlainText(text)

    def say(self, sentence: str) -> None:
        """Say what is still lacking or must not stay; nothing takes the sentence away."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)

    def go_to(self, words: str) -> None:
        """Bring the keyboard to these words, chosen, so that typing replaces them."""
        at = self.text.casefold().find(words.casefold())
        if at >= 0:
            cursor = self.editor.textCursor()
            cursor.setPosition(at)
            cursor.setPosition(at + len(words), QTextCursor.MoveMode.KeepAnchor)
            self.editor.setTextCursor(cursor)
        self.editor.setFocus()

    def _turn(self, on: bool) -> None:
        self.editor.setVisible(on)
        self.changed.emit()
        if on:
            self.editor.setFocus()


def _bare(text: str) -> str:
    """Give a text as an editor gives it back: it makes plain spaces of those that do not break."""
    return text.replace("\u00a0", " ").strip()
