"""Cards in two columns, or in one where a column would be too narrow to read."""

from collections.abc import Collection, Iterator
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_TWO_FROM: Final = 128
_GAP: Final = 16


class CardGrid(QWidget):
    """Places cards beside each other where its width has room, and says how high it is at any width.

    The cards of a row are as high as the highest of them; the last one alone has the whole width.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._cards: list[QWidget] = []
        self._shown: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def columns(self) -> int:
        """How many cards stand beside each other."""
        return self._columns_at(self.width())

    def add_card(self, card: QWidget) -> None:
        """Take a card; it is seen once it is shown."""
        self._cards.append(card)
        card.setParent(self)
        card.hide()

    def show_cards(self, cards: Collection[QWidget]) -> None:
        """Show these cards alone, in the order in which they were taken."""
        wanted = [each for each in self._cards if each in cards]
        if wanted != self._shown:
            self._shown = wanted
            for each in self._cards:
                each.setVisible(each in wanted)
            self._place()
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high it is when it is this wide."""
        return max((box.bottom() + 1 for _, box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Say how narrow it can be; its height follows from the width it gets."""
        return QSize(max((each.minimumSizeHint().width() for each in self._shown), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards anew."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Place them anew also when one asks for another size, or the text is larger."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange):
            self._place()
            self.updateGeometry()
        return super().event(event)

    def _place(self) -> None:
        for card, box in self._boxes(self.width()):
            card.setGeometry(box)

    def _columns_at(self, width: int) -> int:
        return 2 if width >= self.fontMetrics().averageCharWidth() * _TWO_FROM else 1

    def _boxes(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        """Give each card that is shown with its place."""
        columns, top = self._columns_at(width), 0
        for first in range(0, len(self._shown), columns):
            row = self._shown[first : first + columns]
            share = (width - _GAP * (len(row) - 1)) // len(row)
            height = max(_height(each, share) for each in row)
            for at, each in enumerate(row):
                yield each, QRect(at * (share + _GAP), top, share, height)
            top += height + _GAP


def _height(card: QWidget, width: int) -> int:
    """Give a card what its words and its chart need at this width, and no more."""
    layout = card.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return card.minimumSizeHint().height()
