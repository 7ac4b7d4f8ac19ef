"""The page of all books, as widgets."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from reviewdesk.desktop.books.card import BookCard
from reviewdesk.desktop.books.model import Glance, status_of
from reviewdesk.desktop.widgets.buttons import ghost_button, plain_button
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import Page, ScrollColumn


class BooksView(Page):
    """Lists the books, each with what is due in it.

    Signals:
        open_asked: the path of the book to open.
        due_asked: the path of a book, and the key of what is due there.
        forget_asked: the path of the book to take off the list.
        hide_asked: whether the books that are not open are to be hidden on this machine.
        new_asked, new_like_asked, other_asked: make a book, make one like this one, choose one to open.
    """

    open_asked = Signal(object)
    due_asked = Signal(object, object)
    forget_asked = Signal(object)
    hide_asked = Signal(bool)
    new_asked = Signal()
    new_like_asked = Signal()
    other_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("All my books"))
        self.cards: dict[Path, BookCard] = {}
        self._found: dict[Path, Glance] = {}
        self._hidden = False
        self.column = ScrollColumn(self.tr("Books"))
        self.remark = Label(part=Part.MUTED, wraps=True)
        self.hide_button = ghost_button(self.tr("Hide this list"), "eye")
        self.new_button = plain_button(self.tr("New book"), "plus")
        self.like_button = plain_button(self.tr("New like this one"), "copy")
        self.other_button = plain_button(self.tr("Open another"), "folder-open")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for each in (self.other_button, self.like_button, self.new_button):
            self.header.add_action(each)
        self.column.column.addWidget(self.remark)
        self.column.column.addWidget(self.hide_button)
        self.column.column.addStretch(1)
        self.add(self.column, 1)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_asked)
        self.like_button.clicked.connect(self.new_like_asked)
        self.other_button.clicked.connect(self.other_asked)
        self.hide_button.clicked.connect(self._tell_hide)

    def show_paths(self, paths: Sequence[Path], *, hidden: bool) -> None:
        """List these books; what stands in them comes with `show_book`."""
        self._hidden = hidden
        for path in set(self.cards) - set(paths):
            self.cards.pop(path).deleteLater()
            self._found.pop(path, None)
        for at, path in enumerate(paths):
            if path not in self.cards:
                self._add(path)
            self.column.column.insertWidget(at, self.cards[path])
        self.remark.setText(self._remark(len(paths)))
        self.hide_button.setText(self.tr("Show the list of books") if hidden else self.tr("Hide this list"))
        self.hide_button.setVisible(hidden or len(paths) > 1)

    def _remark(self, books: int) -> str:
        if self._hidden:
            return self.tr("The books that are not open are hidden on this machine.")
        if books > 1:
            return self.tr("Nothing crosses from one book to another. What is due is only looked at, never changed.")
        return self.tr(
            "Every book you open comes here, with what is due in it. Whoever keeps one book for each client makes the "
            "next one with “New like this one”: it takes settings and branding along, and no customers."
        )

    def _add(self, path: Path) -> None:
        card = self.cards[path] = BookCard(path)
        card.open_asked.connect(self.open_asked)
        card.due_asked.connect(self.due_asked)
        card.forget_asked.connect(self.forget_asked)

    def show_book(self, book: Glance) -> None:
        """Show what was found in one of them."""
        if book.path not in self.cards:
            return
        self.cards[book.path].show_book(book)
        self._found[book.path] = book
        self.header.show_status(status_of(self._found.values()))

    def _tell_hide(self) -> None:
        self.hide_asked.emit(not self._hidden)
