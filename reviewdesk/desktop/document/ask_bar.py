"""A question over the pages that must be answered before something leaves; nothing else has to wait for it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from reviewdesk.desktop.widgets.buttons import Button, IconButton
from reviewdesk.desktop.widgets.flow import FlowLayout
from reviewdesk.desktop.widgets.labels import Label

Answer = tuple[str, Callable[[], None]]


class AskBar(QFrame):
    """One sentence and its answers, the calmest first."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "message")
        self.setProperty("tone", "warn")
        self.setAccessibleName(self.tr("Before it leaves"))
        self.sentence = Label(wraps=True)
        self.buttons: list[Button] = []
        self._does: list[Callable[[], None]] = []
        self._row = QHBoxLayout()
        self.shut = IconButton(self.tr("Not now"), "x")
        self.shut.clicked.connect(self.hide)
        self._answers = QFrame()
        self._flow = FlowLayout(self._answers, gap=8)
        words = QVBoxLayout()
        words.addWidget(self.sentence)
        words.addWidget(self._answers)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.addLayout(words, 1)
        row.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def ask(self, sentence: str, answers: Sequence[Answer]) -> None:
        """Ask something; whichever answer is pressed is done, and the question goes."""
        for each in self.buttons:
            self._flow.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.sentence.setText(sentence)
        self.buttons = [Button(words, small=True) for words, _ in answers]
        self._does = [does for _, does in answers]
        for each in self.buttons:
            self._flow.addWidget(each)
            each.clicked.connect(self._answer)
        self.show()
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self) -> None:
        pressed = [does for button, does in zip(self.buttons, self._does, strict=True) if button is self.sender()]
        self.hide()
        for does in pressed:
            does()
