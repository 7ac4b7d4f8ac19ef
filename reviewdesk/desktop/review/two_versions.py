"""Shows notes that were changed in two places at once: what was typed here, and what is stored."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.labels import Label, Part

_LINES = 6


class TwoVersions(QFrame):
    """Both texts side by side, and what can be done about it; nothing is overwritten until the person says so.

    Signals:
        copy_asked: what was typed here goes to the clipboard.
        reload_asked: the stored text takes the place of what was typed here.
        keep_asked: what was typed here takes the place of the stored text.
    """

    copy_asked = Signal()
    reload_asked = Signal()
    keep_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "message")
        self.setProperty("tone", "warn")
        self.sentence = Label(part=Part.STRONG, wraps=True)
        self.mine, self.stored = self._text(self.tr("Typed here")), self._text(self.tr("Stored"))
        self.copy = plain_button(self.tr("Copy what I typed"), "copy")
        self.keep = plain_button(self.tr("Keep what I typed"))
        self.reload = plain_button(self.tr("Reload what is stored"), "refresh-cw")
        self._lay_out()
        self.copy.clicked.connect(self.copy_asked)
        self.keep.clicked.connect(self.keep_asked)
        self.reload.clicked.connect(self.reload_asked)
        self.hide()

    def _text(self, name: str) -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setReadOnly(True)
        text.setAccessibleName(name)
        text.setFixedHeight(text.fontMetrics().lineSpacing() * _LINES + 22)
        return text

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        for name, text in ((self.tr("Typed here"), self.mine), (self.tr("Stored"), self.stored)):
            side = QVBoxLayout()
            side.addWidget(Label(name, Part.SMALL))
            side.addWidget(text)
            both.addLayout(side, 1)
        buttons = QHBoxLayout()
        for each in (self.copy, self.keep, self.reload):
            buttons.addWidget(each)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        for part in (both, buttons):
            column.addLayout(part)
        column.insertWidget(0, self.sentence)

    def show_both(self, sentence: str, mine: str, stored: str) -> None:
        """Show both texts from where they begin to differ."""
        self.sentence.setText(sentence)
        at = _first_difference(mine, stored)
        self.mine.setPlainText(_from(mine, at))
        self.stored.setPlainText(_from(stored, at))
        self.show()


def _first_difference(one: str, other: str) -> int:
    pairs = zip(one.split("\n"), other.split("\n"), strict=False)
    return next((at for at, (mine, stored) in enumerate(pairs) if mine != stored), 0)


def _from(text: str, line: int) -> str:
    lines = text.split("\n")
    first = max(line - 1, 0)
    return "\n".join([*(["…"] if first else []), *lines[first : first + 200]])
