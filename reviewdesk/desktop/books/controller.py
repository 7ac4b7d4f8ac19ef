"""Keeps the page of all books and what lies in them the same."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.books.model import DueKey
from reviewdesk.desktop.books.view import BooksView
from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes
from reviewdesk.services.all_books import AllBooksService, BookGlance


class BooksController(QObject):
    """Looks into each book, one after the other, so that a slow drive holds up no other one.

    Signals:
        book_asked: the path of another book to open.
        account_asked: the id of an account of this book.
        recent_changed: the list of books is another one.
        told: a sentence about what was done.
    """

    book_asked = Signal(object)
    account_asked = Signal(object)
    recent_changed = Signal()
    told = Signal(str)

    def __init__(self, view: BooksView, books: AllBooksService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self._books, self._tasks = books, tasks
        self._here: Path | None = None
        view.open_asked.connect(self.book_asked)
        view.due_asked.connect(self._open_due)
        view.forget_asked.connect(self._forget)
        view.hide_asked.connect(self._hide)
        tasks.changed.connect(self._reload_if_concerned)

    def show_page(self) -> None:
        """Look into all of them anew."""
        self._tasks.run(self._list, self._show_paths, self, newest="books")

    def _list(self) -> tuple[tuple[Path, ...], bool]:
        return self._books.paths(), self._books.is_hidden

    def _show_paths(self, found: tuple[tuple[Path, ...], bool]) -> None:
        paths, hidden = found
        self.view.show_paths(paths, hidden=hidden)
        for path in paths:
            self._look_at(path)

    def _look_at(self, path: Path) -> None:
        look = partial(self._books.look_at, path)
        self._tasks.run(look, self._show_book, self, lane=Lane.LONG, newest=f"book {path}")

    def _show_book(self, book: BookGlance) -> None:
        if book.is_here:
            self._here = book.path
        self.view.show_book(book)

    def _open_due(self, path: Path, key: DueKey) -> None:
        """Go to the account where it is of this book; another book opens in its own window, where it stands on top."""
        if path == self._here:
            self.account_asked.emit(key[-1])
        else:
            self.book_asked.emit(path)

    def _forget(self, path: Path) -> None:
        done = partial(self._forgotten, path)
        self._tasks.run(partial(self._books.forget, path), done, self)

    def _forgotten(self, path: Path, _done: object) -> None:
        self.told.emit(self.tr("{name} is off the list. Its file is where it was.").format(name=path.stem))
        self._relist()

    def _hide(self, on: bool) -> None:
        self._tasks.run(partial(self._books.hide, on=on), self._hidden, self)

    def _hidden(self, _done: object) -> None:
        self._relist()

    def _relist(self) -> None:
        self.recent_changed.emit()
        self.show_page()

    def _reload_if_concerned(self, _changes: Changes, _origin: object) -> None:
        if self._here is not None and in_sight(self.view):
            self._look_at(self._here)
