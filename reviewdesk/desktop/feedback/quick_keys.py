"""Answers that take one key each: a digit chooses and leads on to the next question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from reviewdesk.desktop.widgets.scale_switch import ScaleSwitch
from reviewdesk.desktop.widgets.tabs import SegmentedSwitch, Tab

_TEN = 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def _digit(event: QKeyEvent) -> int | None:
    """Give the digit that was pressed without Ctrl or Alt."""
    plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    typed = event.text()
    return int(typed) if plain and len(typed) == 1 and typed.isascii() and typed.isdigit() else None


class QuickScale(ScaleSwitch):
    """A scale where a digit chooses and leads on; on 0 to 10 a 1 waits for what comes next, which may make it 10.

    Signals:
        chosen_by_key: a number was chosen by its key.
        next_asked: the person goes on, or back, by so many questions.
        passed_on: a digit that belongs to the next question.
    """

    chosen_by_key = Signal()
    next_asked = Signal(int)
    passed_on = Signal(int)

    def __init__(self, name: str, lowest: int, highest: int) -> None:
        super().__init__(name)
        self._lowest, self._highest = lowest, highest
        self._may_be_ten = False
        self.show_scale(lowest, highest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a digit; Enter and the arrows up and down go from question to question."""
        digit, waited = _digit(event), self._may_be_ten
        self._may_be_ten = False
        if event.key() in _ENTER:
            self.next_asked.emit(1)
        elif event.key() in _WAYS:
            self.next_asked.emit(_WAYS[Qt.Key(event.key())])
        elif digit is None:
            super().keyPressEvent(event)
        elif waited and digit == 0:
            self.choose(_TEN)
            self.chosen_by_key.emit()
        elif waited:
            self.chosen_by_key.emit()
            self.passed_on.emit(digit)
        else:
            self.take(digit)

    def take(self, digit: int) -> None:
        """Choose a digit that was typed, if the scale has it."""
        if not self._lowest <= digit <= self._highest:
            return
        self.choose(digit)
        self._may_be_ten = digit == 1 and self._highest == _TEN
        if not self._may_be_ten:
            self.chosen_by_key.emit()


class QuickChoice(SegmentedSwitch):
    """A few words, each with its digit; a digit chooses and leads on.

    Signals:
        chosen_by_key: one was chosen by its key.
        next_asked: the person goes on, or back, by so many questions.
    """

    chosen_by_key = Signal()
    next_asked = Signal(int)

    def __init__(self, name: str, words: Sequence[tuple[str, str]]) -> None:
        tabs = [Tab(key, f"{number} {word}") for number, (key, word) in enumerate(words, start=1)]
        super().__init__(name, [Tab("", "–"), *tabs])
        self._keys = [key for key, _ in words]

    def take(self, digit: int) -> None:
        """Choose by a digit."""
        if 1 <= digit <= len(self._keys):
            self.open(self._keys[digit - 1])
            self.chosen_by_key.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a digit; Enter and the arrows up and down go from question to question."""
        digit = _digit(event)
        if event.key() in _ENTER:
            self.next_asked.emit(1)
        elif event.key() in _WAYS:
            self.next_asked.emit(_WAYS[Qt.Key(event.key())])
        elif digit is not None:
            self.take(digit)
        else:
            super().keyPressEvent(event)


class QuickTicks(QWidget):
    """A few boxes, each ticked or not by its digit; Enter leads on.

    Signals:
        next_asked: the person goes on, or back, by so many questions.
        ticked: a box was ticked, or not any more.
    """

    next_asked = Signal(int)
    ticked = Signal()

    def __init__(self, name: str, words: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.boxes = [QCheckBox(f"{number} {word}") for number, word in enumerate(words, start=1)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        for each in self.boxes:
            each.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            each.toggled.connect(self.ticked)
            row.addWidget(each)
        row.addStretch(1)

    def take(self, digit: int) -> None:
        """Tick a box or take its tick away, by its digit."""
        if 1 <= digit <= len(self.boxes):
            self.boxes[digit - 1].toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by a digit; Enter and the arrows up and down go from question to question."""
        digit = _digit(event)
        if event.key() in _ENTER:
            self.next_asked.emit(1)
        elif event.key() in _WAYS:
            self.next_asked.emit(_WAYS[Qt.Key(event.key())])
        elif digit is not None:
            self.take(digit)
        else:
            super().keyPressEvent(event)
