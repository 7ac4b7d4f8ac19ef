"""All books as they are photographed: with others, alone, and the making of a new one."""

from pathlib import Path

from reviewdesk.domain.clock import Clock
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.recent_books import RecentBooks
from reviewdesk.wiring import standard_folders
from tests.books import UGLY_NAMES, small_book
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def book_scenes() -> tuple[Scene, ...]:
    """Give the page of all books, and what leads to others."""
    return (
        Scene("books", show_books),
        Scene("books-menu", open_menu),
        Scene("books-new", ask_for_new),
        Scene("books-hidden", hide),
        Scene("books-settings", name_this),
    )


def book_alone() -> Scene:
    """Give the page before any other book was opened."""
    return Scene("books-alone", show_alone)


def show_alone(studio: Studio) -> None:
    """Look at all books where there is one."""
    for path in _recent().paths():
        _recent().forget(path)
    _go(studio)


def _go(studio: Studio) -> None:
    _recent().hide(on=False)
    studio.desk.go("books")
    studio.settle()


def show_books(studio: Studio) -> None:
    """Open some books, of which one is gone and one is none, and look at all of them."""
    folder, recent = studio.services.book.path.parent / "clients", _recent()
    folder.mkdir(exist_ok=True)
    clock = Clock(studio.services.book.today)
    torn, ugly = folder / "Meridian Print.reviewdesk", folder / f"{UGLY_NAMES[2][:60]}.reviewdesk"
    torn.write_bytes(b"torn" * 400)
    for path in (folder / "On the other drive.reviewdesk", torn, ugly, folder / "Kestrel Air.reviewdesk"):
        recent.remember(path)
    for path in (ugly, folder / "Kestrel Air.reviewdesk"):
        if not path.exists():
            _make(path, clock, full=path is not ugly)
    _go(studio)


def _make(path: Path, clock: Clock, *, full: bool) -> None:
    store = open_book(path, clock, may_create=True, name=UGLY_NAMES[2] if not full else "Kestrel Air, customers")
    if full:
        small_book(store)
    store.close()


def open_menu(studio: Studio) -> None:
    """Open the menu under the name of the book."""
    _recent().hide(on=False)
    studio.desk.books.relist()
    studio.settle()
    studio.shell.side_bar.book.more.click()


def ask_for_new(studio: Studio) -> None:
    """Ask for a book like this one."""
    studio.desk.do("new_like_this")
    studio.settle()


def hide(studio: Studio) -> None:
    """Hide the books that are not open."""
    _recent().hide(on=True)
    studio.desk.go("books")
    studio.settle()


def name_this(studio: Studio) -> None:
    """Go to the name and the colour of this book."""
    _recent().hide(on=False)
    studio.desk.do("name_book")
    studio.settle()


def _recent() -> RecentBooks:
    return RecentBooks(standard_folders().recent_books)
