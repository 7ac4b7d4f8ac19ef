"""The ways to other books: make one, open one, and those that were opened before."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.tasks import Lane
from reviewdesk.desktop.tokens import Tone

if TYPE_CHECKING:
    from reviewdesk.desktop.books.new_book_sheet import NewBook, NewBookSheet
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.domain.errors import ReviewDeskError


class BookWays(QObject):
    """Makes books and keeps the list of those that were opened before the person.

    Signals:
        book_asked: the path of a book to open.
    """

    book_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._shell, self._services, self._tasks = desk.shell, desk.services, desk.tasks
        self._sheet: NewBookSheet | None = None
        self._shell.side_bar.book.book_asked.connect(self._open)

    def begin(self, *, remembers: bool) -> None:
        """Put the open book on top of the list, unless it is a sample, and offer the others."""
        books = self._services.all_books
        work = books.remember if remembers else books.paths
        self._tasks.run(work, self._begun, self, lane=Lane.LONG)

    def _begun(self, _done: object) -> None:
        self.relist()

    def relist(self) -> None:
        """Offer the books that were opened before under the name of this one."""
        self._tasks.run(self._services.all_books.paths, self._offer, self, newest="recent books")

    def _offer(self, paths: tuple[Path, ...]) -> None:
        here = self._services.book.path
        self._shell.side_bar.book.show_recent([each for each in paths if each != here])

    def name_this(self) -> None:
        """Go to where the name and the colour of this book are written."""
        self._desk.go("settings")
        self._desk.pages.settings.view.go_to("name")

    def ask_new(self) -> None:
        """Ask for an empty book."""
        self._ask(like_this=False)

    def ask_new_like_this(self) -> None:
        """Ask for a book that takes this one's settings along."""
        self._ask(like_this=True)

    def _ask(self, *, like_this: bool) -> None:
        from reviewdesk.desktop.books.new_book_sheet import NewBookSheet

        folder, name = self._services.book.path.parent, self._shell.book
        sheet = self._sheet = NewBookSheet(folder, name, self._shell, like_this=like_this)
        sheet.made.connect(self._make)
        sheet.open()
        self._tasks.run(self._services.new_books.free_colour, self._show_colour, sheet, lane=Lane.LONG)

    def _show_colour(self, colour: str) -> None:
        if self._sheet is not None and not self._sheet.colour.value():
            self._sheet.colour.start_with(colour)

    def _make(self, asked: NewBook) -> None:
        make = partial(self._services.new_books.make, asked.path, asked.name, asked.color, like_this=asked.like_this)
        self._tasks.run(make, self._made, self._sheet, lane=Lane.LONG, failed=self._refused)

    def _made(self, path: Path) -> None:
        if self._sheet is not None:
            self._sheet.accept()
            self._sheet = None
        self._shell.tell(self.tr("{path} was made and opens in a window of its own.").format(path=path), Tone.GOOD)
        self._open(path)

    def _refused(self, error: ReviewDeskError) -> None:
        if self._sheet is not None:
            self._sheet.refuse(str(error))

    def _open(self, path: Path) -> None:
        self.book_asked.emit(path)
