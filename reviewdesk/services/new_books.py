"""New books: empty ones, and ones like another, which have its settings and none of its customers."""

from dataclasses import replace
from pathlib import Path

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.new_book import another_colour, book_like, field_like, me_like
from reviewdesk.services import typed_values as typed
from reviewdesk.services.all_books import AllBooksService
from reviewdesk.services.book_settings import read_setting
from reviewdesk.services.document_templates import take_along
from reviewdesk.services.myself import me
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.contents import find, keep
from reviewdesk.storage.store import Store


class NewBookService:
    """Makes books beside the open one."""

    def __init__(self, store: Store, others: AllBooksService) -> None:
        self._store = store
        self._others = others

    def free_colour(self) -> str:
        """Give a colour that no book of the person has."""
        return another_colour(self._others.colours())

    def make(self, path: Path, name: str = "", color: str = "", *, like_this: bool) -> Path:
        """Make a book: like this one, with its settings, branding, own fields and who I am; or an empty one.

        Without a name it has that of its file, without a colour one that no other book has.

        Raises:
            RefusedError: there is such a file already, or the name or the colour is written otherwise.
            BookError: it cannot be made there.
        """
        if path.exists():
            raise RefusedError(f"There is a file {path.name} in {path.parent} already. Choose another name.")
        bears = typed.name(name.strip() or path.stem)
        colour = read_setting("color", color) if color else self.free_colour()
        made = open_book(path, self._store.clock, may_create=True, name=bears)
        try:
            self._furnish(made, bears, colour, like_this=like_this)
        except BaseException:
            made.close()
            path.unlink(missing_ok=True)
            raise
        made.close()
        return path

    def _furnish(self, made: Store, name: str, colour: str, *, like_this: bool) -> None:
        with self._store.read() as here, made.write("New book", quiet=True) as work:
            settings = here.book if like_this else work.book
            book = work.books.put(book_like(settings, work.book, name, colour))
            for digest in (book.logo, book.prepared_logo) if like_this else ():
                content = find(here.connection, digest)
                if content is not None:
                    keep(work.connection, content)
            mine = me(here) if like_this else None
            if mine is not None:
                work.colleagues.put(me_like(mine))
            for each in here.custom_fields.all() if like_this else ():
                work.custom_fields.put(field_like(each))
            for template in here.templates.all() if like_this else ():
                work.templates.put(replace(template, version=0))
            if like_this:
                take_along(here, work)
