"""A book held open for the length of a command."""

from collections.abc import Iterator
from contextlib import contextmanager

from reviewdesk.cli.asking import Terminal
from reviewdesk.services.services import Services


@contextmanager
def opened(terminal: Terminal, *, may_create: bool = False) -> Iterator[Services]:
    """Open the book that is meant, and close it afterwards.

    Raises:
        MissingError: it is not there and this command makes none.
    """
    book = terminal.open_book(terminal.path, terminal.clock, may_create=may_create)
    try:
        yield book.services
    finally:
        book.close()
