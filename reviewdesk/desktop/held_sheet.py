"""A mail that was held back: its text with what was found marked in it, and what is to be done with each."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from reviewdesk.desktop.document.leak_panel import LeakCard
from reviewdesk.desktop.document.model import ShownLeak
from reviewdesk.desktop.ink import tokens
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.held_back import HeldBack

_ROWS: Final = 12


class HeldSheet(Sheet):
    """Lets each find be decided; the draft is asked for again when nothing is left.

    Signals:
        take_out_asked, meant_asked: words that were found, and what is to be done with them.
    """

    take_out_asked = Signal(str)
    meant_asked = Signal(str)

    def __init__(self, held: HeldBack, parent: QWidget | None = None) -> None:
        sentence = self.tr("What is marked is not for the customer. Decide each of them, then draft it.")
        super().__init__(self.tr("This mail was held back"), self.tr("Draft it"), parent, sentence=sentence)
        self.held = held
        self.left = list(held.leaks)
        self.text = QPlainTextEdit(held.text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text of the mail"))
        self.text.setMinimumHeight(self.fontMetrics().lineSpacing() * _ROWS)
        self.cards: list[LeakCard] = []
        self._column = QVBoxLayout()
        self.body.addWidget(self.text)
        self.body.addLayout(self._column)
        for each in held.leaks:
            self._add(ShownLeak(each.kind, each.words, 0))
        self._mark([each.words for each in held.leaks])
        self.go.setEnabled(False)

    @classmethod
    def ask(cls, held: HeldBack, parent: QWidget | None) -> "HeldSheet":
        """Open the sheet over a window."""
        sheet = cls(held, parent)
        sheet.open()
        return sheet

    def decided(self, words: str) -> None:
        """Let go of what was decided; the draft can be asked for when nothing is left."""
        for card in self.cards:
            if card.leak.words == words:
                card.hide()
        self.left = [each for each in self.left if each.words != words]
        self.go.setEnabled(not self.left)
        if not self.left:
            self.go.setFocus()

    def _add(self, leak: ShownLeak) -> None:
        card = LeakCard(leak, may_take_out=self.held.may_take_out)
        card.take_out_asked.connect(self._take_out)
        card.meant_asked.connect(self._mean)
        self.cards.append(card)
        self._column.addWidget(card)

    def _mark(self, words: Sequence[str]) -> None:
        marked = QTextCharFormat()
        marked.setBackground(QColor(tokens().bad_soft))
        found = []
        for each in words:
            cursor = self.text.document().find(each)
            while not cursor.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = QTextCursor(cursor), marked
                found.append(selection)
                cursor = self.text.document().find(each, cursor)
        self.text.setExtraSelections(found)

    def _take_out(self, leak: ShownLeak) -> None:
        self.take_out_asked.emit(leak.words)

    def _mean(self, leak: ShownLeak) -> None:
        self.meant_asked.emit(leak.words)
