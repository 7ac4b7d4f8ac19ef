"""What must not stay in a letter, each with where it stands and what to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.letters.model import Hit
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import Button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.pill import Pill

_FEW = 3


class HitCard(Card):
    """One hit with its two answers.

    Signals:
        go_asked: the person goes to where it stands. meant_asked: they say that it is meant.
    """

    go_asked = Signal(object)
    meant_asked = Signal(str)

    def __init__(self, hit: Hit, label: str) -> None:
        super().__init__()
        self.hit = hit
        where = self.tr("in “{field}”").format(field=label) if label else self.tr("on page {n}").format(n=hit.page)
        words = hit.words if len(hit.words) < 120 else f"{hit.words[:118]}…"
        self.setAccessibleName(f"{hit.kind}: {hit.words}")
        head = QHBoxLayout()
        head.addWidget(Pill(hit.kind, Tone.BAD))
        head.addWidget(Label(where, Part.SMALL), 1)
        self.go, self.meant = Button(self.tr("Reword it"), small=True), Button(self.tr("It is meant"), small=True)
        self.go.setVisible(bool(label))
        for button in (self.go, self.meant):
            button.setAccessibleName(f"{button.text()}: {hit.words}")
        answers = QHBoxLayout()
        answers.addWidget(self.go)
        answers.addWidget(self.meant)
        answers.addStretch(1)
        self.add(head)
        self.add(Label(f"“{words}”", wraps=True))
        self.add(answers)
        self.go.clicked.connect(self._go)
        self.meant.clicked.connect(self._mean)

    def _go(self) -> None:
        self.go_asked.emit(self.hit)

    def _mean(self) -> None:
        self.meant_asked.emit(self.hit.words)


class HitList(QWidget):
    """All hits of a letter, in a row of cards that scrolls; it is not there where there is none.

    Signals:
        go_asked: the hit to go to. meant_asked: the words that are meant.
    """

    go_asked = Signal(object)
    meant_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: tuple[HitCard, ...] = ()
        self._scroll = ScrollColumn(self.tr("Not for this customer"), gap=8)
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.hide()

    def show_hits(self, hits: Sequence[Hit], labels: dict[str, str]) -> None:
        """Show these; the same ones stay as they are, so that the keyboard does not lose its place."""
        if [each.hit for each in self.cards] == list(hits):
            return
        for card in self.cards:
            self._scroll.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = tuple(HitCard(each, labels.get(each.field, "")) for each in hits)
        for card in self.cards:
            card.go_asked.connect(self.go_asked)
            card.meant_asked.connect(self.meant_asked)
            self._scroll.column.addWidget(card)
        self.setVisible(bool(self.cards))
        if self.cards:
            height = sum(each.sizeHint().height() + 8 for each in self.cards[:_FEW])
            self.setFixedHeight(min(height, self.fontMetrics().lineSpacing() * 14))
