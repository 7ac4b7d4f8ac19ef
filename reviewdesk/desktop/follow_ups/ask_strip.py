"""A strip above the list that asks for what is needed, in place and without a dialog."""

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewdesk.desktop.follow_ups.model import AskedLine, Question
from reviewdesk.desktop.widgets.buttons import plain_button, primary_button
from reviewdesk.desktop.widgets.calm_boxes import ChoiceBox
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Label, Part


class AskedField(QWidget):
    """One thing that is asked for, under its label.

    Signals:
        typed: the words as they are typed.
    """

    typed = Signal(str)

    def __init__(self, line: AskedLine) -> None:
        super().__init__()
        self.line = line
        self.editor = self._editor(line)
        self.editor.setAccessibleName(line.label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        label = Label(" " if line.ticks else line.label, Part.SMALL)
        label.setBuddy(self.editor)
        column.addWidget(label)
        column.addWidget(self.editor)

    def _editor(self, line: AskedLine) -> QWidget:
        if line.ticks:
            return QCheckBox(line.label)
        if line.choices:
            return self._box(line)
        return self._edit(line)

    def _box(self, line: AskedLine) -> QComboBox:
        box = ChoiceBox()
        for key, word in line.choices:
            box.addItem(word, key)
        box.setMaximumWidth(box.fontMetrics().averageCharWidth() * 30)
        return box

    def _edit(self, line: AskedLine) -> QLineEdit:
        edit = QLineEdit(line.text)
        edit.setPlaceholderText(line.hint)
        edit.setMinimumWidth(edit.fontMetrics().averageCharWidth() * (22 if line.is_day else 28))
        if line.names:
            completer = QCompleter(line.names, edit)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            edit.setCompleter(completer)
        edit.textChanged.connect(self.typed)
        return edit

    def answer(self) -> Hashable:
        """Give what was answered."""
        if isinstance(self.editor, QCheckBox):
            return self.editor.isChecked()
        if isinstance(self.editor, QComboBox):
            found: Hashable = self.editor.currentData()
            return found
        return self.editor.text().strip() if isinstance(self.editor, QLineEdit) else None


class AskStrip(Card):
    """Asks one question; Enter answers it, Escape leaves it.

    Signals:
        answered: the question and what was answered by name.
        day_typed: the words typed where a day is asked for.
        left: the person wants none of it.
    """

    answered = Signal(object, object)
    day_typed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(" ")
        self.question: Question | None = None
        self.fields: dict[str, AskedField] = {}
        self.verb = primary_button("")
        self._cancel = plain_button(self.tr("Cancel"))
        self.hint = Label(part=Part.MUTED, wraps=True)
        self._room = QWidget()
        self._flow = FlowLayout(self._room, gap=12)
        self._lay_out()
        self.verb.clicked.connect(self._answer)
        self._cancel.clicked.connect(self.left)
        self.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.hint, 1)
        buttons.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignBottom)
        buttons.addWidget(self.verb, 0, Qt.AlignmentFlag.AlignBottom)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._room.setSizePolicy(policy)
        self.setSizePolicy(policy)
        self.add(self._room)
        self.add(buttons)

    def ask(self, question: Question) -> None:
        """Ask this in place of what was asked before, and go to the first thing that is not filled in."""
        self._clear()
        self.question = question
        self.heading.show_text(question.title)
        self.setAccessibleName(question.title)
        self.verb.setText(question.verb)
        for line in question.lines:
            self._add_field(line)
        self.hint.setText("")
        self.hint.set_part(Part.MUTED)
        self.show()
        first = next(iter(self.fields.values()))
        first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first.editor, QLineEdit):
            first.editor.selectAll()
        self._say_day(first.line)

    def _add_field(self, line: AskedLine) -> None:
        field = AskedField(line)
        if line.is_day:
            field.typed.connect(self.day_typed)
        self.fields[line.name] = field
        self._flow.addWidget(field)

    def _say_day(self, line: AskedLine) -> None:
        if line.is_day and line.text:
            self.day_typed.emit(line.text)

    def _clear(self) -> None:
        for field in self.fields.values():
            self._flow.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = {}

    def show_hint(self, words: str) -> None:
        """Say how what is typed is understood."""
        self.hint.set_part(Part.MUTED)
        self.hint.setText(words)

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done as it stands; what was typed stays."""
        self.hint.set_part(Part.BAD)
        self.hint.setText(sentence)

    def close_question(self) -> None:
        """Put the strip away."""
        self.question = None
        self._clear()
        self.hide()

    def _answer(self) -> None:
        if self.question is not None:
            self.answered.emit(self.question, {name: field.answer() for name, field in self.fields.items()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer on Enter, which its fields hand on, and leave on Escape; keys of the list mean nothing here."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer()
        event.accept()
