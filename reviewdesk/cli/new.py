"""Makes a new book: an empty one, or one with the settings of another and none of its customers."""

from typing import Final

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.terminal import say
from reviewdesk.domain.errors import RefusedError

ENDING: Final = ".reviewdesk"


def run(terminal: Terminal) -> int:
    """Make it and say where it is."""
    asked, path = terminal.asked, placed(terminal.asked.files[0])
    if path.suffix.casefold() != ENDING:
        path = path.with_name(path.name + ENDING)
    if asked.like is not None:
        other = terminal.open_book(placed(asked.like), terminal.clock)
        try:
            other.services.new_books.make(path, asked.name, like_this=True)
        finally:
            other.close()
    elif path.exists():
        raise RefusedError(f"There is a file {path.name} in {path.parent} already. Choose another name.")
    else:
        terminal.open_book(path, terminal.clock, may_create=True, name=asked.name).close()
    say(str(path))
    return 0
