"""Writes the pre-read or the meeting sheet of an account's next review as a PDF."""

from pathlib import Path

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say


def run(terminal: Terminal) -> int:
    """Write it and say where it is."""
    asked = terminal.asked
    with opened(terminal) as services:
        prints = services.print_outs
        review_id = prints.next_review(services.accounts.named(asked.account).id)
        made = prints.pre_read(review_id) if asked.command == "pre-read" else prints.meeting_sheet(review_id)
        path = prints.write(made, placed(asked.out or Path()))
    say(str(path))
    return 0
