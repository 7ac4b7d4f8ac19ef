"""The side bar: the book, its pages with their counts, saved views, and settings at the bottom."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reviewdesk.desktop.book_head import BookHead
from reviewdesk.desktop.place_list import PlaceList
from reviewdesk.desktop.places import Place, PlaceGroup
from reviewdesk.desktop.widgets.labels import Label, Part


class SideBar(QFrame):
    """Shows where one can go.

    Signals:
        asked: the key of the place the person goes to.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "side-bar")
        self.book = BookHead()
        self._caption = Label(self.tr("Saved views"), Part.CAPS)
        self._caption.setContentsMargins(22, 16, 12, 4)
        self._caption.hide()
        names = {
            PlaceGroup.PAGES: self.tr("Pages"),
            PlaceGroup.VIEWS: self.tr("Saved views"),
            PlaceGroup.BOTTOM: self.tr("Settings"),
        }
        self.lists = {group: PlaceList(name) for group, name in names.items()}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 12)
        column.setSpacing(0)
        column.addWidget(self.book)
        column.addWidget(self.lists[PlaceGroup.PAGES])
        column.addWidget(self._caption)
        column.addWidget(self.lists[PlaceGroup.VIEWS])
        column.addStretch(1)
        column.addWidget(self.lists[PlaceGroup.BOTTOM])
        # The keyboard begins at the pages; the way to other books comes after them.
        QWidget.setTabOrder(self.lists[PlaceGroup.BOTTOM], self.book.more)

    def _connect(self) -> None:
        order = list(self.lists.values())
        for at, each in enumerate(order):
            each.asked.connect(self.asked)
            each.above = order[at - 1] if at else None
            each.below = order[at + 1] if at + 1 < len(order) else None

    def fit(self, window: int) -> None:
        """Take a fitting share of a window of this width."""
        em = self.fontMetrics().averageCharWidth()
        self.setFixedWidth(max(em * 20, min(em * 27, round(window * 0.24))))

    def show_places(self, places: Sequence[Place]) -> None:
        """Show these places and stay on the one that is open."""
        for group, each in self.lists.items():
            each.show_places([place for place in places if place.group is group])
        self._caption.setVisible(any(place.group is PlaceGroup.VIEWS for place in places))

    def mark(self, key: str) -> None:
        """Mark the place that is open."""
        for each in self.lists.values():
            each.mark(key)

    def focus(self) -> None:
        """Put the focus on the place that is open."""
        self.lists[PlaceGroup.PAGES].setFocus(Qt.FocusReason.ShortcutFocusReason)
