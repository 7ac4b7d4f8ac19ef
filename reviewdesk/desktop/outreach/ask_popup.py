"""The telephone number of a satisfaction call, with the scores beside it: what they say is kept with one key."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.call_popup import CallPopup
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.answer import SCALES, Asked

_TEN = 10
_NARROW = 34


class AskPopup(CallPopup):
    """Shows whom to call, the number, and a button for each score; a digit says the score, + says ten.

    Signals:
        scored: the score they gave.
    """

    scored = Signal(int)

    def __init__(self, who: str, number: str, asked: Asked | None, parent: QWidget) -> None:
        self._scores = range(0)
        super().__init__(who, number, parent)
        if asked is not None:
            scale = SCALES[asked]
            self._scores = range(scale.lowest, scale.highest + 1)
            self._add_scores(asked)

    def _add_scores(self, asked: Asked) -> None:
        ten = self.tr(", + for ten") if _TEN in self._scores else ""
        words = self.tr("They: {asked}. Press the digit{ten}.").format(asked=asked.value, ten=ten)
        row = QHBoxLayout()
        row.setSpacing(4)
        for each in self._scores:
            button = plain_button(f"{each}")
            button.setMinimumWidth(_NARROW)
            button.setAccessibleName(self.tr("They gave {score}").format(score=each))
            button.clicked.connect(partial(self._score, each))
            row.addWidget(button)
        row.addStretch(1)
        self.column.insertWidget(2, Label(words, Part.SMALL))
        self.column.insertLayout(3, row)

    def _score(self, score: int, _checked: object = None) -> None:
        self.scored.emit(score)
        self.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit for the score they gave."""
        typed = event.text()
        score = _TEN if typed == "+" else int(typed) if typed.isascii() and typed.isdigit() else None
        if score in self._scores and score is not None:
            self._score(score)
        else:
            super().keyPressEvent(event)
