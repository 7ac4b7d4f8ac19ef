"""Says what a boss wants to hear once a week."""

from dataclasses import asdict

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.listing import say_whole
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say
from reviewdesk.services.our_side_text import monday_text


def run(terminal: Terminal) -> int:
    """Write the Monday page, as text or as a PDF."""
    with opened(terminal) as services:
        if terminal.asked.pdf is not None:
            say(str(services.print_outs.write(services.boss_papers.monday(), placed(terminal.asked.pdf))))
            return 0
        page = services.monday.page()
    if terminal.asked.as_json:
        say_whole(asdict(page))
    else:
        say(*monday_text(page).split("\n"))
    return 0
