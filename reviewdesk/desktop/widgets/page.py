"""The frame of a page: margins, a head, and under it what the page is about."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from reviewdesk.desktop.ink import PAGE_MARGIN
from reviewdesk.desktop.widgets.header import PageHeader


class Page(QWidget):
    """A page with a head; put what it is about under it with `add`."""

    def __init__(self, title: str = "", status: str = "", *, tile: str = "", searches: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.header = PageHeader(title, status, tile=tile, searches=searches)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(PAGE_MARGIN, 22, PAGE_MARGIN, 24)
        self.body.setSpacing(16)
        self.body.addWidget(self.header)

    def add(self, what: QWidget | QLayout, stretch: int = 0) -> None:
        """Place something under what is there."""
        if isinstance(what, QLayout):
            self.body.addLayout(what, stretch)
        else:
            self.body.addWidget(what, stretch)


class ScrollColumn(QScrollArea):
    """A column of widgets that scrolls when it is longer than the room; `column` is its layout."""

    def __init__(self, name: str, *, gap: int = 16) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("ground", "none")
        self.viewport().setAutoFillBackground(False)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(gap)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)


def scroll_to_top(inside: QWidget) -> None:
    """Bring everything that scrolls in a widget back to its beginning, as when it shows something else."""
    for each in inside.findChildren(QAbstractScrollArea):
        each.verticalScrollBar().setValue(0)
