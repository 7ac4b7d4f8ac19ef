"""Says what a boss wants to hear once a week."""

from dataclasses import asdict

from reviewdesk.cli.asking import Terminal
from reviewdesk.cli.listing import say_whole
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say
from reviewdesk.services.our_side_text import monday_text


def run(terminal: Terminal) -> int:
    """Write the Monday page."""
    with opened(terminal) as services:
        page = services.monday.page()
    if terminal.asked.as_json:
        say_whole(asdict(page))
    else:
        say(*monday_text(page).split("\n"))
    return 0
