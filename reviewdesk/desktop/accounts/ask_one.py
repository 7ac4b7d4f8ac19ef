"""Asks for one thing that several accounts are to have."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from reviewdesk.desktop.widgets.field import ChoiceField, LineField
from reviewdesk.desktop.widgets.sheet import Sheet


class AskWords(Sheet):
    """Asks for words, and completes them from what is known already.

    Signals:
        answered: what was typed.
    """

    answered = Signal(str)

    def __init__(
        self, title: str, verb: str, label: str, parent: QWidget, *, known: Sequence[str] = (), hint: str = ""
    ) -> None:
        super().__init__(title, verb, parent)
        self.words = LineField(label, hint=hint, quiet=False)
        self.add(self.words)
        if isinstance(self.words.editor, QLineEdit) and known:
            completer = QCompleter(list(known), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.words.editor.setCompleter(completer)
        self.asked.connect(self._answer)
        self.words.edited.connect(self.take_back)

    def _answer(self) -> None:
        self.answered.emit(self.words.value())


class AskChoice(Sheet):
    """Asks for one of a few things.

    Signals:
        answered: the key of what was chosen.
    """

    answered = Signal(str)

    def __init__(self, title: str, verb: str, label: str, choices: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(title, verb, parent)
        self.choice = ChoiceField(label, choices, choices[0][0], quiet=False)
        self.add(self.choice)
        self.asked.connect(self._answer)

    def _answer(self) -> None:
        self.answered.emit(str(self.choice.value()))
