"""The colour of a book, as a bar beside its name, so that two books are never mistaken for each other."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewdesk.desktop.ink import line_height, readable, rounded


class BookColour(QWidget):
    """A bar of a few lines' height in the book's colour; nothing while it is not known."""

    def __init__(self, colour: str = "", *, lines: int = 2) -> None:
        super().__init__()
        self.colour = colour
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_colour(self, colour: str) -> None:
        """Show another colour."""
        self.colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """Say how large it wants to be."""
        return QSize(10, line_height(self.font()) * self._lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the book's own colour."""
        if self.colour:
            rounded(QPainter(self), QRectF(self.rect()).adjusted(0, 2, 0, -2), 4, fill=readable(self.colour))
