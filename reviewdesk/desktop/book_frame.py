"""What is around every page: the side bar, and over the whole width a line in the book's colour."""

from typing import Final

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from reviewdesk.desktop.ink import readable

LINE: Final = 4


class BookFrame(QWidget):
    """The side bar and the page, under a line that says whose book this is also while the side bar is away."""

    def __init__(self, side_bar: QWidget, page: QLayout) -> None:
        super().__init__()
        self.colour = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, LINE, 0, 0)
        row.setSpacing(0)
        row.addWidget(side_bar)
        row.addLayout(page, 1)

    def show_colour(self, colour: str) -> None:
        """Draw the line in this colour."""
        self.colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        if self.colour:
            QPainter(self).fillRect(0, 0, self.width(), LINE, QColor(readable(self.colour)))
