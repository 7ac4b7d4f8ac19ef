"""Makes a verified backup beside the book."""

from reviewdesk.cli.asking import Terminal
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say


def run(terminal: Terminal) -> int:
    """Make the backup and say where it is."""
    with opened(terminal) as services:
        made = services.book.back_up()
    say(str(made.path))
    return 0
