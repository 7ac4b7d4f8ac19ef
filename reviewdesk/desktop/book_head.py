"""The head of the side bar: the book's colour, name and size, and under it the way to the other books."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.widgets.book_colour import BookColour
from reviewdesk.desktop.widgets.buttons import IconButton
from reviewdesk.desktop.widgets.labels import ElidedLabel, Part

MOST: Final = 9
_COMMANDS: Final = (
    ("go_books", "All my books", "book-open"),
    ("new_book", "New book…", "plus"),
    ("new_like_this", "New like this one…", "copy"),
    ("open_book", "Open another book…", "folder-open"),
    ("name_book", "Name and colour…", "pencil"),
)


class BookHead(QWidget):
    """The name, the colour and the size of the book; a click opens the menu of books.

    Signals:
        command_asked: the id of a command about books.
        book_asked: the path of another book that was opened before.
    """

    command_asked = Signal(str)
    book_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._recent: list[Path] = []
        self.colour = BookColour()
        self._name = ElidedLabel(part=Part.HEADING)
        self._size = ElidedLabel(part=Part.SMALL)
        self.more = IconButton(self.tr("Books"), "chevron-down")
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.menu = QMenu(self)
        self._lay_out()
        self.more.clicked.connect(self._open)
        self.menu.aboutToShow.connect(self._fill)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._size)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 20, 10, 12)
        row.setSpacing(10)
        row.addWidget(self.colour)
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_book(self, name: str, colour: str, size: str) -> None:
        """Show this book."""
        self._name.setText(name)
        self._size.setText(size)
        self.colour.show_colour(colour)
        self.setAccessibleName(f"{name}, {size}")
        # Before there is a page it would be the only thing in the window for the keyboard to begin at.
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus if size else Qt.FocusPolicy.NoFocus)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Offer these other books, the one opened last first."""
        self._recent = list(paths[:MOST])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu wherever the head is pressed."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._open()
        else:
            super().mousePressEvent(event)

    def _open(self) -> None:
        self.menu.popup(self.mapToGlobal(QPoint(12, self.height() - 4)))

    def _fill(self) -> None:
        self.menu.clear()
        stems = Counter(each.stem for each in self._recent)
        for path in self._recent:
            words = path.stem if stems[path.stem] == 1 else f"{path.stem} ({path.parent.name})"
            action = self.menu.addAction(words.replace("&", "&&"))
            action.setData(path)
            action.triggered.connect(self._tell_book)
        if self._recent:
            self.menu.addSeparator()
        for command, words, sign in _COMMANDS:
            action = self.menu.addAction(icon(sign, "muted"), words)
            action.setData(command)
            action.triggered.connect(self._tell_command)

    def _tell_book(self) -> None:
        self.book_asked.emit(self.sender().data())  # type: ignore[attr-defined]

    def _tell_command(self) -> None:
        self.command_asked.emit(self.sender().data())  # type: ignore[attr-defined]
