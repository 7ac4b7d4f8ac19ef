"""Cards under headings, in two columns, or in one where a column would be too narrow to read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.tab_order import tab_in_order

_TWO_FROM: Final = 128
_GAP: Final = 16
_BEFORE: Final = 12  # more room above a heading than between two cards
_UNDER: Final = 8


@dataclass(frozen=True, slots=True)
class Section:
    """Cards that stand together, and the words above them."""

    title: str
    cards: tuple[QWidget, ...]


class CardGrid(QWidget):
    """Places cards beside each other where its width has room, and says how high it is at any width.

    The cards of a row are as high as the highest of them; the last one alone has the whole width. One section alone
    needs no heading.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._sections: list[Section] = []
        self._headings: dict[str, Label] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def columns(self) -> int:
        """How many cards stand beside each other."""
        return self._columns_at(self.width())

    @property
    def sections(self) -> tuple[Section, ...]:
        """What is shown."""
        return tuple(self._sections)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these cards alone, in this order."""
        if list(sections) == self._sections:
            return
        before = {card for each in self._sections for card in each.cards}
        self._sections = list(sections)
        wanted = [card for each in sections for card in each.cards]
        for card in before.difference(wanted):
            card.hide()
        self._show_headings()
        for card in wanted:
            if card.parent() is not self:
                card.setParent(self)
            card.show()
        tab_in_order(wanted)
        self._place()
        self.updateGeometry()

    def top_of(self, title: str) -> int:
        """Say how far down a section begins."""
        return next((box.top() for _, box, found in self._boxes(self.width()) if found == title), 0)

    def _show_headings(self) -> None:
        titles = [each.title for each in self._sections] if len(self._sections) > 1 else []
        for title in titles:
            if title not in self._headings:
                self._headings[title] = Label(title, Part.CAPS)
                self._headings[title].setParent(self)
        for title, label in self._headings.items():
            label.setVisible(title in titles)

    def hasHeightForWidth(self) -> bool:
        """Say that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high it is when it is this wide."""
        return max((box.bottom() + 1 for _, box, _ in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Say how narrow it can be; its height follows from the width it gets."""
        cards = (card for each in self._sections for card in each.cards)
        return QSize(max((each.minimumSizeHint().width() for each in cards), default=0), 0)

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
        for each, box, _ in self._boxes(self.width()):
            each.setGeometry(box)

    def _columns_at(self, width: int) -> int:
        return 2 if width >= self.fontMetrics().averageCharWidth() * _TWO_FROM else 1

    def _boxes(self, width: int) -> Iterator[tuple[QWidget, QRect, str]]:
        """Give each heading and card that is shown with its place and its section, the heading first."""
        top = 0
        for section in self._sections:
            heading = self._headings.get(section.title) if len(self._sections) > 1 else None
            if heading is not None:
                top += _BEFORE if top else 0
                box = QRect(2, top, width - 2, heading.sizeHint().height())
                yield heading, box, section.title
                top += box.height() + _UNDER
            for card, box in self._rows(section.cards, width, top):
                yield card, box, section.title
                top = max(top, box.bottom() + 1 + _GAP)

    def _rows(self, cards: Sequence[QWidget], width: int, top: int) -> Iterator[tuple[QWidget, QRect]]:
        columns = self._columns_at(width)
        for first in range(0, len(cards), columns):
            row = cards[first : first + columns]
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
