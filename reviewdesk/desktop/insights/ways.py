"""What can be done from a card with the mark the keyboard is on: each by a key, and by a word under the chart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import Button, ButtonKind
from reviewdesk.desktop.widgets.mark_chart import Lead


@dataclass(frozen=True, slots=True)
class CardWay:
    """One of them: its key, its words, and what is done with where the mark leads."""

    key: str
    words: str
    do: Callable[[Lead], None]


class WayRow(QWidget):
    """Shows the ways of a card beside each other.

    Signals:
        asked: the way the person wants.
    """

    asked = Signal(object)

    def __init__(self, ways: Sequence[CardWay], card: QWidget) -> None:
        super().__init__(card)
        self.setHidden(not ways)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        row.setContentsMargins(-4, 0, 0, 0)  # their words stand in line with those above
        row.setSpacing(6)
        for each in ways:
            button = Button(each.words, kind=ButtonKind.LINK)
            button.setToolTip(f"{each.words} ({each.key})")
            button.clicked.connect(partial(self._ask, each))
            row.addWidget(button)
            key = QShortcut(QKeySequence(each.key), card, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(partial(self._ask, each))
        row.addStretch(1)

    def _ask(self, way: CardWay, *_checked: bool) -> None:
        self.asked.emit(way)
