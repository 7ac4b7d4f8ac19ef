"""What must not leave with a document, each with what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.document.model import ShownLeak
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import Button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.pill import Pill


class LeakCard(Card):
    """One leak with its two answers.

    Signals:
        shown_asked: the person looks at it. take_out_asked, meant_asked: what is to be done with it.
    """

    shown_asked = Signal(object)
    take_out_asked = Signal(object)
    meant_asked = Signal(object)

    def __init__(self, leak: ShownLeak, *, may_mean: bool = True, may_take_out: bool = True) -> None:
        super().__init__()
        self.leak = leak
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{leak.kind}: {leak.words}")
        head = QHBoxLayout()
        head.addWidget(Pill(leak.kind, Tone.BAD))
        head.addStretch(1)
        head.addWidget(Label(self.tr("page {n}").format(n=leak.page) if leak.page else "", Part.SMALL))
        self.take_out, self.meant = (
            Button(self.tr("Take it out"), small=True),
            Button(self.tr("It is meant"), small=True),
        )
        for button in (self.take_out, self.meant):
            button.setAccessibleName(f"{button.text()}: {leak.words}")
        answers = QHBoxLayout()
        answers.addWidget(self.take_out)
        answers.addWidget(self.meant)
        self.meant.setVisible(may_mean)
        self.take_out.setVisible(may_take_out)
        answers.addStretch(1)
        self.add(head)
        words = leak.words if len(leak.words) < 160 else f"{leak.words[:158]}…"
        self.add(Label(f"“{words}”", wraps=True))
        if leak.goes:
            self.add(Label(self.tr("Take it out: {what}.").format(what=leak.goes), Part.SMALL, wraps=True))
        self.add(answers)
        self.take_out.clicked.connect(self._take_out)
        self.meant.clicked.connect(self._mean)

    def begin(self) -> None:
        """Be on the first answer there is."""
        (self.take_out if self.take_out.isVisibleTo(self) else self.meant).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self) -> None:
        self.take_out_asked.emit(self.leak)

    def _mean(self) -> None:
        self.meant_asked.emit(self.leak)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show where it stands."""
        self.shown_asked.emit(self.leak)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where it stands."""
        super().focusInEvent(event)
        self.shown_asked.emit(self.leak)


class LeakPanel(QWidget):
    """All leaks of a document.

    Signals:
        shown_asked: the leak the person looks at. take_out_asked, meant_asked: what is to be done with one.
    """

    shown_asked = Signal(object)
    take_out_asked = Signal(object)
    meant_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Not for the customer"))
        self._heading = Label(part=Part.HEADING, wraps=True)
        words = self.tr("Nothing is saved, printed or marked as sent before each of these is decided.")
        self._column = ScrollColumn(self.tr("What must not leave"), gap=10)
        self._column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cards: list[LeakCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(Label(words, Part.SMALL, wraps=True))
        column.addWidget(self._column, 1)
        self._column.column.addStretch(1)

    def show_leaks(self, leaks: Sequence[ShownLeak], *, may_mean: bool = True, may_take_out: bool = True) -> None:
        """Show these leaks; in a draft, of which no version is kept, nothing can be said to be meant yet."""
        for card in self.cards:
            self._column.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [LeakCard(each, may_mean=may_mean, may_take_out=may_take_out) for each in leaks]
        for at, card in enumerate(self.cards):
            card.shown_asked.connect(self.shown_asked)
            card.take_out_asked.connect(self.take_out_asked)
            card.meant_asked.connect(self.meant_asked)
            self._column.column.insertWidget(at, card)
        count = len(leaks)
        one, more = self.tr("1 thing is not for the customer"), self.tr("{n} things are not for the customer")
        self._heading.setText(one if count == 1 else more.format(n=count))
