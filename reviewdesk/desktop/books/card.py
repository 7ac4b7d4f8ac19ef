"""One book on the page of all books: its name and colour, what is due in it, and the ways there."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from reviewdesk.desktop.books.model import DueKey, Glance, pills_of, remark_of, rows_of
from reviewdesk.desktop.widgets.book_colour import BookColour
from reviewdesk.desktop.widgets.buttons import IconButton, plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import ElidedLabel, Hairline, Label, Part
from reviewdesk.desktop.widgets.pill import Pill
from reviewdesk.desktop.widgets.row_list import RowList

SHOWN = 5


class BookCard(Card):
    """Shows one book; what is due in it is read behind and comes when it is there.

    Signals:
        open_asked: the path of this book, which the person wants in a window.
        due_asked: its path, and the key of what is due that the person wants.
        forget_asked: its path; it is to go from the list.
    """

    open_asked = Signal(object)
    due_asked = Signal(object, object)
    forget_asked = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__(edge_to_edge=True)
        self.path = path
        self.colour = BookColour()
        self.name = ElidedLabel(path.stem, Part.HEADING, least=12)
        self.remark = ElidedLabel(self.tr("looking into it…"), Part.SMALL)
        self.where = ElidedLabel(str(path.parent), Part.SMALL)
        self.refusal = Label(part=Part.MUTED, wraps=True)
        self.open_button = plain_button(self.tr("Open"), "external-link")
        self.forget_button = IconButton(self.tr("Take off the list"), "x")
        self.line = Hairline()
        self.rows = RowList(self.tr("Due in {name}").format(name=path.stem), timed=True, most=SHOWN)
        self._pills = QHBoxLayout()
        self._lay_out()
        self.rows.opened.connect(self._tell_due)
        self.open_button.clicked.connect(self._tell_open)
        self.forget_button.clicked.connect(self._tell_forget)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        for each in (self.name, self.remark, self.where):
            words.addWidget(each)
        self._pills.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 14, 14)
        head.setSpacing(12)
        head.addWidget(self.colour)
        head.addLayout(words, 1)
        head.addLayout(self._pills)
        head.addWidget(self.open_button)
        head.addWidget(self.forget_button)
        self.refusal.setContentsMargins(40, 0, 18, 14)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.add(head)
        for below in (self.refusal, self.line, self.rows):
            self.add(below)
            below.hide()

    def show_book(self, book: Glance) -> None:
        """Show what was found in it, or why nothing could be."""
        self.setAccessibleName(book.name)
        self.colour.show_colour(book.color)
        self.name.setText(book.name)
        self.remark.setText(remark_of(book))
        self.remark.setVisible(bool(remark_of(book)))
        self.refusal.setText(book.refusal)
        self.refusal.setVisible(bool(book.refusal))
        self._show_ways(book)
        self._show_pills(book)
        rows = rows_of(book)
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self.line.setVisible(bool(rows))

    def _show_ways(self, book: Glance) -> None:
        self.open_button.setVisible(not (book.is_here or book.is_missing))
        self.forget_button.setVisible(not book.is_here)
        self.open_button.setAccessibleName(self.tr("Open {name}").format(name=book.name))
        self.forget_button.setAccessibleName(self.tr("Take {name} off the list").format(name=book.name))

    def _show_pills(self, book: Glance) -> None:
        for pill in self.findChildren(Pill):
            pill.deleteLater()
        for each in pills_of(book):
            self._pills.addWidget(Pill(each.text, each.tone))

    def _tell_open(self) -> None:
        self.open_asked.emit(self.path)

    def _tell_due(self, key: DueKey) -> None:
        self.due_asked.emit(self.path, key)

    def _tell_forget(self) -> None:
        self.forget_asked.emit(self.path)
