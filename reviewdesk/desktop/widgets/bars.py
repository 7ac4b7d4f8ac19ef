"""Passing bars: a message that says what to do next, and what was done with a way to undo it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.ink import icon_size
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import Button, IconButton
from reviewdesk.desktop.widgets.labels import Label, redress

_ICONS = {Tone.BAD: "circle-alert", Tone.WARN: "triangle-alert", Tone.GOOD: "circle-check"}


class MessageBar(QFrame):
    """Says what went wrong and what to do next, and stays until it is answered or closed.

    Signals:
        closed: it was answered or closed.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "message")
        self._sign = Label()
        self._words = Label(wraps=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = Button("", small=True)
        self._close = IconButton(self.tr("Close this message"), "x")
        self._then: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        for widget, stretch in ((self._sign, 0), (self._words, 1), (self._action, 0), (self._close, 0)):
            row.addWidget(widget, stretch)
        self._close.clicked.connect(self.close_message)
        self._action.clicked.connect(self._act)
        self.hide()

    @property
    def text(self) -> str:
        """The words it shows."""
        return self._words.text()

    def tell(
        self, sentence: str, tone: Tone = Tone.BAD, *, action: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """Show a sentence and, where something helps, a button that does it."""
        self._words.setText(sentence)
        self._sign.setPixmap(icon(_ICONS.get(tone, "info"), tone).pixmap(icon_size(), icon_size()))
        self._then = then
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self.setProperty("tone", tone.value)
        redress(self)
        self.show()

    def close_message(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()

    def _act(self) -> None:
        self.close_message()
        if self._then is not None:
            self._then()


class UndoBar(QFrame):
    """Says what was done, offers to undo it, and passes.

    Signals:
        undo_asked: the person wants it undone.
    """

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, seconds: float = 8) -> None:
        super().__init__(parent)
        self.setProperty("part", "passing")
        self._words = Label()
        self._undo = Button(self.tr("Undo"), small=True)
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(round(seconds * 1000))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(16)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        self._passing.timeout.connect(self.hide)
        self._undo.clicked.connect(self._ask)
        self.hide()

    @property
    def text(self) -> str:
        """The words it shows."""
        return self._words.text()

    def tell(self, done: str, *, undoable: bool = True) -> None:
        """Show what was done, for some seconds."""
        self._words.setText(done)
        self._undo.setVisible(undoable)
        self.setAccessibleName(done)
        self.adjustSize()
        self.show()
        self.raise_()
        self._passing.start()

    def _ask(self) -> None:
        self.hide()
        self._passing.stop()
        self.undo_asked.emit()
